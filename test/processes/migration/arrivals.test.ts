import { describe, expect, it } from "vitest";
import { leverValues } from "../../../sim/policy/levers.ts";
import { openPlaces } from "../../../sim/processes/migration/placeTerms.ts";
import { FIRST_AGE, LAST_AGE, openWelcome, type Welcome } from "../../../sim/processes/migration/welcome.ts";
import { Activity, ALIVE, Homestead, Mode } from "../../../sim/world/persons.ts";
import { OUTSIDE } from "../../../sim/world/tiers.ts";
import { copyWorld, type World } from "../../../sim/world/world.ts";
import { fromFile } from "../../laws/scenarios.ts";
import { benchFor, rowsWhere, sum } from "../bench.ts";

/** Quzhou of 2010: the census counts those who came from other counties. */
const scenario = fromFile("quzhou", "start=2010", "scale=50", "years=2", "parameters.startInflow=0.12");
const { before, setting, after } = benchFor("arrivals", scenario);
const { settlements: s, elsewhere, sizes } = before;
const counties = rowsWhere(sizes.jurisdictions - 1, (county) => elsewhere.pool[county] > 0);

/** The chances of someone elsewhere in a world like this one. */
function welcomeTo(change: (world: World) => void = () => {}, month = 0): Welcome {
  const world = copyWorld(before);
  change(world);
  const here = openPlaces({ ...setting, world });
  here.refresh(month);
  const welcome = openWelcome({ ...setting, world }, here);
  welcome.refresh(month);
  return welcome;
}

const seat = rowsWhere(
  sizes.settlements,
  (j) => s.jurisdiction[j] === counties[0] && s.residents[j] > 0,
).toSorted((a, b) => s.residents[b] - s.residents[a])[0];

describe("people elsewhere who know someone here", () => {
  it("come at first in the number that the years before the start say", () => {
    expect(counties.length).toBe(6);
    const welcome = welcomeTo();
    for (const county of counties) {
      const places = rowsWhere(
        sizes.settlements,
        (j) => s.jurisdiction[j] === county && s.tier[j] !== OUTSIDE,
      );
      const force = places.map((j) => before.settlements.size[j]);
      const ages = Array.from({ length: LAST_AGE + 1 - FIRST_AGE }, (_, k) => FIRST_AGE + k);
      const mean = places.map(
        (j) => ages.reduce((all, age) => all + welcome.chance(j, age), 0) / ages.length,
      );
      const chance = mean.reduce((all, each, k) => all + each * force[k], 0) / sum(force);
      const newcomers = elsewhere.circle[county] - elsewhere.pool[county];
      const a = setting.assumptions;
      const expected = (elsewhere.pool[county] * a.considerRate * chance) / 12;
      // Sizes of places moved a little in the month's first steps.
      expect(expected / ((newcomers * 0.12) / 12)).toBeCloseTo(1, 1);
    }
  });

  it("come where wages rise, and stay where farming elsewhere pays more", () => {
    const base = welcomeTo().chance(seat, 25);
    expect(welcomeTo((world) => (world.settlements.wage[seat] *= 1.2)).chance(seat, 25)).toBeGreaterThan(
      base,
    );
    expect(welcomeTo((world) => (world.settlements.jobChance[seat] = 0.7)).chance(seat, 25)).toBeLessThan(
      base,
    );
    // A year on, wages outside have grown, and here they haven't.
    expect(welcomeTo(undefined, 12).chance(seat, 25)).toBeLessThan(base);
  });

  it("follow those who came before them", () => {
    const base = welcomeTo().chance(seat, 25);
    const half = (world: World): void => {
      world.elsewhere.pool[counties[0]] = Math.floor(elsewhere.pool[counties[0]] / 2);
    };
    expect(welcomeTo(half).chance(seat, 25)).toBeGreaterThan(base);
  });

  it("come the sooner the more years of work they have before them", () => {
    const welcome = welcomeTo();
    expect(welcome.chance(seat, 20)).toBeGreaterThan(welcome.chance(seat, 40));
    expect(welcome.chance(seat, 40)).toBeGreaterThan(welcome.chance(seat, 59));
  });

  it("are let in sooner where registration is eased", () => {
    const eased = welcomeTo((world) => (leverValues(world, "registrationEase")[seat] = 1));
    expect(eased.chance(seat, 25)).toBeGreaterThan(welcomeTo().chance(seat, 25));
  });
});

describe("who arrives", () => {
  const world = after();
  const { persons: p, households: h, clock } = world;
  const came = rowsWhere(clock.personRows[0], (i) => i >= before.clock.personRows[0]);

  it("leaves the circle elsewhere, one by one", () => {
    expect(came.length).toBeGreaterThan(5);
    expect(clock.arrivals[0]).toBe(came.length);
    expect(sum(before.elsewhere.pool) - sum(world.elsewhere.pool)).toBe(came.length);
    expect(clock.alive[0] - before.clock.alive[0]).toBe(came.length);
  });

  it("is of working age, looks for work, and founds a household of its own, without land", () => {
    for (const i of came) {
      expect(-p.born[i]).toBeGreaterThanOrEqual(FIRST_AGE * 12);
      expect(-p.born[i]).toBeLessThan((LAST_AGE + 1) * 12);
      expect([p.activity[i], p.mode[i]]).toEqual([Activity.searching, Mode.settled]);
      expect(p.flags[i] & ALIVE).toBe(ALIVE);
      const household = p.household[i];
      expect([h.first[household], h.home[household], h.members[household]]).toEqual([i, p.residence[i], 1]);
      expect(h.homestead[household]).toBe(Homestead.none);
      expect(s.tier[p.registered[i]]).toBe(OUTSIDE);
      expect(s.tier[p.residence[i]]).not.toBe(OUTSIDE);
    }
    expect(new Set(came.map((i) => p.key[i])).size).toBe(came.length);
  });

  it("stays away where nobody is known", () => {
    const none = after((other) => {
      other.clock.startElsewhere[0] -= sum(other.elsewhere.pool);
      other.elsewhere.pool.fill(0);
    });
    expect(none.clock.arrivals[0]).toBe(0);
    expect(none.clock.personRows[0]).toBe(before.clock.personRows[0]);
  });
});
