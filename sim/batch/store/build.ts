/** Which build of urflow this is. */
import { createHash } from "node:crypto";
import { readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";

/**
 * A digest of the built program. Versions stay while someone works on the model; a batch that one build began must
 * not be ended by another.
 *
 * @param folder the folder of the built files
 */
export function buildDigest(folder: string): string {
  const digest = createHash("sha256");
  const names = [
    "cli.js",
    "run-worker.js",
    "run-thread.js",
    ...readdirSync(join(folder, "chunks")).map((name) => `chunks/${name}`),
  ];
  for (const name of names.filter((one) => one.endsWith(".js")).sort()) {
    digest
      .update(`${name}\0`)
      .update(readFileSync(join(folder, name)))
      .update("\0");
  }
  return digest.digest("hex");
}
