import { describe, expect, it } from "vitest";
import { leverValues } from "../../sim/policy/levers.ts";
import { considerations, keenness } from "../../sim/processes/migration/thinkers.ts";
import { GRAIN } from "../../sim/processes/migration/moves.ts";
import { TERMS } from "../../sim/processes/migration/terms.ts";
import type { Setting } from "../../sim/processes/process.ts";
import { Activity, ALIVE, Homestead, Mode } from "../../sim/world/persons.ts";
import { CORE, OUTSIDE, SEAT, TIER_NAMES, TOWN, VILLAGE } from "../../sim/world/tiers.ts";
import type { World } from "../../sim/world/world.ts";
import { fromFile } from "../laws/scenarios.ts";
import { benchFor, rowsWhere, sum } from "./bench.ts";

const bench = benchFor("migration", fromFile("valley", "scale=10", "parameters.considerRate=2"), 3);
const { before, setting } = bench;
const { assumptions: a, drivers } = setting;
const { persons: p, households: h, settlements: s, sizes } = before;
const { zones, scale } = sizes;
const rows = rowsWhere(before.clock.personRows[0], (i) => (p.flags[i] & ALIVE) !== 0);
const plain = bench.after();

const movers = (w: World): number[] => rows.filter((i) => w.persons.residence[i] !== p.residence[i]);
const changed = (w: World): number[] =>
  rows.filter(
    (i) =>
      w.persons.residence[i] !== p.residence[i] ||
      w.persons.workplace[i] !== p.workplace[i] ||
      w.persons.activity[i] !== p.activity[i] ||
      w.persons.mode[i] !== p.mode[i],
  );
const tierOf = (place: number): number => s.tier[place];
/** How many move from places that pass to places that pass. */
const moves = (w: World, from: (place: number) => boolean, to: (place: number) => boolean): number =>
  movers(w).filter((i) => from(p.residence[i]) && to(w.persons.residence[i])).length;
const inRegion = (place: number): boolean => tierOf(place) !== OUTSIDE;
const away = (place: number): boolean => tierOf(place) === OUTSIDE;
const under = (change: Partial<typeof a>): Partial<Setting> => ({ assumptions: { ...a, ...change } });

describe("who thinks about moving", () => {
  it("is asked at the stated yearly rate, those who look for work four times as often as those who work", () => {
    expect(considerations({ ...a, considerRate: 0.25 }) * keenness(Activity.manufacturing) * 12).toBeCloseTo(
      0.25,
      12,
    );
    expect(considerations({ ...a, considerRate: 0.25 }) * keenness(Activity.searching) * 12).toBeCloseTo(
      1,
      12,
    );
    expect(keenness(Activity.retired)).toBeLessThan(keenness(Activity.farming));
    expect(keenness(Activity.none)).toBe(0);
  });

  it("moves more often the more often people think about it", () => {
    const often = changed(plain).length;
    const seldom = changed(bench.after(() => {}, under({ considerRate: 0.2 }))).length;
    expect(often).toBeGreaterThan(200);
    expect(Math.abs(seldom - often / 10)).toBeLessThan(4 * Math.sqrt(often / 10));
  });

  it("leaves pupils and those who don't work where they are, but for children who go with a parent", () => {
    for (const i of changed(plain)) {
      if (p.activity[i] !== Activity.none) continue;
      expect(plain.persons.mode[i]).toBe(Mode.settled);
      expect((3 - p.born[i]) / 12).toBeLessThan(18);
    }
  });
});

describe("what people do", () => {
  it("keeps every life sound: work where the kind of life allows it", () => {
    for (const i of rows) {
      const { residence, workplace, activity, mode, household } = plain.persons;
      const home = h.home[household[i]];
      const does = activity[i];
      const lives = tierOf(residence[i]);
      if (mode[i] === Mode.home) expect(residence[i]).toBe(home);
      if (mode[i] === Mode.commuting) expect(residence[i]).toBe(home);
      if (does === Activity.farming) {
        expect(lives).toBeLessThanOrEqual(TOWN);
        expect(residence[i]).toBe(home);
        expect(workplace[i]).toBe(home);
      }
      if (does === Activity.outside) expect(away(workplace[i]) && workplace[i] === residence[i]).toBe(true);
      if (does >= Activity.searching && does <= Activity.public) expect(inRegion(workplace[i])).toBe(true);
    }
  });

  it("new lives are of known kinds: farming or work at home, a daily trip, away, settled away", () => {
    const kinds = new Set<string>();
    for (const i of changed(plain)) {
      const { residence, workplace, activity, mode } = plain.persons;
      const home = h.home[p.household[i]];
      if (activity[i] === Activity.retired) {
        if (mode[i] === Mode.home) kinds.add("retired home");
        continue;
      }
      if (activity[i] === Activity.none) continue;
      if (mode[i] === Mode.circulating && residence[i] !== p.residence[i]) {
        kinds.add(away(residence[i]) ? "away outside" : "away in the region");
        expect(workplace[i]).toBe(residence[i]);
        expect(residence[i]).not.toBe(home);
      }
      if (mode[i] === Mode.commuting) {
        kinds.add("daily trip");
        expect(residence[i]).toBe(home);
        expect(workplace[i]).not.toBe(home);
        const reach = before.reach.to.subarray(s.reachFrom[home], s.reachFrom[home] + s.reachCount[home]);
        expect([...reach]).toContain(workplace[i]);
      }
      if (mode[i] === Mode.home) kinds.add(activity[i] === Activity.farming ? "farming" : "work at home");
    }
    for (const kind of ["away outside", "away in the region", "daily trip", "farming"])
      expect([...kinds]).toContain(kind);
  });

  it("registers whoever settles in the region there, and nobody else anywhere", () => {
    const late = bench.after(
      (w) => {
        for (const i of rows) if (p.mode[i] === Mode.circulating) w.persons.left[i] = -12 * 30;
      },
      under({ movingCost: 0, considerRate: 2 }),
    );
    let settled = 0;
    for (const i of rows) {
      const becameSettled = late.persons.mode[i] === Mode.settled && p.mode[i] !== Mode.settled;
      const registeredAnew = late.persons.registered[i] !== p.registered[i];
      if (registeredAnew) expect(becameSettled && inRegion(late.persons.residence[i])).toBe(true);
      if (!becameSettled) continue;
      settled++;
      expect(late.persons.registered[i]).toBe(
        inRegion(late.persons.residence[i]) ? late.persons.residence[i] : p.registered[i],
      );
    }
    expect(settled).toBeGreaterThan(20);
  });

  it("lets nobody settle before the years that families wait", () => {
    const soon = bench.after(
      (w) => {
        for (const i of rows) w.persons.left[i] = 3 - 12 * a.settleYears + 1;
      },
      under({ movingCost: 0 }),
    );
    for (const i of rows) {
      if (soon.persons.mode[i] === Mode.settled) expect(p.mode[i]).toBe(Mode.settled);
    }
  });

  it("notes when someone leaves home, and keeps that month while they move on", () => {
    for (const i of rows) {
      const leaves = p.mode[i] <= Mode.commuting && plain.persons.mode[i] >= Mode.circulating;
      expect(plain.persons.left[i]).toBe(leaves ? 3 : p.left[i]);
    }
    expect(rows.filter((i) => plain.persons.left[i] === 3).length).toBeGreaterThan(30);
  });
});

describe("counts of moves", () => {
  it("between zones add up to the change of residents", () => {
    const flow = plain.zonePairs.people.map((value, pair) => value - before.zonePairs.people[pair]);
    expect(sum(flow)).toBe(movers(plain).length * scale);
    for (let zone = 0; zone < zones; zone++) {
      let net = 0;
      for (let other = 0; other < zones; other++)
        net += flow[other * zones + zone] - flow[zone * zones + other];
      const people = (w: World): number =>
        sum(rowsWhere(sizes.settlements, (j) => s.zone[j] === zone).map((j) => w.settlements.residents[j])) *
        scale;
      expect(people(plain) - people(before)).toBe(net);
    }
  });

  it("come with their reasons, which add up term by term", () => {
    const sums = plain.motives.sum.map((value, k) => value - before.motives.sum[k]);
    // Nobody needs a reason to live where he lives: only changes are noted. A villager who goes outside pays the
    // moving cost, exactly.
    const cost = TERMS.indexOf("cost");
    const row = (from: number, to: number): number => (from * TIER_NAMES.length + to) * TERMS.length;
    const leave = rows.filter(
      (i) =>
        tierOf(p.residence[i]) === VILLAGE &&
        tierOf(plain.persons.residence[i]) === OUTSIDE &&
        p.activity[i] !== Activity.none,
    ).length;
    expect(leave).toBeGreaterThan(10);
    expect(sums[row(VILLAGE, OUTSIDE) + cost]).toBe(-Math.round(a.movingCost * GRAIN) * leave * scale);
    // It may lead away from where the family is: what is lost in belonging is at most all of it.
    const belonging = sums[row(VILLAGE, OUTSIDE) + TERMS.indexOf("belonging")] / GRAIN / scale;
    expect(belonging).toBeLessThan(-0.8 * a.belongingWeight * leave);
    expect(belonging).toBeGreaterThanOrEqual(-a.belongingWeight * leave * (1 + 1e-6));
  });

  it("leave a homestead idle with the last who goes, and take it up with the first who returns", () => {
    for (let k = 0; k < sizes.households; k++) {
      const state = plain.households.homestead[k];
      if (state === Homestead.none || state === Homestead.reclaimed) continue;
      expect(state).toBe(plain.households.present[k] > 0 ? Homestead.used : Homestead.idle);
    }
  });
});

describe("what draws people", () => {
  /** Both worlds have the same luck, so a difference is the change's; it must be more than a few people. */
  const draws = (
    more: World,
    less: World,
    from: (place: number) => boolean,
    to: (place: number) => boolean,
  ): void => {
    const [many, few] = [moves(more, from, to), moves(less, from, to)];
    expect(many).toBeGreaterThan(1.1 * few + 2);
  };
  const paying = (factor: number): Partial<Setting> => ({
    drivers: { ...drivers, outsideWage: drivers.outsideWage.map((level) => level * factor) },
  });

  it("higher wages outside draw people out, and lower ones bring them home", () => {
    const [rich, poor] = [bench.after(() => {}, paying(2)), bench.after(() => {}, paying(0.5))];
    draws(rich, plain, inRegion, away);
    draws(poor, plain, away, inRegion);
  });

  it("a dearer move keeps people where they are", () => {
    draws(
      plain,
      bench.after(() => {}, under({ movingCost: a.movingCost + 2 })),
      () => true,
      () => true,
    );
  });

  const atHome = (i: number): boolean => p.residence[i] === h.home[p.household[i]];
  const leaversUnder = (change: Partial<typeof a>): number =>
    movers(bench.after(() => {}, under(change))).filter(atHome).length;

  it("belonging, family and distance keep people at home", () => {
    // More often than the table allows, so that there are enough who leave.
    const restless = { considerRate: 12 };
    const many = leaversUnder(restless);
    for (const change of [
      { belongingWeight: a.belongingWeight + 2 },
      { familyWeight: a.familyWeight + 2 },
      { distanceWeight: a.distanceWeight + 1.5 },
    ]) {
      const few = leaversUnder({ ...restless, ...change });
      expect(few).toBeLessThan(many - 2 * Math.sqrt(many + few));
    }
  });

  it("co-villagers draw people to where they are: without them fewer from villages go outside", () => {
    draws(
      bench.after(() => {}, under({ networkWeight: a.networkWeight + 3 })),
      plain,
      (j) => tierOf(j) === VILLAGE,
      away,
    );
  });

  it("unemployment and rents keep people away from a place, services draw them to it", () => {
    const city = (place: number): boolean => tierOf(place) === SEAT || tierOf(place) === CORE;
    const cities = rowsWhere(sizes.settlements, city);
    const others = (place: number): boolean => !city(place);
    const all = (column: "jobChance" | "rentShare" | "access", value: number): World =>
      bench.after((w) => {
        for (const j of cities) w.settlements[column][j] = value;
      });
    draws(plain, all("jobChance", 0.05), others, city);
    draws(plain, all("rentShare", 0.9), others, city);
    draws(all("access", 20), plain, others, city);
  });

  it("priority in registration draws people to the places that give it", () => {
    const to = (place: number): boolean => tierOf(place) === CORE;
    const eased = bench.after(
      (w) => {
        for (const j of rowsWhere(sizes.settlements, to)) {
          leverValues(w, "registrationEase")[j] = 1;
        }
      },
      under({ registrationBarrier: 5, entitlement: 0, serviceWeight: 5 }),
    );
    const barred = bench.after(() => {}, under({ registrationBarrier: 5, entitlement: 0, serviceWeight: 5 }));
    draws(eased, barred, (place) => tierOf(place) !== CORE, to);
  });

  it("a better harvest draws people to the fields", () => {
    const rich = bench.after((w) => {
      for (let j = 0; j < sizes.settlements; j++) w.settlements.farmIncome[j] *= 3;
    });
    const farmers = (w: World): number => sum(w.settlements.farmers);
    expect(farmers(rich)).toBeGreaterThan(farmers(plain) + 30);
  });
});
