import { describe, expect, it } from "vitest";
import { logitProbabilities, logSumExp, nestedLogit, sampleLogit } from "../../sim/numerics/choice.ts";
import { gumbel } from "../../sim/numerics/distributions.ts";
import { ln, logistic } from "../../sim/numerics/elementary.ts";
import { chance } from "./arguments.ts";

// Known answers come from closed forms, computed apart from this code.

const logit = (values: number[], scale = 1): number[] => {
  const out = new Float64Array(values.length);
  logitProbabilities(Float64Array.from(values), values.length, scale, out);
  return [...out];
};

function nested(
  nests: { tau: number; v: number[] }[],
  scale = 1,
): { alternatives: number[]; nests: number[] } {
  const starts = [0];
  for (const nest of nests) starts.push((starts.at(-1) ?? 0) + nest.v.length);
  const values = Float64Array.from(nests.flatMap((nest) => nest.v));
  const out = new Float64Array(values.length);
  const nestChances = new Float64Array(nests.length);
  nestedLogit(
    values,
    Int32Array.from(starts),
    Float64Array.from(nests, (n) => n.tau),
    scale,
    out,
    nestChances,
  );
  return { alternatives: [...out], nests: [...nestChances] };
}

/** The largest difference between two lists; NaN where their lengths differ. */
function gap(values: number[], expected: number[]): number {
  if (values.length !== expected.length) return NaN;
  return Math.max(...values.map((value, i) => Math.abs(value - (expected[i] ?? NaN))));
}

describe("logit", () => {
  it("gives the closed-form chances of utilities 1, 2, 3, at scales 1 and 2", () => {
    expect(
      gap(logit([1, 2, 3]), [0.09003057317038046, 0.24472847105479764, 0.6652409557748218]),
    ).toBeLessThan(5e-15);
    expect(
      gap(logit([1, 2, 3], 2), [0.1863237232258476, 0.3071958857184984, 0.506480391055654]),
    ).toBeLessThan(5e-15);
    expect(logSumExp(Float64Array.of(1, 2, 3), 3)).toBeCloseTo(3.40760596444438, 14);
  });

  it("has the own elasticity beta x (1 - P)", () => {
    const beta = 0.5;
    const x = 2;
    const chanceAt = (own: number): number => logit([0, beta * own, 2])[1] ?? 0;
    expect(chanceAt(x)).toBeCloseTo(0.24472847105479764, 14);
    const h = 1e-5;
    const elasticity = (ln(chanceAt(x + h)) - ln(chanceAt(x - h))) / (ln(x + h) - ln(x - h));
    expect(elasticity).toBeCloseTo(0.7552715289452023, 8);
  });

  it("is the same however large the utilities are, for only differences count", () => {
    expect(logit([1001, 1002, 1003])).toEqual(logit([1, 2, 3]));
    expect(logit([-1e9 + 1, -1e9 + 2, -1e9 + 3])).toEqual(logit([1, 2, 3]));
    expect(logit([0, 1e6])).toEqual([0, 1]);
    expect(logSumExp(Float64Array.of(1e5, 1e5), 2)).toBeCloseTo(1e5 + ln(2), 9);
  });

  it("gives a closed alternative no chance", () => {
    expect(
      gap(logit([1, -Infinity, 2, 3]), [0.09003057317038046, 0, 0.24472847105479764, 0.6652409557748218]),
    ).toBeLessThan(5e-15);
    expect(logSumExp(Float64Array.of(-Infinity, -Infinity), 2)).toBe(-Infinity);
    expect(logSumExp(new Float64Array(4), 0)).toBe(-Infinity);
  });
});

describe("sampling a logit by one uniform", () => {
  it("takes the alternatives with their chances", () => {
    const values = Float64Array.of(1, 2, -Infinity, 3, 9);
    const n = 100_000;
    const counts = [0, 0, 0, 0, 0];
    for (let i = 0; i < n; i++) {
      // Only the first four: the fifth is beyond n.
      const taken = sampleLogit(values, 4, 2, chance(1, i));
      counts[taken] = (counts[taken] ?? 0) + 1;
    }
    [0.1863237232258476, 0.3071958857184984, 0, 0.506480391055654, 0].forEach((share, k) => {
      expect(Math.abs((counts[k] ?? 0) / n - share)).toBeLessThanOrEqual(
        5 * Math.sqrt((share * (1 - share)) / n),
      );
    });
  });

  it("has the law of the best of utility and Gumbel draw", () => {
    const values = Float64Array.of(0.2, 0.9, 0.5);
    const chances = logit([0.2, 0.9, 0.5], 0.3);
    const n = 100_000;
    const counts = [0, 0, 0];
    for (let i = 0; i < n; i++) {
      let best = -Infinity;
      let taken = 0;
      for (let k = 0; k < 3; k++) {
        const utility = (values[k] ?? 0) / 0.3 + gumbel(chance(10 + k, i));
        if (utility > best) [best, taken] = [utility, k];
      }
      counts[taken] = (counts[taken] ?? 0) + 1;
    }
    chances.forEach((share, k) => {
      expect(Math.abs((counts[k] ?? 0) / n - share)).toBeLessThan(5 * Math.sqrt((share * (1 - share)) / n));
    });
  });

  it("changes alternatives where u passes the cumulated chances", () => {
    const values = Float64Array.of(1, 2, 3);
    const [first = 0, second = 0] = logit([1, 2, 3]);
    const at = (u: number): number => sampleLogit(values, 3, 1, u);
    expect([at(2 ** -53), at(first - 1e-9), at(first + 1e-9)]).toEqual([0, 0, 1]);
    expect([at(first + second - 1e-9), at(first + second + 1e-9), at(1 - 2 ** -53)]).toEqual([1, 2, 2]);
  });

  it("never takes a closed alternative, not even at the ends of u", () => {
    const values = Float64Array.of(-Infinity, 5, -Infinity, 5, -Infinity);
    for (const u of [2 ** -53, 0.49, 0.51, 1 - 2 ** -53]) {
      expect([1, 3]).toContain(sampleLogit(values, 5, 0.1, u));
    }
    for (let i = 0; i < 200; i++) {
      const open = Array.from({ length: 5 }, (_, k) => 3 * chance(30 + k, i));
      expect(sampleLogit(Float64Array.of(...open, -Infinity), 6, 1, 1 - 2 ** -53)).toBe(4);
    }
    expect(sampleLogit(Float64Array.of(-Infinity, -Infinity), 2, 1, 0.5)).toBe(-1);
    expect(sampleLogit(values, 0, 1, 0.5)).toBe(-1);
  });

  it("is stable for large utilities and long lists", () => {
    expect(sampleLogit(Float64Array.of(1e308, -1e308, 1e308), 3, 0.5, 0.75)).toBe(2);
    const many = new Float64Array(5000).fill(700);
    expect(sampleLogit(many, 5000, 0.001, 0.5)).toBe(2500);
    expect(sampleLogit(many, 5000, 0.001, 1 - 2 ** -53)).toBe(4999);
  });
});

describe("nested logit", () => {
  const region = [
    { tau: 1, v: [0.5] },
    { tau: 0.6, v: [1, 0.8] },
    { tau: 0.4, v: [1.5, 1.2, 0.9] },
  ];

  it("gives the closed-form chances of three nests", () => {
    const { alternatives, nests } = nested(region);
    expect(gap(nests, [0.15065920884241313, 0.3435057104796472, 0.5058350806779397])).toBeLessThan(5e-15);
    expect(
      gap(
        alternatives,
        [
          0.15065920884241313, 0.20011619267511216, 0.14338951780453504, 0.29834034877950416,
          0.14092600209652636, 0.06656872980190918,
        ],
      ),
    ).toBeLessThan(5e-15);
  });

  it("moves chances between nests, not within, where one nest bears a cost of 0.8 such as a hukou", () => {
    const cost = region.map((nest, k) =>
      k === 2 ? { ...nest, v: nest.v.map((value) => value - 0.8) } : nest,
    );
    const { alternatives, nests } = nested(cost);
    expect(gap(nests, [0.20882797586051743, 0.47613154726589435, 0.31504047687358816])).toBeLessThan(5e-15);
    expect(
      gap(
        alternatives,
        [
          0.20882797586051743, 0.27738005379391345, 0.19875149347198096, 0.1858101372173704,
          0.08777049398170417, 0.04145984567451359,
        ],
      ),
    ).toBeLessThan(5e-15);
  });

  it("knows that a red and a blue bus are one bus: a car keeps nearly half", () => {
    expect(gap(logit([1, 1, 1]), [1 / 3, 1 / 3, 1 / 3])).toBeLessThan(5e-15);
    const { alternatives } = nested([
      { tau: 1, v: [1] },
      { tau: 0.1, v: [1, 1] },
    ]);
    expect(gap(alternatives, [0.48267825516781476, 0.25866087241609265, 0.25866087241609265])).toBeLessThan(
      5e-15,
    );
  });

  it("is the plain logit where every dissimilarity is 1, at any scale", () => {
    const flat = region.map((nest) => ({ ...nest, tau: 1 }));
    expect(gap(nested(flat, 0.7).alternatives, logit([0.5, 1, 0.8, 1.5, 1.2, 0.9], 0.7))).toBeLessThan(5e-15);
  });

  it("divides utilities by the scale", () => {
    const doubled = region.map((nest) => ({ ...nest, v: nest.v.map((value) => 2 * value) }));
    expect(gap(nested(doubled, 2).alternatives, nested(region).alternatives)).toBeLessThan(5e-15);
  });

  it("gives closed alternatives and empty or closed nests no chance", () => {
    const { alternatives, nests } = nested([
      { tau: 1, v: [0.5] },
      { tau: 0.5, v: [-Infinity, -Infinity] },
      { tau: 0.5, v: [] },
      { tau: 0.6, v: [1, -Infinity, 0.8] },
    ]);
    const open = nested([region[0] ?? { tau: 1, v: [] }, region[1] ?? { tau: 1, v: [] }]);
    const [stay = 0, one = 0, two = 0] = open.alternatives;
    expect(gap(alternatives, [stay, 0, 0, one, 0, two])).toBeLessThan(5e-15);
    expect(gap(nests, [open.nests[0] ?? 0, 0, 0, open.nests[1] ?? 0])).toBeLessThan(5e-15);
  });
});

describe("choice with social influence", () => {
  it("turns ten points more co-villagers at a place into 7.27 points more movers: chain migration", () => {
    // Chen, Jin and Yue (2010): 10 points of migration among co-villagers raise one's own by 7.27, at a
    // base of 0.2.
    const base = ln(0.2 / 0.8);
    const beta = 4.053276038109382;
    expect(logistic(base)).toBeCloseTo(0.2, 14);
    expect(logistic(base + beta * 0.1)).toBeCloseTo(0.2 + 0.0727, 14);
  });

  it("has one or three self-consistent outcomes (Brock and Durlauf 2001): m = tanh(h + J m)", () => {
    // The mean of choices of -1 and 1 is twice a logistic, less 1.
    const response = (h: number, influence: number, m: number): number =>
      2 * logistic(2 * (h + influence * m)) - 1;
    const rows: [h: number, influence: number, equilibria: number[]][] = [
      [0, 0.8, [0]],
      [0, 1.5, [-0.8585596366, 0, 0.8585596366]],
      [0.1, 1.5, [-0.8010803756, -0.2059790603, 0.8938551972]],
      [0.3, 1.5, [0.935886028]],
    ];
    for (const [h, influence, equilibria] of rows) {
      expect(
        gap(
          equilibriaOf((m) => response(h, influence, m)),
          equilibria,
        ),
      ).toBeLessThan(5e-10);
    }
  });
});

/** Where a curve on [-1, 1] meets the diagonal: signs on a grid, then bisection. */
function equilibriaOf(curve: (m: number) => number): number[] {
  const found: number[] = [];
  const cells = 1999;
  for (let cell = 0; cell < cells; cell++) {
    let low = -1 + (2 * cell) / cells;
    let high = -1 + (2 * (cell + 1)) / cells;
    const sign = Math.sign(curve(low) - low);
    if (sign === Math.sign(curve(high) - high)) continue;
    for (let k = 0; k < 60; k++) {
      const middle = (low + high) / 2;
      if (Math.sign(curve(middle) - middle) === sign) low = middle;
      else high = middle;
    }
    found.push((low + high) / 2);
  }
  return found;
}
