/** Where the package lies: its built-in scenarios and its built files are found from there. */
import { existsSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

/**
 * The folder of urflow's package.json, looked for upwards from this file: it is built into dist/, perhaps into a
 * chunk below it, so that no fixed number of steps up would do.
 *
 * @throws Error when the file was torn out of its package
 */
export function packageFolder(): string {
  for (let folder = dirname(fileURLToPath(import.meta.url)); ; folder = dirname(folder)) {
    const manifest = join(folder, "package.json");
    if (existsSync(manifest)) {
      const found: unknown = JSON.parse(readFileSync(manifest, "utf8"));
      if (typeof found === "object" && found !== null && "name" in found && found.name === "urflow")
        return folder;
    }
    if (folder === dirname(folder))
      throw new Error("urflow's own folder was not found: install the package again.");
  }
}
