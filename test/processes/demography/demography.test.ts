import { describe, expect, it } from "vitest";
import { PeopleFull } from "../../../sim/processes/demography/births.ts";
import { fertilityByAge, yearlyDeath } from "../../../sim/processes/demography/rates.ts";
import { PROCESSES } from "../../../sim/processes/order.ts";
import type { Driver } from "../../../sim/scenario/scenario.ts";
import { Activity, ALIVE, FEMALE, MARRIED, Mode, NOBODY } from "../../../sim/world/persons.ts";
import { OUTSIDE } from "../../../sim/world/tiers.ts";
import { copyWorld, type World } from "../../../sim/world/world.ts";
import { type OpenRun, openRun } from "../../laws/run.ts";
import { fromFile } from "../../laws/scenarios.ts";
import { rowsWhere, sum } from "../bench.ts";

const scenario = fromFile("valley", "scale=10", "years=10");
const demography = PROCESSES.filter(({ name }) => name === "demography");

/** Only life and death go on; nobody works, moves or is paid. */
function aging(
  seed: string,
  set: Partial<OpenRun["setting"]["assumptions"]> = {},
  deadly = 1,
  children = 1.3,
): OpenRun {
  const mortality: Driver = { ...scenario.drivers.mortality, points: [[2020, deadly]] };
  const fertility: Driver = { ...scenario.drivers.fertility, points: [[2020, children]] };
  const drivers = { ...scenario.drivers, mortality, fertility };
  return openRun({ ...scenario, drivers, parameters: { ...scenario.parameters, ...set } }, seed, demography);
}
function pass(run: OpenRun, months: number, after: (month: number) => void = () => {}): void {
  for (let k = 0; k < months; k++) {
    const month = run.built.world.clock.month[0];
    run.steps[0].step(month);
    run.built.world.clock.month[0] = month + 1;
    after(month);
  }
}
const living = (w: World): number[] =>
  rowsWhere(w.clock.personRows[0], (i) => (w.persons.flags[i] & ALIVE) !== 0);
const ageAt = (w: World, i: number, month: number): number => Math.floor((month - w.persons.born[i]) / 12);

describe("death", () => {
  it.each([1, 1.6])(
    "comes within a year as often as the life table says, at every age, times %d",
    (mortality) => {
      const run = aging("death", {}, mortality);
      const { assumptions: a, drivers } = run.setting;
      const start = copyWorld(run.built.world);
      const keys = new Map(living(start).map((i) => [start.persons.key[i], i]));
      pass(run, 12);
      const alive = new Set(living(run.built.world).map((i) => run.built.world.persons.key[i]));
      const bands = [0, 30, 50, 60, 70, 80, 100];
      for (let k = 0; k < bands.length - 1; k++) {
        let expected = 0;
        let variance = 0;
        let died = 0;
        for (const [key, i] of keys) {
          // Everyone's year is looked at in one of the twelve months, by row.
          const age = ageAt(start, i, i % 12);
          if (age < bands[k] || age >= bands[k + 1]) continue;
          const chance =
            yearlyDeath(age, a.gompertzSlope, a.modalAge, a.infantMortality) * drivers.mortality[i % 12];
          expected += chance;
          variance += chance * (1 - chance);
          if (!alive.has(key)) died++;
        }
        expect(Math.abs(died - expected)).toBeLessThan(4 * Math.sqrt(variance) + 1);
      }
    },
  );

  it("comes in the first year of life as often to those born in the month of their turn as to all others", () => {
    const run = aging("infants", { infantMortality: 0.2 }, 1, 8);
    const { world } = run.built;
    const { persons: p } = world;
    const born: { readonly row: number; readonly key: number; readonly inTurn: boolean }[] = [];
    pass(run, 60, (month) => {
      if (month >= 45) return;
      for (const row of living(world))
        if (p.born[row] === month) born.push({ row, key: p.key[row], inTurn: row % 12 === month % 12 });
    });
    for (const inTurn of [true, false]) {
      const those = born.filter((each) => each.inTurn === inTurn);
      const died = those.filter(({ row, key }) => p.flags[row] === 0 || p.key[row] !== key).length;
      expect(those.length).toBeGreaterThan(100);
      const error = Math.sqrt((0.2 * 0.8) / those.length);
      expect(Math.abs(died / those.length - 0.2)).toBeLessThan(4 * error + 0.005);
    }
  });

  it("leaves savings to the family, and without one to the state", () => {
    const run = aging("heirs", { modalAge: 60 });
    const { world } = run.built;
    // Only those of single households and of one large family have anything.
    const lone = rowsWhere(sizesOf(world), (k) => world.households.members[k] === 1);
    const before = sum(world.persons.savings);
    const outside = world.jurisdictions.cash.length - 1;
    const cash = world.jurisdictions.cash[outside];
    pass(run, 60);
    const left = before - sum(world.persons.savings);
    const escheated = (world.jurisdictions.cash[outside] - cash) / world.sizes.scale;
    expect(left).toBe(escheated);
    expect(world.clock.deaths[0]).toBeGreaterThan(500);
    // Most have an heir: little falls to the state.
    expect(escheated).toBeLessThan(0.1 * before);
    expect(lone.length).toBeGreaterThanOrEqual(0);
  });

  it("frees a row that a newborn takes", () => {
    const run = aging("rows");
    const { world } = run.built;
    const rows = world.clock.personRows[0];
    pass(run, 60);
    expect(world.clock.births[0]).toBeGreaterThan(300);
    expect(world.clock.deaths[0]).toBeGreaterThan(world.clock.births[0]);
    expect(world.clock.personRows[0]).toBeLessThan(rows + 60);
    let free = 0;
    for (let i = world.clock.freePerson[0]; i !== NOBODY; i = world.persons.next[i]) {
      expect([world.persons.flags[i], world.persons.savings[i], world.persons.activity[i]]).toEqual([
        0, 0, 0,
      ]);
      free++;
    }
    expect(free).toBe(world.clock.personRows[0] - living(world).length);
  });
});

const sizesOf = (world: World): number => world.sizes.households;

describe("birth", () => {
  it.each([0.7, 1.3, 2.4])("comes as often as a fertility of %d says for women of each age", (children) => {
    const run = aging("birth", {}, 1, children);
    const { assumptions: a, drivers } = run.setting;
    const { world } = run.built;
    const rate = fertilityByAge(1, a.childbearingAge);
    let expected = 0;
    pass(run, 12, () => {});
    const fresh = aging("birth", {}, 1, children).built.world;
    for (const i of living(fresh)) {
      if ((fresh.persons.flags[i] & FEMALE) === 0) continue;
      expected += rate[ageAt(fresh, i, i % 12)] * drivers.fertility[i % 12];
    }
    expect(expected / children).toBeGreaterThan(80);
    expect(Math.abs(world.clock.births[0] - expected)).toBeLessThan(
      4 * Math.sqrt(expected) + 0.02 * expected,
    );
  });

  it("adds up to the total fertility rate over a woman's life, most of it around the mean age", () => {
    const rate = fertilityByAge(1.3, 28.5);
    expect(sum(rate)).toBeCloseTo(1.3, 12);
    const mean = sum(rate.map((each, age) => each * (age + 0.5))) / 1.3;
    // Cut off at 15 and 50, the curve leans a little to the later side.
    expect(Math.abs(mean - 28.5)).toBeLessThan(0.15);
    expect(rate[14]).toBe(0);
    expect(rate[50]).toBe(0);
    expect(rate.indexOf(Math.max(...rate))).toBe(28);
  });

  it("puts a child into the mother's household, place and registration, at age nought and with nothing", () => {
    const run = aging("child");
    const { world } = run.built;
    const known = new Set(living(world).map((i) => world.persons.key[i]));
    pass(run, 24);
    const { persons: p, households: h } = world;
    const children = living(world).filter((i) => !known.has(p.key[i]));
    expect(children.length).toBeGreaterThan(150);
    let girls = 0;
    let heirs = 0;
    for (const i of children) {
      expect(p.born[i]).toBeGreaterThanOrEqual(0);
      expect(p.activity[i]).toBe(Activity.none);
      if (p.savings[i] > 0) heirs++;
      expect([Mode.home, Mode.circulating, Mode.settled]).toContain(p.mode[i]);
      if ((p.flags[i] & FEMALE) !== 0) girls++;
      const mothers: number[] = [];
      for (let k = h.first[p.household[i]]; k !== NOBODY; k = p.next[k]) {
        const age = ageAt(world, k, p.born[i]);
        if ((p.flags[k] & FEMALE) !== 0 && age >= 15 && age < 50 && p.residence[k] === p.residence[i])
          mothers.push(k);
      }
      // She may have died since; almost none has.
      if (mothers.length > 0) expect(mothers.some((k) => p.registered[k] === p.registered[i])).toBe(true);
    }
    // A few have inherited already.
    expect(heirs).toBeLessThan(0.1 * children.length);
    expect(Math.abs(girls / children.length - 0.485)).toBeLessThan(4 * Math.sqrt(0.25 / children.length));
  });

  it("stops with a clear word where there is no room for another person", () => {
    const run = aging("full");
    const { world } = run.built;
    world.clock.personRows[0] = world.sizes.persons;
    expect(() => pass(run, 12)).toThrow(PeopleFull);
    expect(() => pass(aged("full"), 12)).toThrow(/no room for another person in month \d+: .* raise scale/);
  });
});

function aged(seed: string): OpenRun {
  const run = aging(seed);
  run.built.world.clock.personRows[0] = run.built.world.sizes.persons;
  return run;
}

describe("the ages of life", () => {
  it("nobody who had decided against work before the start is asked again", () => {
    const run = aging("idle");
    const { world } = run.built;
    const { persons: p } = world;
    const idle = living(world).filter((i) => {
      const months = -p.born[i];
      return (
        p.activity[i] === Activity.none && months >= Math.max(16, 6 + p.schooling[i]) * 12 && months < 49 * 12
      );
    });
    expect(idle.length).toBeGreaterThan(500);
    pass(run, 120);
    for (const i of idle) if ((p.flags[i] & ALIVE) !== 0) expect(p.activity[i]).toBe(Activity.none);
  });

  it("whoever leaves school is asked once, and works or looks for work as participation says", () => {
    const run = aging("school");
    const { world, assumptions: a } = run.built;
    const { persons: p } = world;
    const pupils = living(world).filter((i) => -p.born[i] >= 10 * 12 && -p.born[i] < 16 * 12);
    const endsAt = (i: number): number => p.born[i] + Math.max(16, 6 + p.schooling[i]) * 12;
    pass(run, 120);
    // A wedding may bring another place of work.
    const single = pupils.filter((i) => (p.flags[i] & (ALIVE | MARRIED)) === ALIVE);
    const through = single.filter((i) => endsAt(i) < 108);
    expect(through.length).toBeGreaterThan(300);
    const started = through.filter((i) => p.activity[i] !== Activity.none);
    const error = Math.sqrt((a.participation * (1 - a.participation)) / through.length);
    expect(Math.abs(started.length / through.length - a.participation)).toBeLessThan(4 * error);
    for (const i of started) {
      const outside = world.settlements.tier[p.residence[i]] === OUTSIDE;
      expect(p.activity[i]).toBe(outside ? Activity.outside : Activity.searching);
      expect(p.workplace[i]).toBe(p.residence[i]);
    }
    for (const i of single) if (endsAt(i) > 120) expect(p.activity[i]).toBe(Activity.none);
  });

  it("people retire at sixty, farmers at seventy, and those without work too", () => {
    const run = aging("old");
    const { world } = run.built;
    const { persons: p } = world;
    pass(run, 120);
    let farmers = 0;
    for (const i of living(world)) {
      const age = (120 - p.born[i]) / 12;
      const does = p.activity[i];
      if (does === Activity.farming && age >= 60) farmers++;
      if (age >= 71) expect(does).toBe(Activity.retired);
      else if (age >= 61) expect([Activity.retired, Activity.farming]).toContain(does);
      else if (age < 60) expect(does).not.toBe(Activity.retired);
    }
    expect(farmers).toBeGreaterThan(100);
  });

  it("whoever retires makes no daily trips any more", () => {
    const run = aging("rest");
    const { world } = run.built;
    const { persons: p } = world;
    const trips = living(world).filter((i) => p.mode[i] === Mode.commuting && -p.born[i] >= 50 * 12);
    const keys = trips.map((i) => p.key[i]);
    pass(run, 132);
    const still = trips.filter((i, k) => p.flags[i] !== 0 && p.key[i] === keys[k]);
    expect(still.length).toBeGreaterThan(100);
    for (const i of still) {
      expect(p.activity[i]).toBe(Activity.retired);
      expect(p.workplace[i]).toBe(p.residence[i]);
      expect(p.mode[i]).toBe(Mode.home);
    }
  });
});
