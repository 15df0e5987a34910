import { readFileSync, readdirSync, writeFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import { beforeAll, describe, expect, test } from "vitest";
import { commandOf, identityOf } from "../../../sim/batch/prepare.ts";
import { perform } from "../../../sim/batch/runners/perform.ts";
import { realDisk } from "../../../sim/batch/store/disk.ts";
import { digestOf, sha256, verifyRun, type RunIdentity } from "../../../sim/batch/store/manifest.ts";
import { TABLE_NAMES } from "../../../sim/batch/store/runFiles.ts";
import { temporaryFolder } from "../disk.ts";
import { fixtureModel } from "../fixture.ts";
import { prepared } from "../scenario.ts";

const model = fixtureModel();
let run: RunIdentity;

async function finished(): Promise<string> {
  const folder = join(temporaryFolder(), "seed-1");
  await perform(
    model,
    realDisk,
    { source: prepared().source, run, keep: { folder, command: "urflow run valley" } },
    () => {},
  );
  return folder;
}

beforeAll(() => {
  run = identityOf(model, prepared(), "1");
});

describe("a finished run", () => {
  test("is found whole, by its bytes", async () => {
    const folder = await finished();
    const found = await verifyRun(realDisk, folder, run, TABLE_NAMES);
    expect(found?.manifest).toBe(sha256(readFileSync(join(folder, "manifest.json"))));
    expect(found?.hash).toMatch(/^[0-9a-f]{16}$/);
  });

  test("is not trusted when one bit of any file has changed, or a file is missing", async () => {
    const names = readdirSync(await finished());
    expect(names).toEqual(expect.arrayContaining([...TABLE_NAMES, "manifest.json"]));
    for (const name of TABLE_NAMES) {
      for (const damage of ["bit", "longer", "missing"] as const) {
        const folder = await finished();
        const path = join(folder, name);
        const bytes = readFileSync(path);
        if (damage === "bit") bytes[Math.floor(bytes.length / 2)] ^= 1;
        if (damage === "missing") rmSync(path);
        else writeFileSync(path, damage === "longer" ? Buffer.concat([bytes, Buffer.of(0)]) : bytes);
        expect(await verifyRun(realDisk, folder, run, TABLE_NAMES)).toBeUndefined();
      }
    }
  });

  test("is not trusted when its manifest is torn, lists fewer files, or is of another run", async () => {
    const changes: ((manifest: string) => string)[] = [
      (text) => text.slice(0, -20),
      () => "",
      () => "null",
      (text) => JSON.stringify({ ...JSON.parse(text), files: JSON.parse(text).files.slice(1) }),
      (text) => JSON.stringify({ ...JSON.parse(text), files: [] }),
    ];
    for (const change of changes) {
      const folder = await finished();
      const path = join(folder, "manifest.json");
      writeFileSync(path, change(readFileSync(path, "utf8")));
      expect(await verifyRun(realDisk, folder, run, TABLE_NAMES)).toBeUndefined();
    }
    const folder = await finished();
    const others: RunIdentity[] = [
      { ...run, seed: "2" },
      { ...run, urflow: "9.9.9" },
      { ...run, scenarioDigest: digestOf("changed") },
      { ...run, set: ["years=3", "scale=10"] },
    ];
    for (const other of others) expect(await verifyRun(realDisk, folder, other, TABLE_NAMES)).toBeUndefined();
  });

  test("has the same bytes when it is run again", async () => {
    const [first, second] = [await finished(), await finished()];
    for (const name of readdirSync(first)) {
      expect(readFileSync(join(second, name)).equals(readFileSync(join(first, name)))).toBe(true);
    }
  });
});

test("a digest does not depend on the order of keys, and does on every value", () => {
  expect(digestOf({ a: 1, b: { c: [1, 2], d: null } })).toBe(digestOf({ b: { d: null, c: [1, 2] }, a: 1 }));
  expect(digestOf({ a: [1, 2] })).not.toBe(digestOf({ a: [2, 1] }));
});

test("the command in a manifest gives the run again, and a shell reads its words back", () => {
  const one = prepared("valley", ["years=3", "title.en=Ann's valley"]);
  expect(commandOf(one, "7", "inputs")).toBe(
    "urflow run valley --seed 7 --set years=3 --set 'title.en=Ann'\\''s valley'",
  );
  const own = { ...one, source: { ...one.source, name: "./somewhere/mine.yaml" } };
  expect(commandOf(own, "a b", "inputs")).toMatch(/^urflow run inputs\/valley\.yaml --seed 'a b'/);
});
