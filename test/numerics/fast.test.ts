import { describe, expect, it } from "vitest";
import { exp, ln, pow } from "../../sim/numerics/elementary.ts";
import { fastExp, fastLn, fastPow } from "../../sim/numerics/fast.ts";
import { anySize, between, further, nearOne } from "./arguments.ts";

const relative = (value: number, exact: number): number =>
  value === exact ? 0 : Math.abs(value - exact) / Math.abs(exact);

function worst(count: number, error: (i: number) => number): number {
  let largest = 0;
  for (let i = 0; i < count; i++) largest = Math.max(largest, error(i));
  return largest;
}

describe("the fast functions keep the error they state", () => {
  it("fastLn: 3e-13, for arguments of any size, near 1, and at every step of its table", () => {
    expect(worst(50_000, (i) => relative(fastLn(anySize(1, i)), ln(anySize(1, i))))).toBeLessThan(3e-13);
    expect(worst(50_000, (i) => relative(fastLn(nearOne(2, i)), ln(nearOne(2, i))))).toBeLessThan(3e-13);
    for (let step = 0; step <= 1024; step++) {
      for (const edge of [1 + step / 1024, (1 + step / 1024) / 2]) {
        for (const x of [further(edge, -1), edge, further(edge)]) {
          expect(relative(fastLn(x), ln(x))).toBeLessThan(3e-13);
        }
      }
    }
  });

  it("fastExp: 1e-13", () => {
    const x = (i: number): number => between(3, i, -708, 709);
    expect(worst(50_000, (i) => relative(fastExp(x(i)), exp(x(i))))).toBeLessThan(1e-13);
    expect(worst(50_000, (i) => relative(fastExp(x(i) / 300), exp(x(i) / 300)))).toBeLessThan(1e-13);
  });

  it("fastPow: 1e-13 + 3e-13 |y ln x|", () => {
    const ratio = (i: number): number => {
      const x = between(4, i, 1e-5, 1000);
      const y = between(5, i, -30, 30);
      return relative(fastPow(x, y), pow(x, y)) / (1e-13 + 3e-13 * Math.abs(y * ln(x)));
    };
    expect(worst(50_000, ratio)).toBeLessThan(1);
  });
});

describe("outside their range the fast functions are the accurate ones", () => {
  it("fastLn at 0, below, at infinity, NaN and in the subnormals", () => {
    for (const x of [0, -0, -1, -Infinity, Infinity, NaN, 5e-324, 2e-308]) expect(fastLn(x)).toBe(ln(x));
  });

  it("fastExp where it would overflow, vanish or be subnormal", () => {
    for (const x of [709, 709.7, 710, -708, -720, -745, -746, Infinity, -Infinity, NaN]) {
      expect(fastExp(x)).toBe(exp(x));
    }
  });

  it("fastPow at 0, infinity and NaN", () => {
    const edges = [0, 1, 2, Infinity, NaN, 5e-324];
    for (const x of edges) for (const y of [...edges, -1, -Infinity]) expect(fastPow(x, y)).toBe(pow(x, y));
  });
});

it("fastPow is pow where the result is subnormal or near overflow", () => {
  const rows: [x: number, y: number][] = [
    [10, -309.3],
    [10, -320],
    [2, 1023.9],
    [0.5, 1030],
    [3, 700],
    [3, -700],
  ];
  for (const [x, y] of rows) expect(fastPow(x, y)).toBe(pow(x, y));
});

it("fastLn(1), fastExp(0) and fastPow(x, 0) are exact", () => {
  expect([fastLn(1), fastExp(0), fastExp(-0), fastPow(7, 0), fastPow(1, 7)]).toEqual([0, 1, 1, 1, 1]);
});
