import { describe, expect, it } from "vitest";
import { logitProbabilities, nestedLogit, sampleLogit } from "../../sim/numerics/choice.ts";
import { rootKey } from "../../sim/numerics/keyed.ts";
import { nestedChances, sampleNestedLogit } from "../../sim/numerics/nestedChoice.ts";
import { uniform } from "../../sim/numerics/threefry.ts";

const { key0, key1 } = rootKey("nests");
const luck = (purpose: number, k: number): number => uniform(key0, key1, k, purpose);

/** Stay, two local towns, three far cities, told in no order of nests. */
const VALUES = Float64Array.of(0.9, 1, 0.5, 1.2, 0.8, 0.7);
const NEST = [2, 1, 0, 2, 1, 2];

/** The same by the kernel over lists sorted by nest. */
function closed(values: ArrayLike<number>, nest: readonly number[], scale: number, tau: number): number[] {
  const order = nest.map((_, k) => k).toSorted((a, b) => nest[a] - nest[b] || a - b);
  const nests = Math.max(...nest) + 1;
  const starts = Int32Array.from({ length: nests + 1 }, (_, i) => nest.filter((one) => one < i).length);
  const out = new Float64Array(order.length);
  const sorted = Float64Array.from(order, (k) => values[k]);
  nestedLogit(sorted, starts, new Float64Array(nests).fill(tau), scale, out);
  const chances = new Float64Array(order.length);
  order.forEach((k, at) => (chances[k] = out[at]));
  return [...chances];
}

const chances = (values: Float64Array, nest: readonly number[], scale: number, tau: number): number[] => {
  const out = new Float64Array(values.length);
  nestedChances(values, nest, values.length, scale, tau, out);
  return [...out];
};

const gap = (a: readonly number[], b: readonly number[]): number =>
  Math.max(...a.map((value, k) => Math.abs(value - b[k])));

describe("chances of a nested logit over lists in any order", () => {
  it.each([
    [1, 1],
    [1, 0.6],
    [0.3, 0.25],
    [2, 0.05],
  ])("are those of the closed form, at scale %d and dissimilarity %d", (scale, tau) => {
    expect(gap(chances(VALUES, NEST, scale, tau), closed(VALUES, NEST, scale, tau))).toBeLessThan(1e-11);
  });

  it("are those of the logit at dissimilarity 1", () => {
    const out = new Float64Array(VALUES.length);
    logitProbabilities(VALUES, VALUES.length, 0.7, out);
    expect(gap(chances(VALUES, NEST, 0.7, 1), [...out])).toBeLessThan(1e-11);
  });

  it("halve between a red and a blue bus that are nearly the same, and leave the car its half", () => {
    const [car, red, blue] = chances(Float64Array.of(1, 1, 1), [0, 1, 1], 1, 0.05);
    expect(car).toBeCloseTo(1 / (1 + 2 ** 0.05), 12);
    expect(red).toBeCloseTo(blue, 12);
  });

  it("don't change where an alternative of several drawn is told as often as it was drawn, each at its part", () => {
    // The correction for sampling: -scale tau ln E. Twice, expected twice, is once for sure.
    const [scale, tau] = [0.8, 0.5];
    const twice = Float64Array.of(0.4, 1 - scale * tau * Math.log(2), 1 - scale * tau * Math.log(2), 0.9);
    const [stay, a, b, c] = chances(twice, [0, 1, 1, 1], scale, tau);
    const once = closed([0.4, 1, 0.9], [0, 1, 1], scale, tau);
    expect(gap([stay, a + b, c], once)).toBeLessThan(1e-11);
  });

  it("are stable for utilities of any size, and 0 for what is not open", () => {
    const far = VALUES.map((value) => 1e6 + value);
    expect(gap(chances(far, NEST, 1, 0.5), chances(VALUES, NEST, 1, 0.5))).toBeLessThan(1e-8);
    expect(chances(Float64Array.of(0, 1e6, -1e6), [0, 1, 1], 0.05, 0.05)).toEqual([0, 1, 0]);
    const [a, b, c] = chances(Float64Array.of(1, -Infinity, 1), [0, 1, 2], 1, 0.5);
    expect([a, b, c]).toEqual([0.5, 0, 0.5]);
    expect(chances(Float64Array.of(-Infinity), [0], 1, 0.5)).toEqual([0]);
  });
});

describe("drawing from a nested logit by one uniform", () => {
  it("takes the alternatives with their chances, and by another dissimilarity not with these", () => {
    const n = 100_000;
    const counts = VALUES.map(() => 0);
    for (let i = 0; i < n; i++) counts[sampleNestedLogit(VALUES, NEST, 6, 1, 0.3, luck(1, i))]++;
    const worst = (shares: readonly number[]): number =>
      Math.max(...shares.map((p, k) => Math.abs(counts[k] / n - p) / Math.sqrt((p * (1 - p)) / n)));
    expect(worst(closed(VALUES, NEST, 1, 0.3))).toBeLessThan(4);
    expect(worst(closed(VALUES, NEST, 1, 0.6))).toBeGreaterThan(10);
  });

  it("takes what the logit takes where the dissimilarity is 1", () => {
    for (let i = 0; i < 5000; i++) {
      const u = luck(2, i);
      expect(sampleNestedLogit(VALUES, NEST, 6, 0.5, 1, u)).toBe(sampleLogit(VALUES, 6, 0.5, u));
    }
  });

  it("never takes what isn't open, and nothing where nothing is", () => {
    const values = Float64Array.of(-Infinity, 5, -Infinity, 5, -Infinity);
    for (const u of [2 ** -53, 0.49, 0.51, 1 - 2 ** -53]) {
      expect([1, 3]).toContain(sampleNestedLogit(values, [0, 0, 1, 1, 2], 5, 0.1, 0.5, u));
    }
    expect(sampleNestedLogit(values, [0], 1, 1, 0.5, 0.5)).toBe(-1);
    expect(sampleNestedLogit(values, [0], 0, 1, 0.5, 0.5)).toBe(-1);
  });
});
