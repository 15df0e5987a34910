/**
 * Model step 8: people are born, learn, marry, grow old and die. Death by age after Gompertz, birth by age of the
 * mother; a newborn joins the mother's household and draws its own luck from hers.
 */
import { drawCounter, Purpose, purposeKey } from "../../numerics/keyed.ts";
import { uniform } from "../../numerics/threefry.ts";
import { uniforms } from "../../numerics/threefry-batch.ts";
import { CHUNK } from "../../numerics/visits.ts";
import { BOOK_COLUMNS, openBook } from "../../world/book.ts";
import { Activity, COMMUTING, FEMALE, MARRIED, Mode } from "../../world/persons.ts";
import { NEW_ROW_COLUMNS } from "../../world/rows.ts";
import { OUTSIDE } from "../../world/tiers.ts";
import type { Process } from "../process.ts";
import { countAtHome } from "./atHome.ts";
import { openBirths } from "./births.ts";
import { openDeaths } from "./deaths.ts";
import { openWeddings } from "./marriage.ts";
import { BRIDE, fertilityByAge, marriageByAge, OLDEST, yearlyDeath } from "./rates.ts";
import { COMPULSORY, openSchools, UPPER } from "./schooling.ts";

/** Age at which pupils start, so that s years of schooling end at 6 + s. */
const SCHOOL_START = 6;
const FIRST_WORK = 16;
/** Rows of which a chunk of people has its turn in a month. */
const SPAN = 12 * CHUNK;
/** Draw of a pupil's own luck that tells whether it will want work. */
const WORK_DRAW = 0;

export const demography: Process = {
  name: "demography",
  reads: [
    "settlements.tier",
    "settlements.jurisdiction",
    "jurisdictions.fertility",
    "settlements.zone",
    "settlements.homesteadEach",
    "settlements.reachFrom",
    "settlements.reachCount",
    "settlements.wage",
    "settlements.startWage",
    "settlements.farmIncome",
    "settlements.access",
    "settlements.seat",
    "jurisdictions.startSchooling",
    "reach.to",
  ],
  writes: [
    ...NEW_ROW_COLUMNS,
    ...BOOK_COLUMNS,
    "clock.births",
    "clock.deaths",
    "households.children",
    "households.elders",
    "households.event",
    "settlements.reserve",
    "jurisdictions.naturalised",
    "jurisdictions.cash",
    "zonePairs.people",
  ],
  prepare(setting) {
    const { world, assumptions: a, drivers, root } = setting;
    const { persons: p, settlements: s, jurisdictions, clock } = world;
    const book = openBook(world);
    const deathKey = purposeKey(root, Purpose.death);
    const birthKey = purposeKey(root, Purpose.birth);
    const schoolKey = purposeKey(root, Purpose.schooling);
    const death = Float64Array.from({ length: OLDEST + 1 }, (_, age) =>
      age === OLDEST ? 1 : yearlyDeath(age, a.gompertzSlope, a.modalAge, a.infantMortality),
    );
    const births = fertilityByAge(1, a.childbearingAge);
    const retires = a.retirementAge * 12;
    const farmersRetire = a.farmRetirementAge * 12;
    const weddings = marriageByAge(a.everMarried, a.marriageAge);
    const marriageKey = purposeKey(root, Purpose.marriage);
    const schools = openSchools(setting);
    const couples = openWeddings(setting);
    const bear = openBirths(setting);
    const die = openDeaths(world);

    const riskAt = (age: number, month: number): number => Math.min(1, death[age] * drivers.mortality[month]);

    /** The year of one person: perhaps a death, else perhaps a birth, and a new age of life. */
    const liveOn = (i: number, month: number, draw: number): void => {
      const months = month - p.born[i];
      const age = Math.min(OLDEST, Math.floor(months / 12));
      const county = s.jurisdiction[p.residence[i]];
      const risk = riskAt(age, month);
      // Whoever was born in the month of their turn had none then: the first turn is for the first year of life too.
      const dies = months === 12 && p.born[i] >= 0 ? risk + (1 - risk) * riskAt(0, month) : risk;
      if (draw < dies) {
        die(i, month);
        return;
      }
      const activity = p.activity[i];
      // Whoever was through with a stage before the start, or a year ago, has decided already.
      const since = months - Math.min(12, month);
      if (activity === Activity.none) learn(i, months, since);
      else if (months >= retires && activity !== Activity.retired) retire(i, months);
      if ((p.flags[i] & FEMALE) === 0) return;
      const fertile = births[age] * drivers.fertility[month] * jurisdictions.fertility[county];
      const expects =
        fertile > 0 && uniform(birthKey.key0, birthKey.key1, p.key[i], drawCounter(month, 0)) < fertile;
      if ((p.flags[i] & MARRIED) === 0 && age >= BRIDE && (expects || isWooed(i, age, month)))
        couples.marry(i, month);
      if (expects) bear(i, month);
    };

    const isWooed = (i: number, age: number, month: number): boolean =>
      weddings[age] > 0 &&
      uniform(marriageKey.key0, marriageKey.key1, p.key[i], drawCounter(month, 0)) < weddings[age];

    /** What a year means to someone without work, `since` which they were looked at last: school, its end, old age. */
    const learn = (i: number, months: number, since: number): void => {
      const reaches = (age: number): boolean => months >= age * 12 && since < age * 12;
      if (reaches(SCHOOL_START + COMPULSORY)) p.schooling[i] = schools.aimAt15(i);
      if (reaches(SCHOOL_START + UPPER) && p.schooling[i] === UPPER) p.schooling[i] = schools.aimAt18(i);
      if (months >= retires) rest(i);
      else if (reaches(Math.max(FIRST_WORK, SCHOOL_START + p.schooling[i]))) start(i);
    };

    const set = (i: number, activity: number): void => {
      book.strike(i);
      p.activity[i] = activity;
      book.enter(i);
    };

    const start = (i: number): void => {
      if (uniform(schoolKey.key0, schoolKey.key1, p.key[i], WORK_DRAW) >= a.participation) return;
      const away = s.tier[p.residence[i]] === OUTSIDE;
      p.workplace[i] = p.residence[i];
      set(i, away ? Activity.outside : Activity.searching);
    };

    /** With work the daily trip to it ends. */
    const rest = (i: number): void => {
      book.strike(i);
      p.activity[i] = Activity.retired;
      p.workplace[i] = p.residence[i];
      if (p.mode[i] === COMMUTING) p.mode[i] = Mode.home;
      book.enter(i);
    };

    const retire = (i: number, months: number): void => {
      if (p.activity[i] === Activity.farming && months < farmersRetire) return;
      rest(i);
    };

    const alive = new Int32Array(CHUNK);
    const keys = new Uint32Array(CHUNK);
    const draws = new Float64Array(CHUNK);

    /** Everyone of the rows [from, to) whose turn it is; who is born this month has a first turn next year. */
    const liveOnAll = (month: number, from: number, to: number): void => {
      let n = 0;
      for (let i = from + (month % 12); i < to; i += 12) {
        if (p.flags[i] === 0 || p.born[i] === month) continue;
        keys[n] = p.key[i];
        alive[n++] = i;
      }
      uniforms(deathKey.key0, deathKey.key1, keys, drawCounter(month, 0), draws, n);
      for (let k = 0; k < n; k++) liveOn(alive[k], month, draws[k]);
    };

    return (month) => {
      // Everyone's year is looked at once, in the month of the year that the row gives: a twelfth each month.
      schools.refresh(month);
      const rows = clock.personRows[0];
      for (let from = 0; from < rows; from += SPAN) liveOnAll(month, from, Math.min(rows, from + SPAN));
      if (month % 12 === 11) countAtHome(world, month);
    };
  },
};
