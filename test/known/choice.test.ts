/**
 * Known answers of discrete choice. Values typed in from closed forms: the logit of McFadden 1974; the network
 * weight that follows from Chen, Jin & Yue 2010 (NBER w15671); Sjaastad's horizon of 1962.
 */
import { describe, expect, it } from "vitest";
import { logitProbabilities, sampleLogit } from "../../sim/numerics/choice.ts";
import { rootKey } from "../../sim/numerics/keyed.ts";
import { uniform } from "../../sim/numerics/threefry.ts";
import { PARAMETERS } from "../../sim/policy/parameters.ts";
import {
  commutingTerm,
  distanceTerm,
  horizon,
  incomeTerm,
  REGISTRATION_BY_TIER,
  rentTerm,
  separation,
  serviceTerm,
} from "../../sim/processes/migration/terms.ts";

/** P = e^v / sum e^v for v = 1, 2, 3; and the same at twice the scale. */
const LOGIT_123 = [0.09003057317038046, 0.24472847105479764, 0.6652409557748218];
const LOGIT_123_SCALE_2 = [0.1863237232258476, 0.3071958857184984, 0.506480391055654];

describe("the logit", () => {
  const values = Float64Array.of(1, 2, 3);

  it.each([
    [1, LOGIT_123],
    [2, LOGIT_123_SCALE_2],
  ])(
    "sampled by one uniform at scale %d: each alternative where its chance lies on the unit interval",
    (scale, expected) => {
      let edge = 0;
      expected.forEach((chance, k) => {
        expect(sampleLogit(values, 3, scale, edge + 1e-9)).toBe(k);
        edge += chance;
        expect(sampleLogit(values, 3, scale, edge - 1e-9)).toBe(k);
      });
    },
  );

  it("sampled by the model's own draws: shares within four standard errors", () => {
    const { key0, key1 } = rootKey("known logit");
    const draws = 40_000;
    const counts = [0, 0, 0];
    for (let i = 0; i < draws; i++) counts[sampleLogit(values, 3, 1, uniform(key0, key1, i, 7))]++;
    LOGIT_123.forEach((chance, k) => {
      const error = Math.sqrt((chance * (1 - chance)) / draws);
      expect(Math.abs(counts[k] / draws - chance)).toBeLessThan(4 * error);
    });
  });
});

describe("the weight of co-villagers", () => {
  /** Ten points more co-villagers at a place raise one's own chance of 0.2 by 7.27 points (IV estimate). */
  const CHAIN = { before: 0.2, more: 0.1, after: 0.2727 };
  const odds = (chance: number): number => chance / (1 - chance);

  it("moves a chance of 0.2 to 0.2727 in the model's own choice, to the rounding of the default", () => {
    const weight = PARAMETERS.networkWeight.default;
    const stay = Math.log(odds(1 - CHAIN.before));
    const chances = new Float64Array(2);
    logitProbabilities(Float64Array.of(stay, 0), 2, 1, chances);
    expect(chances[1]).toBeCloseTo(CHAIN.before, 12);
    logitProbabilities(Float64Array.of(stay, weight * CHAIN.more), 2, 1, chances);
    expect(Math.abs(chances[1] - CHAIN.after)).toBeLessThan(1e-4);
  });
});

describe("terms of utility", () => {
  it("a gain in income counts for the years of work that remain, discounted", () => {
    expect(horizon(20, 0.05)).toBe(1);
    expect(horizon(65, 0.05)).toBe(0);
    expect(horizon(80, 0.05)).toBe(0);
    // Present value of ten years at 5 %, 7.721735, over that of 45 years, 17.774070.
    expect(horizon(55, 0.05)).toBeCloseTo(7.721734929184818 / 17.774069821677337, 12);
    expect(horizon(42.5, 0)).toBe(0.5);
  });

  it("a tenth more income is worth its logarithm; rent is income lost", () => {
    expect(incomeTerm(Math.log(1.1), 1.5, 1)).toBeCloseTo(0.14296526970646872, 12);
    expect(incomeTerm(Math.log(1.1), 1.5, 0.5)).toBeCloseTo(0.14296526970646872 / 2, 12);
    expect(rentTerm(Math.log(1 - 0.15), 1.5, 1)).toBeCloseTo(1.5 * -0.16251892949777494, 12);
  });

  it("distance costs an elasticity of 0.75 at one hour and 1.2 at four, as gravity estimates have it", () => {
    // d(w ln(1 + t)) / d(ln t) = w t / (1 + t).
    const elasticity = (hours: number): number => {
      const step = 1e-6;
      const weight = PARAMETERS.distanceWeight.default;
      const rise =
        distanceTerm(Math.log(1 + hours * (1 + step)), weight) - distanceTerm(Math.log(1 + hours), weight);
      return -rise / Math.log(1 + step);
    };
    expect(elasticity(1)).toBeCloseTo(0.75, 4);
    expect(elasticity(4)).toBeCloseTo(1.2, 4);
  });

  it("services count by what one is entitled to", () => {
    expect(serviceTerm(1, 1, 0.5)).toBeCloseTo(0.5 * Math.LN2, 12);
    expect(serviceTerm(1, 0.7, 0.5)).toBeCloseTo(0.5 * 0.5306282510621704, 12);
    expect(serviceTerm(1, 0, 0.5)).toBe(0);
  });

  it("an hour's way to work and back costs the weight twice", () => {
    expect(commutingTerm(60, 1)).toBe(-2);
    expect(commutingTerm(15, 0.8)).toBeCloseTo(-0.4, 15);
    expect(separation(1)).toBe(0.5);
    expect(separation(2)).toBe(1);
    expect(separation(30)).toBe(1);
    expect(separation(0)).toBe(0);
  });

  it("registration asks the more the larger the place, nothing in villages", () => {
    expect(REGISTRATION_BY_TIER[0]).toBe(0);
    for (let tier = 1; tier < 5; tier++) {
      expect(REGISTRATION_BY_TIER[tier]).toBeGreaterThan(REGISTRATION_BY_TIER[tier - 1]);
    }
    expect(REGISTRATION_BY_TIER[4]).toBeLessThanOrEqual(1);
    // A mover between provinces loses on average 46 % of utility: ln(1 / 0.54).
    expect(-Math.log(1 - 0.46)).toBeCloseTo(0.6161861394, 9);
    expect(PARAMETERS.registrationBarrier.default).toBeCloseTo(0.616, 1);
  });
});
