import { describe, expect, it } from "vitest";
import type { designated } from "../../sim/engine/measures.ts";
import { monthOf, resolveMeasures } from "../../sim/engine/measures.ts";
import { PARAMETERS, parameterIds } from "../../sim/policy/parameters.ts";
import type { Measure } from "../../sim/policy/policy.ts";
import { LEVERS, leverIndex, leverStates, leverValues, type Lever } from "../../sim/policy/levers.ts";
import { openLevers, type ResolvedMeasure } from "../../sim/policy/resolve.ts";
import { buildWorld } from "../../sim/scenario/build/build.ts";
import { TOWN, VILLAGE } from "../../sim/world/tiers.ts";
import { copyWorld, type World } from "../../sim/world/world.ts";
import { fromFile, policyOf } from "../laws/scenarios.ts";

const scenario = fromFile("valley", "scale=200");
const { world: start, places } = buildWorld(scenario);
const { settlements: count } = start.sizes;

/** The world of the start with room for two policies, of which nothing rests. */
const roomy = (): World => {
  const world = buildWorld({ ...scenario, policies: [policyOf("p", []), policyOf("q", [])] }).world;
  world.outlays.force.fill(1);
  return world;
};
const ready = roomy();

const measure = (change: Partial<ResolvedMeasure>): ResolvedMeasure => ({
  policy: "p",
  policyRow: 0,
  measure: "m",
  lever: leverIndex("landPriceCut"),
  settlements: Int32Array.of(1, 2),
  from: 3,
  until: 6,
  value: 0.3,
  state: false,
  ...change,
});
/** Value of a lever at a settlement in a month, and the state's part of its cost. */
function leverAt(
  measures: readonly ResolvedMeasure[],
  month: number,
  settlement = 1,
  lever: Lever = "landPriceCut",
  change: (world: World) => void = () => {},
): readonly [number, number] {
  const world = copyWorld(ready);
  change(world);
  openLevers(world, measures)(month);
  return [leverValues(world, lever)[settlement], leverStates(world, lever)[settlement]];
}

describe("levers", () => {
  it("are set from the first month in force, and no longer in the last", () => {
    expect([2, 3, 4, 5, 6].map((month) => leverAt([measure({})], month)[0])).toEqual([0, 0.3, 0.3, 0.3, 0]);
    expect(leverAt([measure({ until: Infinity })], 1000)[0]).toBe(0.3);
    expect(leverAt([measure({ from: -12 })], 0)[0]).toBe(0.3);
  });

  it("are set where the measure is, and nowhere else, and no other lever is", () => {
    const world = copyWorld(ready);
    openLevers(world, [measure({})])(4);
    world.levers.value.forEach((value, row) => {
      const here = [1, 2].includes(row % count) && Math.floor(row / count) === leverIndex("landPriceCut");
      expect(value).toBe(here ? 0.3 : 0);
    });
  });

  it("of the same value are shared, and paid for in equal parts", () => {
    const [county, state] = [measure({}), measure({ policy: "q", policyRow: 1, state: true })];
    expect(leverAt([county, state], 4)).toEqual([0.3, 0.5]);
    expect(leverAt([state, county], 4)).toEqual([0.3, 0.5]);
    expect(leverAt([county, measure({})], 4)).toEqual([0.3, 0]);
    expect(leverAt([state, county, county, state, state], 4)).toEqual([0.3, 0.6]);
  });

  it("that are amounts add up to the bound, and each pays for its own", () => {
    const lever = leverIndex("serviceBudget");
    const [county, state] = [measure({ lever, value: 300 }), measure({ lever, value: 900, state: true })];
    expect(leverAt([county, state], 4, 1, "serviceBudget")).toEqual([1200, 0.75]);
    const much = measure({ lever, value: 15_000, state: true });
    expect(leverAt([much, measure({ lever, value: 15_000 })], 4, 1, "serviceBudget")).toEqual([20_000, 0.5]);
  });

  it("rest where their payer has nothing left, but for rules", () => {
    const { jurisdictions } = ready.sizes;
    const county = ready.settlements.jurisdiction[1];
    const broke = (world: World): void => void (world.outlays.force[county] = 0);
    expect(leverAt([measure({})], 4, 1, "landPriceCut", broke)).toEqual([0, 0]);
    expect(leverAt([measure({ state: true })], 4, 1, "landPriceCut", broke)).toEqual([0.3, 1]);
    const other = measure({ policyRow: 1, policy: "q" });
    expect(leverAt([measure({}), other], 4, 1, "landPriceCut", broke)).toEqual([0.3, 0]);
    const rule = measure({ lever: leverIndex("coordination"), value: 2 });
    expect(leverAt([rule], 4, 1, "coordination", broke)).toEqual([2, 0]);
    const empty = (world: World): void => void (world.outlays.force[jurisdictions - 1] = 0);
    expect(leverAt([measure({ state: true })], 4, 1, "landPriceCut", empty)).toEqual([0, 0]);
  });

  it("forget last month's measures", () => {
    const world = copyWorld(ready);
    const set = openLevers(world, [measure({ state: true })]);
    set(4);
    expect(world.levers.value.some((value) => value > 0)).toBe(true);
    set(6);
    expect([...world.levers.value].every((value) => value === 0)).toBe(true);
    expect([...world.levers.state].every((value) => value === 0)).toBe(true);
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
    expect(rowsOf("designated", { tier: "town", perCounty: 1, by: "farFromSeat" })).toEqual(
      best(1, (j) => -s.minutesToSeat[j]),
    );
    expect(rowsOf("designated", { tier: "town", perCounty: 1, by: "inTurn" })).toEqual(
      best(1, (j) => (s.jurisdiction[j] % 2 === 0 ? s.minutesToSeat[j] : -s.minutesToSeat[j])),
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
  expect(unused(start)).toBe(start.sizes.settlements);
  expect(start.levers.value).toHaveLength(LEVERS.length * start.sizes.settlements);
});
