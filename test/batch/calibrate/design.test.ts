import { describe, expect, test } from "vitest";
import { shuffle, uniformOf } from "../../../sim/batch/calibrate/chance.ts";
import { latinHypercube } from "../../../sim/batch/calibrate/design.ts";
import { keepNearest, weightedQuantile } from "../../../sim/batch/calibrate/keep.ts";
import { densityAt, drawNear, kernelOf, mixtureWeights } from "../../../sim/batch/calibrate/population.ts";
import { mean, standardDeviation } from "../../../sim/numerics/statistics.ts";

describe("a Latin hypercube", () => {
  test.each([1, 7, 40])(
    "of %i points has one in each of as many equal parts of every coordinate",
    (points) => {
      const design = latinHypercube(points, 3, uniformOf("seed", "test"));
      expect(design.length).toBe(points);
      for (let d = 0; d < 3; d++) {
        const parts = design.map((point) => Math.floor(point[d] * points)).sort((a, b) => a - b);
        expect(parts).toEqual(Array.from({ length: points }, (_, part) => part));
      }
    },
  );

  test("is the same for the same seed and purpose, and another for others", () => {
    const design = (seed: string, purpose: string) => latinHypercube(5, 2, uniformOf(seed, purpose));
    expect(design("a", "round 1")).toEqual(design("a", "round 1"));
    expect(design("b", "round 1")).not.toEqual(design("a", "round 1"));
    expect(design("a", "round 2")).not.toEqual(design("a", "round 1"));
  });
});

test("shuffling gives each order of three about as often", () => {
  const uniform = uniformOf("seed", "orders");
  const counts = new Map<string, number>();
  for (let k = 0; k < 6000; k++) {
    const order = shuffle(3, uniform).join("");
    counts.set(order, (counts.get(order) ?? 0) + 1);
  }
  expect(counts.size).toBe(6);
  // Five standard deviations of a count of 1,000 are about 144.
  for (const count of counts.values()) expect(Math.abs(count - 1000)).toBeLessThan(144);
});

describe("what is kept", () => {
  test("is the nearest share, nearest first, with weights that sum to 1", () => {
    const kept = keepNearest([0.5, 0.1, 0.9, 0.3, 0.2], [1, 1, 1, 2, 1], 0.6);
    expect(kept.draws).toEqual([1, 4, 3]);
    expect(kept.weights).toEqual([0.25, 0.25, 0.5]);
    expect(kept.tolerance).toBe(0.3);
    // 1 over 1/16 + 1/16 + 1/4.
    expect(kept.effective).toBeCloseTo(8 / 3, 12);
  });

  test("is one draw at least", () => {
    expect(keepNearest([2, 1], [1, 1], 0.01)).toMatchObject({ draws: [1], weights: [1], effective: 1 });
  });

  test("has quantiles between the middles of the weights", () => {
    const values = [3, 1, 2];
    expect(weightedQuantile(values, [1, 1, 1], 0.5)).toBe(2);
    // Middles at 1/6, 1/2 and 5/6.
    expect(weightedQuantile(values, [1, 1, 1], 1 / 3)).toBeCloseTo(1.5, 12);
    expect(weightedQuantile(values, [1, 1, 1], 0)).toBe(1);
    expect(weightedQuantile(values, [1, 1, 1], 1)).toBe(3);
    // Middles at 0.4, 0.85 and 0.95.
    expect(weightedQuantile([1, 2, 3], [8, 1, 1], 0.4)).toBe(1);
  });
});

describe("the density of later rounds", () => {
  const kernel = kernelOf([[0.05], [0.9]], [3, 1]);

  test("is one in all, also near the ends of the prior", () => {
    const cells = 2000;
    const densities = Array.from({ length: cells }, (_, k) => densityAt(kernel, [(k + 0.5) / cells]));
    expect(mean(densities)).toBeCloseTo(1, 5);
  });

  test("is the density that points are drawn from", () => {
    const uniform = uniformOf("seed", "near");
    const points = Array.from({ length: 20_000 }, () => drawNear(kernel, uniform)[0]);
    expect(Math.min(...points)).toBeGreaterThanOrEqual(0);
    expect(Math.max(...points)).toBeLessThanOrEqual(1);
    const cells = 10;
    for (let cell = 0; cell < cells; cell++) {
      const drawn = points.filter((point) => Math.floor(point * cells) === cell).length / points.length;
      const steps = Array.from({ length: 200 }, (_, k) =>
        densityAt(kernel, [(cell + (k + 0.5) / 200) / cells]),
      );
      expect(Math.abs(drawn - mean(steps) / cells)).toBeLessThan(0.016);
    }
  });

  test("has twice the variance of what was kept", () => {
    const centres = [[0.4], [0.5], [0.6]];
    expect(kernelOf(centres, [1, 1, 1]).widths[0]).toBeCloseTo(Math.sqrt(2 * (0.02 / 3)), 12);
    expect(kernelOf([[0.5]], [1]).widths[0]).toBe(0.02);
  });

  test("weighs the draws so that together they stand for the even prior", () => {
    const uniform = uniformOf("seed", "mixture");
    const low = kernelOf([[0.05], [0.2]], [1, 1]);
    const first = latinHypercube(500, 1, uniform);
    const later = Array.from({ length: 1500 }, () => drawNear(low, uniform));
    const points = [...first, ...later];
    const weights = mixtureWeights(points, [low], [500, 1500]);
    const total = weights.reduce((sum, weight) => sum + weight, 0);
    const average = points.reduce((sum, point, k) => sum + weights[k] * point[0], 0) / total;
    const below = points.reduce((sum, point, k) => sum + (point[0] < 0.25 ? weights[k] : 0), 0) / total;
    // Unweighted they lean to the low centres of the later round.
    expect(mean(points.map(([value]) => value))).toBeLessThan(0.4);
    expect(average).toBeCloseTo(0.5, 1);
    expect(Math.abs(below - 0.25)).toBeLessThan(0.03);
    expect(standardDeviation(weights)).toBeGreaterThan(0);
  });
});
