import { describe, expect, it } from "vitest";
import {
  jensenShannon,
  meanCosine,
  meanPairwise,
  meanProfile,
  partition,
} from "../../sim/numerics/betaDiversity.ts";
import {
  brayCurtis,
  cosine,
  evenness,
  hillNumber,
  krugmanIndex,
  locationQuotients,
  shannon,
  simpson,
} from "../../sim/numerics/diversity.ts";

const ONE_KIND = [0, 1, 0];
const FIVE_EQUAL = [0.2, 0.2, 0.2, 0.2, 0.2];

describe("diversity inside a place", () => {
  it("is nothing with one kind, whatever the measure", () => {
    expect(shannon(ONE_KIND)).toBe(0);
    expect(simpson(ONE_KIND)).toBe(0);
    for (const order of [0, 0.5, 1, 2, 5]) expect(hillNumber(ONE_KIND, order)).toBe(1);
    expect(evenness(ONE_KIND)).toBeNaN();
  });

  it("of five equal kinds counts five, at every order", () => {
    for (const order of [0, 0.5, 1, 2, 5]) expect(hillNumber(FIVE_EQUAL, order)).toBeCloseTo(5, 12);
    expect(evenness(FIVE_EQUAL)).toBeCloseTo(1, 15);
    expect(simpson(FIVE_EQUAL)).toBeCloseTo(0.8, 15);
  });

  it("counts rare kinds the less the higher the order; order 1 lies on the curve", () => {
    const profile = [0.6, 0.25, 0.1, 0.05, 0];
    const numbers = [0, 0.5, 0.999999, 1, 1.000001, 2, 4].map((order) => hillNumber(profile, order));
    expect(numbers).toEqual(numbers.toSorted((a, b) => b - a));
    expect(numbers[0]).toBe(4);
    expect(numbers[2]).toBeCloseTo(numbers[3], 5);
    expect(numbers[4]).toBeCloseTo(numbers[3], 5);
  });
});

describe("difference of two places", () => {
  const apart: [number[], number[]] = [
    [0.5, 0.5, 0],
    [0, 0, 1],
  ];

  it("is nothing where they are the same, and the most where they share no kind", () => {
    const same: [number[], number[]] = [
      [0.5, 0.3, 0.2],
      [0.5, 0.3, 0.2],
    ];
    expect([cosine, brayCurtis, krugmanIndex, jensenShannon].map((f) => f(...same))).toEqual([
      expect.closeTo(1, 15),
      0,
      0,
      expect.closeTo(0, 15),
    ]);
    expect([cosine, brayCurtis, krugmanIndex, jensenShannon].map((f) => f(...apart))).toEqual([
      0,
      1,
      2,
      expect.closeTo(Math.LN2, 15),
    ]);
  });

  it("asks for the same kinds on both sides", () => {
    for (const f of [cosine, brayCurtis, krugmanIndex, locationQuotients, jensenShannon]) {
      expect(() => f([1], [0.5, 0.5])).toThrow("expected the same");
    }
  });
});

describe("diversity among places", () => {
  const places = [
    [0.7, 0.2, 0.1, 0],
    [0.1, 0.1, 0.2, 0.6],
    [0.4, 0.3, 0.3, 0],
    [0, 0, 0.5, 0.5],
  ];

  it("is nothing where all are the same, however diverse each is inside", () => {
    const { alpha, gamma, beta } = partition([places[0], places[0], places[0]]);
    expect(alpha).toBeCloseTo(gamma, 14);
    expect(beta).toBeCloseTo(0, 14);
    expect(meanCosine([places[0], places[0]])).toBeCloseTo(1, 14);
  });

  it("is ln n where each of n places does something of its own", () => {
    expect(
      partition([
        [1, 0, 0],
        [0, 1, 0],
        [0, 0, 1],
      ]).beta,
    ).toBeCloseTo(Math.log(3), 14);
  });

  it("may fall while the diversity inside rises: all doing everything is homogenisation", () => {
    const own = partition([
      [0.9, 0.1],
      [0.1, 0.9],
    ]);
    const template = partition([
      [0.5, 0.5],
      [0.5, 0.5],
    ]);
    expect(template.alpha).toBeGreaterThan(own.alpha);
    expect(template.beta).toBeLessThan(own.beta);
  });

  it("weights count as places that stand there several times", () => {
    const weighted = partition([places[0], places[1]], [3, 1]);
    const repeated = partition([places[0], places[0], places[0], places[1]]);
    expect(weighted.beta).toBeCloseTo(repeated.beta, 14);
    expect([...meanProfile([places[0], places[1]], [3, 1])][0]).toBeCloseTo(0.55, 15);
  });

  it("the mean cosine in one pass is that over all pairs", () => {
    expect(meanCosine(places)).toBeCloseTo(meanPairwise(places, cosine), 14);
  });

  it("has no answer for too few places", () => {
    expect(meanCosine([places[0]])).toBeNaN();
    expect(meanPairwise([places[0]], cosine)).toBeNaN();
    expect(partition([]).beta).toBeNaN();
    expect(meanProfile([])).toHaveLength(0);
  });
});
