import { describe, expect, it } from "vitest";
import { rootKey } from "../../../sim/numerics/keyed.ts";
import { KM_PER_DEGREE, kmPerDegreeEast } from "../../../sim/numerics/plane.ts";
import { resolveAssumptions } from "../../../sim/policy/parameters.ts";
import { volunteerChance } from "../../../sim/processes/coordination/siting.ts";
import { Mode } from "../../../sim/world/platforms.ts";
import { CORE, SEAT, TOWN } from "../../../sim/world/tiers.ts";
import type { World } from "../../../sim/world/world.ts";
import { money, rowsWhere, sum } from "../bench.ts";
import { a, before, bench, counties, deal, everyCounty, NEED, RICH, rich, sizes } from "./dealing.ts";

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
    /** On one plane for the whole region, that of its mean town. */
    const width = kmPerDegreeEast(sum(towns.map((town) => s.latitude[town])) / towns.length);
    /** People stand around their towns, those of the place itself at its door. */
    const harm = (site: number, whom: (county: number) => boolean): number => {
      const others = sum(
        towns.map((town) => {
          const east = (s.longitude[town] - s.longitude[site]) * width;
          const km = Math.hypot(east, (s.latitude[town] - s.latitude[site]) * KM_PER_DEGREE);
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
    const got = world.jurisdictions.cash[host] - RICH;
    const due = a.facilityHarm * harm;
    expect(Math.abs(got - due)).toBeLessThan(counties);
    const others = everyCounty.filter((c) => c !== host);
    const all = sum(others.map(people));
    for (const c of others)
      expect(RICH - world.jurisdictions.cash[c]).toBe(Math.floor((due * people(c)) / all));
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
    expect(Math.abs(world.jurisdictions.cash[host] - RICH - bid)).toBeLessThanOrEqual(1);
    for (const c of everyCounty) {
      if (c === host) continue;
      // Who bid more pays more; the host's bid was the lowest.
      expect(RICH - world.jurisdictions.cash[c]).toBeGreaterThanOrEqual(Math.floor(bid / (counties - 1)));
    }
    expect(money(world)).toBe(
      money(before) + sum(everyCounty.map((c) => RICH - before.jurisdictions.cash[c])),
    );
  });

  it("is taken by nobody at an auction in which the others can't pay the lowest bid", () => {
    const quiet = { assumptions: { ...a, linkSpeed: 0, zoningDepth: 0 } };
    const sold = bench.after((w) => (rich(w), deal(Mode.market)(w)), quiet);
    const site = sold.members.facilities.findIndex((n) => n > 0);
    const host = before.settlements.jurisdiction[site];
    const bid = sold.jurisdictions.cash[host] - RICH;
    const others = everyCounty.filter((c) => c !== host);
    const among = (yuan: number): World =>
      bench.after((w) => {
        rich(w);
        for (const c of others) w.jurisdictions.cash[c] = yuan;
        deal(Mode.market)(w);
      }, quiet);
    expect(among(bid).accords.stalled[0]).toBe(0);
    const poor = among(Math.floor((bid - 1) / others.length));
    expect([poor.accords.stalled[0], poor.accords.open[0], sum(poor.members.facilities)]).toEqual([1, 1, 0]);
    expect(poor.accords.sidePayments[0]).toBe(0);
  });
});
