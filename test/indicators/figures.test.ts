import { describe, expect, it } from "vitest";
import { INDICATORS } from "../../sim/indicators/catalogue.ts";
import { createSimulation } from "../../sim/engine/simulation.ts";
import type { Scenario } from "../../sim/scenario/scenario.ts";
import { copyWorld, type World } from "../../sim/world/world.ts";
import { openRun } from "../laws/run.ts";
import { valleyWithEveryLever } from "../laws/scenarios.ts";
import { figuresOf } from "./oracle.ts";

const YEARS = 3;
const valley = valleyWithEveryLever(40, YEARS);
/** A facility that nobody wants is needed each year; two counties deal with each other only in the last. */
const scenario: Scenario = {
  ...valley,
  parameters: { ...valley.parameters, facilityEvery: 1, facilityHarm: 20_000 },
  policies: valley.policies.map((policy) => ({
    ...policy,
    measures: policy.measures.flatMap((measure) => {
      if (measure.lever !== "coordination") return [measure];
      return measure.payer === "state" ? [{ ...measure, from: "2022-03" }] : [];
    }),
  })),
};
const { setting } = openRun(scenario, "figures", []);
const simulation = createSimulation(scenario, { seed: "figures" });
const worlds: World[] = [copyWorld(simulation.world)];
const result = simulation.run({ onYear: () => worlds.push(copyWorld(simulation.world)) });
const expected = worlds.map((world, year) => figuresOf(world, setting, 12 * year, worlds[year - 1]));
const ids = INDICATORS.map(({ id }) => id);

describe("each indicator is what its formula says, worked out anew from persons and places", () => {
  it.each(ids)("%s", (id) => {
    for (let year = 0; year <= YEARS; year++) {
      const [told, counted] = [result.indicators[id][year], expected[year][id]];
      expect(counted).toBeDefined();
      if (Number.isNaN(counted)) expect(told).toBeNaN();
      else if (counted === 0) expect(told).toBe(0);
      else expect(told / counted).toBeCloseTo(1, 9);
    }
  });

  it("has something to tell in the last year, but for a few of which nothing happened", () => {
    const empty = ids.filter(
      (id) => !(Math.abs(result.indicators[id]![YEARS]!) > 0) && !id.startsWith("ledger."),
    );
    expect(empty.length).toBeLessThan(ids.length / 15);
  });
});

describe("figures of the start", () => {
  const flows = [
    "netMigration.village",
    "netMigration.town",
    "netMigration.seat",
    "netMigration.core",
    "naturalIncrease",
    "turnover.village",
    "turnover.town",
    "turnover.seat",
    "turnover.core",
    "villages.emptied",
    "capitalOutflow.share",
    "remittances.share",
    "ledger.money",
    "ledger.land",
    "reciprocity.people",
    "savingsLent.village",
    "capitalOutflow.village",
    "remittances",
    "reciprocity.capital",
    "reciprocity.landValue",
    "budget.balance",
    "budget.perHead",
    "budget.ownShare",
    "budget.landShare",
    "budget.landRevenue",
    "budget.granted",
    "leased.rent",
    "quota.use",
    "policyCost",
    "enterprises.founded",
    "enterprises.closed",
    "relocations.all",
    "relocations.toVillage",
    "relocations.fromVillage",
  ];

  it("are there for what stands, and not for what flows in a year", () => {
    for (const id of ids)
      expect([id, Number.isNaN(result.indicators[id][0])]).toEqual([
        id,
        flows.includes(id) || id.startsWith("motive."),
      ]);
  });

  it("are never anything but numbers in later years", () => {
    for (const id of ids)
      for (let year = 1; year <= YEARS; year++) expect(result.indicators[id][year]).not.toBeNaN();
  });
});
