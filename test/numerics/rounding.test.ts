import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { multinomialLargestRemainder, roundHalfUp, splitWhole } from "../../sim/numerics/distributions.ts";

// The same cases on every run.
fc.configureGlobal({ seed: 2020 });

const weightList = fc
  .array(fc.oneof(fc.constant(0), fc.double({ min: 1e-6, max: 1e6, noNaN: true })), {
    minLength: 1,
    maxLength: 30,
  })
  .filter((weights) => weights.some((weight) => weight > 0))
  .map((weights) => Float64Array.from(weights));

const split = (total: number, ...weights: number[]): number[] => {
  const out = new Float64Array(weights.length).fill(-7);
  splitWhole(total, Float64Array.from(weights), out);
  return [...out];
};

describe("splitting a whole amount", () => {
  it("gives whole parts that sum to the total, each within one of its share, 0 for weight 0", () => {
    fc.assert(
      fc.property(fc.integer({ min: -1_000_000_000, max: 1_000_000_000 }), weightList, (total, weights) => {
        const out = new Float64Array(weights.length);
        splitWhole(total, weights, out);
        const sum = weights.reduce((a, b) => a + b, 0);
        expect(out.reduce((a, b) => a + b, 0)).toBe(total);
        out.forEach((part, i) => {
          expect(Number.isInteger(part)).toBe(true);
          // A hair more than 1: shares of a billion are known to about 1e-7.
          expect(Math.abs(part - (total * (weights[i] ?? 0)) / sum)).toBeLessThan(1 + 1e-6);
          expect(part === 0 || (weights[i] ?? 0) > 0).toBe(true);
        });
      }),
      { numRuns: 500 },
    );
  });

  it("sums exactly for the largest totals", () => {
    fc.assert(
      fc.property(fc.bigInt({ min: 0n, max: 2n ** 53n - 1n }), weightList, (total, weights) => {
        const out = new Float64Array(weights.length);
        splitWhole(Number(total), weights, out);
        expect(out.reduce((sum, part) => sum + BigInt(part), 0n)).toBe(total);
        expect(Math.min(...out)).toBeGreaterThanOrEqual(0);
        expect(out.every((part, i) => part === 0 || (weights[i] ?? 0) > 0)).toBe(true);
      }),
      { numRuns: 500 },
    );
  });

  it("gives the largest remainders first and ties to the lower index", () => {
    // Hamilton's method: the votes of six parties for ten seats.
    expect(split(10, 47_000, 16_000, 15_900, 12_000, 6_000, 3_100)).toEqual([5, 2, 1, 1, 1, 0]);
    expect(split(1, 1, 1, 1)).toEqual([1, 0, 0]);
    expect(split(5, 1, 1, 1)).toEqual([2, 2, 1]);
    expect(split(2, 0, 1, 0, 1, 1)).toEqual([0, 1, 0, 1, 0]);
    expect(split(7, 3)).toEqual([7]);
    expect(split(-5, 1, 1, 1)).toEqual([-2, -2, -1]);
    expect(split(1, 1e-300, 1e300)).toEqual([0, 1]);
  });

  it("of nothing gives zeros, also over no weights", () => {
    expect(split(0, 1, 2)).toEqual([0, 0]);
    expect(split(0, 0, 0)).toEqual([0, 0]);
    expect(split(0)).toEqual([]);
    expect(Object.is(split(-0, 1)[0], 0)).toBe(true);
  });

  it("says what is wrong with a total or a weight that cannot be split", () => {
    expect(() => split(1.5, 1)).toThrow(/the total is 1.5; expected a whole number/);
    expect(() => split(NaN, 1)).toThrow(/the total is NaN/);
    expect(() => split(3, 1, -2)).toThrow("weights[1] is -2; expected a finite weight of at least 0");
    expect(() => split(3, 1, NaN)).toThrow(/weights\[1\] is NaN/);
    expect(() => split(3, 0, 0)).toThrow(/3 to split over weights that sum to 0/);
    expect(() => split(3, 1e308, 1e308)).toThrow(/sum to Infinity/);
  });

  it("counts of people are split in the same way", () => {
    fc.assert(
      fc.property(fc.nat(2_000_000_000), weightList, (total, weights) => {
        const whole = new Float64Array(weights.length);
        const people = new Int32Array(weights.length);
        splitWhole(total, weights, whole);
        multinomialLargestRemainder(weights, total, people);
        expect([...people]).toEqual([...whole]);
      }),
    );
  });
});

it("roundHalfUp rounds halves up and everything else to the nearest", () => {
  const rows: [x: number, rounded: number][] = [
    [2.5, 3],
    [-2.5, -2],
    [2.4999999999999996, 2],
    [0.49999999999999994, 0],
    [-0.5, 0],
    [-0.51, -1],
    [4503599627370495.5, 4503599627370496],
    [9007199254740991, 9007199254740991],
    [1e300, 1e300],
  ];
  for (const [x, rounded] of rows) expect(Math.abs(roundHalfUp(x) - rounded)).toBe(0);
  expect(roundHalfUp(NaN)).toBeNaN();
});
