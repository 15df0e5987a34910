import { describe, expect, it } from "vitest";
import { provisionWanted } from "../../../sim/processes/coordination/borders.ts";
import { Mode, NEIGHBOURS } from "../../../sim/world/platforms.ts";
import { rowsWhere, sum } from "../bench.ts";
import {
  a,
  before,
  bench,
  borders,
  counties,
  deal,
  everyCounty,
  RICH,
  rich,
  sizes,
  unneeded,
} from "./dealing.ts";

describe("links across borders", () => {
  const alone = 1 / (1 + a.linkSpillover);

  it("are built to the own optimum, the joint one, or nearly that by bargaining", () => {
    expect(provisionWanted(Mode.none, 0.5, 0.1)).toBeCloseTo(1 / 1.5, 12);
    expect(provisionWanted(Mode.planned, 0.5, 0.1)).toBe(1);
    expect(provisionWanted(Mode.market, 0.5, 0.1)).toBeCloseTo(1 / 1.05, 12);
  });

  it("stay and cost nothing more where nobody deals", () => {
    const world = bench.after(undefined, { assumptions: unneeded });
    for (const row of borders) expect(world.borders.provision[row]).toBe(alone);
    expect([...world.jurisdictions.cash]).toEqual([...before.jurisdictions.cash]);
  });

  it("come nearer to the optimum by a part each year, are paid for, and shorten the way", () => {
    const world = bench.after((w) => (rich(w), deal(Mode.planned)(w)), { assumptions: unneeded });
    const next = alone + (1 - alone) * a.linkSpeed;
    const factor = (next / alone) ** -a.linkElasticity;
    for (const row of borders) {
      expect(world.borders.provision[row]).toBeCloseTo(next, 12);
      expect(world.borders.travel[row]).toBeCloseTo(factor, 12);
    }
    for (const c of everyCounty) {
      const own = rowsWhere(counties * NEIGHBOURS, (row) => Math.floor(row / NEIGHBOURS) === c);
      const cost = sum(own.map((row) => Math.floor(a.linkCost * world.borders.length[row] * (next - alone))));
      expect(Math.abs(RICH - world.jurisdictions.cash[c] - cost)).toBeLessThanOrEqual(own.length);
      expect(world.jurisdictions.spent[c] - before.jurisdictions.spent[c]).toBe(
        RICH - world.jurisdictions.cash[c],
      );
    }
    const across = (from: number, to: number): boolean =>
      borders.some((row) => {
        const [left, right] = [Math.floor(row / NEIGHBOURS), before.borders.neighbour[row]];
        return (left === from && right === to) || (left === to && right === from);
      });
    const { zones: z, settlements: s, reach } = before;
    const expectChanged = (was: number, is: number, crosses: boolean): void =>
      expect(is).toBeCloseTo(crosses ? was * factor : was, 9);
    for (let o = 0; o < sizes.zones; o++) {
      for (let d = 0; d < sizes.zones; d++) {
        const pair = o * sizes.zones + d;
        const crosses = across(z.jurisdiction[o], z.jurisdiction[d]);
        expectChanged(before.zonePairs.minutes[pair], world.zonePairs.minutes[pair], crosses);
      }
    }
    let trips = 0;
    for (let j = 0; j < sizes.settlements; j++) {
      for (let row = s.reachFrom[j]; row < s.reachFrom[j] + s.reachCount[j]; row++) {
        const crosses = across(s.jurisdiction[j], s.jurisdiction[reach.to[row]]);
        expectChanged(reach.minutes[row], world.reach.minutes[row], crosses);
        if (crosses) trips++;
      }
    }
    expect(trips).toBeGreaterThan(10);
  });

  it("are not built by an empty treasury", () => {
    const world = bench.after(
      (w) => {
        w.jurisdictions.cash.fill(0, 0, counties);
        deal(Mode.planned)(w);
      },
      { assumptions: unneeded },
    );
    for (const row of borders) expect(world.borders.provision[row]).toBe(alone);
    expect(Math.min(...world.jurisdictions.cash.slice(0, counties))).toBe(0);
  });
});
