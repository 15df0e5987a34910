import { describe, expect, it } from "vitest";
import { leverValues } from "../../../sim/policy/levers.ts";
import { worthOf } from "../../../sim/processes/coordination/strips.ts";
import { copyWorld, type World } from "../../../sim/world/world.ts";
import { fromFile, policyOf } from "../../laws/scenarios.ts";
import { benchFor, rowsWhere, sum } from "../bench.ts";

/** The same harvest, and half of what buyers pay for it is rent of leased fields. */
const leaseHalf = (w: World): void => {
  const { farmIncome, rentBurden } = w.settlements;
  for (let j = 0; j < w.sizes.settlements; j++) {
    farmIncome[j] *= 0.5 / (1 - rentBurden[j]);
    rentBurden[j] = 0.5;
  }
};

describe("a harvest whose fields are leased", () => {
  const scenario = {
    ...fromFile("valley", "scale=40"),
    policies: [
      policyOf("cluster", [
        {
          id: "member",
          lever: "platformMembership",
          where: { tiers: ["village"] },
          from: "2020-01",
          value: 1,
          payer: "state",
          source: "assumed",
        },
      ]),
    ],
  };
  const bench = benchFor("coordination", scenario, 14);
  const { settlements: s, sizes } = bench.before;

  it("is worth as much per hectare to its county as one whose farmers own their fields", () => {
    const leased = copyWorld(bench.before);
    leaseHalf(leased);
    const [own, rented] = [new Float64Array(3), new Float64Array(3)];
    for (let c = 0; c < sizes.jurisdictions - 1; c++) {
      worthOf(bench.before, c, own);
      worthOf(leased, c, rented);
      expect(rented[0] / own[0]).toBeCloseTo(1, 12);
      expect([rented[1], rented[2]]).toEqual([own[1], own[2]]);
    }
  });

  it("pays a platform all that buyers kept back, from farmers and from rent", () => {
    const levied = (w: World): void => {
      leaseHalf(w);
      w.members.levy.fill(0.1);
      w.settlements.brandPremium.fill(1);
      leverValues(w, "platformSupport").fill(0);
    };
    const world = bench.after(levied);
    const members = rowsWhere(sizes.settlements, (j) => world.members.platform[j] > 0);
    expect(members.length).toBeGreaterThan(10);
    const paid = (j: number): number =>
      (s.farmIncome[j] * s.farmers[j] * sizes.scale) / (1 - s.rentBurden[j]);
    const raised = sum(world.platforms.raised) - sum(bench.before.platforms.raised);
    expect(Math.abs(raised - 0.1 * sum(members.map(paid)))).toBeLessThanOrEqual(2 * members.length);
  });
});
