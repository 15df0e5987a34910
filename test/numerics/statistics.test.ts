import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  bands,
  correlation,
  mean,
  pairedDifference,
  quantile,
  ranks,
  rmse,
  spearman,
  standardDeviation,
  variance,
} from "../../sim/numerics/statistics.ts";
import { normal } from "../../sim/numerics/distributions.ts";
import { student975 } from "../../sim/numerics/student.ts";
import { chance } from "./arguments.ts";

// The same cases on every run.
fc.configureGlobal({ seed: 2020 });

describe("mean and variance", () => {
  it("of a textbook sample: 2, 4, 4, 4, 5, 5, 7, 9 have mean 5 and sum of squares 32", () => {
    const sample = [2, 4, 4, 4, 5, 5, 7, 9];
    expect(mean(sample)).toBe(5);
    expect(variance(sample)).toBeCloseTo(32 / 7, 15);
    expect(standardDeviation(sample)).toBeCloseTo(Math.sqrt(32 / 7), 15);
  });

  it("do not lose a small spread on a large level", () => {
    expect(variance([1e9 + 4, 1e9 + 7, 1e9 + 13, 1e9 + 16])).toBe(30);
  });

  it("of too few values are NaN, not a number that looks like an answer", () => {
    expect([mean([]), variance([]), variance([1]), quantile([], 0.5)]).toEqual([NaN, NaN, NaN, NaN]);
  });
});

describe("quantiles", () => {
  it("are those of Hyndman and Fan's type 7, as in R and NumPy", () => {
    // quantile(c(15, 20, 35, 40, 50), c(.05, .25, .4, .5, .9), type = 7)
    const sample = [35, 20, 15, 50, 40];
    const shares = [0, 0.05, 0.25, 0.4, 0.5, 0.9, 1];
    expect(shares.map((share) => quantile(sample, share))).toEqual([15, 16, 20, 29, 35, 46, 50]);
    expect(sample).toEqual([35, 20, 15, 50, 40]);
  });

  it("rise with the share and stay within the sample", () => {
    fc.assert(
      fc.property(
        fc.array(fc.double({ noNaN: true, min: -1e9, max: 1e9 }), { minLength: 1 }),
        fc.double({ min: 0, max: 1, noNaN: true }),
        fc.double({ min: 0, max: 1, noNaN: true }),
        (values, a, b) => {
          const low = quantile(values, Math.min(a, b));
          const high = quantile(values, Math.max(a, b));
          expect(low).toBeLessThanOrEqual(high + Math.abs(high) * 1e-15);
          expect(low).toBeGreaterThanOrEqual(Math.min(...values));
          expect(high).toBeLessThanOrEqual(Math.max(...values) + Math.abs(high) * 1e-15);
        },
      ),
    );
  });

  it("say NaN where a value is NaN, and take infinite values as they are", () => {
    expect(quantile([1, NaN, 3], 0)).toBeNaN();
    expect(quantile([1, 2, Infinity], 0.5)).toBe(2);
    expect(quantile([1, 2, Infinity], 1)).toBe(Infinity);
  });

  it("of 5, 50 and 95 % make the bands", () => {
    const values = Array.from({ length: 101 }, (_, i) => (i * 37) % 101);
    expect(bands(values)).toEqual({ low: 5, median: 50, high: 95 });
  });
});

describe("rmse", () => {
  it("is the root of the mean squared miss", () => {
    expect(rmse([1, 2, 3], [1, 2, 3])).toBe(0);
    expect(rmse([0, 0, 0, 0], [1, -1, 1, -1])).toBe(1);
    expect(rmse([10, 20], [13, 16])).toBeCloseTo(Math.sqrt(12.5), 15);
  });

  it("refuses series of unequal length", () => {
    expect(() => rmse([1, 2], [1])).toThrow("rmse: the series have 2 and 1 values; expected equally many.");
  });
});

describe("rank correlation", () => {
  it("is 1 along any rising curve, -1 along any falling one", () => {
    const x = [0.1, 5, 2, 9, 3];
    expect(
      spearman(
        x,
        x.map((value) => value ** 3),
      ),
    ).toBeCloseTo(1, 15);
    expect(
      spearman(
        x,
        x.map((value) => -value),
      ),
    ).toBeCloseTo(-1, 15);
  });

  it("gives the textbook answer -29/165 for hours of television and IQ", () => {
    const iq = [106, 86, 100, 101, 99, 103, 97, 113, 112, 110];
    const hours = [7, 0, 27, 50, 28, 29, 20, 12, 6, 17];
    expect(spearman(iq, hours)).toBeCloseTo(-29 / 165, 14);
  });

  it("gives tied values the mean of their ranks", () => {
    expect([...ranks([3, 1, 3, 2, 3])]).toEqual([4, 1, 4, 2, 4]);
    // Without ties the rank correlation is Pearson's of the ranks; with them it still is.
    expect(spearman([1, 2, 2, 3], [1, 2, 3, 4])).toBeCloseTo(correlation([1, 2.5, 2.5, 4], [1, 2, 3, 4]), 15);
    expect(spearman([1, 1, 1], [1, 2, 3])).toBeNaN();
  });
});

describe("paired differences", () => {
  it("have Student's interval", () => {
    // Differences 1, 2, 3, 4, 5: mean 3, standard error sqrt(2.5 / 5), t(4) = 2.776.
    const result = pairedDifference([11, 22, 33, 44, 55], [10, 20, 30, 40, 50]);
    expect(result.mean).toBe(3);
    expect(result.high - 3).toBeCloseTo(2.7764451051977943 * Math.sqrt(0.5), 14);
    expect(3 - result.low).toBeCloseTo(2.7764451051977943 * Math.sqrt(0.5), 14);
  });

  it("of one pair have a mean but no interval", () => {
    expect(pairedDifference([3], [1])).toEqual({ mean: 2, low: NaN, high: NaN });
  });

  it("of equal pairs are certain", () => {
    expect(pairedDifference([5, 6, 7], [4, 5, 6])).toEqual({ mean: 1, low: 1, high: 1 });
  });

  it("cover the truth in 95 of 100 experiments", () => {
    const experiments = 4000;
    for (const pairs of [2, 5, 40]) {
      let covered = 0;
      for (let e = 0; e < experiments; e++) {
        const treated = Array.from({ length: pairs }, (_, i) => 1 + normal(chance(pairs, e * 64 + i)));
        const { low, high } = pairedDifference(treated, new Float64Array(pairs));
        if (low <= 1 && 1 <= high) covered += 1;
      }
      // Standard error 0.0034.
      expect(Math.abs(covered / experiments - 0.95)).toBeLessThan(0.017);
    }
  });
});

describe("Student's 97.5th percentile", () => {
  it("is the tabulated one", () => {
    // Published tables, three decimals.
    const rows: [degrees: number, value: number][] = [
      [1, 12.706],
      [2, 4.303],
      [10, 2.228],
      [19, 2.093],
      [30, 2.042],
      [40, 2.021],
      [60, 2.0],
      [120, 1.98],
    ];
    for (const [degrees, value] of rows) expect(student975(degrees)).toBeCloseTo(value, 3);
    // Beyond the table, by numerical inversion of the distribution function.
    const beyond: [degrees: number, value: number][] = [
      [31, 2.039513446396408],
      [40, 2.021075390306273],
      [100, 1.98397151852355],
      [1000, 1.962339080826408],
    ];
    for (const [degrees, value] of beyond) {
      expect(Math.abs(student975(degrees) - value)).toBeLessThan(1e-7);
    }
    expect(student975(1e9)).toBeCloseTo(1.959963984540054, 8);
    expect(student975(0)).toBeNaN();
  });

  it("falls without a jump where the table ends", () => {
    for (let n = 1; n < 200; n++) expect(student975(n + 1)).toBeLessThan(student975(n));
    // The second difference is smooth: at 30 it is between those of its neighbours.
    const bend = (n: number): number => student975(n + 1) - 2 * student975(n) + student975(n - 1);
    for (const n of [29, 30, 31, 32]) expect(bend(n) < bend(n - 1) && bend(n) > 0).toBe(true);
  });
});
