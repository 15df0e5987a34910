import { describe, expect, it } from "vitest";
import { resolveMeasures } from "../../sim/engine/measures.ts";
import { leverValues } from "../../sim/policy/levers.ts";
import type { Measure, Policy } from "../../sim/policy/policy.ts";
import { pursePays } from "../../sim/processes/policies/policies.ts";
import type { Scenario } from "../../sim/scenario/scenario.ts";
import { TOWN } from "../../sim/world/tiers.ts";
import type { World } from "../../sim/world/world.ts";
import { fromFile, policyOf } from "../laws/scenarios.ts";
import { openRun, runMonths } from "../laws/run.ts";
import { benchFor, sum } from "./bench.ts";

const valley = fromFile("valley", "scale=80", "years=3");
const services = (change: Partial<Measure> = {}): Measure => ({
  id: "services",
  lever: "serviceBudget",
  where: { tiers: ["town"] },
  from: "2020-01",
  value: 600,
  payer: "county",
  source: "assumed",
  ...change,
});
const withPolicies = (...policies: Policy[]): Scenario => ({ ...valley, policies });

/** What each policy has cost each payer by now; the last is the state. */
const costs = (world: World): number[][] => {
  const { policies, jurisdictions } = world.sizes;
  return Array.from({ length: policies }, (_, p) => [
    ...world.outlays.cost.subarray(p * jurisdictions, (p + 1) * jurisdictions),
  ]);
};
const afterMonths = (scenario: Scenario, months: number): World => {
  const run = openRun(scenario, "policies");
  runMonths(run, months);
  return run.built.world;
};

describe("what policies cost", () => {
  it("is booked to the policy and to who pays: of a shared lever by value, of the rest of a division to the last", () => {
    const world = afterMonths(
      withPolicies(
        policyOf("b-state", [services({ value: 300, payer: "state" })]),
        policyOf("a-county", [services({ value: 600 })]),
      ),
      3,
    );
    const [county, state] = costs(world);
    const outside = world.sizes.jurisdictions - 1;
    expect(county[outside]).toBe(0);
    expect(sum(state.slice(0, outside))).toBe(0);
    const total = sum(world.jurisdictions.policyCost);
    expect(sum(county) + sum(state)).toBe(total);
    expect(total).toBeGreaterThan(1e6);
    // A yuan may be lost to rounding at each place and month.
    expect(Math.abs(sum(county) - 2 * sum(state))).toBeLessThan(3 * world.sizes.settlements * 3);
    for (let c = 0; c < outside; c++)
      expect(county[c]).toBeLessThanOrEqual(world.jurisdictions.policyCost[c]);
  });

  it("is halved between two that want the same share", () => {
    const subsidy = services({ lever: "investmentSubsidy", value: 0.2, payer: "state" });
    const world = afterMonths(withPolicies(policyOf("a", [subsidy]), policyOf("b", [subsidy])), 6);
    const [a, b] = costs(world).map(sum);
    expect(a + b).toBe(sum(world.jurisdictions.policyCost));
    expect(a).toBeGreaterThan(1000);
    expect(Math.abs(a - b)).toBeLessThan(a / 100);
  });
});

describe("the running cost of a measure", () => {
  const membership = (cost: Measure["cost"], payer: Measure["payer"] = "county"): Policy =>
    policyOf("office", [
      services({ lever: "registrationEase", value: 1, payer, ...(cost === undefined ? {} : { cost }) }),
    ]);
  const paid = (policy: Policy, change?: (world: World) => void) => {
    const { before, after } = benchFor("policies", withPolicies(policy));
    const world = after(change);
    const towns = [...before.settlements.tier].filter((tier) => tier === TOWN).length;
    return { before, world, towns, cost: sum(world.jurisdictions.policyCost) };
  };

  it("is paid by county or state, part to firms in place and the rest outside, and no yuan is lost", () => {
    for (const payer of ["county", "state"] as const) {
      const { before, world, towns, cost } = paid(membership({ yearly: 120_000, per: "place" }, payer));
      expect(cost).toBe(towns * 10_000);
      const outside = world.sizes.jurisdictions - 1;
      for (let c = 0; c < outside; c++) {
        const spent = before.jurisdictions.cash[c] - world.jurisdictions.cash[c];
        expect(spent).toBe(payer === "county" ? world.jurisdictions.policyCost[c] : 0);
      }
      const local = sum(world.firms.cash) - sum(before.firms.cash);
      expect(local).toBe(towns * Math.floor(10_000 * valleyShare()));
      expect(sum(world.settlements.serviceDemand) - sum(before.settlements.serviceDemand)).toBe(local);
      expect(sum(world.jurisdictions.cash) + sum(world.firms.cash)).toBe(
        sum(before.jurisdictions.cash) + sum(before.firms.cash),
      );
      expect(sum(costs(world)[0])).toBe(cost);
    }
  });

  it("is for all places together, for each, or for each resident", () => {
    expect(paid(membership({ yearly: 1_200_012, per: "policy" })).cost).toBe(100_001);
    const { world, cost } = paid(membership({ yearly: 24, per: "resident" }));
    const { settlements: s, sizes } = world;
    const people = sum([...s.residents].filter((_, j) => s.tier[j] === TOWN)) * sizes.scale;
    expect(cost).toBe(people * 2);
    expect(paid(membership(undefined)).cost).toBe(0);
  });

  it("isn't paid by a county whose treasury is empty", () => {
    const broke = (world: World): void => void world.jurisdictions.funded.fill(0);
    expect(paid(membership({ yearly: 120_000, per: "place" }), broke).cost).toBe(0);
    expect(paid(membership({ yearly: 120_000, per: "place" }, "state"), broke).cost).toBeGreaterThan(0);
  });

  it("of a rule is paid from an empty treasury too, for a rule doesn't rest", () => {
    const rule = services({
      lever: "coordination",
      value: 1,
      where: {},
      cost: { yearly: 1_200_000, per: "policy" },
    });
    const broke = (world: World): void => void world.jurisdictions.funded.fill(0);
    const [free, poor] = [paid(policyOf("ruled", [rule])).cost, paid(policyOf("ruled", [rule]), broke).cost];
    expect(free).toBeGreaterThan(0);
    expect(poor).toBe(free);
  });
});

/** Part of purchases that is made in place, as the run has it. */
const valleyShare = (): number => openRun(valley, "share", []).setting.assumptions.localBuildingShare;

describe("the purse of a policy", () => {
  it("pays while less was spent than it was given", () => {
    expect(pursePays(1200, 0, 1)).toBe(true);
    expect(pursePays(1200, 99, 1)).toBe(true);
    expect(pursePays(1200, 100, 1)).toBe(false);
    expect(pursePays(1200, 100, 2)).toBe(true);
    expect(pursePays(0, 0, 5)).toBe(false);
  });

  it("that is given by head holds as much as the region has residents at the start", () => {
    const purseOf = (purse: Policy["purse"]): number | undefined => {
      const scenario = withPolicies({ ...policyOf("capped", [services()]), purse });
      const { world, places } = openRun(scenario, "policies", []).built;
      return resolveMeasures(scenario, world, places)[0].purse;
    };
    expect(purseOf({ yearly: 7, per: "policy" })).toBe(7);
    const census = valley.world.counties.map((county) => county.census[0].residents);
    expect(purseOf({ yearly: 7, per: "resident" })! / 7 / sum(census)).toBeCloseTo(1, 2);
    expect(purseOf(undefined)).toBeUndefined();
  });

  it("caps what its measures cost, month for month and over the years, and rests no other policy", () => {
    const free = afterMonths(withPolicies(policyOf("free", [services()])), 24);
    const full = sum(costs(free)[0]);
    const yearly = Math.round(full / 6);
    const capped: Policy = { ...policyOf("capped", [services()]), purse: { yearly, per: "policy" } };
    const run = openRun(withPolicies(capped, policyOf("other", [services({ payer: "state" })])), "policies");
    let most = 0;
    let before = 0;
    const resting: boolean[] = [];
    for (let month = 0; month < 24; month++) {
      runMonths(run, 1);
      const spent = sum(costs(run.built.world)[0]);
      most = Math.max(most, spent - before);
      resting.push(spent === before);
      before = spent;
      expect(spent).toBeLessThanOrEqual((yearly * (month + 1)) / 12 + most);
    }
    expect(resting.filter(Boolean).length).toBeGreaterThan(12);
    expect(before).toBeGreaterThan(2 * yearly - most);
    expect(sum(costs(run.built.world)[1])).toBeGreaterThan(full * 0.9);
  });

  it("doesn't make a rule rest", () => {
    const rule = services({ lever: "coordination", value: 1, where: {}, payer: "state" });
    const policy: Policy = {
      ...policyOf("ruled", [rule, services({ payer: "state" })]),
      purse: { yearly: 0, per: "policy" },
    };
    const { after } = benchFor("policies", withPolicies(policy));
    const world = after();
    expect(sum(leverValues(world, "serviceBudget"))).toBe(0);
    expect(sum(leverValues(world, "coordination"))).toBeGreaterThan(0);
  });
});
