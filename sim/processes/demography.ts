/**
 * Model step 8: people are born, learn, grow old and die. Death by age after Gompertz, birth by age of the mother;
 * a newborn joins the mother's household and draws its own luck from hers.
 */
import { exp } from "../numerics/elementary.ts";
import { childKey, drawCounter, Purpose, purposeKey } from "../numerics/keyed.ts";
import { uniform } from "../numerics/threefry.ts";
import { openBook } from "../world/book.ts";
import { Activity, ALIVE, FEMALE, Mode, MOST_SAVINGS, NOBODY } from "../world/persons.ts";
import { OUTSIDE } from "../world/tiers.ts";
import type { Process } from "./process.ts";

const OLDEST = 120;
const FIRST_BIRTH = 15;
const LAST_BIRTH = 49;
/** Standard deviation of mothers' ages, years; assumed. */
const MOTHERS_SPREAD = 5.5;
/** Age at which pupils start, so that s years of schooling end at 6 + s. */
const SCHOOL_START = 6;
const FIRST_WORK = 16;
const RETIRE = 60;
/** Farmers go on for longer. */
const RETIRE_FARMER = 70;

/**
 * Chance to die within a year at a completed age: Gompertz hazard b e^(b (x - M)) with modal age M and slope b
 * (Gompertz 1825, parametrised by the mode as in Missov et al. 2015), and infant mortality in the first year.
 */
export function yearlyDeath(age: number, slope: number, mode: number, infant: number): number {
  if (age === 0) return infant;
  // Integral of the hazard from x to x + 1.
  const hazard = exp(slope * (age + 1 - mode)) - exp(slope * (age - mode));
  return 1 - exp(-hazard);
}

/** Births a year of a woman of each age, 15-49, that add up to `total`: a normal curve around the mean age. */
export function fertilityByAge(total: number, mean: number): Float64Array {
  const rate = new Float64Array(OLDEST);
  let sum = 0;
  for (let age = FIRST_BIRTH; age <= LAST_BIRTH; age++) {
    const z = (age + 0.5 - mean) / MOTHERS_SPREAD;
    rate[age] = exp(-0.5 * z * z);
    sum += rate[age];
  }
  for (let age = FIRST_BIRTH; age <= LAST_BIRTH; age++) rate[age] *= total / sum;
  return rate;
}

export class PeopleFull extends Error {
  constructor(rows: number, month: number) {
    super(
      `no room for another person in month ${month}: the world was made for ${rows} agents. ` +
        "Lower fertility, shorten the run, or raise scale.",
    );
    this.name = "PeopleFull";
  }
}

export const demography: Process = {
  name: "demography",
  reads: [
    "persons.key",
    "persons.born",
    "settlements.tier",
    "settlements.jurisdiction",
    "settlements.zone",
    "settlements.homesteadEach",
    "households.home",
  ],
  writes: [
    "clock.personRows",
    "clock.freePerson",
    "clock.alive",
    "clock.births",
    "clock.deaths",
    "persons.key",
    "persons.household",
    "persons.next",
    "persons.savings",
    "persons.born",
    "persons.left",
    "persons.residence",
    "persons.workplace",
    "persons.registered",
    "persons.activity",
    "persons.mode",
    "persons.schooling",
    "persons.flags",
    "households.first",
    "households.members",
    "households.present",
    "households.homestead",
    "settlements.residents",
    "settlements.registered",
    "settlements.farmers",
    "settlements.searching",
    "settlements.processing",
    "settlements.manufacturing",
    "settlements.services",
    "settlements.public",
    "settlements.deposits",
    "settlements.homesteadUsed",
    "settlements.homesteadIdle",
    "jurisdictions.vault",
    "jurisdictions.cash",
    "network.count",
  ],
  prepare({ world, assumptions: a, drivers, root, watch }) {
    const { persons: p, households: h, settlements: s, jurisdictions, clock } = world;
    const { scale, jurisdictions: counties } = world.sizes;
    const outside = counties - 1;
    const book = openBook(world);
    const deathKey = purposeKey(root, Purpose.death);
    const birthKey = purposeKey(root, Purpose.birth);
    const schoolKey = purposeKey(root, Purpose.schooling);
    const death = Float64Array.from({ length: OLDEST + 1 }, (_, age) =>
      age === OLDEST ? 1 : yearlyDeath(age, a.gompertzSlope, a.modalAge, a.infantMortality),
    );
    const births = fertilityByAge(1, a.childbearingAge);

    /** The year of one person: perhaps a death, else perhaps a birth, and a new age of life. */
    const liveOn = (i: number, month: number): void => {
      const months = month - p.born[i];
      const age = Math.min(OLDEST, Math.floor(months / 12));
      const dies = Math.min(1, death[age] * drivers.mortality[month]);
      if (uniform(deathKey.key0, deathKey.key1, p.key[i], drawCounter(month, 0)) < dies) {
        die(i);
        return;
      }
      const activity = p.activity[i];
      if (activity === Activity.none) {
        // Whoever was through with school before the start, or a year ago, has decided on work already.
        const school = Math.max(FIRST_WORK, SCHOOL_START + p.schooling[i]) * 12;
        const wasThrough = Math.min(12, month);
        if (months >= RETIRE * 12) set(i, Activity.retired);
        else if (months >= school && months - wasThrough < school) start(i);
      } else if (months >= RETIRE * 12 && activity !== Activity.retired) retire(i, months);
      const fertile = (p.flags[i] & FEMALE) !== 0 ? births[age] * drivers.fertility[month] : 0;
      if (fertile === 0) return;
      if (uniform(birthKey.key0, birthKey.key1, p.key[i], drawCounter(month, 0)) < fertile) bear(i, month);
    };

    const set = (i: number, activity: number): void => {
      book.strike(i);
      p.activity[i] = activity;
      book.enter(i);
    };

    const start = (i: number): void => {
      if (uniform(schoolKey.key0, schoolKey.key1, p.key[i], 0) >= a.participation) return;
      const away = s.tier[p.residence[i]] === OUTSIDE;
      p.workplace[i] = p.residence[i];
      set(i, away ? Activity.outside : Activity.searching);
    };

    const retire = (i: number, months: number): void => {
      if (p.activity[i] === Activity.farming && months < RETIRE_FARMER * 12) return;
      set(i, Activity.retired);
    };

    const die = (i: number): void => {
      book.strike(i);
      const household = p.household[i];
      inherit(i, household);
      unlink(i, household);
      p.flags[i] = 0;
      p.activity[i] = Activity.none;
      p.savings[i] = 0;
      p.next[i] = clock.freePerson[0];
      clock.freePerson[0] = i;
      clock.alive[0]--;
      clock.deaths[0]++;
    };

    /** Savings go to the first other member of the household, and without one to the state. */
    const inherit = (i: number, household: number): void => {
      if (p.savings[i] === 0) return;
      let heir = h.first[household];
      while (heir !== NOBODY && (heir === i || p.savings[heir] + p.savings[i] > MOST_SAVINGS))
        heir = p.next[heir];
      const amount = p.savings[i] * scale;
      if (heir === NOBODY) {
        jurisdictions.cash[outside] += amount;
        return;
      }
      book.strike(heir);
      p.savings[heir] += p.savings[i];
      book.enter(heir);
    };

    const unlink = (i: number, household: number): void => {
      if (h.first[household] === i) {
        h.first[household] = p.next[i];
        return;
      }
      let before = h.first[household];
      while (p.next[before] !== i) before = p.next[before];
      p.next[before] = p.next[i];
    };

    const bear = (mother: number, month: number): void => {
      const household = p.household[mother];
      let child = clock.freePerson[0];
      if (child !== NOBODY) clock.freePerson[0] = p.next[child];
      else {
        child = clock.personRows[0];
        if (child >= world.sizes.persons) throw new PeopleFull(world.sizes.persons, month);
        clock.personRows[0]++;
      }
      p.key[child] = childKey(p.key[mother], 0, month);
      const luck = (index: number): number =>
        uniform(schoolKey.key0, schoolKey.key1, p.key[child], 1 + index);
      p.household[child] = household;
      p.savings[child] = 0;
      p.born[child] = month;
      p.left[child] = month;
      p.residence[child] = p.residence[mother];
      p.workplace[child] = p.residence[mother];
      p.registered[child] = p.registered[mother];
      p.activity[child] = Activity.none;
      p.mode[child] = p.mode[mother] === Mode.commuting ? Mode.home : p.mode[mother];
      p.schooling[child] = Math.round(Math.max(0, Math.min(19, a.schoolingTarget + 5 * (luck(0) - 0.5))));
      p.flags[child] = ALIVE | (luck(1) < 0.485 ? FEMALE : 0);
      p.next[child] = h.first[household];
      h.first[household] = child;
      clock.alive[0]++;
      clock.births[0]++;
      book.enter(child);
      watch?.born(child, mother, month);
    };

    return (month) => {
      // Everyone's year is looked at once, in the month of the year that the row gives: a twelfth each month.
      const rows = clock.personRows[0];
      for (let i = month % 12; i < rows; i += 12) if (p.flags[i] !== 0) liveOn(i, month);
    };
  },
};
