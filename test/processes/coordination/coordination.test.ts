import { leverValues } from "../../../sim/policy/levers.ts";
import { describe, expect, it } from "vitest";
import { borderEmission } from "../../../sim/processes/coordination/borders.ts";
import { modeBetween } from "../../../sim/processes/coordination/pairs.ts";
import { modeOf } from "../../../sim/processes/coordination/coordination.ts";
import { neighboursOf } from "../../../sim/scenario/build/platforms.ts";
import { Mode, NEIGHBOURS } from "../../../sim/world/platforms.ts";
import { rowsWhere } from "../bench.ts";
import { before, bench, borders, counties, deal, isWithin, sizes } from "./dealing.ts";

describe("modes", () => {
  it("are told by the lever, and hold between two counties as far as both deal", () => {
    expect([0, 0.4, 0.5, 1, 1.4, 1.5, 2].map(modeOf)).toEqual([0, 0, 1, 1, 1, 2, 2]);
    expect(modeBetween(Mode.none, Mode.market)).toBe(Mode.none);
    expect(modeBetween(Mode.planned, Mode.market)).toBe(Mode.planned);
    expect([...bench.after(deal(2, [1, 2])).neighbours.mode]).toEqual([0, 2, 2, 0]);
  });

  it("are the strongest that any place of a county is told", () => {
    const [first] = rowsWhere(sizes.settlements, (j) => before.settlements.jurisdiction[j] === 1);
    const world = bench.after((w) => {
      deal(1)(w);
      leverValues(w, "coordination")[first] = 2;
    });
    expect([...world.neighbours.mode]).toEqual([1, 2, 1, 1]);
  });
});

describe("borders", () => {
  it("run between counties with no third seat in the circle between", () => {
    const seat = (longitude: number, latitude = 30) => ({ longitude, latitude });
    expect(neighboursOf([seat(110), seat(111), seat(112)])).toEqual([[1], [0, 2], [1]]);
    expect(neighboursOf([seat(110), seat(112), seat(111, 33)])).toEqual([[1, 2], [0, 2], [0, 1]]); // prettier-ignore
    expect(neighboursOf([seat(110)])).toEqual([[]]);
  });

  it("keep no more than so many neighbours, each pair from both sides", () => {
    const ring = Array.from({ length: 14 }, (_, k) => {
      const angle = (k * 2 * Math.PI) / 14;
      return { longitude: 110 + Math.cos(angle), latitude: Math.sin(angle) };
    });
    const lists = neighboursOf([{ longitude: 110, latitude: 0 }, ...ring]);
    expect(Math.max(...lists.map(({ length }) => length))).toBe(NEIGHBOURS);
    lists.forEach((list, one) => list.forEach((other) => expect(lists[other]).toContain(one)));
  });

  it("are known from both sides as the same border", () => {
    const { borders: b } = before;
    expect(borders.length).toBeGreaterThanOrEqual(counties - 1);
    for (const row of borders) {
      expect(b.twin[b.twin[row]]).toBe(row);
      expect(b.neighbour[b.twin[row]]).toBe(Math.floor(row / NEIGHBOURS));
      expect(b.length[b.twin[row]]).toBe(b.length[row]);
      expect(b.length[row]).toBeGreaterThan(5);
    }
  });
});

describe("pollution at borders", () => {
  it("is twice what is best for both where half of the damage stays at home, and best under a plan", () => {
    expect(borderEmission(Mode.none, 0.5, 0.1)).toBe(2);
    expect(borderEmission(Mode.planned, 0.5, 0.1)).toBe(1);
    expect(borderEmission(Mode.market, 0.5, 0.1)).toBeCloseTo(1 / 0.95, 12);
    const world = bench.after(deal(Mode.planned, [0, 1]));
    for (const row of borders) {
      expect(world.borders.emission[row]).toBe(isWithin(row, 2) ? 1 : 2);
    }
  });
});
