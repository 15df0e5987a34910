import { describe, expect, it } from "vitest";
import { leverValues } from "../../sim/policy/levers.ts";
import { SECTORS, SERVICES } from "../../sim/world/jurisdictions.ts";
import { OUTSIDE } from "../../sim/world/tiers.ts";
import type { World } from "../../sim/world/world.ts";
import { fromFile } from "../laws/scenarios.ts";
import { benchFor, rowsWhere, sum } from "./bench.ts";

const bench = benchFor("investment", fromFile("valley", "scale=20"), 3);
const { before, setting } = bench;
const { assumptions: a } = setting;
const { settlements: s, sizes } = before;
const rows = rowsWhere(sizes.settlements * SECTORS, (row) => s.tier[Math.floor(row / SECTORS)] !== OUTSIDE);
const place = (row: number): number => Math.floor(row / SECTORS);
const taxOf = (row: number): number => Math.floor(before.firms.value[row] * a.taxShare);
/** Two months of wages stay in the till. */
const buffer = (row: number): number => Math.floor(2 * (1 - a.capitalShare) * before.firms.value[row]);
const worn = (row: number): number => Math.floor((before.firms.capital[row] * a.depreciation) / 12);
/** Each firm has its buffer, its tax and the same spare money on top, and nothing was lent. */
const withSpare =
  (spare: (row: number) => number, appetite: (row: number) => number, returns = 0.05) =>
  (w: World): void => {
    for (const row of rows) {
      w.firms.lent[row] = 0;
      w.firms.returns[row] = returns;
      w.firms.appetite[row] = appetite(row);
      w.firms.cash[row] = buffer(row) + taxOf(row) + spare(row);
    }
  };

describe("investment", () => {
  it("pays the county its share of value added", () => {
    const world = bench.after();
    for (let c = 0; c < sizes.jurisdictions - 1; c++) {
      const tax = sum(rows.filter((row) => s.jurisdiction[place(row)] === c).map(taxOf));
      expect(tax).toBeGreaterThan(0);
      expect(world.jurisdictions.revenue[c] - before.jurisdictions.revenue[c]).toBe(tax);
      expect(world.jurisdictions.cash[c] - before.jurisdictions.cash[c]).toBe(tax);
    }
  });

  it("capital wears out where there is no money to replace it, and where it doesn't earn its keep", () => {
    const broke = bench.after(
      withSpare(
        () => 0,
        () => 0,
      ),
    );
    const idle = bench.after(
      withSpare(
        (row) => 10 * worn(row),
        () => 0,
        -0.01,
      ),
    );
    for (const row of rows) {
      expect(before.firms.capital[row] - broke.firms.capital[row]).toBe(worn(row));
      expect(before.firms.capital[row] - idle.firms.capital[row]).toBe(worn(row));
    }
    expect(sum(rows.map(worn))).toBeGreaterThan(0);
  });

  it("replaces what is worn first; profit beyond that is reinvested as far as wished, and the rest is paid out", () => {
    // Nothing is bought in place, so that no shop earns from its neighbours' building within the month.
    const elsewhere = { assumptions: { ...a, localBuildingShare: 0 } };
    const spare = (row: number): number => worn(row) + 1000;
    const content = bench.after(
      withSpare(spare, () => 0),
      elsewhere,
    );
    const keen = bench.after(
      withSpare(spare, () => 1e9),
      elsewhere,
    );
    const modest = bench.after(
      withSpare(spare, () => 100),
      elsewhere,
    );
    const extended = Math.floor(1000 * a.profitReinvested);
    for (const row of rows) {
      expect(content.firms.capital[row]).toBe(before.firms.capital[row]);
      expect(keen.firms.capital[row] - before.firms.capital[row]).toBe(extended);
      expect(modest.firms.capital[row] - before.firms.capital[row]).toBe(100);
    }
    for (const j of new Set(rows.map(place))) {
      const paid = (w: World): number => w.settlements.profitPool[j] - s.profitPool[j];
      expect(paid(content)).toBe(SECTORS * 1000);
      expect(paid(keen)).toBe(SECTORS * (1000 - extended));
      expect(paid(modest)).toBe(SECTORS * 900);
    }
  });

  it("buys part of its capital from the shops in place, the rest outside", () => {
    const [row] = rows.filter((r) => r % SECTORS === 1 && before.firms.capital[r] > 1e6);
    const lent = 1_000_003;
    const base = bench.after(
      withSpare(
        () => 0,
        () => 0,
      ),
    );
    const built = bench.after((w) => {
      withSpare(
        () => 0,
        () => 0,
      )(w);
      w.firms.lent[row] = lent;
      w.firms.cash[row] += lent;
    });
    const local = Math.floor(lent * a.localBuildingShare);
    expect(built.firms.capital[row] - base.firms.capital[row]).toBe(lent);
    expect(built.firms.cash[row]).toBe(base.firms.cash[row]);
    const j = place(row);
    // Of what the shop received it invests a part in turn, and buys a part of that in place.
    const demand = built.settlements.serviceDemand[j] - base.settlements.serviceDemand[j];
    expect(demand).toBeGreaterThanOrEqual(local);
    expect(demand).toBeLessThan(local * 1.5);
    const shop = j * SECTORS + SERVICES;
    // Shops come after works in the list: what they received counts as their profit at once, or waits in the till.
    const received =
      built.firms.cash[shop] -
      base.firms.cash[shop] +
      built.firms.capital[shop] -
      base.firms.capital[shop] +
      built.settlements.profitPool[j] -
      base.settlements.profitPool[j];
    const ownBuilding = built.firms.capital[shop] - base.firms.capital[shop];
    expect(received).toBe(local + Math.floor(ownBuilding * a.localBuildingShare));
    const outside = sizes.jurisdictions - 1;
    const abroad = built.jurisdictions.cash[outside] - base.jurisdictions.cash[outside];
    expect(abroad).toBeGreaterThanOrEqual(lent - local);
  });

  it("a grant of a fifth makes five yuan of capital out of four, and is paid by the payer", () => {
    const [row] = rows.filter((r) => r % SECTORS === 1 && before.firms.capital[r] > 1e6);
    const j = place(row);
    const lend = (w: World): void => {
      withSpare(
        () => 0,
        () => 0,
      )(w);
      w.firms.lent[row] = 4_000_000;
      w.firms.cash[row] += 4_000_000;
    };
    const base = bench.after(lend);
    const granted = bench.after((w) => {
      lend(w);
      leverValues(w, "investmentSubsidy")[j] = 0.2;
    });
    expect(granted.firms.capital[row] - base.firms.capital[row]).toBe(1_000_000);
    const county = s.jurisdiction[j];
    expect(granted.jurisdictions.policyCost[county]).toBeGreaterThanOrEqual(1_000_000);
    expect(base.jurisdictions.cash[county] - granted.jurisdictions.cash[county]).toBe(
      granted.jurisdictions.policyCost[county],
    );
  });

  it("adds no more than firms have room for, of loans, profit and grants together", () => {
    const [row] = rows.filter((r) => r % SECTORS === 1 && before.firms.capital[r] > 1e6);
    const grown = (rate: number, lent: number): number => {
      const world = bench.after((w) => {
        withSpare(
          (each) => worn(each) + 100_000,
          () => 15_000,
        )(w);
        w.firms.lent[row] = lent;
        w.firms.cash[row] += lent;
        leverValues(w, "investmentSubsidy")[place(row)] = rate;
      });
      return world.firms.capital[row] - before.firms.capital[row];
    };
    expect(grown(0, 0)).toBe(15_000);
    expect(grown(0, 10_000)).toBe(15_000);
    expect(grown(0.2, 8000)).toBe(15_000);
    // What was lent is invested in any case.
    expect(grown(0, 20_000)).toBe(20_000);
  });

  it("tells what it did in the month: capital bought, grants received, profit paid out", () => {
    const world = bench.after((w) => {
      leverValues(w, "investmentSubsidy").fill(0.2);
    });
    const { firms } = world;
    expect(sum(firms.granted)).toBe(
      sum(world.jurisdictions.policyCost) - sum(before.jurisdictions.policyCost),
    );
    for (const row of rows) {
      expect(firms.capital[row]).toBe(before.firms.capital[row] - worn(row) + firms.invested[row]);
    }
    const paidOut = sum(rows.map((row) => firms.paidOut[row]));
    expect(paidOut).toBe(sum(world.settlements.profitPool) - sum(s.profitPool));
    expect(Math.min(sum(firms.granted), paidOut)).toBeGreaterThan(0);
  });
});
