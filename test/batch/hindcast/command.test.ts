import { existsSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { beforeAll, describe, expect, test } from "vitest";
import type { HindcastJson } from "../../../sim/batch/hindcast/answer.ts";
import { readUnits } from "../../../sim/scenario/import/import.ts";
import { requireBuild } from "../../built.ts";
import { urflow } from "../commands/urflow.ts";
import { temporaryFolder } from "../disk.ts";
import { quzhou, tableOf } from "./table.ts";

beforeAll(requireBuild);

/** Coarse, so that a run takes less than a second. */
const COARSE = ["--scale", "2000", "--seeds", "2", "--calibration", "none"];

const file = (text: string, name = "units.csv"): string => {
  const path = join(temporaryFolder(), name);
  writeFileSync(path, text);
  return path;
};

const answerOf = async (...args: string[]): Promise<HindcastJson> => {
  const { code, stdout, stderr } = await urflow("hindcast", ...args, "--json");
  expect({ code, stderr }).toEqual({ code: 0, stderr: "" });
  return JSON.parse(stdout) as HindcastJson;
};

describe("urflow hindcast --json", () => {
  test("has every unit with its predictions and both kinds of scores, and nothing else", async () => {
    const answer = await answerOf(file(tableOf()), ...COARSE);
    expect(Object.keys(answer)).toEqual(["units", "scores", "benchmarks"]);
    expect(answer.units.map(({ code, unit, prefecture }) => [code, unit, prefecture])).toEqual(
      quzhou.world.counties.map(({ code, name }) => [code, name.en, "Quzhou"]),
    );
    for (const unit of answer.units) {
      expect(Object.keys(unit)).toEqual([
        "code",
        "unit",
        "prefecture",
        "population",
        "urbanShare",
        "share65",
      ]);
      const { population, urbanShare, share65 } = unit;
      for (const figure of [population, urbanShare, share65]) {
        expect(Object.keys(figure)).toEqual(["predicted", "low", "high", "census"]);
        expect(figure.low).toBeLessThanOrEqual(figure.predicted);
        expect(figure.high).toBeGreaterThanOrEqual(figure.predicted);
      }
      expect(Number.isInteger(population.predicted)).toBe(true);
      for (const share of [urbanShare, share65]) {
        expect(share.predicted).toBeGreaterThan(0);
        expect(share.predicted).toBeLessThan(1);
      }
    }
    expect(answer.scores.population.rows).toBe(6);
    expect(answer.benchmarks.noChange.population.rmse).toBeGreaterThan(0);
    expect(answer.scores.prefectures.map(({ prefecture }) => prefecture)).toEqual(["Quzhou"]);
  });

  test("predicts the same where the later census isn't known, and scores none of it", async () => {
    const known = await answerOf(file(tableOf()), ...COARSE);
    const without = quzhou.world.counties.map(({ id }) => id);
    const unknown = await answerOf(file(tableOf(undefined, without)), ...COARSE);
    for (const [k, { population, urbanShare, share65 }] of unknown.units.entries()) {
      for (const [figure, same] of [
        [population, known.units[k].population],
        [urbanShare, known.units[k].urbanShare],
        [share65, known.units[k].share65],
      ]) {
        expect(figure.census).toBeNull();
        expect({ ...figure, census: same.census }).toEqual(same);
      }
    }
    expect(unknown.scores.population).toEqual({
      rows: 0,
      rmse: null,
      bias: null,
      spearman: null,
      coverage: null,
    });
  });

  test("takes settings, and the same command gives the same bytes", async () => {
    const path = file(tableOf());
    const settled = [...COARSE, "--seeds", "1", "--set", "parameters.considerRate=0.01", "--json"];
    const first = await urflow("hindcast", path, ...settled);
    const again = await urflow("hindcast", path, ...settled, "--jobs", "1");
    expect(again).toEqual(first);
    const other = await urflow("hindcast", path, ...COARSE, "--seeds", "1", "--json");
    expect(other.stdout).not.toBe(first.stdout);
  });
});

describe("urflow hindcast", () => {
  test("prints units, prefectures, scores and benchmarks", async () => {
    const two = tableOf((k) => (k < 2 ? "East" : "West"));
    const { code, stdout } = await urflow("hindcast", file(two), ...COARSE);
    expect(code).toBe(0);
    for (const words of ["Kaihua", "East", "West", "this model", "no change", "national trend"])
      expect(stdout).toContain(words);
    expect(stdout).toMatch(/^2010 to 2020: 6 units in 2 worlds, seeds 1 to 2, /);
    expect(stdout).toContain("accounting rule");
  });

  test("says that nothing is scored where no unit has the later census, and how to give it", async () => {
    const all = quzhou.world.counties.map(({ id }) => id);
    const { code, stdout } = await urflow("hindcast", file(tableOf(undefined, all)), ...COARSE);
    expect(code).toBe(0);
    expect(stdout).toContain(
      "No unit has figures of 2020, so that nothing is scored. Add columns such as population_2020",
    );
    expect(stdout).not.toContain("no change");
  });

  test("--out writes tables, the same JSON, and what makes them again", async () => {
    const path = file(tableOf());
    const out = join(temporaryFolder(), "hindcast");
    const answer = await answerOf(path, ...COARSE, "--out", out);
    expect(readdirSync(out).sort()).toEqual([
      "hindcast.json",
      "inputs",
      "manifest.json",
      "scores.csv",
      "units.csv",
    ]);
    const read = (name: string): string => readFileSync(join(out, name), "utf8");
    expect(JSON.parse(read("hindcast.json"))).toEqual(answer);
    expect(read("units.csv").split("\n").length).toBe(1 + 6 * 3 + 1);
    expect(readUnits(read("inputs/units.csv"), "units.csv").units.length).toBe(6);
    const { command } = JSON.parse(read("manifest.json")) as { command: string };
    expect(command).toBe("urflow hindcast inputs/units.csv --seeds 2 --scale 2000 --calibration none");
    const again = await answerOf(join(out, "inputs", "units.csv"), ...COARSE);
    expect(again).toEqual(answer);
    const other = await urflow("batch", "valley", "--seeds", "1", "--years", "1", "--out", out);
    expect(other).toMatchObject({ code: 1 });
    expect(other.stderr).toContain("the folder holds the results of a hindcast");
  });

  const wrong: readonly (readonly [what: string, args: () => string[], says: RegExp])[] = [
    ["a table that is not there", () => ["none.csv"], /none\.csv: there is no such file/],
    ["a table without places", () => [file("unit,population\nA,5\n")], /units\.csv:1:1 \w+ is missing/],
    [
      "a negative population",
      () => [file(tableOf().replace(",464527,", ",-4,"))],
      /units\.csv:2:\d+ population_2010 is /,
    ],
    [
      "a setting out of bounds",
      () => [good(), "--set", "parameters.taxShare=14"],
      /taxShare is 14; expected/,
    ],
    [
      "a calibration that is not there",
      () => [good(), "--calibration", "none.json"],
      /none\.json: there is no such file/,
    ],
    [
      "a calibration that is none",
      () => [good(), "--calibration", file("[]", "mine.json")],
      /expected what urflow calibrate writes/,
    ],
    ["no seeds", () => [good(), "--seeds", "0"], /whole number from 1/],
  ];
  const good = (): string => file(tableOf());

  test.each(wrong)("refuses %s before anything runs or is written", async (_, args, says) => {
    const out = join(temporaryFolder(), "out");
    const { code, stdout, stderr } = await urflow("hindcast", ...args(), "--out", out);
    expect({ code, stdout }).toEqual({ code: 2, stdout: "" });
    expect(stderr).toMatch(says);
    expect(existsSync(out)).toBe(false);
  });
});
