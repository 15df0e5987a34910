import { describe, expect, it } from "vitest";
import { everMarriedByAge, fertilityByAge, marriageByAge } from "../../../sim/processes/demography/rates.ts";
import { demography } from "../../../sim/processes/demography/demography.ts";
import { Activity, ALIVE, FEMALE, Homestead, MARRIED, Mode } from "../../../sim/world/persons.ts";
import { OUTSIDE, TOWN } from "../../../sim/world/tiers.ts";
import { copyWorld, type World } from "../../../sim/world/world.ts";
import { misses, openBooks } from "../../laws/books.ts";
import { openRun, type OpenRun } from "../../laws/run.ts";
import { fromFile } from "../../laws/scenarios.ts";
import { rowsWhere, sum } from "../bench.ts";

const scenario = fromFile("valley", "scale=4", "years=2");
const YEAR = 12;

interface Wedding {
  readonly woman: number;
  readonly man: number;
  readonly month: number;
  /** The world as it stood before that month's demography. */
  readonly before: World;
}
interface Year {
  readonly start: World;
  readonly world: World;
  readonly weddings: readonly Wedding[];
  readonly setting: OpenRun["setting"];
}

/** A year of demography alone, and the weddings in it. */
function year(
  set: Partial<OpenRun["setting"]["assumptions"]> = {},
  change: (world: World) => void = () => {},
): Year {
  const run = openRun({ ...scenario, parameters: { ...scenario.parameters, ...set } }, "wed", []);
  const { world } = run.built;
  change(world);
  const start = copyWorld(world);
  const weddings: Wedding[] = [];
  let before = start;
  const watch = {
    person: -1,
    thought() {},
    paid() {},
    born() {},
    came() {},
    wed: (woman: number, man: number, month: number) => void weddings.push({ woman, man, month, before }),
  };
  const step = demography.prepare({ ...run.setting, watch });
  for (let month = 0; month < YEAR; month++) {
    before = copyWorld(world);
    step(month);
    world.clock.month[0] = month + 1;
  }
  return { start, world, weddings, setting: run.setting };
}

const plain = year();
const homeOf = (w: World, i: number): number => w.households.home[w.persons.household[i]];
const single = (w: World, i: number): boolean => (w.persons.flags[i] & (ALIVE | MARRIED)) === ALIVE;

describe("the rates of marriage", () => {
  it("lead to the share of women that marries", () => {
    const chances = marriageByAge(0.9, 28);
    expect(everMarriedByAge(chances, new Float64Array(chances.length))[60]).toBeCloseTo(0.9, 12);
    expect(chances[19]).toBe(0);
    expect(chances[50]).toBe(0);
  });

  it("leave nobody single where all marry, and nobody married where none does", () => {
    const nobody = new Float64Array(121);
    expect(everMarriedByAge(marriageByAge(1, 30), nobody)[60]).toBeCloseTo(1, 12);
    expect(everMarriedByAge(marriageByAge(0, 30), nobody)[60]).toBe(0);
  });

  it("have the mean age that was asked for", () => {
    const share = everMarriedByAge(marriageByAge(0.97, 28), new Float64Array(121));
    const mean = sum(share.slice(1).map((each, age) => (each - share[age]) * (age + 0.5))) / 0.97;
    expect(Math.abs(mean - 28)).toBeLessThan(0.5);
  });

  it("rise by those who expect a child", () => {
    const alone = everMarriedByAge(marriageByAge(0.97, 28), new Float64Array(121));
    const both = everMarriedByAge(marriageByAge(0.97, 28), fertilityByAge(1.3, 28.5));
    for (const age of [22, 25, 30, 35]) expect(both[age]).toBeGreaterThan(alone[age]);
  });
});

describe("weddings", () => {
  const { start, world, weddings, setting } = plain;
  const { persons: p } = world;
  const ageOf = (i: number, month: number): number => (month - start.persons.born[i]) / 12;

  it("come as often as the rates say for the unmarried women of each age", () => {
    const { assumptions: a, drivers } = setting;
    const chances = marriageByAge(a.everMarried, a.marriageAge);
    const births = fertilityByAge(drivers.fertility[0], a.childbearingAge);
    let expected = 0;
    for (let i = 0; i < start.clock.personRows[0]; i++) {
      if (!single(start, i) || (start.persons.flags[i] & FEMALE) === 0) continue;
      const age = Math.floor(ageOf(i, i % 12));
      if (age >= 20) expected += 1 - (1 - chances[age]!) * (1 - births[age]!);
    }
    expect(expected).toBeGreaterThan(150);
    expect(weddings.length).toBeGreaterThan(0.9 * expected - 3 * Math.sqrt(expected));
    expect(weddings.length).toBeLessThan(expected + 4 * Math.sqrt(expected));
  });

  it("join an unmarried woman and man of age, of two families, near in age and place", () => {
    for (const { woman, man, month, before } of weddings) {
      expect([single(before, woman), single(before, man)]).toEqual([true, true]);
      expect(before.persons.flags[woman] & FEMALE).toBe(FEMALE);
      expect(before.persons.flags[man] & FEMALE).toBe(0);
      expect(ageOf(woman, month)).toBeGreaterThanOrEqual(20);
      expect(ageOf(man, month)).toBeGreaterThanOrEqual(22);
      const older = start.persons.born[woman] - start.persons.born[man];
      expect(older).toBeGreaterThanOrEqual(-3 * 12);
      expect(older).toBeLessThanOrEqual(8 * 12);
      expect(before.persons.household[woman]).not.toBe(before.persons.household[man]);
      const { jurisdiction } = before.settlements;
      const sameCounty = jurisdiction[homeOf(before, woman)] === jurisdiction[homeOf(before, man)];
      expect(sameCounty || before.persons.residence[woman] === before.persons.residence[man]).toBe(true);
    }
  });

  it("leave both married, in one household at the home of one of them", () => {
    for (const { woman, man, before } of weddings) {
      if ((p.flags[woman] & p.flags[man] & ALIVE) === 0) continue;
      expect(p.flags[woman] & p.flags[man] & MARRIED).toBe(MARRIED);
      expect(p.household[woman]).toBe(p.household[man]);
      expect([homeOf(before, woman), homeOf(before, man)]).toContain(homeOf(world, woman));
    }
  });

  it("are rarely with the family of the bride", () => {
    const { patrilocalShare } = setting.assumptions;
    const told = weddings.filter(
      ({ woman, man, before }) =>
        homeOf(before, woman) !== homeOf(before, man) &&
        before.persons.mode[woman] !== Mode.settled &&
        before.persons.mode[man] !== Mode.settled,
    );
    const his = told.filter(({ man, before }) => homeOf(world, man) === homeOf(before, man));
    expect(told.length).toBeGreaterThan(80);
    const error = Math.sqrt((patrilocalShare * (1 - patrilocalShare)) / told.length);
    expect(Math.abs(his.length / told.length - patrilocalShare)).toBeLessThan(4 * error);
  });

  it("bring those who lived at home to the new home, and leave those away where they are", () => {
    let moved = 0;
    let stayed = 0;
    for (const { woman, man, before } of weddings) {
      for (const [guest, host] of [
        [woman, man],
        [man, woman],
      ]) {
        if (homeOf(world, guest) === homeOf(before, guest)) continue;
        if (before.persons.mode[guest] >= Mode.circulating) {
          stayed++;
          expect(p.residence[guest]).toBe(before.persons.residence[guest]);
          continue;
        }
        moved++;
        const follows = before.persons.mode[host] === Mode.settled;
        expect(p.residence[guest]).toBe(follows ? p.residence[host] : homeOf(world, guest));
        if (world.settlements.tier[p.residence[guest]] !== OUTSIDE)
          expect(p.registered[guest]).toBe(p.residence[guest]);
      }
    }
    expect(moved).toBeGreaterThan(50);
    expect(stayed).toBeGreaterThan(20);
  });

  it("keep every life sound and every count true", () => {
    expect(misses(world, openBooks(start))).toEqual([]);
    for (const { woman, man } of weddings) {
      for (const i of [woman, man]) {
        if ((p.flags[i] & ALIVE) === 0) continue;
        const home = homeOf(world, i);
        if (p.mode[i] <= Mode.commuting) expect(p.residence[i]).toBe(home);
        if (p.mode[i] === Mode.commuting) expect(p.workplace[i]).not.toBe(home);
        if (p.activity[i] === Activity.farming)
          expect([p.residence[i], p.workplace[i]]).toEqual([home, home]);
        const away = world.settlements.tier[p.workplace[i]] === OUTSIDE;
        if (p.activity[i] === Activity.outside) expect(away).toBe(true);
        if (p.activity[i] >= Activity.searching && p.activity[i] <= Activity.public) expect(away).toBe(false);
      }
    }
  });

  it("are of as many by age after ten years as at the start", () => {
    const long = openRun({ ...scenario, scale: 8, years: 10 }, "long", []);
    const { world: later } = long.built;
    const shareAt = (month: number): number[] =>
      [22, 26, 30, 35].map((from) => {
        const women = rowsWhere(later.clock.personRows[0], (i) => {
          const age = (month - later.persons.born[i]) / 12;
          return (
            (later.persons.flags[i] & (ALIVE | FEMALE)) === (ALIVE | FEMALE) && age >= from && age < from + 4
          );
        });
        return women.filter((i) => (later.persons.flags[i] & MARRIED) !== 0).length / women.length;
      });
    const first = shareAt(0);
    const step = demography.prepare(long.setting);
    for (let month = 0; month < 120; month++) step(month);
    shareAt(120).forEach((share, k) => expect(Math.abs(share - first[k]!)).toBeLessThan(0.13));
    expect(first[0]!).toBeLessThan(0.4);
    expect(first[3]!).toBeGreaterThan(0.93);
  });
});

describe("a household of one's own", () => {
  const founded = ({ start, world }: Year): number =>
    world.clock.householdRows[0] - start.clock.householdRows[0];
  const eager = year({ ownHouseholdShare: 1 });

  it("is founded by couples whose families have other grown-ups, and by no other", () => {
    expect(founded(year({ ownHouseholdShare: 0 }))).toBe(0);
    expect(founded(plain)).toBeGreaterThan(0);
    expect(founded(eager)).toBeGreaterThan(founded(plain));
    expect(founded(eager)).toBeLessThan(0.8 * eager.weddings.length);
  });

  it("takes its homestead from unused village land", () => {
    const { start, world } = eager;
    const rows = rowsWhere(founded(eager), () => true).map((k) => start.clock.householdRows[0] + k);
    const rural = rows.filter((k) => world.settlements.tier[world.households.home[k]] <= TOWN);
    expect(rural.length).toBeGreaterThan(10);
    for (const k of rural) expect([Homestead.used, Homestead.idle]).toContain(world.households.homestead[k]);
    const taken = new Float64Array(world.sizes.settlements);
    for (const k of rural)
      taken[world.households.home[k]] += world.settlements.homesteadEach[world.households.home[k]];
    taken.forEach((m2, j) => expect(start.settlements.reserve[j] - world.settlements.reserve[j]).toBe(m2));
  });

  it("isn't founded in villages without land: the couple lives in the old house", () => {
    const full = year({ ownHouseholdShare: 1 }, ({ settlements: s, sizes }) => {
      for (let j = 0; j < sizes.settlements; j++) {
        s.ecological[j] += s.reserve[j];
        s.reserve[j] = 0;
      }
    });
    const rows = rowsWhere(founded(full), () => true).map((k) => full.start.clock.householdRows[0] + k);
    for (const k of rows)
      expect(full.world.settlements.tier[full.world.households.home[k]]).toBeGreaterThan(TOWN);
    expect(full.weddings.length).toBe(eager.weddings.length);
  });

  it("isn't founded where the world has no row left, and nothing breaks", () => {
    const tight = year(
      { ownHouseholdShare: 1 },
      ({ clock, sizes }) => void (clock.householdRows[0] = sizes.households),
    );
    expect(founded(tight)).toBe(0);
    expect(tight.weddings.length).toBe(eager.weddings.length);
  });
});

describe("who is left at home", () => {
  it("is counted anew in every household at the end of the year", () => {
    const { world } = plain;
    const { persons: p, households: h } = world;
    for (let k = 0; k < world.clock.householdRows[0]; k++) {
      const atHome: number[] = [];
      for (let i = h.first[k]; i !== 0xffffffff; i = p.next[i])
        if (p.residence[i] === h.home[k]) atHome.push(i);
      const months = atHome.map((i) => 11 - p.born[i]);
      expect(h.children[k]).toBe(months.filter((age) => age < 16 * 12).length);
      expect(h.elders[k]).toBe(months.filter((age) => age >= 65 * 12).length);
    }
  });
});
