import { describe, expect, it } from "vitest";
import { leverStates, leverValues } from "../../../sim/policy/levers.ts";
import { SECTORS, SERVICES } from "../../../sim/world/jurisdictions.ts";
import { benchFor, money, rowsWhere, sum } from "../bench.ts";
import { measure, runWith, salesOf, valley } from "./clusters.ts";

describe("what a platform costs in a month", () => {
  const run = runWith(
    [measure("platformMembership", 1, "2020-01"), measure("platformSupport", 0.6, "2020-01")],
    1,
  );
  const { setting, steps } = run;
  const { world, assumptions: a } = setting;
  const { settlements: s, platforms, members, firms, jurisdictions: g, sizes } = world;
  const step = steps.find(({ name }) => name === "coordination")!.step;

  it("is paid by members from what buyers kept back and by who supports it, and spent to the last yuan", () => {
    // In the first county the county supports, elsewhere the state.
    for (let j = 0; j < sizes.settlements; j++) {
      leverValues(world, "platformSupport")[j] = 0.6;
      leverStates(world, "platformSupport")[j] = s.jurisdiction[j] === 1 ? 0 : 1;
    }
    const cash = g.cash.slice();
    const policyCost = g.policyCost.slice();
    const shops = firms.cash.slice();
    const start = money(world);
    step(12);
    expect(money(world)).toBe(start);
    const rows = rowsWhere(sizes.settlements, (j) => members.platform[j] > 0);
    const sold = (j: number): number => salesOf(world, j);
    const due = (j: number): number => Math.floor(platforms.unitCost[members.platform[j] - 1] * sold(j));
    const given = (j: number): number => Math.floor(members.levy[j] * sold(j));
    const supported = (j: number): number => Math.floor(due(j) * 0.6);
    for (let c = 0; c < sizes.jurisdictions - 1; c++) {
      const mine = rows.filter((j) => s.jurisdiction[j] === c);
      expect(platforms.due[c]).toBe(sum(mine.map(due)));
      expect(platforms.raised[c]).toBe(sum(mine.map((j) => given(j) + supported(j))));
      expect(g.policyCost[c] - policyCost[c]).toBe(sum(mine.map(supported)));
      expect(cash[c] - g.cash[c]).toBe(c === 1 ? sum(mine.map(supported)) : 0);
    }
    for (const town of new Set(rows.map((j) => s.town[j]))) {
      const mine = rows.filter((j) => s.town[j] === town);
      const local = sum(mine.map((j) => Math.floor((given(j) + supported(j)) * a.localBuildingShare)));
      expect(firms.cash[town * SECTORS + SERVICES] - shops[town * SECTORS + SERVICES]).toBe(local);
    }
    expect(sum(rows.map(given))).toBeGreaterThan(0);
  });
});

describe("production", () => {
  it("pays farmers by the factor of the platform, and all others as before", () => {
    const farm = benchFor("production", valley, 3);
    const plain = farm.after();
    const branded = farm.after((w) => (w.settlements.brandPremium[20] = 1.1));
    const ratio = Array.from(
      branded.settlements.farmIncome,
      (income, j) => income / plain.settlements.farmIncome[j],
    );
    expect(ratio[20]).toBeCloseTo(1.1, 12);
    expect(ratio.filter((r, j) => j !== 20 && r !== 1 && !Number.isNaN(r))).toEqual([]);
  });
});
