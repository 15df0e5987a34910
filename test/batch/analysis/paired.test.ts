import { describe, expect, test } from "vitest";
import { meanInterval } from "../../../sim/batch/analysis/bootstrap.ts";
import { pairedEffects, type PairedEffect, type Series } from "../../../sim/batch/analysis/paired.ts";
import { CATALOGUE } from "../fixture.ts";

const runs = (...values: number[]): Series[] =>
  values.map((value) => ({ years: [2020], indicators: { urbanShare: Float64Array.of(value) } }));

const effect = (base: number[], other: number[]): PairedEffect => {
  const [found] = pairedEffects(runs(...base), runs(...other), 0, CATALOGUE);
  return found;
};

describe("the effect of a change over seeds", () => {
  test("is the mean of the pairs' differences with their 5th and 95th percentile", () => {
    // Differences 1, 2, 3, 4, 5: by linear interpolation the 5th percentile is 1.2 and the 95th 4.8.
    const found = effect([10, 20, 30, 40, 50], [11, 22, 33, 44, 55]);
    expect(found).toMatchObject({ year: 2020, indicator: "urbanShare", unit: "share", seeds: 5 });
    expect(found.base).toBe(30);
    expect(found.other).toBe(33);
    expect(found.mean).toBe(3);
    expect(found.low).toBeCloseTo(1.2, 12);
    expect(found.high).toBeCloseTo(4.8, 12);
    expect(found.sameSign).toBe(1);
    expect(found.verdict).toBe("up");
  });

  test("knows the mean better than it knows one seed, by draws of its own for each indicator and year", () => {
    const base = Array.from({ length: 20 }, () => 0);
    const other = base.map((_, index) => index * index);
    const found = effect(base, other);
    expect(found.meanLow).toBeGreaterThan(found.low);
    expect(found.meanHigh).toBeLessThan(found.high);
    expect(found.meanLow).toBeLessThan(found.mean);
    expect(found.meanHigh).toBeGreaterThan(found.mean);
    expect(effect(base, other)).toEqual(found);

    const differences = Float64Array.from(other);
    const interval = (key: string): object => {
      const { low: meanLow, high: meanHigh } = meanInterval(differences, key);
      return { meanLow, meanHigh };
    };
    expect(found).toMatchObject(interval("urbanShare 2020"));
    expect(interval("urbanShare 2021")).not.toEqual(interval("urbanShare 2020"));
    expect(interval("hollowing 2020")).not.toEqual(interval("urbanShare 2020"));
  });

  test("pairs the seeds: luck that both share does not blur it", () => {
    const luck = [0, 1000, -500, 300, 7];
    expect(
      effect(
        luck,
        luck.map((value) => value - 1),
      ).verdict,
    ).toBe("down");
    const shuffled = [...luck.slice(1), luck[0]].map((value) => value - 1);
    expect(effect(luck, shuffled).verdict).toBe("unclear");
  });

  test("is not distinguishable where the band holds 0, though the mean lies off it", () => {
    const found = effect([0, 0, 0, 0], [-1, 2, 2, 2]);
    expect(found.mean).toBe(1.25);
    expect(found.sameSign).toBe(0.75);
    expect(found.verdict).toBe("unclear");
  });

  test("is the same where no seed differs, and has no band with one seed", () => {
    expect(effect([3, 4], [3, 4])).toMatchObject({
      verdict: "same",
      mean: 0,
      low: 0,
      high: 0,
      meanLow: 0,
      meanHigh: 0,
    });
    expect(effect([3], [4]).verdict).toBe("single");
  });

  test("says nothing where a run has no figure", () => {
    expect(pairedEffects(runs(1, NaN), runs(2, 3), 0, CATALOGUE)).toEqual([]);
    expect(() => pairedEffects(runs(1), runs(), 0, CATALOGUE)).toThrow("cannot be paired");
  });
});
