/**
 * Writing that a kill or a full disk cannot leave half done: everything is written beside its place under a name that
 * says so, and then renamed. What a kill leaves behind is swept away by the next command in the same folder.
 */
import { basename, dirname, join } from "node:path";
import type { Disk } from "./disk.ts";
import { StoreError } from "./faults.ts";

/** Name of a file within a folder (`inputs/valley.yaml`; always `/`) and its content. */
export type Files = ReadonlyMap<string, string | Uint8Array>;

const SUFFIX = ".urflow-partial";

/** Where the content of `path` waits until it is complete: in the same folder, so that a rename is one step. */
export const partialOf = (path: string): string => join(dirname(path), `.${basename(path)}${SUFFIX}`);

/**
 * Writes files into a folder that may hold others. First all are written aside, so that a full disk changes nothing;
 * then each takes its place, in the order given: every file is always the whole old one or the whole new one.
 *
 * @throws StoreError
 */
export async function writeFiles(disk: Disk, folder: string, files: Files): Promise<void> {
  const paths = [...files.keys()].map((name) => join(folder, name));
  try {
    for (const [name, content] of files) {
      const path = join(folder, name);
      await disk.makeFolder(dirname(path));
      await disk.write(partialOf(path), content).catch((failure: unknown) => {
        // Nobody asked for the name under which it waits.
        throw failure instanceof StoreError ? new StoreError(path, failure.trouble, failure.mend) : failure;
      });
    }
    for (const path of paths) await disk.rename(partialOf(path), path);
  } catch (failure) {
    await Promise.allSettled(paths.map((path) => disk.remove(partialOf(path))));
    throw failure;
  }
  for (const one of new Set(paths.map((path) => dirname(path)))) await disk.settle(one);
}

/**
 * Writes a folder that holds exactly these files. It appears with all of them at once, in place of any older one.
 *
 * @throws StoreError
 */
export async function writeFolder(disk: Disk, folder: string, files: Files): Promise<void> {
  const partial = partialOf(folder);
  try {
    await disk.remove(partial);
    await disk.makeFolder(partial);
    for (const [name, content] of files) {
      const path = join(partial, name);
      await disk.makeFolder(dirname(path));
      await disk.write(path, content);
    }
    for (const one of new Set([...files.keys()].map((name) => dirname(join(partial, name)))))
      await disk.settle(one);
    // A rename does not replace a folder that holds something.
    await disk.remove(folder);
    await disk.rename(partial, folder);
  } catch (failure) {
    await Promise.allSettled([disk.remove(partial)]);
    throw failure;
  }
  await disk.settle(dirname(folder));
}

/** Removes what a killed command left half written in this folder (not in the folders below it). */
export async function sweep(disk: Disk, folder: string): Promise<void> {
  for (const name of await disk.names(folder)) {
    if (name.startsWith(".") && name.endsWith(SUFFIX)) await disk.remove(join(folder, name));
  }
}
