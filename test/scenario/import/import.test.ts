import { describe, expect, it } from "vitest";
import { importUnits } from "../../../sim/scenario/import/import.ts";
import { QUZHOU } from "./quzhou.ts";
import { HEADER, imported, PLAIN, scenarioOf, table, withCell, withColumn } from "./tables.ts";

describe("the county tables of two censuses", () => {
  it("are understood as they are: both censuses of each unit stand in the file", () => {
    const { counties, prefectures } = scenarioOf(QUZHOU, { start: 2010 }).world;
    expect(counties.map(({ code }) => code)).toEqual([
      "330802",
      "330803",
      "330822",
      "330824",
      "330825",
      "330881",
    ]);
    expect(prefectures).toEqual([{ id: "p3308", name: { en: "衢州市", zh: "衢州市" } }]);
    for (const { census } of counties) expect(census.map(({ year }) => year)).toEqual([2010, 2020]);
    expect(counties[3].census[0]).toEqual({
      year: 2010,
      residents: 245088,
      registered: 351578,
      urban: 93045,
      ages: [
        2587, 11924, 15924, 14834, 11082, 7237, 10142, 13601, 19224, 23745, 24104, 21941, 22078, 15111, 8380,
        9347, 7382, 4408, 2037,
      ],
      inMigrants: { sameCounty: 23962, sameProvince: 2211, otherProvince: 3092 },
      schoolingYears: 7.06,
      employment: { primary: 0.5332, secondary: 0.2288, tertiary: 0.238 },
      birthPermille: 10.56,
      deathPermille: 9.15,
      households: 92742,
      source: "table",
    });
    expect(counties[3].census[1]).toMatchObject({ residents: 258810, urban: 131023, registered: 351578 });
  });

  it("start in the latest census unless another is asked for", () => {
    expect(scenarioOf(QUZHOU).start).toBe(2020);
    expect(scenarioOf(QUZHOU, { start: 2010 }).start).toBe(2010);
  });

  it("keep units whose later census is missing when the earlier one is asked for", () => {
    const bare = QUZHOU.split("\n").map((line, k) =>
      k === 1 ? line.replace(/,528847.*$/, ",".repeat(21)) : line,
    );
    const { world } = scenarioOf(bare.join("\n"), { start: 2010 });
    expect(world.counties.map(({ census }) => census.length)).toEqual([1, 2, 2, 2, 2, 2]);
  });

  it("are told apart by prefecture, with and without 市", () => {
    const more = QUZHOU.replaceAll(/^33082.,衢州市/gm, (code) => code.replace("衢州市", "别州市"));
    expect(scenarioOf(more, { prefecture: "别州" }).world.counties).toHaveLength(3);
    expect(scenarioOf(more).world.prefectures).toHaveLength(2);
    expect(scenarioOf(more, { prefecture: "衢州市" }).title.zh).toBe("衢州市");
  });

  it("give the same bytes again, and another lie of the villages for another seed", () => {
    expect(imported(QUZHOU).yaml).toBe(imported(QUZHOU).yaml);
    expect(scenarioOf(QUZHOU, { seed: "b" }).world.synthesisSeed).not.toBe(
      scenarioOf(QUZHOU).world.synthesisSeed,
    );
  });
});

describe("columns that are unknown", () => {
  it("are named, and change nothing", () => {
    const { assumptions } = imported(withColumn("coordinate_source", "x", "y", "z"));
    expect(assumptions[0]).toMatch(/^Columns that are not used: coordinate_source/);
    expect(scenarioOf(withColumn("gdp", 1, 2, 3)).world).toEqual(scenarioOf(PLAIN).world);
  });
});

describe("assumptions", () => {
  it("are told in English and Chinese, sentence by sentence", () => {
    const result = importUnits(withCell(0, "urban_share", "76.7%"));
    if (!result.ok) throw new Error("refused");
    expect(result.notes.map(({ en }) => en)).toEqual(result.assumptions);
    for (const { zh } of result.notes) expect(zh).toMatch(/[\u4e00-\u9fff].*。$/su);
  });
});

describe("names that YAML has other uses for", () => {
  it("are ids as any others, of units, prefectures and links", () => {
    const csv = table([
      [...HEADER, "prefecture", "minutes_to_false"],
      ["True", 528847, 0.767, 118.87, 28.94, "null-", 60],
      ["False", 259966, 0.491, 118.52, 28.9, "null-", ""],
    ]);
    const { counties, links, prefectures } = scenarioOf(csv).world;
    expect(prefectures.map(({ id }) => id)).toEqual(["null"]);
    expect(counties.map(({ id, parent }) => [id, parent])).toEqual([
      ["true", "null"],
      ["false", "null"],
    ]);
    expect(links).toMatchObject([{ from: "false", to: "true", minutes: 60 }]);
  });
});
