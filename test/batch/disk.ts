/** Disks for tests: a folder that goes away with its test, and a disk that fails at a chosen call. */
import { mkdtempSync, readFileSync, readdirSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, relative } from "node:path";
import { onTestFinished } from "vitest";
import { realDisk, type Disk } from "../../sim/batch/store/disk.ts";
import { StoreError } from "../../sim/batch/store/faults.ts";

/** An empty folder; it is removed when the test ends. */
export function temporaryFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), "urflow-"));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

/** Every file below a folder with its content, in one order. */
export function contents(folder: string): Record<string, string> {
  const paths = readdirSync(folder, { recursive: true, encoding: "utf8" }).map((name) => join(folder, name));
  const files = paths.filter((path) => statSync(path).isFile()).sort();
  return Object.fromEntries(files.map((path) => [relative(folder, path), readFileSync(path, "latin1")]));
}

export class Killed extends Error {}

/**
 * The real disk until its call number `at` (counted from 1), which fails. `full`: that call and every later write fail
 * as on a full disk. `killed`: nothing at all is done from then on, as if the process had ended.
 */
export function failingDisk(at: number, how: "full" | "killed"): Disk {
  let calls = 0;
  const guard =
    <A extends unknown[], T>(name: keyof Disk, act: (...args: A) => Promise<T>) =>
    async (...args: A): Promise<T> => {
      calls += 1;
      if (calls >= at && how === "killed") throw new Killed();
      if (calls >= at && name === "write")
        throw new StoreError(String(args[0]), "the disk is full", "Free some space.");
      return act(...args);
    };
  return {
    makeFolder: guard("makeFolder", realDisk.makeFolder),
    write: guard("write", realDisk.write),
    rename: guard("rename", realDisk.rename),
    remove: guard("remove", realDisk.remove),
    removeIfEmpty: guard("removeIfEmpty", realDisk.removeIfEmpty),
    settle: guard("settle", realDisk.settle),
    names: guard("names", realDisk.names),
    read: guard("read", realDisk.read),
  };
}
