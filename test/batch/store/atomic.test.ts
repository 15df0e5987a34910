import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { sweep, writeFiles, writeFolder } from "../../../sim/batch/store/atomic.ts";
import { realDisk } from "../../../sim/batch/store/disk.ts";
import { StoreError } from "../../../sim/batch/store/faults.ts";
import { contents, failingDisk, Killed, temporaryFolder } from "../disk.ts";

const OLD = { "a.csv": "old a", "b.csv": "old b", "deep/c.csv": "old c" };
const NEW = { "a.csv": "new a, longer", "b.csv": "new b", "deep/c.csv": "new c" };
const STRANGER = { "notes.txt": "mine" };

function folderWith(files: Record<string, string>): string {
  const folder = temporaryFolder();
  mkdirSync(join(folder, "deep"));
  for (const [name, content] of Object.entries(files)) writeFileSync(join(folder, name), content);
  return folder;
}

/** More calls than any of the writes below makes. */
const CALLS = Array.from({ length: 40 }, (_, index) => index + 1);

describe("writing files", () => {
  test("puts all of them in place of the old ones and leaves others alone", async () => {
    const folder = folderWith({ ...OLD, ...STRANGER });
    await writeFiles(realDisk, folder, new Map(Object.entries(NEW)));
    expect(contents(folder)).toEqual({ ...NEW, ...STRANGER });
  });

  test("changes nothing at all where the disk is full, whichever file is the one too many", async () => {
    let failures = 0;
    for (const at of CALLS) {
      const folder = folderWith({ ...OLD, ...STRANGER });
      const written = await writeFiles(failingDisk(at, "full"), folder, new Map(Object.entries(NEW))).then(
        () => true,
        (failure: unknown) => {
          expect(failure).toBeInstanceOf(StoreError);
          return false;
        },
      );
      if (!written) failures += 1;
      expect(contents(folder)).toEqual({ ...(written ? NEW : OLD), ...STRANGER });
    }
    expect(failures).toBeGreaterThan(3);
  });

  test("names the file that was asked for where it can't be written, not the one beside it", async () => {
    const folder = folderWith(OLD);
    await expect(writeFiles(failingDisk(1, "full"), folder, new Map(Object.entries(NEW)))).rejects.toThrow(
      `${join(folder, "a.csv")}: the disk is full. Free some space.`,
    );
  });

  test("leaves every file whole, old or new, wherever it is killed; the next one sweeps up", async () => {
    let mixed = 0;
    for (const at of CALLS) {
      const folder = folderWith(OLD);
      const ended = await writeFiles(failingDisk(at, "killed"), folder, new Map(Object.entries(NEW))).then(
        () => true,
        (failure: unknown) => !(failure instanceof Killed),
      );
      await sweep(realDisk, folder);
      await sweep(realDisk, join(folder, "deep"));
      const found = contents(folder);
      expect(Object.keys(found)).toEqual(Object.keys(OLD));
      for (const name of Object.keys(OLD) as (keyof typeof OLD)[])
        expect([OLD[name], NEW[name]]).toContain(found[name]);
      if (!ended && found["a.csv"] === NEW["a.csv"]) mixed += 1;
      await writeFiles(realDisk, folder, new Map(Object.entries(NEW)));
      expect(contents(folder)).toEqual(NEW);
    }
    // Some of the kills did fall between two renames, or this test would have shown nothing.
    expect(mixed).toBeGreaterThan(0);
  });
});

describe("writing a folder", () => {
  test("replaces an older one with exactly these files", async () => {
    const folder = folderWith({ ...OLD, ...STRANGER });
    await writeFolder(realDisk, folder, new Map(Object.entries(NEW)));
    expect(contents(folder)).toEqual(NEW);
  });

  test("shows all of its files or none, wherever it is killed or the disk is full", async () => {
    for (const how of ["killed", "full"] as const) {
      for (const at of CALLS) {
        const above = temporaryFolder();
        await writeFolder(failingDisk(at, how), join(above, "run"), new Map(Object.entries(NEW))).catch(
          () => undefined,
        );
        await sweep(realDisk, above);
        const found = contents(above);
        const whole = Object.fromEntries(
          Object.entries(NEW).map(([name, content]) => [`run/${name}`, content]),
        );
        expect([{}, whole]).toContainEqual(found);
      }
    }
  });
});

test("what cannot be written is told with its path and a mend", async () => {
  const folder = folderWith(STRANGER);
  const inside = join(folder, "notes.txt", "inside");
  await expect(realDisk.makeFolder(inside)).rejects.toThrow(
    /notes\.txt.*a file stands where a folder is needed.*--out/,
  );
  await expect(realDisk.write(join(folder, "none", "x"), "")).rejects.toThrow(/no such file or folder/);
  await expect(realDisk.write(join(folder, "deep"), "")).rejects.toThrow(
    /a folder stands where a file is needed/,
  );
});

test("making a folder names the topmost one it made, so that a failed command can remove it", async () => {
  const folder = temporaryFolder();
  expect(await realDisk.makeFolder(join(folder, "a", "b", "c"))).toBe(join(folder, "a"));
  expect(await realDisk.makeFolder(join(folder, "a", "b", "c"))).toBeUndefined();
});
