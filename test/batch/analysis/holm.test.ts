import { describe, expect, it } from "vitest";
import { holm, studentTwoSided } from "../../../sim/batch/analysis/holm.ts";
import { student975 } from "../../../sim/numerics/student.ts";

describe("the chance of Student's t", () => {
  it.each([1, 2, 3, 4, 7, 10, 29, 30, 31, 120])(
    "with %d degrees is 5 %% at the 97.5th percentile",
    (degrees) => {
      expect(studentTwoSided(student975(degrees), degrees)).toBeCloseTo(0.05, 6);
      expect(studentTwoSided(-student975(degrees), degrees)).toBeCloseTo(0.05, 6);
    },
  );

  it("is that of published tables", () => {
    // Abramowitz and Stegun 1964, table 26.10: two-sided 0.001.
    expect(studentTwoSided(636.619, 1)).toBeCloseTo(0.001, 7);
    expect(studentTwoSided(4.587, 10)).toBeCloseTo(0.001, 5);
    expect(studentTwoSided(3.646, 30)).toBeCloseTo(0.001, 5);
  });

  it("is 1 at 0, 0 at the ends, and nothing is known of a single value", () => {
    expect(studentTwoSided(0, 31)).toBe(1);
    expect(studentTwoSided(Infinity, 31)).toBe(0);
    expect(studentTwoSided(2, 0)).toBeNaN();
    expect(studentTwoSided(NaN, 31)).toBeNaN();
  });
});

describe("Holm's procedure", () => {
  it("steps down: each test stands at the level over the number of tests that are left, until one fails", () => {
    // 0.1/4 = 0.025, 0.1/3 = 0.033, 0.1/2 = 0.05: the third fails, so the fourth isn't looked at.
    expect(holm([0.09, 0.03, 0.02, 0.06], 0.1)).toEqual([false, true, true, false]);
    expect(holm([0.03, 0.02], 0.1)).toEqual([true, true]);
    expect(holm([0.06, 0.06], 0.1)).toEqual([false, false]);
    expect(holm([], 0.1)).toEqual([]);
  });

  it("rejects whatever Bonferroni's rule does, and of equal chances all or none", () => {
    const chances = [0.001, 0.04, 0.012, 0.5, 0.012];
    const stands = holm(chances, 0.1);
    chances.forEach((p, k) => p <= 0.1 / chances.length && expect(stands[k]).toBe(true));
    expect(stands[2]).toBe(stands[4]);
  });

  it("counts tests that can't tell, and never lets them stand", () => {
    expect(holm([0.04, NaN], 0.1)).toEqual([true, false]);
    expect(holm([0.06, NaN], 0.1)).toEqual([false, false]);
  });
});
