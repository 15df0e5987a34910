/** Known answers and laws of the pure functions of enterprises. */
import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { banksLose } from "../../../sim/processes/enterprises/closing.ts";
import {
  drawnEfficiency,
  earnsItsKeep,
  nextEfficiency,
  pullOf,
  rowProductivity,
} from "../../../sim/processes/enterprises/efficiency.ts";
import { keennessOf } from "../../../sim/processes/enterprises/founding.ts";
import { openShares, part, turn, weigh } from "../../../sim/processes/enterprises/shares.ts";
import { soundLoan } from "../../../sim/processes/lending/rules.ts";

/** Midpoints that fill the unit interval evenly: a sample without chance. */
const GRID = Array.from({ length: 400 }, (_, k) => (k + 0.5) / 400);
const mean = (values: readonly number[]): number => values.reduce((sum, x) => sum + x, 0) / values.length;
function deviation(values: readonly number[]): number {
  const middle = mean(values);
  return Math.sqrt(mean(values.map((x) => (x - middle) ** 2)));
}

describe("shares of whole amounts", () => {
  const amount = fc.integer({ min: -(2 ** 45), max: 2 ** 45 });
  const member = fc.record({
    group: fc.nat(2),
    weight: fc.oneof(fc.constant(0), fc.double({ min: 0, max: 1e12, noNaN: true })),
  });

  it("are whole, next to the exact share, and add up, whatever the order of groups", () => {
    fc.assert(
      fc.property(fc.array(member, { minLength: 1, maxLength: 40 }), amount, (members, total) => {
        const shares = openShares(3);
        for (const { group, weight } of members) weigh(shares, group, weight);
        const given = [0, 0, 0];
        for (const { group, weight } of members) {
          turn(shares, group, weight);
          const share = part(shares, group, total);
          const exact = weight === 0 ? 0 : total * (weight / shares.sum[group]);
          expect(Number.isSafeInteger(share)).toBe(true);
          expect(Math.abs(share - exact)).toBeLessThanOrEqual(1 + 1e-12 * Math.abs(total));
          given[group] += share;
        }
        given.forEach((sum, group) => expect(sum + 0).toBe(shares.sum[group] > 0 ? total + 0 : 0));
      }),
      { seed: 51, numRuns: 500 },
    );
  });

  it("never take more than each has, where what all have is shared by what each has", () => {
    const shares = openShares(1);
    const has = [1, 0, 3, 1, 1, 7];
    has.forEach((weight) => weigh(shares, 0, weight));
    const parts = has.map((weight) => {
      turn(shares, 0, weight);
      return part(shares, 0, 12);
    });
    parts.forEach((share, k) => expect(share).toBeLessThanOrEqual(has[k]));
  });
});

describe("efficiency", () => {
  it("is lognormal with mean 1 and the given spread, and stays so from year to year", () => {
    const first = GRID.map((u) => drawnEfficiency(u, 0.3));
    expect(mean(first)).toBeCloseTo(1, 3);
    expect(deviation(first.map(Math.log))).toBeCloseTo(0.3, 2);
    const later = first.flatMap((z) => GRID.map((u) => nextEfficiency(z, u, 0.3, 0.8)));
    expect(mean(later)).toBeCloseTo(1, 3);
    expect(deviation(later.map(Math.log))).toBeCloseTo(0.3, 2);
  });

  it("keeps the part ρ of its distance from the ordinary, in logarithms", () => {
    const median = Math.exp(-0.045);
    for (const z of [0.5, 1, 2]) {
      const year = nextEfficiency(z, 0.5, 0.3, 0.8);
      expect(Math.log(year / median)).toBeCloseTo(0.8 * Math.log(z / median), 9);
    }
    expect(nextEfficiency(1.7, 0.3, 0.3, 1)).toBeCloseTo(1.7, 12);
  });

  it("is 1 for all where there is no spread", () => {
    expect([drawnEfficiency(0.01, 0), nextEfficiency(3, 0.9, 0, 0.8), pullOf(1, 0.4)]).toEqual([1, 1, 1]);
    expect(rowProductivity(7.25, 1, 0.4)).toBe(7.25);
  });

  it("twice as efficient wants 2^(1/0.6) of the capital", () => {
    expect(pullOf(2, 0.4)).toBeCloseTo(3.1748021039363987, 12);
  });

  it("of several enterprises adds up to one with the mean efficiency, when they share hands at one wage", () => {
    const a = 0.4;
    const firms = [
      { z: 0.5, capital: 300 },
      { z: 1, capital: 100 },
      { z: 1.9, capital: 250 },
    ];
    const [ofPlace, hands] = [3, 17];
    const size = firms.reduce((sum, { z, capital }) => sum + z * capital, 0);
    const all = firms.reduce((sum, { capital }) => sum + capital, 0);
    // Each has the hands at which another would add the same anywhere.
    const outputs = firms.map(({ z, capital }) => {
      const own = (hands * z * capital) / size;
      return { value: ofPlace * (z * capital) ** a * own ** (1 - a), own };
    });
    const marginal = outputs.map(({ value, own }) => ((1 - a) * value) / own);
    for (const each of marginal) expect(each).toBeCloseTo(marginal[0], 12);
    const total = outputs.reduce((sum, { value }) => sum + value, 0);
    expect(rowProductivity(ofPlace, size / all, a) * all ** a * hands ** (1 - a)).toBeCloseTo(total, 9);
  });

  it("earns its keep where its return covers wear", () => {
    const a = { depreciation: 0.06 };
    expect(earnsItsKeep(1, 1, 0.0601, a)).toBe(true);
    expect(earnsItsKeep(1, 1.1, 0.0601, a)).toBe(false);
    expect(earnsItsKeep(2, 1, 0.0299, a)).toBe(false);
  });
});

describe("money in founding and closing", () => {
  it("founding is e times as likely for each spread of return above that outside", () => {
    expect(keennessOf(0, 0.03)).toBe(1);
    expect(keennessOf(0.03, 0.03)).toBeCloseTo(Math.E, 12);
    expect(keennessOf(-0.06, 0.03)).toBeCloseTo(Math.exp(-2), 12);
  });

  it("banks lose what is owed beyond the capital of use", () => {
    expect(banksLose(50, 30, 70)).toBe(10);
    expect(banksLose(50, 0, 70)).toBe(0);
    expect(banksLose(50, 0, 0)).toBe(50);
  });

  it("a sound loan brings debt to its bound, the capital that it buys counted", () => {
    const loan = soundLoan(100, 20, 0.4);
    expect((20 + loan) / (100 + loan)).toBeCloseTo(0.4, 12);
    expect(soundLoan(100, 40, 0.4)).toBe(0);
    expect(soundLoan(100, 70, 0.4)).toBe(0);
  });
});
