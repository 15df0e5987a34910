/** The text of a table that the user names. */
import type { Disk } from "../store/disk.ts";
import { UnreadableScenario } from "../store/sources.ts";
import { StoreError } from "../store/faults.ts";

/** @throws UnreadableScenario where there is no such file, or it cannot be read or is no text in UTF-8 */
export async function readTable(disk: Disk, path: string): Promise<string> {
  const bytes = await disk.read(path).catch((failure: unknown) => {
    if (!(failure instanceof StoreError)) throw failure;
    throw new UnreadableScenario(`${path}: ${failure.trouble}. Check the path and who may read it.`);
  });
  if (bytes === undefined)
    throw new UnreadableScenario(`${path}: there is no such file. Check the spelling of the path.`);
  // What isn't UTF-8 becomes signs that the reader of the table refuses with their place.
  return new TextDecoder().decode(bytes);
}
