import { describe, expect, it } from "vitest";
import { worthOf } from "../../../sim/processes/coordination/strips.ts";
import { Mode, NEIGHBOURS, STRIPS } from "../../../sim/world/platforms.ts";
import type { World } from "../../../sim/world/world.ts";
import { sum } from "../bench.ts";
import {
  a,
  before,
  bench,
  borders,
  counties,
  deal,
  everyCounty,
  isWithin,
  RICH,
  rich,
  setting,
  unneeded,
} from "./dealing.ts";

describe("zoning", () => {
  const worth = (mode: number, loss = a.bargainLoss): number =>
    bench.after(deal(mode), { assumptions: { ...a, bargainLoss: loss } }).accords.zoning[0];

  it("is worth most under a plan, nearly as much in the market, less where nobody deals", () => {
    const [none, planned, market] = [worth(Mode.none), worth(Mode.planned), worth(Mode.market)];
    expect(planned).toBe(bench.after(deal(Mode.planned)).accords.zoningBest[0]);
    expect(none).toBeLessThan(market);
    expect(market).toBeLessThanOrEqual(planned);
    expect(planned - market).toBeLessThan(0.2 * (planned - none));
    expect(worth(Mode.market, 0)).toBeGreaterThanOrEqual(market);
  });

  it("stays as it is between counties of which one doesn't deal", () => {
    const uses = (world: World, row: number): number[] => [
      ...world.strips.use.slice(row * STRIPS, (row + 1) * STRIPS),
    ];
    const none = bench.after();
    const some = bench.after(deal(Mode.planned, [0, 1]));
    for (const row of borders) {
      if (!isWithin(row, 2)) expect(uses(some, row)).toEqual(uses(none, row));
    }
  });

  describe("of one border, with rents that are known", () => {
    const [border] = borders;
    const { twin, neighbour, length } = before.borders;
    const [left, right] = [Math.floor(border / NEIGHBOURS), neighbour[border]];
    const level = { ...setting.drivers, productivity: setting.drivers.productivity.map(() => 1) };
    const quiet = { drivers: level, assumptions: { ...unneeded, linkSpeed: 0, bargainLoss: 0 } };
    /** Every county is worth what it was at the start, and every strip but those of the border is best left green. */
    const plain = (w: World): void => {
      const values = new Float64Array(3);
      for (const c of everyCounty) {
        worthOf(w, c, values);
        [w.neighbours.farmStart[c], w.neighbours.urbanStart[c], w.neighbours.worksStart[c]] = values;
      }
      for (const use of ["farming", "urban", "nuisance"] as const) w.strips[use].fill(0.1);
      w.strips.ecological.fill(1);
      for (let k = 0; k < STRIPS; k++) {
        const [mine, theirs] = [border * STRIPS + k, twin[border] * STRIPS + k];
        w.strips.ecological[mine] = 0.1;
        w.strips.farming[mine] = 1;
        w.strips.nuisance[mine] = 1.1;
        w.strips.urban[theirs] = 2;
      }
      rich(w);
    };
    const useOf = (w: World, row: number): number => w.strips.use[row * STRIPS];

    it("is paid for by the side that is spared, at the middle between loss and gain", () => {
      const world = bench.after((w) => (plain(w), deal(Mode.market)(w)), quiet);
      expect([useOf(world, border), useOf(world, twin[border])]).toEqual([1, 2]);
      const perHectare =
        (a.landShare * (world.neighbours.farmStart[left] + world.neighbours.farmStart[right])) / 2;
      const yuan = 0.05 * perHectare * length[border] * a.zoningDepth * 100;
      expect(yuan).toBeGreaterThan(1000);
      expect(Math.abs(RICH - world.jurisdictions.cash[right] - yuan)).toBeLessThan(1);
      expect(world.jurisdictions.cash[left] - RICH).toBe(RICH - world.jurisdictions.cash[right]);
      const alone = bench.after(plain, quiet);
      expect([useOf(alone, border), useOf(alone, twin[border])]).toEqual([3, 2]);
    });

    it("stays as each side would have it where who is spared can't pay for it", () => {
      const withCash = (yuan: number): World =>
        bench.after((w) => {
          plain(w);
          w.jurisdictions.cash[right] = yuan;
          deal(Mode.market)(w);
        }, quiet);
      const due =
        RICH - bench.after((w) => (plain(w), deal(Mode.market)(w)), quiet).jurisdictions.cash[right];
      const poor = withCash(due - 1);
      expect([useOf(poor, border), useOf(poor, twin[border])]).toEqual([3, 2]);
      expect(poor.jurisdictions.cash[right]).toBe(due - 1);
      expect(poor.accords.zoning[0]).toBe(bench.after(plain, quiet).accords.zoning[0]);
      const able = withCash(due);
      expect([useOf(able, border), useOf(able, twin[border])]).toEqual([1, 2]);
      expect(able.jurisdictions.cash[right]).toBe(0);
    });

    it.each([
      ["farmStart", "farming", 1],
      ["urbanStart", "urban", 2],
      ["worksStart", "nuisance", 3],
    ] as const)("follows %s of its own county", (start, use, code) => {
      const choose = (than: number): number =>
        useOf(
          bench.after((w) => {
            plain(w);
            for (const each of ["farming", "urban", "nuisance"] as const) w.strips[each].fill(0.1);
            w.strips.ecological.fill(1);
            w.strips[use].fill(1.5);
            w.neighbours[start][left] *= than;
          }, quiet),
          border,
        );
      expect(choose(1)).toBe(code);
      // Twice as high a start makes what it is worth now half as much.
      expect(choose(2)).toBe(0);
    });
  });

  it("moves money between treasuries only in the market, and no county is left below nothing by it", () => {
    const quiet = { assumptions: { ...unneeded, linkSpeed: 0 } };
    const planned = bench.after(deal(Mode.planned), quiet);
    expect([...planned.jurisdictions.cash]).toEqual([...before.jurisdictions.cash]);
    const market = bench.after((w) => (rich(w), deal(Mode.market)(w)), quiet);
    const moved = everyCounty.map((c) => market.jurisdictions.cash[c] - RICH);
    expect(sum(moved)).toBe(0);
    expect(Math.max(...moved)).toBeGreaterThan(0);
    const received = sum(
      everyCounty.map((c) => market.jurisdictions.revenue[c] - before.jurisdictions.revenue[c]),
    );
    const spent = sum(everyCounty.map((c) => market.jurisdictions.spent[c] - before.jurisdictions.spent[c]));
    expect([received, spent]).toEqual([market.accords.sidePayments[0], market.accords.sidePayments[0]]);
    const poor = bench.after((w) => {
      w.jurisdictions.cash.fill(7, 0, counties);
      deal(Mode.market)(w);
    }, quiet);
    expect(Math.min(...poor.jurisdictions.cash.slice(0, counties))).toBeGreaterThanOrEqual(0);
  });
});
