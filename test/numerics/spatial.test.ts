import { describe, expect, it } from "vitest";
import { moran } from "../../sim/numerics/autocorrelation.ts";
import { coverage } from "../../sim/numerics/coverage.ts";
import { furness } from "../../sim/numerics/furness.ts";
import { gravityRow, interveningMass, radiationRow } from "../../sim/numerics/spatial.ts";

const sum = (values: ArrayLike<number>): number => Array.from(values).reduce((all, each) => all + each, 0);

describe("radiation", () => {
  const masses = [500, 300, 300, 800, 0, 1200];
  const whole = sum(masses);

  it("conserves people whatever ties there are: a row adds up to 1 - m / M, and to 1 in the finite form", () => {
    for (const distances of [
      [0, 1, 2, 3, 4, 5],
      [0, 1, 1, 1, 1, 1],
      [0, 7, 7, 2, 2, 7],
    ]) {
      expect(sum(radiationRow(masses, distances, 0))).toBeCloseTo(1 - masses[0] / whole, 14);
      expect(sum(radiationRow(masses, distances, 0, true))).toBeCloseTo(1, 14);
    }
  });

  it("does not depend on the unit of distance, only on who is nearer", () => {
    const near = radiationRow(masses, [0, 1, 2, 3, 4, 5], 0);
    expect(radiationRow(masses, [0, 1, 4, 9, 16, 25], 0)).toEqual(near);
  });

  it("of places at one distance the first counts as nearer", () => {
    expect([...interveningMass([10, 20, 40], [0, 3, 3], 0)]).toEqual([0, 0, 20]);
  });

  it("nobody goes to an empty place, and from an empty place nobody goes", () => {
    expect(radiationRow(masses, [0, 1, 2, 3, 0.5, 5], 0)[4]).toBe(0);
    expect([...radiationRow([0, 5, 7], [0, 1, 2], 0)]).toEqual([0, 0, 0]);
  });
});

describe("gravity", () => {
  it("shares everyone out; twice as far at decay 2 gets a quarter", () => {
    const row = gravityRow([100, 50, 50, 200], [0, 1, 2, 4], 0, 2);
    expect(sum(row)).toBeCloseTo(1, 15);
    expect(row[1] / row[2]).toBeCloseTo(4, 12);
    expect(row[0]).toBe(0);
  });

  it("without decay shares by mass alone", () => {
    expect([...gravityRow([9, 1, 3], [0, 5, 50], 0, 0)]).toEqual([0, 0.25, 0.75]);
  });
});

describe("Furness's scaling", () => {
  it("meets both margins, and keeps the odds ratios of the ease", () => {
    const ease = [1, 0.5, 0.2, 0.4, 1, 0.6];
    const trips = furness([30, 70], [20, 50, 30], ease);
    expect(sum(trips.subarray(0, 3))).toBeCloseTo(30, 9);
    expect(trips[1] + trips[4]).toBeCloseTo(50, 9);
    const odds = (m: ArrayLike<number>): number => (m[0] * m[4]) / (m[1] * m[3]);
    expect(odds(trips)).toBeCloseTo(odds(ease), 9);
  });

  it("lets places that send or take nothing be", () => {
    expect([...furness([0, 10], [10, 0], [1, 1, 1, 1])]).toEqual([0, 0, 10, 0]);
  });

  it("refuses what can't be met", () => {
    expect(() => furness([1, 2], [2, 2], [1, 1, 1, 1])).toThrow("3 are sent and 4 taken");
    expect(() => furness([1, 2], [1, 2], [1, 1, 1])).toThrow("expected 2 x 2 = 4");
    expect(() => furness([1, 2], [1, 2], [0, 1, 1, 0])).toThrow("expected more ease");
  });
});

describe("coverage", () => {
  it("counts people whose nearest supply is within the time, the limit included", () => {
    expect(coverage([10, 30], [20, 50, 21, 90], 20)).toBe(0.25);
    expect(coverage([0, 0], [1, 1], 20)).toBeNaN();
  });
});

describe("Moran's I", () => {
  it("is -1 where every neighbour is the opposite, 0 spread has no answer", () => {
    expect(moran([1, -1], [0, 1, 1, 0])).toBeCloseTo(-1, 15);
    expect(moran([5, 5], [0, 1, 1, 0])).toBeNaN();
    expect(() => moran([1, 2], [0, 1])).toThrow("expected 2 x 2 = 4");
  });
});
