import { describe, expect, it } from "vitest";
import { leverValues } from "../../sim/policy/levers.ts";
import type { World } from "../../sim/world/world.ts";
import { misses, openBooks } from "../laws/books.ts";
import { fromFile } from "../laws/scenarios.ts";
import { benchFor } from "./bench.ts";

const bench = benchFor("budgets", fromFile("valley", "scale=40", "years=1"), 4);
const { before } = bench;
const { settlements: s, sizes } = before;
const outside = sizes.jurisdictions - 1;
const county = 1;
const seat = s.seat.find((j) => s.jurisdiction[j] === county)!;

/** The county has nothing and owes more than it may. */
const poor = (world: World): void => {
  world.jurisdictions.cash[outside] += world.jurisdictions.cash[county] + 5_000_000;
  world.jurisdictions.cash[county] = -5_000_000;
  world.jurisdictions.debt[county] = 1e12;
};
const madeGood = (world: World): void => {
  leverValues(world, "budgetRule")[seat] = 1;
};

describe("a plan without a budget check", () => {
  const bound = bench.after(poor);
  const free = bench.after((w) => {
    poor(w);
    madeGood(w);
  });
  const paid = (world: World, c: number): number =>
    world.jurisdictions.paid[c] - before.jurisdictions.paid[c];
  const planned = (world: World, c: number): number =>
    world.jurisdictions.planned[c] - before.jurisdictions.planned[c];

  it("is carried out in full where otherwise it would be cut", () => {
    expect(paid(bound, county)).toBeLessThan(0.1 * planned(bound, county));
    expect(planned(free, county)).toBe(planned(bound, county));
    expect(planned(free, county) - paid(free, county)).toBeLessThanOrEqual(1);
    expect([bound.jurisdictions.funded[county], free.jurisdictions.funded[county]]).toEqual([0, 1]);
    expect(free.jurisdictions.publicWanted[county]).toBeGreaterThan(bound.jurisdictions.publicWanted[county]);
  });

  it("has its gap made good by the state, to the yuan, and not by debt", () => {
    expect(free.jurisdictions.cash[county]).toBe(0);
    expect(free.jurisdictions.madeGood[county]).toBeGreaterThan(0);
    expect(free.jurisdictions.debt[county]).toBe(1e12);
    expect(bound.jurisdictions.madeGood[county]).toBe(0);
    expect(misses(free, openBooks(before))).toEqual([]);
  });

  it("is no revenue, and changes nothing elsewhere or where the treasury is full", () => {
    expect(free.jurisdictions.revenue).toEqual(bound.jurisdictions.revenue);
    for (const c of [0, 2, 3]) expect(free.jurisdictions.cash[c]).toBe(bound.jurisdictions.cash[c]);
    const rich = bench.after(madeGood);
    expect(rich.jurisdictions.madeGood[county]).toBe(0);
    expect(rich.jurisdictions.paid[county]).toBe(bench.after().jurisdictions.paid[county]);
  });
});
