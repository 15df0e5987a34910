/** Known answers of banks, land, shops and flows beyond the list in answers/: each value from its closed form. */
import { describe, expect, it } from "vitest";
import { reciprocity } from "../../sim/indicators/observation.ts";
import { shopAttraction } from "../../sim/processes/households/shops.ts";
import { linkageQuota } from "../../sim/processes/landUse/homesteads.ts";
import { lenderWeight, lendingCost, loanable } from "../../sim/processes/lending/rules.ts";
import { PARAMETERS, resolveAssumptions } from "../../sim/policy/parameters.ts";

describe("the deposit drain", () => {
  /** Deposits of 100 with a reserve of a tenth and local loans of 45 % of deposits: as much again drains away. */
  const DRAIN = { deposits: 100, reserve: 0.1, local: 45, drain: 45 };

  it("what may be lent is what the reserve leaves; what isn't lent in place may leave", () => {
    expect(loanable(DRAIN.deposits, DRAIN.reserve, 0)).toBe(90);
    expect(loanable(DRAIN.deposits, DRAIN.reserve, DRAIN.local)).toBe(DRAIN.drain);
    expect(loanable(DRAIN.deposits, DRAIN.reserve, 90)).toBe(0);
    expect(loanable(DRAIN.deposits, DRAIN.reserve, 95)).toBe(0);
    expect(PARAMETERS.reserveRatio.default).toBe(DRAIN.reserve);
  });

  it("lenders give in proportion to capital and by e for each spread of return", () => {
    expect(lenderWeight(200, 0.05, 0.03) / lenderWeight(100, 0.05, 0.03)).toBeCloseTo(2, 12);
    expect(lenderWeight(100, 0.08, 0.03) / lenderWeight(100, 0.05, 0.03)).toBeCloseTo(Math.E, 9);
    expect(lenderWeight(0, 0.5, 0.03)).toBe(0);
    const a = resolveAssumptions({});
    expect([0, 1, 2, 3, 4].map((tier) => lendingCost(tier, a))).toEqual([
      a.lendingCostVillage,
      a.lendingCostTown,
      a.lendingCostCity,
      a.lendingCostCity,
      a.lendingCostCity,
    ]);
  });
});

describe("the linkage of increase and decrease", () => {
  it("gives nothing where all of the land houses people again", () => {
    expect(linkageQuota(100, 1)).toBe(0);
  });

  it("costs 50,000 yuan a mu to reclaim by default", () => {
    expect(PARAMETERS.reclaimCost.default / 15).toBe(50_000);
  });
});

describe("shops", () => {
  it("draw by mass and fall off by e^-decay a minute, so two masses at two distances share as Huff says", () => {
    const near = shopAttraction(100, 5, 0.07);
    const far = shopAttraction(300, 25, 0.07);
    // 100 e^-0.35 against 300 e^-1.75.
    expect(near / (near + far)).toBeCloseTo(70.46880897187134 / (70.46880897187134 + 52.132183035133544), 12);
    expect(shopAttraction(0, 5, 0.07)).toBe(0);
    expect(shopAttraction(100, 0, 0.07)).toBe(100);
  });
});

describe("reciprocity", () => {
  it("is two-way at 1, one-way at 0, and undefined where nothing flows", () => {
    expect(reciprocity(5, 5)).toBe(1);
    expect(reciprocity(5, 0)).toBe(0);
    expect(reciprocity(0, 7)).toBe(0);
    expect(reciprocity(1, 3)).toBe(0.5);
    expect(reciprocity(3, 1)).toBe(0.5);
    expect(reciprocity(0, 0)).toBeNaN();
  });
});
