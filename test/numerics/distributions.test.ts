import { describe, expect, it } from "vitest";
import { exponential, geometricSkip, gumbel, lognormal, normal } from "../../sim/numerics/distributions.ts";
import { EULER_GAMMA, exp, ln1p } from "../../sim/numerics/elementary.ts";
import { mean, quantile, variance } from "../../sim/numerics/statistics.ts";
import { chance } from "./arguments.ts";

const N = 200_000;

const sample = (law: (u: number) => number, stream: number): Float64Array =>
  Float64Array.from({ length: N }, (_, i) => law(chance(stream, i)));

/** Asks for the mean and variance of a law, with five standard errors. */
function expectMoments(
  values: Float64Array,
  expectedMean: number,
  expectedVariance: number,
  kurtosis: number,
): void {
  expect(Math.abs(mean(values) - expectedMean)).toBeLessThan(5 * Math.sqrt(expectedVariance / N));
  expect(Math.abs(variance(values) / expectedVariance - 1)).toBeLessThan(5 * Math.sqrt((kurtosis - 1) / N));
}

describe("normal", () => {
  it("gives the published percentage points", () => {
    // Quantiles of the standard normal distribution to 16 digits.
    const points: [u: number, value: number][] = [
      [0.5, 0],
      [0.75, 0.6744897501960817],
      [0.9, 1.2815515655446004],
      [0.95, 1.6448536269514722],
      [0.975, 1.959963984540054],
      [0.99, 2.3263478740408408],
      [0.995, 2.5758293035489004],
      [0.999, 3.090232306167813],
      [1e-6, -4.753424308822899],
      [1e-10, -6.361340902404056],
      [1e-15, -7.941345326170997],
      // The three from the paper's own table of checks.
      [0.25, -0.6744897501960817],
      [0.001, -3.090232306167813],
      [1e-20, -9.262340089798409],
    ];
    for (const [u, value] of points) {
      expect(Math.abs(normal(u) - value)).toBeLessThanOrEqual(2e-15 * Math.max(1, Math.abs(value)));
    }
  });

  it("is odd about one half and rises, also where its formulas meet", () => {
    for (const u of [0.25, 0.075, 0.0750001, 0.0749999, 1e-3, 1.4e-11, 1e-12, 2 ** -53]) {
      expect(normal(1 - u)).toBeCloseTo(-normal(u), u > 1e-6 ? 9 : 3);
      expect(normal(u * (1 + 1e-9))).toBeGreaterThan(normal(u));
    }
    expect([normal(0), normal(1)]).toEqual([-Infinity, Infinity]);
  });

  it("has mean 0 and variance 1, and the stated tails", () => {
    const values = sample(normal, 1);
    expectMoments(values, 0, 1, 3);
    const tail = values.filter((value) => value > 1.959963984540054).length / N;
    expect(Math.abs(tail - 0.025)).toBeLessThan(5 * Math.sqrt((0.025 * 0.975) / N));
  });
});

describe("the other laws", () => {
  it("exponential: mean 1, variance 1, and P(X > x) = exp(-x)", () => {
    const values = sample(exponential, 2);
    expectMoments(values, 1, 1, 9);
    for (const u of [1e-12, 0.1, 0.5, 0.9, 1 - 2 ** -53]) expect(exp(-exponential(u))).toBeCloseTo(1 - u, 12);
    // Small draws keep their digits: -ln(1 - u) is nearly u.
    expect(exponential(2 ** -53)).toBe(2 ** -53);
  });

  it("gumbel: mean Euler's constant, variance pi squared over 6, and F(x) = exp(-exp(-x))", () => {
    expectMoments(sample(gumbel, 3), EULER_GAMMA, Math.PI ** 2 / 6, 5.4);
    for (const u of [2 ** -53, 0.01, 0.3678794411714423, 0.9, 1 - 2 ** -53]) {
      expect(exp(-exp(-gumbel(u)))).toBeCloseTo(u, 12);
    }
    expect(gumbel(Math.exp(-1))).toBeCloseTo(0, 12);
  });

  it("lognormal: the logarithm has the stated mean and deviation, the median is exp(mean)", () => {
    expect(lognormal(0.5, 3, 0.7)).toBeCloseTo(exp(3), 10);
    const values = sample((u) => lognormal(u, 1, 0.5), 4);
    expect(quantile(values, 0.5) / exp(1)).toBeCloseTo(1, 2);
    const expectedMean = exp(1 + 0.125);
    const expectedVariance = (exp(0.25) - 1) * exp(2.25);
    expect(Math.abs(mean(values) - expectedMean)).toBeLessThan(5 * Math.sqrt(expectedVariance / N));
  });

  it("all rise with u, so that common draws stay common", () => {
    const laws = [normal, gumbel, exponential, (u: number) => lognormal(u, 0, 1)];
    for (const law of laws) {
      let last = -Infinity;
      for (let k = 1; k < 5000; k++) {
        const value = law(k / 5000);
        expect(value).toBeGreaterThan(last);
        last = value;
      }
    }
  });

  it("geometricSkip: k failures before the first success with probability p (1 - p)^k", () => {
    for (const p of [0.01, 0.3, 0.9]) {
      const lnMiss = ln1p(-p);
      const counts = [0, 0, 0, 0];
      let sum = 0;
      for (let i = 0; i < N; i++) {
        const skip = geometricSkip(chance(5, i), lnMiss);
        expect(Number.isInteger(skip) && skip >= 0).toBe(true);
        sum += skip;
        if (skip < 4) counts[skip] = (counts[skip] ?? 0) + 1;
      }
      counts.forEach((count, k) => {
        const share = p * (1 - p) ** k;
        expect(Math.abs(count / N - share)).toBeLessThan(5 * Math.sqrt((share * (1 - share)) / N));
      });
      expect(Math.abs(sum / N - (1 - p) / p)).toBeLessThan(5 * Math.sqrt((1 - p) / p ** 2 / N));
    }
  });

  it("geometricSkip of a tiny probability is long, not wrapped round", () => {
    expect(geometricSkip(0.5, ln1p(-1e-12))).toBe(Math.floor(Math.LN2 / 1e-12));
  });
});
