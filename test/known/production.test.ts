/**
 * Known answers of production, capital and cities. Values computed from the closed forms: Cobb-Douglas; equal marginal
 * products; the inverted U of city size (Au & Henderson 2006); the wage curve (Blanchflower & Oswald 1994).
 */
import { describe, expect, it } from "vitest";
import {
  capitalDemand,
  CITY_UNIT,
  cityProductivity,
  congestionShare,
  farmOutput,
  labourDemand,
  modernOutput,
} from "../../sim/numerics/output.ts";
import { farmerShare } from "../../sim/policy/farmGate.ts";

describe("the size of cities", () => {
  /** Optimum of N^e - t N^g at e = 0.05, t = 0.01, g = 0.6: N* = (e / (t g))^(1 / (g - e)), and net output there. */
  const OPTIMUM = {
    gain: 0.05,
    cost: 0.01,
    elasticity: 0.6,
    size: 47.229779311958296,
    net: 1.1115326776376826,
  };
  const at = (size: number): number =>
    cityProductivity(size * CITY_UNIT, OPTIMUM.gain, OPTIMUM.cost, OPTIMUM.elasticity);

  it("net productivity peaks at the optimum, and falls to both sides as far as known", () => {
    expect(at(OPTIMUM.size)).toBeCloseTo(OPTIMUM.net, 12);
    expect(at(OPTIMUM.size / 2)).toBeCloseTo(1.104609040799583, 12);
    expect(at(OPTIMUM.size * 2)).toBeCloseTo(1.1021819109662034, 12);
    for (const factor of [0.5, 0.9, 0.99, 1.01, 1.1, 2])
      expect(at(OPTIMUM.size * factor)).toBeLessThan(at(OPTIMUM.size));
    // At the top the slope is nothing: a per cent more or less changes less than a millionth.
    expect(at(OPTIMUM.size * 1.01) / OPTIMUM.net).toBeCloseTo(1, 5);
  });

  it("congestion takes the part of gross output that net output lacks", () => {
    for (const workers of [1000, 40_000, 2e6]) {
      const gross = cityProductivity(workers, 0.05, 0, 0.6);
      const net = cityProductivity(workers, 0.05, 0.01, 0.6);
      expect(1 - net / gross).toBeCloseTo(congestionShare(workers, 0.05, 0.01, 0.6), 12);
    }
    expect(cityProductivity(0, 0.05, 0.01, 0.6)).toBe(0);
    expect(congestionShare(0, 0.05, 0.01, 0.6)).toBe(0);
    expect(congestionShare(1e12, 0.05, 0.2, 2)).toBe(1);
  });
});

describe("capital", () => {
  /** Two places with technology 1 and 1.5, a worker each, alpha 0.35, ten of capital: returns are equal there. */
  const EQUAL = {
    share: 0.35,
    technology: [1, 1.5],
    capital: [3.489194045626657, 6.510805954373343],
    marginal: 0.1553447979679185,
  };
  const marginal = (technology: number, capital: number, workers: number): number =>
    (EQUAL.share * modernOutput(technology, capital, workers, EQUAL.share)) / capital;

  it("is wanted, wherever it starts from, up to where its return meets the hurdle", () => {
    EQUAL.technology.forEach((technology, k) => {
      for (const start of [0.01, 1, 5, 100]) {
        const wanted = capitalDemand(start, marginal(technology, start, 1), EQUAL.marginal, EQUAL.share);
        expect(wanted).toBeCloseTo(EQUAL.capital[k], 9);
      }
    });
  });

  it("is wanted less where the hurdle is higher", () => {
    expect(capitalDemand(10, 0.11, 0.11, 0.4)).toBeCloseTo(10, 12);
    expect(capitalDemand(10, 0.11, 0.12, 0.4)).toBeLessThan(10);
    expect(capitalDemand(10, 0.11, 0.1, 0.4)).toBeCloseTo(10 * 1.1 ** (1 / 0.6), 9);
  });
});

describe("labour", () => {
  it("is wanted up to where its marginal product is the wage", () => {
    for (const [technology, capital, wage, share] of [
      [3, 5000, 40, 0.4],
      [120, 2e6, 4300, 0.35],
      [0.7, 10, 0.5, 0.6],
    ] as const) {
      const hands = labourDemand(technology, capital, wage, share);
      const product = ((1 - share) * modernOutput(technology, capital, hands, share)) / hands;
      expect(product / wage).toBeCloseTo(1, 12);
      const step = 1e-5 * hands;
      const slope =
        (modernOutput(technology, capital, hands + step, share) -
          modernOutput(technology, capital, hands - step, share)) /
        (2 * step);
      expect(slope / wage).toBeCloseTo(1, 6);
    }
    expect(labourDemand(3, 0, 40, 0.4)).toBe(0);
  });

  it("wages and capital share out all that is made", () => {
    const made = modernOutput(3, 5000, 200, 0.4);
    const wage = ((1 - 0.4) * made) / 200;
    const rent = (0.4 * made) / 5000;
    expect(wage * 200 + rent * 5000).toBeCloseTo(made, 9);
    // Twice of both makes twice as much.
    expect(modernOutput(3, 10_000, 400, 0.4)).toBeCloseTo(2 * made, 9);
  });
});

describe("farms", () => {
  it("land and hands share the harvest by their exponents", () => {
    expect(farmOutput(10, 4, 9, 0.5)).toBeCloseTo(60, 12);
    expect(farmOutput(10, 8, 18, 0.4)).toBeCloseTo(2 * farmOutput(10, 4, 9, 0.4), 9);
    // A per cent more hands: 0.6 per cent more harvest, and 0.4 per cent less for each (Lewis).
    const more = farmOutput(10, 4, 9 * 1.01, 0.4) / farmOutput(10, 4, 9, 0.4);
    expect(more).toBeCloseTo(1.01 ** 0.6, 12);
    expect(farmOutput(10, 0, 9, 0.4)).toBe(0);
  });

  it("the farmer's share lies between that of raw and of processed produce", () => {
    expect(farmerShare(0.28, 0.5, 0)).toBe(0.28);
    expect(farmerShare(0.28, 0.5, 1)).toBe(0.5);
    expect(farmerShare(0.28, 0.5, 0.5)).toBeCloseTo(0.39, 12);
  });
});
