import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { designated } from "../../sim/engine/measures.ts";
import { monthOf, resolveMeasures } from "../../sim/engine/measures.ts";
import { PARAMETERS, parameterIds } from "../../sim/policy/parameters.ts";
import type { Measure } from "../../sim/policy/policy.ts";
import { leverIndex, LEVERS, resolveLevers, type ResolvedMeasure } from "../../sim/policy/resolve.ts";
import { buildWorld } from "../../sim/scenario/build/build.ts";
import { TOWN, VILLAGE } from "../../sim/world/tiers.ts";
import { copyWorld, type World } from "../../sim/world/world.ts";
import { fromFile, policyOf } from "../laws/scenarios.ts";

const scenario = fromFile("valley", "scale=200");
const { world: start, places } = buildWorld(scenario);
const stride = LEVERS.length;

const measure = (change: Partial<ResolvedMeasure>): ResolvedMeasure => ({
  policy: "p",
  measure: "m",
  lever: leverIndex("landPriceCut"),
  settlements: Int32Array.of(1, 2),
  from: 3,
  until: 6,
  value: 0.3,
  state: false,
  ...change,
});
/** Value and payer of a lever at a settlement in a month. */
function leverAt(
  measures: readonly ResolvedMeasure[],
  month: number,
  settlement = 1,
): readonly [number, boolean] {
  const world = copyWorld(start);
  resolveLevers(world, measures, month);
  const row = settlement * stride + leverIndex("landPriceCut");
  return [world.levers.value[row], world.levers.state[row] === 1];
}

describe("levers", () => {
  it("are set from the first month in force, and no longer in the last", () => {
    expect([2, 3, 4, 5, 6].map((month) => leverAt([measure({})], month)[0])).toEqual([0, 0.3, 0.3, 0.3, 0]);
    expect(leverAt([measure({ until: Infinity })], 1000)[0]).toBe(0.3);
    expect(leverAt([measure({ from: -12 })], 0)[0]).toBe(0.3);
  });

  it("are set where the measure is, and nowhere else, and no other lever is", () => {
    const world = copyWorld(start);
    resolveLevers(world, [measure({})], 4);
    world.levers.value.forEach((value, row) => {
      const here = [1, 2].includes(Math.floor(row / stride)) && row % stride === leverIndex("landPriceCut");
      expect(value).toBe(here ? 0.3 : 0);
    });
  });

  it("take the larger of two values, whichever is written first, with its payer", () => {
    const [small, large] = [measure({ value: 0.2, state: true }), measure({ value: 0.5 })];
    expect(leverAt([small, large], 4)).toEqual([0.5, false]);
    expect(leverAt([large, small], 4)).toEqual([0.5, false]);
    // After the larger has ended the smaller holds.
    expect(leverAt([measure({ value: 0.5 }), measure({ value: 0.2, state: true, until: 20 })], 8)).toEqual([
      0.2,
      true,
    ]);
  });

  it.fails("of the same value are paid by the same one, whichever is written first", () => {
    const [county, state] = [measure({}), measure({ state: true })];
    expect(leverAt([county, state], 4)).toEqual(leverAt([state, county], 4));
  });

  it("forget last month's measures", () => {
    const world = copyWorld(start);
    resolveLevers(world, [measure({ state: true })], 4);
    resolveLevers(world, [measure({ state: true })], 6);
    expect([...world.levers.value].every((value) => value === 0)).toBe(true);
    expect([...world.levers.state].every((value) => value === 0)).toBe(true);
  });

  it("don't depend on the order of measures of different values, by any shuffle", () => {
    const some = fc.record({
      value: fc.integer({ min: 1, max: 1000 }),
      from: fc.nat(5),
      length: fc.nat(5),
      state: fc.boolean(),
      places: fc.uniqueArray(fc.nat(20), { maxLength: 5 }),
    });
    fc.assert(
      fc.property(
        fc.uniqueArray(some, { selector: ({ value }) => value, maxLength: 6 }),
        fc.nat(10),
        fc.func(fc.integer()),
        (list, month, order) => {
          const measures = list.map(({ value, from, length, state, places: rows }) =>
            measure({
              value: value / 1000,
              from,
              until: from + length,
              state,
              settlements: Int32Array.from(rows),
            }),
          );
          const shuffled = measures
            .map((each, k) => ({ each, key: order(k) }))
            .toSorted((a, b) => a.key - b.key)
            .map(({ each }) => each);
          for (let place = 0; place <= 20; place++) {
            expect(leverAt(shuffled, month, place)).toEqual(leverAt(measures, month, place));
          }
        },
      ),
      { seed: 47, numRuns: 60 },
    );
  });
});

describe("the measures of a policy", () => {
  const written: Measure = {
    id: "m",
    lever: "serviceBudget",
    from: "2021-04",
    value: 100,
    payer: "state",
    source: "assumed",
  };
  const rowsOf = (
    where: Measure["where"],
    designation?: Parameters<typeof designated>[0]["designation"],
  ): number[] => {
    const policy = { ...policyOf("p", [{ ...written, where }]), designation };
    return [...resolveMeasures({ ...scenario, policies: [policy] }, start, places)[0].settlements];
  };
  const { settlements: s } = start;
  const all = [...Array(start.sizes.settlements).keys()].filter((j) => places.places[j].jurisdiction < 4);
  const inCounty = (id: string): number => scenario.world.counties.findIndex((county) => county.id === id);

  it("begin and end in months since the start", () => {
    expect(monthOf("2020-01", 2020)).toBe(0);
    expect(monthOf("2021-04", 2020)).toBe(15);
    expect(monthOf("2019-12", 2020)).toBe(-1);
    const [open, closed] = resolveMeasures(
      { ...scenario, policies: [policyOf("p", [written, { ...written, id: "n", until: "2030-01" }])] },
      start,
      places,
    );
    expect([open.from, open.until, closed.until]).toEqual([15, Infinity, 120]);
    expect([open.lever, open.value, open.state]).toEqual([leverIndex("serviceBudget"), 100, true]);
  });

  it("hold everywhere in the region but never outside, where they don't say where", () => {
    expect(rowsOf(undefined)).toEqual(all);
    expect(rowsOf({})).toEqual(all);
  });

  it("are narrowed by tier, county and settlement, all together", () => {
    expect(rowsOf({ tiers: ["town"] })).toEqual(all.filter((j) => s.tier[j] === TOWN));
    expect(rowsOf({ counties: ["taoxi"] })).toEqual(
      all.filter((j) => s.jurisdiction[j] === inCounty("taoxi")),
    );
    expect(rowsOf({ tiers: ["village"], counties: ["taoxi", "zhulin"] })).toEqual(
      all.filter(
        (j) => s.tier[j] === VILLAGE && [inCounty("taoxi"), inCounty("zhulin")].includes(s.jurisdiction[j]),
      ),
    );
    expect(rowsOf({ settlements: ["taoxi-v3", "ancheng"] })).toEqual(
      all.filter((j) => ["taoxi-v3", "ancheng"].includes(places.places[j].id)),
    );
    expect(rowsOf({ settlements: ["taoxi-v3"], counties: ["zhulin"] })).toEqual([]);
    expect(rowsOf({ tiers: [] })).toEqual([]);
  });

  it("of designated places are the largest towns of each county, or the nearest to the seat", () => {
    const towns = (county: number): number[] =>
      all.filter((j) => s.tier[j] === TOWN && s.jurisdiction[j] === county);
    const best = (n: number, rank: (j: number) => number): number[] =>
      [0, 1, 2, 3]
        .flatMap((county) =>
          towns(county)
            .toSorted((a, b) => rank(a) - rank(b) || a - b)
            .slice(0, n),
        )
        .toSorted((a, b) => a - b);
    const largest = best(1, (j) => -s.residents[j]);
    expect(rowsOf("designated", { tier: "town" })).toEqual(largest);
    expect(rowsOf("designated", { tier: "town", perCounty: 2, by: "population" })).toEqual(
      best(2, (j) => -s.residents[j]),
    );
    expect(rowsOf("designated", { tier: "town", perCounty: 1, by: "minutesToSeat" })).toEqual(
      best(1, (j) => s.minutesToSeat[j]),
    );
    expect(rowsOf("designated", { tier: "town", perCounty: 0 })).toEqual([]);
    expect(rowsOf("designated", { tier: "town", perCounty: 99 })).toEqual(
      all.filter((j) => s.tier[j] === TOWN),
    );
    expect(rowsOf("designated", { tier: "village", settlements: ["taoxi-v2", "zhulin-v1"] })).toEqual(
      all.filter((j) => ["taoxi-v2", "zhulin-v1"].includes(places.places[j].id)),
    );
    expect(rowsOf("designated")).toEqual([]);
  });
});

describe("the table of parameters", () => {
  const ids = [...parameterIds("assumption"), ...parameterIds("lever")];

  it.each(ids)("%s has a default within its bounds, both labels, a sentence, a unit and a source", (id) => {
    const row = PARAMETERS[id];
    expect(row.min).toBeLessThan(row.max);
    expect(row.default).toBeGreaterThanOrEqual(row.min);
    expect(row.default).toBeLessThanOrEqual(row.max);
    expect(row.label.en.trim()).not.toBe("");
    expect(row.label.zh).toMatch(/[\u4e00-\u9fff]/);
    expect(row.doc).toMatch(/^[A-Z].*\.$/);
    expect(row.unit.trim()).not.toBe("");
    expect(row.source.trim()).not.toBe("");
    if (row.kind === "lever") expect([row.default, row.min]).toEqual([0, 0]);
    if (row.unit === "share") expect(row.max).toBeLessThanOrEqual(1);
  });

  it("says of every row whether it is an assumption or a lever", () => {
    expect(new Set(ids)).toEqual(new Set(Object.keys(PARAMETERS)));
    expect(LEVERS).toEqual(parameterIds("lever"));
  });
});

const unused = (world: World): number => world.sizes.levers;
it("a world has room for every lever at every settlement", () => {
  expect(unused(start)).toBe(LEVERS.length);
  expect(start.levers.value).toHaveLength(LEVERS.length * start.sizes.settlements);
});
