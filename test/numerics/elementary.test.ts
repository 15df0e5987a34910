import stdlibExp from "@stdlib/math-base-special-exp";
import stdlibLn from "@stdlib/math-base-special-ln";
import stdlibPow from "@stdlib/math-base-special-pow";
import { describe, expect, it } from "vitest";
import { exp, ln, LN10, ln1p, LN2, log2, LOG2E, logistic, pow } from "../../sim/numerics/elementary.ts";
import { anySize, between, chance, further, nearOne, steps } from "./arguments.ts";
import { expError, ln1pError, lnError, log2Error, powError } from "./exact.ts";

/** The largest of a function's errors over the arguments i = 0, 1, ... */
function worst(count: number, error: (i: number) => number): number {
  let largest = 0;
  for (let i = 0; i < count; i++) largest = Math.max(largest, error(i));
  return largest;
}

describe("errors in units of the last place, against 256-bit whole-number arithmetic", () => {
  it("ln stays below 0.51 for arguments of any size", () => {
    expect(worst(2000, (i) => lnError(anySize(1, i), ln(anySize(1, i))))).toBeLessThan(0.51);
  });

  it("ln stays below 0.51 near 1, where the logarithm vanishes", () => {
    expect(worst(2000, (i) => lnError(nearOne(2, i), ln(nearOne(2, i))))).toBeLessThan(0.51);
  });

  it("ln stays below 0.51 on both sides of every step of its table", () => {
    const edge = (i: number): number => {
      const mantissa = 1 + (i >> 1) / 128;
      return i % 2 === 0 ? mantissa : further(mantissa, -1);
    };
    expect(worst(257, (i) => (i === 0 ? 0 : lnError(edge(i), ln(edge(i)))))).toBeLessThan(0.51);
    expect(worst(257, (i) => lnError(edge(i) / 2, ln(edge(i) / 2)))).toBeLessThan(0.51);
  });

  it("exp stays below 0.51", () => {
    expect(
      worst(2000, (i) => expError(between(3, i, -708, 709.7), exp(between(3, i, -708, 709.7)))),
    ).toBeLessThan(0.51);
    expect(worst(2000, (i) => expError(between(4, i, -2, 2), exp(between(4, i, -2, 2))))).toBeLessThan(0.51);
  });

  it("exp stays below 1 where the result is subnormal", () => {
    expect(
      worst(500, (i) => expError(between(5, i, -745, -708), exp(between(5, i, -745, -708)))),
    ).toBeLessThan(1);
  });

  it("pow stays below 0.52, for moderate bases and for bases near 1 with exponents up to a million", () => {
    const base = (i: number): number => (i % 2 === 0 ? between(6, i, 1e-6, 1000) : nearOne(7, i));
    const power = (i: number): number => {
      const limit = Math.min(1e6, 700 / Math.abs(Math.log(base(i))));
      return between(8, i, -limit, limit);
    };
    expect(worst(2000, (i) => powError(base(i), power(i), pow(base(i), power(i))))).toBeLessThan(0.52);
  });

  it("pow stays below 0.52 where the series for the logarithm is longest and its error grows most", () => {
    const base = (i: number): number => 1 + (i % 2 === 0 ? 1 : -0.5) * between(20, i, 0.007, 0.0078);
    const power = (i: number): number => between(21, i, -700, 700) / Math.log(base(i));
    expect(worst(2000, (i) => powError(base(i), power(i), pow(base(i), power(i))))).toBeLessThan(0.52);
  });

  it("log2 stays below 0.51", () => {
    expect(worst(1000, (i) => log2Error(nearOne(9, i), log2(nearOne(9, i))))).toBeLessThan(0.51);
    expect(worst(1000, (i) => log2Error(anySize(10, i), log2(anySize(10, i))))).toBeLessThan(0.51);
  });

  it("ln1p stays below 1 for arguments of any size below 1/2", () => {
    const argument = (i: number): number => (chance(11, i) - 0.5) / 2 ** (i % 60);
    expect(worst(2000, (i) => ln1pError(argument(i), ln1p(argument(i))))).toBeLessThan(1);
  });
});

describe("an independent implementation gives the same, but for one step of the last place", () => {
  it("ln", () => {
    expect(worst(50_000, (i) => steps(ln(anySize(12, i)), stdlibLn(anySize(12, i))))).toBeLessThanOrEqual(1);
    expect(worst(50_000, (i) => steps(ln(nearOne(13, i)), stdlibLn(nearOne(13, i))))).toBeLessThanOrEqual(1);
  });

  it("exp", () => {
    const argument = (i: number): number => between(14, i, -745, 709.78);
    expect(worst(50_000, (i) => steps(exp(argument(i)), stdlibExp(argument(i))))).toBeLessThanOrEqual(1);
  });

  it("pow", () => {
    const base = (i: number): number => between(15, i, 0, 100);
    const power = (i: number): number => between(16, i, -20, 20);
    expect(
      worst(50_000, (i) => steps(pow(base(i), power(i)), stdlibPow(base(i), power(i)))),
    ).toBeLessThanOrEqual(1);
  });
});

describe("the edges", () => {
  it("ln of 0, of the smallest and largest numbers, of negatives, infinity and NaN", () => {
    expect(ln(0)).toBe(-Infinity);
    expect(ln(-0)).toBe(-Infinity);
    expect(ln(1)).toBe(0);
    expect(ln(-1)).toBeNaN();
    expect(ln(-Infinity)).toBeNaN();
    expect(ln(NaN)).toBeNaN();
    expect(ln(Infinity)).toBe(Infinity);
    expect(ln(Number.MAX_VALUE)).toBe(709.782712893384);
    expect(ln(Number.MIN_VALUE)).toBe(-744.4400719213812);
    expect(ln(2.2250738585072014e-308)).toBe(-708.3964185322641);
    expect(ln(2.225073858507201e-308)).toBe(-708.3964185322641);
    expect(worst(500, (i) => lnError(i * 5e-324 + 5e-324, ln(i * 5e-324 + 5e-324)))).toBeLessThan(0.51);
  });

  it("exp overflows and vanishes at the last doubles that fit", () => {
    expect(exp(0)).toBe(1);
    expect(exp(-0)).toBe(1);
    expect(exp(1)).toBe(Math.E);
    expect(exp(1e-20)).toBe(1);
    expect(exp(709.782712893384)).toBeLessThan(Infinity);
    expect(exp(further(709.782712893384))).toBe(Infinity);
    expect(exp(-745.1332191019411)).toBe(Number.MIN_VALUE);
    expect(exp(-745.1332191019412)).toBe(0);
    expect(exp(1e308)).toBe(Infinity);
    expect(exp(-1e308)).toBe(0);
    expect(exp(Infinity)).toBe(Infinity);
    expect(exp(-Infinity)).toBe(0);
    expect(exp(NaN)).toBeNaN();
  });

  it("pow follows C for 0, 1, infinities and NaN", () => {
    const rows: [x: number, y: number, result: number][] = [
      [0, 0, 1],
      [0, 2, 0],
      [0, 0.5, 0],
      [0, -1, Infinity],
      [0, Infinity, 0],
      [0, -Infinity, Infinity],
      [1, Infinity, 1],
      [1, NaN, 1],
      [NaN, 0, 1],
      [NaN, 1, NaN],
      [2, NaN, NaN],
      [2, Infinity, Infinity],
      [2, -Infinity, 0],
      [0.5, Infinity, 0],
      [0.5, -Infinity, Infinity],
      [Infinity, 2, Infinity],
      [Infinity, -2, 0],
      [Infinity, Infinity, Infinity],
      [2, 1024, Infinity],
      [2, -1075, 0],
      [1e300, 1e300, Infinity],
      [1e-300, 1e300, 0],
      [-2, 2, NaN],
      [-0.5, Infinity, NaN],
      [2, Number.MIN_VALUE, 1],
      [Number.MIN_VALUE, 0.5, 2.2227587494850775e-162],
      [Number.MIN_VALUE, 1, Number.MIN_VALUE],
      [Number.MAX_VALUE, 1, Number.MAX_VALUE],
    ];
    for (const [x, y, result] of rows) expect([x, y, pow(x, y)]).toEqual([x, y, result]);
  });

  it("pow is exact where the result is a whole number or a short fraction", () => {
    for (let n = 2; n < 40; n++) {
      for (let k = 0, exact = 1; exact <= Number.MAX_SAFE_INTEGER; k++, exact *= n)
        expect(pow(n, k)).toBe(exact);
      expect(pow(n * n, 0.5)).toBe(n);
      expect(pow(n, 1)).toBe(n);
    }
    for (let e = -1074; e < 1024; e++) expect(pow(2, e)).toBe(2 ** e);
  });

  it("log2 is exact for powers of two and right at the edges", () => {
    for (let e = -1074; e < 1024; e++) expect(log2(2 ** e)).toBe(e);
    expect(log2(0)).toBe(-Infinity);
    expect(log2(-1)).toBeNaN();
    expect(log2(NaN)).toBeNaN();
    expect(log2(Infinity)).toBe(Infinity);
    expect(log2(Number.MAX_VALUE)).toBe(1024);
  });

  it("ln1p keeps what 1 + x would lose, and is right at the edges", () => {
    expect(ln1p(1e-20)).toBe(1e-20);
    expect(ln1p(-1e-300)).toBe(-1e-300);
    expect(ln1p(0)).toBe(0);
    expect(ln1p(-1)).toBe(-Infinity);
    expect(ln1p(-2)).toBeNaN();
    expect(ln1p(NaN)).toBeNaN();
    expect(ln1p(Infinity)).toBe(Infinity);
    expect(ln1p(1e300)).toBe(ln(1e300));
  });

  it("the constants are the nearest doubles", () => {
    expect([LN2, LN10, LOG2E]).toEqual([Math.LN2, Math.LN10, Math.LOG2E]);
    expect(ln(2)).toBe(LN2);
    expect(ln(10)).toBe(LN10);
  });
});

describe("laws", () => {
  it("logistic(x) + logistic(-x) is 1, and its odds are exp(x)", () => {
    for (let i = 0; i < 2000; i++) {
      const x = between(17, i, -30, 30);
      expect(logistic(x) + logistic(-x)).toBeCloseTo(1, 15);
      expect(Math.abs(logistic(x) / logistic(-x) / exp(x) - 1)).toBeLessThan(1e-14);
    }
    expect([logistic(0), logistic(800), logistic(-800), logistic(-740) > 0]).toEqual([0.5, 1, 0, true]);
    expect(logistic(NaN)).toBeNaN();
  });

  it("ln and exp never fall where their argument rises by one step", () => {
    for (let i = 0; i < 20_000; i++) {
      const x = nearOne(18, i);
      expect(ln(further(x)) >= ln(x)).toBe(true);
      const y = between(19, i, 0, 700);
      expect(exp(further(y)) >= exp(y)).toBe(true);
    }
  });
});
