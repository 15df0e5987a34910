import { describe, expect, it } from "vitest";
import { remembered } from "../../sim/numerics/remembered.ts";

describe("a remembered function", () => {
  const calls: number[][] = [];
  const f = remembered(2, (a, b, c) => {
    calls.push([a, b, c]);
    return a + 10 * b + 100 * c;
  });

  it("is worked out once for the same arguments of a row, and anew where any of them has changed", () => {
    expect([f(0, 1, 2, 3), f(0, 1, 2, 3), f(0, 1, 2, 4), f(0, 1, 5, 4), f(0, 6, 5, 4)]).toEqual([
      321, 321, 421, 451, 456,
    ]);
    expect(calls).toHaveLength(4);
  });

  it("keeps rows apart", () => {
    expect([f(1, 1), f(0, 6, 5, 4), f(1, 1)]).toEqual([1, 456, 1]);
    expect(calls).toHaveLength(5);
  });

  it("takes no result of NaN for one of other arguments, and tells 0 from not yet asked", () => {
    const root = remembered(1, (x) => Math.sqrt(x));
    expect([root(0, -1), root(0, -1), root(0, 0), root(0, 4)]).toEqual([NaN, NaN, 0, 2]);
  });
});
