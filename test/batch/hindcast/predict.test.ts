import { describe, expect, test } from "vitest";
import type { Figures } from "../../../sim/batch/hindcast/figures.ts";
import { setOfSeed } from "../../../sim/batch/hindcast/parameters.ts";
import { figuresOf, NO_DISCREPANCY, predict, together } from "../../../sim/batch/hindcast/predict.ts";

const START: Figures = { population: 1000, urbanShare: 0.4, share65: 0.1 };
const ends = [1000, 1100, 1200, 1300, 1400].map((population, k): Figures => ({
  population,
  urbanShare: 0.5 + 0.01 * k,
  share65: 0.15,
}));

describe("a prediction", () => {
  test("is the mean over the runs, and without a discrepancy the band is theirs", () => {
    const { population, urbanShare, share65 } = predict(START, ends, NO_DISCREPANCY);
    expect(population.predicted).toBe(1200);
    // Type 7: a fifth of the way from the first to the second, in logarithms.
    expect(population.low).toBeCloseTo(1000 * (1100 / 1000) ** 0.2, 8);
    expect(population.high).toBeCloseTo(1300 * (1400 / 1300) ** 0.8, 8);
    expect(urbanShare.predicted).toBeCloseTo(0.52, 12);
    expect([share65.low, share65.high]).toEqual([expect.closeTo(0.15, 12), expect.closeTo(0.15, 12)]);
  });

  test("of one run with a discrepancy has the band of a normal distribution", () => {
    const discrepancy = { population: 0.1, urbanShare: 0.02, share65: 0.5 };
    const { population, urbanShare, share65 } = predict(START, [ends[0]], discrepancy);
    // The 95th percentile lies 1.6449 standard deviations out.
    expect(Math.log(population.high / 1000)).toBeCloseTo(0.16449, 2);
    expect(Math.log(population.low / 1000)).toBeCloseTo(-0.16449, 2);
    expect(urbanShare.high - urbanShare.predicted).toBeCloseTo(0.0329, 3);
    // No share leaves its bounds.
    expect(share65.low).toBe(0);
    expect(share65.high).toBeGreaterThan(0.9);
    expect(population.predicted).toBe(1000);
  });

  test("is wider with a discrepancy, whatever the runs", () => {
    const spread = { population: 0.05, urbanShare: 0.03, share65: 0.01 };
    const plain = predict(START, ends, NO_DISCREPANCY);
    const wide = predict(START, ends, spread);
    for (const target of ["population", "urbanShare", "share65"] as const) {
      expect(wide[target].low).toBeLessThan(plain[target].low);
      expect(wide[target].high).toBeGreaterThan(plain[target].high);
      expect(wide[target].predicted).toBe(plain[target].predicted);
    }
  });
});

test("units taken together weigh by their people", () => {
  const other: Figures = { population: 3000, urbanShare: 0.8, share65: 0.2 };
  expect(together([START, other])).toEqual({
    population: 4000,
    urbanShare: expect.closeTo(0.7, 12),
    share65: expect.closeTo(0.175, 12),
  });
});

test("the figures of a county are read from its own column of the last year", () => {
  const counties = {
    residents: Int32Array.of(100, 200, 110, 250),
    urban: Int32Array.of(50, 20, 66, 50),
    old: Int32Array.of(10, 20, 11, 50),
  };
  expect(figuresOf({ counties, years: [2010, 2011] }, 1, 1)).toEqual({
    population: 250,
    urbanShare: 0.2,
    share65: 0.2,
  });
  expect(figuresOf({ counties, years: [2010, 2011] }, 0, 1).urbanShare).toBeCloseTo(0.6, 12);
});

describe("seeds draw sets of parameters", () => {
  const sets = [
    { weight: 1, values: { a: 1 } },
    { weight: 3, values: { a: 2 } },
    { weight: 0, values: { a: 3 } },
  ];

  test("as often as their weights ask", () => {
    const drawn = Array.from({ length: 1000 }, (_, k) => setOfSeed(sets, k)?.values.a);
    expect(Math.abs(drawn.filter((value) => value === 1).length - 250)).toBeLessThanOrEqual(2);
    expect(drawn).not.toContain(3);
  });

  test("none where there are none", () => {
    expect(setOfSeed([], 0)).toBeUndefined();
  });
});
