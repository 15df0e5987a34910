import { describe, expect, it } from "vitest";
import { gapAt, gapsOf } from "../../sim/numerics/gaps.ts";

describe("gaps from the table", () => {
  const probabilities = [1 / 512, 0.01, 1 / 12, 0.1, 0.3, 0.5, 0.9, 1 - 2 ** -53];

  it.each(probabilities)("are those of the geometric law at probability %d, but at its very steps", (p) => {
    const gaps = gapsOf(p);
    const draws = Array.from({ length: 50_000 }, (_, k) => (k + 0.5) / 50_000);
    const others = draws.filter((u) => {
      const exact = Math.log(u) / Math.log1p(-p);
      return Math.abs(exact - Math.round(exact)) > 1e-9 && gapAt(gaps, u) !== Math.floor(exact);
    });
    expect(others).toEqual([]);
  });

  it("end at the last draw of each part, and go on beyond the table", () => {
    const gaps = gapsOf(0.1);
    for (let part = 1; part < 1024; part++) {
      const last = (part + 1) / 1024 - 2 ** -53;
      expect(gapAt(gaps, last)).toBe(Math.floor(Math.log(last) / Math.log(0.9)));
    }
    expect(gapAt(gaps, 2 ** -53)).toBe(Math.floor((-53 * Math.log(2)) / Math.log(0.9)));
  });

  it("have no table where visits are rare", () => {
    expect(gapsOf(1e-9).survival).toHaveLength(0);
    expect(gapAt(gapsOf(1e-9), 0.5)).toBe(Math.floor(Math.log(0.5) / Math.log1p(-1e-9)));
  });
});
