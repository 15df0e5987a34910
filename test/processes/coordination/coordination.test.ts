import { describe, expect, it } from "vitest";
import { resolveAssumptions } from "../../../sim/policy/parameters.ts";
import { leverIndex } from "../../../sim/policy/resolve.ts";
import {
  borderEmission,
  modeBetween,
  provisionWanted,
  worthOf,
} from "../../../sim/processes/coordination/borders.ts";
import { modeOf } from "../../../sim/processes/coordination/coordination.ts";
import { volunteerChance } from "../../../sim/processes/coordination/siting.ts";
import { kilometres } from "../../../sim/numerics/plane.ts";
import { rootKey } from "../../../sim/numerics/keyed.ts";
import { neighboursOf } from "../../../sim/scenario/build/platforms.ts";
import { CORE, SEAT, TOWN } from "../../../sim/world/tiers.ts";
import { Mode, NEIGHBOURS, STRIPS } from "../../../sim/world/platforms.ts";
import type { World } from "../../../sim/world/world.ts";
import { fromFile } from "../../laws/scenarios.ts";
import { benchFor, rowsWhere, sum } from "../bench.ts";

const valley = fromFile("valley", "scale=40");
/** The December in which the first facility is needed. */
const NEED = 59;
const bench = benchFor("coordination", valley, NEED);
const { before, setting } = bench;
const { assumptions: a } = setting;
const { sizes } = before;
const counties = sizes.jurisdictions - 1;
const lever = leverIndex("coordination");
const everyCounty = [...Array(counties).keys()];

const deal =
  (mode: number, who: readonly number[] = everyCounty) =>
  (world: World): void => {
    for (let j = 0; j < sizes.settlements; j++)
      if (who.includes(world.settlements.jurisdiction[j]))
        world.levers.value[j * sizes.levers + lever] = mode;
  };
/** Each border once. */
const borders = rowsWhere(counties * NEIGHBOURS, (row) => {
  return Math.floor(row / NEIGHBOURS) < before.borders.neighbour[row];
});
const rich = (world: World): void => {
  world.jurisdictions.cash.fill(1e9, 0, counties);
};
const money = ({ jurisdictions: g, firms }: World): number => sum(g.cash) + sum(firms.cash);

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
      w.levers.value[first * sizes.levers + lever] = 2;
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
      const both = Math.floor(row / NEIGHBOURS) < 2 && before.borders.neighbour[row] < 2;
      if (!both) expect(uses(some, row)).toEqual(uses(none, row));
    }
  });

  describe("of one border, with rents that are known", () => {
    const [border] = borders;
    const { twin, neighbour, length } = before.borders;
    const [left, right] = [Math.floor(border / NEIGHBOURS), neighbour[border]];
    const level = { ...setting.drivers, productivity: setting.drivers.productivity.map(() => 1) };
    const quiet = { drivers: level, assumptions: { ...a, facilityEvery: 50, linkSpeed: 0, bargainLoss: 0 } };
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
      expect(Math.abs(1e9 - world.jurisdictions.cash[right] - yuan)).toBeLessThan(1);
      expect(world.jurisdictions.cash[left] - 1e9).toBe(1e9 - world.jurisdictions.cash[right]);
      const alone = bench.after(plain, quiet);
      expect([useOf(alone, border), useOf(alone, twin[border])]).toEqual([3, 2]);
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
    const quiet = { assumptions: { ...a, facilityEvery: 50, linkSpeed: 0 } };
    const planned = bench.after(deal(Mode.planned), quiet);
    expect([...planned.jurisdictions.cash]).toEqual([...before.jurisdictions.cash]);
    const market = bench.after((w) => (rich(w), deal(Mode.market)(w)), quiet);
    const moved = everyCounty.map((c) => market.jurisdictions.cash[c] - 1e9);
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

describe("links across borders", () => {
  const alone = 1 / (1 + a.linkSpillover);

  it("are built to the own optimum, the joint one, or nearly that by bargaining", () => {
    expect(provisionWanted(Mode.none, 0.5, 0.1)).toBeCloseTo(1 / 1.5, 12);
    expect(provisionWanted(Mode.planned, 0.5, 0.1)).toBe(1);
    expect(provisionWanted(Mode.market, 0.5, 0.1)).toBeCloseTo(1 / 1.05, 12);
  });

  it("stay and cost nothing more where nobody deals", () => {
    const world = bench.after(undefined, { assumptions: { ...a, facilityEvery: 50 } });
    for (const row of borders) expect(world.borders.provision[row]).toBe(alone);
    expect([...world.jurisdictions.cash]).toEqual([...before.jurisdictions.cash]);
  });

  it("come nearer to the optimum by a part each year, are paid for, and shorten the way", () => {
    const quiet = { assumptions: { ...a, facilityEvery: 50 } };
    const world = bench.after((w) => (rich(w), deal(Mode.planned)(w)), quiet);
    const next = alone + (1 - alone) * a.linkSpeed;
    const factor = (next / alone) ** -a.linkElasticity;
    for (const row of borders) {
      expect(world.borders.provision[row]).toBeCloseTo(next, 12);
      expect(world.borders.travel[row]).toBeCloseTo(factor, 12);
    }
    for (const c of everyCounty) {
      const own = rowsWhere(counties * NEIGHBOURS, (row) => Math.floor(row / NEIGHBOURS) === c);
      const cost = sum(own.map((row) => Math.floor(a.linkCost * world.borders.length[row] * (next - alone))));
      expect(Math.abs(1e9 - world.jurisdictions.cash[c] - cost)).toBeLessThanOrEqual(own.length);
      expect(world.jurisdictions.spent[c] - before.jurisdictions.spent[c]).toBe(
        1e9 - world.jurisdictions.cash[c],
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
      { assumptions: { ...a, facilityEvery: 50 } },
    );
    for (const row of borders) expect(world.borders.provision[row]).toBe(alone);
    expect(Math.min(...world.jurisdictions.cash.slice(0, counties))).toBe(0);
  });
});

describe("pollution at borders", () => {
  it("is twice what is best for both where half of the damage stays at home, and best under a plan", () => {
    expect(borderEmission(Mode.none, 0.5, 0.1)).toBe(2);
    expect(borderEmission(Mode.planned, 0.5, 0.1)).toBe(1);
    expect(borderEmission(Mode.market, 0.5, 0.1)).toBeCloseTo(1 / 0.95, 12);
    const world = bench.after(deal(Mode.planned, [0, 1]));
    for (const row of borders) {
      const both = Math.floor(row / NEIGHBOURS) < 2 && before.borders.neighbour[row] < 2;
      expect(world.borders.emission[row]).toBe(both ? 1 : 2);
    }
  });
});

describe("an unwanted facility", () => {
  const people = (c: number): number =>
    sum(rowsWhere(sizes.settlements, (j) => before.settlements.jurisdiction[j] === c).map((j) => before.settlements.residents[j])) * sizes.scale; // prettier-ignore

  it("is needed once in so many years, and not in between", () => {
    expect(bench.after().accords.needed[0]).toBe(1);
    expect(bench.after(undefined, { assumptions: { ...a, facilityEvery: 6 } }).accords.needed[0]).toBe(0);
    expect(resolveAssumptions({}).facilityEvery * 12 - 1).toBe(NEED);
  });

  it("finds no volunteer where hosting costs more than waiting, and then all pay for it", () => {
    const world = bench.after(undefined, { assumptions: { ...a, facilityHarm: 100_000 } });
    const { accords } = world;
    expect([accords.open[0], accords.stalled[0], accords.tries[0], accords.waited[0]]).toEqual([1, 1, 1, 1]);
    expect(sum(world.members.facilities)).toBe(0);
    for (const c of everyCounty) {
      const bill = Math.round(a.wasteCost * people(c));
      expect(before.jurisdictions.cash[c] - world.jurisdictions.cash[c]).toBe(bill);
    }
    expect(money(world)).toBe(money(before));
  });

  it("waits as long as it is open, each need for itself, and is paid for as often", () => {
    const world = bench.after((w) => (w.accords.open[0] = 2), {
      assumptions: { ...a, facilityHarm: 100_000 },
    });
    expect([world.accords.open[0], world.accords.waited[0]]).toEqual([3, 3]);
    for (const c of everyCounty) {
      const bill = Math.round(3 * a.wasteCost * people(c));
      expect(before.jurisdictions.cash[c] - world.jurisdictions.cash[c]).toBe(bill);
    }
  });

  it("isn't settled by one county that would deal, without another", () => {
    const costly = { assumptions: { ...a, facilityHarm: 100_000, linkSpeed: 0 } };
    expect(bench.after(deal(Mode.planned, [2]), costly).accords.stalled[0]).toBe(1);
    expect(bench.after(deal(Mode.planned, [1, 2]), costly).accords.stalled[0]).toBe(0);
  });

  describe.each([5, 15, 30])("and whom it harms at a range of %d km", (facilityRange) => {
    const { settlements: s } = before;
    const towns = rowsWhere(sizes.settlements, (j) => s.tier[j] >= TOWN && s.tier[j] <= CORE);
    const residents = (j: number): number => s.residents[j] * sizes.scale;
    /** People stand around their towns, those of the place itself at its door. */
    const harm = (site: number, whom: (county: number) => boolean): number => {
      const others = sum(
        towns.map((town) => {
          const [there, here] = [s.longitude[town], s.longitude[site]];
          const km = kilometres(there, s.latitude[town], here, s.latitude[site]);
          const mine = rowsWhere(
            sizes.settlements,
            (j) => s.town[j] === town && (j !== site || town === site),
          );
          const near = km > 5 * facilityRange ? 0 : Math.exp(-km / facilityRange);
          return whom(s.jurisdiction[town]) ? near * sum(mine.map(residents)) : 0;
        }),
      );
      return others + (towns.includes(site) ? 0 : residents(site));
    };
    const sites = rowsWhere(sizes.settlements, (j) => s.tier[j] <= TOWN);
    const least = (figure: (j: number) => number): number =>
      sites.reduce((best, j) => (figure(j) < figure(best) ? j : best));
    const siteOf = (w: World): number => w.members.facilities.findIndex((n) => n > 0);

    it("is the fewest of all under a plan", () => {
      const world = bench.after((w) => (rich(w), deal(Mode.planned)(w)), {
        assumptions: { ...a, facilityRange },
      });
      const everyone = (j: number): number => harm(j, () => true);
      expect(siteOf(world)).toBe(least(everyone));
      expect(world.accords.harmAll[0] / everyone(siteOf(world))).toBeCloseTo(1, 2);
    });

    it("is the fewest of the own people where a county volunteers", () => {
      const world = bench.after(undefined, { assumptions: { ...a, facilityRange, facilityHarm: 0 } });
      const own = (j: number): number => harm(j, (county) => county === s.jurisdiction[j]);
      expect(siteOf(world)).toBe(least(own));
      expect(world.accords.harmHost[0] / own(siteOf(world))).toBeCloseTo(1, 2);
      expect(world.accords.harmAll[0] / harm(siteOf(world), () => true)).toBeCloseTo(1, 2);
    });
  });

  it("finds a volunteer as often as the dilemma says", () => {
    const seeds = 300;
    const hosted = Array.from({ length: seeds }, (_, k) =>
      sum(bench.after(undefined, { root: rootKey(`siting ${k}`) }).members.facilities),
    );
    // What each county's own best site does to its own people: alone, and at no cost, each volunteers for certain.
    const harmOf = (c: number): number => {
      const only = (w: World): void => {
        for (let j = 0; j < sizes.settlements; j++)
          if (w.settlements.jurisdiction[j] !== c && w.settlements.tier[j] <= TOWN)
            w.settlements.tier[j] = SEAT;
      };
      return bench.after(only, { assumptions: { ...a, facilityHarm: 0 } }).accords.harmHost[0];
    };
    const none = everyCounty.reduce((product, c) => {
      const value = a.wasteCost * people(c) * a.facilityEvery;
      const ratio = (a.facilityDistrust * a.facilityHarm * harmOf(c)) / value;
      return product * (1 - volunteerChance(ratio, counties));
    }, 1);
    const chance = 1 - none;
    expect(chance).toBeGreaterThan(0.3);
    expect(chance).toBeLessThan(0.95);
    const error = Math.sqrt((chance * none) / seeds);
    expect(Math.abs(sum(hosted) / seeds - chance)).toBeLessThan(4 * error);
  });

  it("stands under a plan where it harms fewest, and the others make the host's harm good", () => {
    const world = bench.after((w) => (rich(w), deal(Mode.planned)(w)), {
      assumptions: { ...a, linkSpeed: 0 },
    });
    const [site] = rowsWhere(sizes.settlements, (j) => world.members.facilities[j] > 0);
    const host = before.settlements.jurisdiction[site];
    const harm = world.accords.harmHost[0];
    const got = world.jurisdictions.cash[host] - 1e9;
    const due = a.facilityHarm * harm;
    expect(Math.abs(got - due)).toBeLessThan(counties);
    const others = everyCounty.filter((c) => c !== host);
    const all = sum(others.map(people));
    for (const c of others)
      expect(1e9 - world.jurisdictions.cash[c]).toBe(Math.floor((due * people(c)) / all));
    const volunteers = Array.from({ length: 30 }, (_, k) =>
      bench.after(undefined, { root: rootKey(`hosts ${k}`), assumptions: { ...a, facilityHarm: 1 } }),
    );
    for (const { accords } of volunteers)
      if (accords.harmAll[0] > 0) expect(accords.harmAll[0]).toBeGreaterThanOrEqual(world.accords.harmAll[0]);
  });

  it("goes by auction to the lowest bid, and what is over is spent on it", () => {
    const quiet = { ...a, linkSpeed: 0, zoningDepth: 0 };
    const world = bench.after((w) => (rich(w), deal(Mode.market)(w)), { assumptions: quiet });
    const [site] = rowsWhere(sizes.settlements, (j) => world.members.facilities[j] > 0);
    const host = before.settlements.jurisdiction[site];
    const cost = a.facilityDistrust * a.facilityHarm * world.accords.harmHost[0];
    const bid = (cost * (counties - 1)) / counties;
    expect(Math.abs(world.jurisdictions.cash[host] - 1e9 - bid)).toBeLessThanOrEqual(1);
    for (const c of everyCounty) {
      if (c === host) continue;
      // Who bid more pays more; the host's bid was the lowest.
      expect(1e9 - world.jurisdictions.cash[c]).toBeGreaterThanOrEqual(Math.floor(bid / (counties - 1)));
    }
    expect(money(world)).toBe(
      money(before) + sum(everyCounty.map((c) => 1e9 - before.jurisdictions.cash[c])),
    );
  });
});
