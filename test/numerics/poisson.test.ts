import { describe, expect, it } from "vitest";
import { exp, ln } from "../../sim/numerics/elementary.ts";
import { poissonRegression } from "../../sim/numerics/poisson.ts";

describe("the regression of counts", () => {
  it("on a constant alone is the logarithm of the mean, with the error sd / (mean sqrt n)", () => {
    const { slopes, errors, settled } = poissonRegression([2, 4, 4, 4, 5, 5, 7, 9], Array(8).fill(1), 1);
    expect(settled).toBe(true);
    expect(slopes[0]).toBeCloseTo(ln(5), 12);
    // Robust: sqrt(sum of squares) / sum.
    expect(errors[0]).toBeCloseTo(Math.sqrt(32) / 40, 12);
  });

  it("on two groups is the ratio of their means", () => {
    const counts = [1, 3, 8, 4, 0, 12];
    const { slopes } = poissonRegression(counts, [1, 0, 1, 0, 1, 1, 1, 1, 1, 1, 1, 1], 2);
    expect(slopes[0]).toBeCloseTo(ln(2), 12);
    expect(slopes[1]).toBeCloseTo(ln(6 / 2), 12);
  });

  it("gives back the slopes that counts were made with, where nothing is left to chance", () => {
    const x = Array.from({ length: 200 }, (_, k) => [1, ln(1 + (k % 14)), ln(5 + ((k * 37) % 200))]);
    const counts = x.map(([, size, minutes]) => exp(2 + 0.8 * size - 1.1 * minutes));
    const { slopes, errors, settled } = poissonRegression(counts, x.flat(), 3);
    expect(settled).toBe(true);
    expect(slopes[0]).toBeCloseTo(2, 9);
    expect(slopes[1]).toBeCloseTo(0.8, 9);
    expect(slopes[2]).toBeCloseTo(-1.1, 9);
    for (const error of errors) expect(error).toBeLessThan(1e-6);
  });

  it("says how many values x must have", () => {
    expect(() => poissonRegression([1, 2], [1, 1, 1], 2)).toThrow(
      "x has 3 values; expected 2 counts x 2 columns",
    );
  });
});
