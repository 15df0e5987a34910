import { describe, expect, it } from "vitest";
import { PARAMETERS } from "../../sim/policy/parameters.ts";
import { startResidents } from "../../sim/scenario/relationsCounty.ts";
import { readTree } from "../../sim/scenario/read.ts";
import type { CensusRow, Scenario } from "../../sim/scenario/scenario.ts";
import { at, itemsOf, rootSpot } from "../../sim/scenario/tree.ts";
import { parseScenario } from "../../sim/scenario/validate.ts";
import { fromFiles, policyIds, policyText, scenarioIds, scenarioText } from "./files.ts";

const read = (id: string): Scenario =>
  parseScenario(scenarioText(id), { file: `${id}.yaml`, resolve: fromFiles });
const sum = (numbers: readonly number[]): number => numbers.reduce((total, one) => total + one, 0);

function rowOf(scenario: Scenario, county: number, year: number): CensusRow {
  const row = scenario.world.counties[county].census.find((one) => one.year === year);
  if (row === undefined) throw new Error(`no row of ${year}`);
  return row;
}

/** A figure over all counties of a census. */
const total = (scenario: Scenario, year: number, figure: (row: CensusRow) => number): number =>
  sum(scenario.world.counties.map((_, county) => figure(rowOf(scenario, county, year))));

describe("the scenarios that come with urflow", () => {
  it.each(scenarioIds)("%s is read without a fault and bears the name of its file", (id) => {
    const scenario = read(id);
    expect(scenario.id).toBe(id);
    for (const text of [scenario.title.zh, scenario.summary.zh]) expect(text).toMatch(/\p{Script=Han}/u);
  });

  it.each([...scenarioIds.map(scenarioText), ...policyIds.map(policyText)])(
    "name their schema for editors (%#)",
    (text) => {
      expect(text).toMatch(/^# yaml-language-server: \$schema=\.\.?\/(scenario|policy)\.schema\.json\n/);
    },
  );

  it("use every source that they state", () => {
    for (const id of ["quzhou", "valley"]) {
      const text = scenarioText(id);
      const unused = Object.keys(read(id).sources).filter((key) => text.split(key).length <= 2);
      expect(unused).toEqual([]);
    }
  });
});

describe("the valley", () => {
  const valley = read("valley");

  it("has one core city, three counties, ten towns, sixty villages and one gateway", () => {
    const { counties, gateways } = valley.world;
    expect(counties.map(({ kind }) => kind).sort()).toEqual(["core", "county", "county", "county"]);
    expect(sum(counties.map(({ towns }) => towns))).toBe(10);
    expect(sum(counties.map(({ villages }) => villages))).toBe(60);
    expect(gateways).toHaveLength(1);
  });

  it("makes about twenty thousand agents, those who are registered and live outside among them", () => {
    const reading = readTree(scenarioText("valley"), "valley.yaml");
    if (reading.tree === undefined) throw new Error("unreadable");
    const persons = itemsOf(at(rootSpot(reading.tree), "world", "counties")).map(
      (one) => startResidents(one, 2020) ?? 0,
    );
    expect(sum(persons) / valley.scale).toBeGreaterThan(19_000);
    expect(sum(persons) / valley.scale).toBeLessThan(21_000);
  });

  it("has lost people in its counties and drawn them to its core, and its counties have lost their young", () => {
    const twenties = (row: CensusRow): number => (row.ages[5] + row.ages[6]) / row.residents;
    for (const [index, county] of valley.world.counties.entries()) {
      const row = rowOf(valley, index, 2020);
      expect(row.residents > row.registered).toBe(county.kind === "core");
      expect(twenties(row) > 0.1).toBe(county.kind === "core");
    }
  });

  it("claims no observed figure", () => {
    expect(valley.sources).toEqual({});
  });
});

describe("Quzhou", () => {
  const quzhou = read("quzhou");
  const over65 = (row: CensusRow): number => sum(row.ages.slice(14));

  it("adds up to the census totals of the city", () => {
    expect(total(quzhou, 2010, (row) => row.residents)).toBe(2_122_661);
    expect(total(quzhou, 2020, (row) => row.residents)).toBe(2_276_184);
  });

  it.each([
    [2010, 44.13, 11.97],
    [2020, 57.57, 18.46],
  ])("has in %d the published urban share of %d %% and %d %% of 65 and over", (year, urban, old) => {
    const residents = total(quzhou, year, (row) => row.residents);
    expect((100 * total(quzhou, year, (row) => row.urban)) / residents).toBeCloseTo(urban, 2);
    expect((100 * total(quzhou, year, over65)) / residents).toBeCloseTo(old, 2);
  });

  it("counts every resident in exactly one age band", () => {
    for (const { census } of quzhou.world.counties) {
      for (const row of census) expect(sum(row.ages)).toBe(row.residents);
    }
  });

  it("has residents per registered person as listed for its units", () => {
    const ratios = quzhou.world.counties.map((_, county) => {
      const row = rowOf(quzhou, county, 2020);
      return Number((row.residents / row.registered).toFixed(3));
    });
    expect(ratios).toEqual([1.196, 0.91, 0.765, 0.722, 0.907, 0.809]);
  });

  it("has 82 towns and townships, and villages that add up to the city's total", () => {
    expect(sum(quzhou.world.counties.map(({ towns }) => towns))).toBe(82);
    expect(sum(quzhou.world.counties.map(({ villages }) => villages))).toBe(1482);
    const observed = quzhou.world.counties.filter(({ synthesised }) => !synthesised.includes("villages"));
    expect(observed.map(({ id, villages }) => [id, villages])).toEqual([["changshan", 180]]);
  });

  it("shares out the city's own revenue and marks it as synthesised", () => {
    const revenue = quzhou.world.counties.map(({ ownRevenue }) => ownRevenue ?? 0);
    expect(Math.abs(sum(revenue) - 20.421e9)).toBeLessThanOrEqual(3e6);
    expect(quzhou.world.counties.every(({ synthesised }) => synthesised.includes("ownRevenue"))).toBe(true);
  });
});

describe("innovative small towns", () => {
  it("move levers only, each within its bounds, in all the ways of the package", () => {
    const [policy] = read("valley-small-towns").policies;
    const ids = ["land", "landPrice", "guarantee", "subsidy", "registration", "tax", "services"];
    expect(policy.measures.map(({ id }) => id)).toEqual(ids);
    for (const { lever, value } of policy.measures) {
      expect(PARAMETERS[lever].kind).toBe("lever");
      expect(value).toBeGreaterThan(0);
    }
    expect(policy.designation).toEqual({ tier: "town", perCounty: 1, by: "population" });
  });
});
