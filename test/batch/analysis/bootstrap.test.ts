import { randomNormal } from "d3-random";
import alea from "seedrandom/lib/alea.js";
import { describe, expect, test } from "vitest";
import { meanInterval } from "../../../sim/batch/analysis/bootstrap.ts";
import { mean } from "../../../sim/numerics/statistics.ts";

describe("the bootstrap interval of a mean", () => {
  test("is the two values themselves for a sample of two", () => {
    // A resample holds both once in two draws of four, and one of them twice in the others: each mean at an end has a
    // chance of 1/4, which is more than 5 %.
    expect(meanInterval([3, 7], "a")).toEqual({ low: 3, high: 7 });
    expect(meanInterval([7, 3], "b")).toEqual({ low: 3, high: 7 });
  });

  test("has the quantiles of the binomial distribution for a sample of noughts and ones", () => {
    // The sum of a resample of ten noughts and ten ones is binomial (20, 1/2): at most 5 in 2.1 % and at most 6 in 5.8 %.
    const coins = Array.from({ length: 20 }, (_, index) => index % 2);
    expect(meanInterval(coins, "coins")).toEqual({ low: 6 / 20, high: 14 / 20 });
  });

  test("is a point where nothing varies, and NaN of nothing", () => {
    const third = mean([0.1, 0.1, 0.1]);
    expect(meanInterval([0.1, 0.1, 0.1], "a")).toEqual({ low: third, high: third });
    expect(meanInterval([5], "a")).toEqual({ low: 5, high: 5 });
    expect(meanInterval([], "a")).toEqual({ low: NaN, high: NaN });
  });

  test("moves, stretches and turns round with its sample", () => {
    const sample = [1, 4, 9, 16, 25, 36, 49];
    const { low, high } = meanInterval(sample, "a");
    const doubled = sample.map((value) => 2 * value + 64);
    expect(meanInterval(doubled, "a").low).toBeCloseTo(2 * low + 64, 12);
    expect(meanInterval(doubled, "a").high).toBeCloseTo(2 * high + 64, 12);
    const negative = sample.map((value) => -value);
    expect(meanInterval(negative, "a").low).toBeCloseTo(-high, 12);
    expect(meanInterval(negative, "a").high).toBeCloseTo(-low, 12);
  });

  test("is the same bits for the same sample and key, and draws anew for another key", () => {
    const sample = Array.from({ length: 15 }, (_, index) => Math.sqrt(index));
    const told = meanInterval(sample, "urbanShare 2050");
    expect(meanInterval(Float64Array.from(sample), "urbanShare 2050")).toEqual(told);
    const another = meanInterval(sample, "urbanShare 2049");
    expect(another).not.toEqual(told);
    // As far as 2,000 resamples go, the two say the same.
    expect(Math.abs(another.low - told.low)).toBeLessThan((told.high - told.low) / 10);
    expect(Math.abs(another.high - told.high)).toBeLessThan((told.high - told.low) / 10);
  });

  // The percentile interval of n normal values is nearly the mean +- 1.645 s sqrt((n - 1) / n) / sqrt(n), so it holds the
  // true mean with the chance that Student's t of n - 1 degrees stays within 1.645 sqrt((n - 1) / n).
  test.each([
    { n: 10, chance: 0.847 },
    { n: 30, chance: 0.883 },
  ])("holds the true mean of $n normal values in nearly $chance of the samples", ({ n, chance }) => {
    const samples = 1000;
    const draw = randomNormal.source(alea(`coverage of ${n}`))(12, 3);
    let held = 0;
    for (let k = 0; k < samples; k++) {
      const { low, high } = meanInterval(Array.from({ length: n }, draw), `sample ${k}`);
      if (low <= 12 && 12 <= high) held++;
    }
    const share = held / samples;
    // Three standard errors of the share, and 0.02 for "nearly".
    const tolerance = 3 * Math.sqrt((chance * (1 - chance)) / samples) + 0.02;
    expect(Math.abs(share - chance)).toBeLessThan(tolerance);
  });
});
