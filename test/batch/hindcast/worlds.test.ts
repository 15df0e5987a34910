import { describe, expect, test } from "vitest";
import { accountedResidents } from "../../../sim/batch/hindcast/benchmarks.ts";
import { unitWorlds } from "../../../sim/batch/hindcast/worlds.ts";
import { model } from "../../../sim/batch/library.ts";
import { ScenarioError } from "../../../sim/scenario/faults.ts";
import { importUnits } from "../../../sim/scenario/import/import.ts";
import { quzhou, tableOf } from "./table.ts";

const faultsOf = (csv: string): ScenarioError["faults"] => {
  try {
    unitWorlds(model, csv, "units.csv");
  } catch (failure) {
    if (failure instanceof ScenarioError) return failure.faults;
    throw failure;
  }
  return [];
};

describe("a table of units", () => {
  test("gives one world for each prefecture, which starts in the census of 2010", () => {
    const worlds = unitWorlds(
      model,
      tableOf((k) => (k < 2 ? "East" : "West")),
      "units.csv",
    );
    expect(worlds.map(({ prefecture, units }) => [prefecture, units.length])).toEqual([
      ["East", 2],
      ["West", 4],
    ]);
    expect(new Set(worlds.map(({ scenario }) => scenario.id)).size).toBe(2);
    for (const { scenario } of worlds) expect(scenario.start).toBe(2010);
  });

  test("gives the worlds that the import of each prefecture gives by itself", () => {
    const csv = tableOf((k) => (k < 2 ? "East" : "West"));
    for (const { prefecture, yaml } of unitWorlds(model, csv, "units.csv")) {
      expect(importUnits(csv, { file: "units.csv", start: 2010, prefecture })).toMatchObject({ yaml });
    }
  });

  test("gives every unit both censuses as they are, in the order of the world's counties", () => {
    const [{ units, scenario }] = unitWorlds(model, tableOf(), "units.csv");
    expect(units.map(({ name }) => name)).toEqual(quzhou.world.counties.map(({ name }) => name.en));
    expect(scenario.world.counties.map(({ code }) => code)).toEqual(units.map(({ code }) => code));
    for (const [k, { census }] of quzhou.world.counties.entries()) {
      for (const [figures, year] of [
        [units[k].start, 2010],
        [units[k].end, 2020],
      ] as const) {
        const row = census.find((one) => one.year === year);
        if (row === undefined) throw new Error(`no census of ${year}`);
        const old = row.ages.slice(14).reduce((sum, band) => sum + band, 0);
        expect(figures.population).toBe(row.residents);
        expect(figures.urbanShare).toBe(row.urban / row.residents);
        expect(figures.share65).toBe(old / row.residents);
      }
    }
  });

  test("feeds the accounting rule with in-migrants from other counties alone", () => {
    const [{ units }] = unitWorlds(model, tableOf(), "units.csv");
    const row = quzhou.world.counties[0].census.find(({ year }) => year === 2010);
    const { sameProvince = NaN, otherProvince = NaN } = row?.inMigrants ?? {};
    expect(units[0].accounted).toBe(
      accountedResidents({
        residents: row?.residents ?? NaN,
        registered: row?.registered ?? NaN,
        inMigrants: sameProvince + otherProvince,
        birthPermille: row?.birthPermille ?? NaN,
        deathPermille: row?.deathPermille ?? NaN,
      }),
    );
  });

  test("may lack the later census: such a unit has no end", () => {
    const [{ units }] = unitWorlds(model, tableOf(undefined, ["kaihua"]), "units.csv");
    const kaihua = units.find(({ name }) => name === "Kaihua");
    expect(kaihua?.end).toEqual({ population: NaN, urbanShare: NaN, share65: NaN });
    expect(kaihua?.start.population).toBe(245_088);
  });

  test("without prefectures is one world, whatever the file is called", () => {
    const csv = tableOf(() => "");
    const [here, ...others] = unitWorlds(model, csv, "here.csv");
    expect(others).toEqual([]);
    expect(here.prefecture).toBe("");
    const [there] = unitWorlds(model, csv, "folder/there.csv");
    expect(there.scenario.world).toEqual(here.scenario.world);
    expect(there.scenario.seed).toBe(here.scenario.seed);
  });

  test("gives two worlds two ids where names of prefectures give the same", () => {
    // Neither name holds letters of an id, and both prefectures have the same code.
    const worlds = unitWorlds(
      model,
      tableOf((k) => (k < 3 ? "甲" : "乙")),
      "units.csv",
    );
    expect(worlds.length).toBe(2);
    expect(worlds[0].scenario.id).not.toBe(worlds[1].scenario.id);
  });
});

describe("a table with faults", () => {
  test("is refused with every one of them", () => {
    const csv = tableOf().replace(",464527,", ",many,").replace(",28.973,", ",,");
    expect(faultsOf(csv).map(({ line }) => line)).toEqual([2, 3]);
  });

  test("is refused where some rows have a prefecture and some have none", () => {
    const [fault, ...others] = faultsOf(tableOf((k) => (k === 3 ? "" : "Quzhou")));
    expect(others).toEqual([]);
    expect(fault).toMatchObject({ file: "units.csv", line: 5, path: "prefecture", value: "missing" });
  });

  test("is refused where a unit has no figures of 2010", () => {
    const csv = tableOf().replaceAll("_2010", "_2000");
    expect(faultsOf(csv).length).toBeGreaterThan(0);
  });
});
