/**
 * Model step 8: people are born, learn, marry, grow old and die. Death by age after Gompertz, birth by age of the
 * mother; a newborn joins the mother's household and draws its own luck from hers.
 */
import { Purpose, purposeKey } from "../../numerics/keyed.ts";
import { uniform } from "../../numerics/threefry.ts";
import { BOOK_COLUMNS, openBook } from "../../world/book.ts";
import { Activity, COMMUTING, FEMALE, MARRIED, Mode } from "../../world/persons.ts";
import { NEW_ROW_COLUMNS } from "../../world/rows.ts";
import { OUTSIDE } from "../../world/tiers.ts";
import type { Process } from "../process.ts";
import { countAtHome } from "./atHome.ts";
import { openBirths } from "./births.ts";
import { openDeaths } from "./deaths.ts";
import { openWeddings } from "./marriage.ts";
import { BRIDE } from "./rates.ts";
import { COMPULSORY, openSchools, reached, SCHOOL_START, UPPER, workAge } from "./schooling.ts";
import { openTurns } from "./turns.ts";
import { openYear } from "./year.ts";

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
    const { world, assumptions: a, root } = setting;
    const { persons: p, settlements: s, jurisdictions } = world;
    const book = openBook(world);
    const schoolKey = purposeKey(root, Purpose.schooling);
    const retires = a.retirementAge * 12;
    const farmersRetire = a.farmRetirementAge * 12;
    const schools = openSchools(setting);
    const couples = openWeddings(setting);
    const bear = openBirths(setting);
    const die = openDeaths(world);
    const year = openYear(setting);
    const takeTurns = openTurns(setting, year);

    /** The year of one person: perhaps a death, else perhaps a birth, and a new age of life. */
    const liveOn = (i: number, month: number, draw: number): void => {
      const age = year.ageOf(i, month);
      if (draw < year.deathChance(i, age, month)) {
        die(i, month);
        return;
      }
      const months = month - p.born[i];
      const activity = p.activity[i];
      if (activity === Activity.none) learn(i, months, month);
      else if (months >= retires && activity !== Activity.retired) retire(i, months);
      if ((p.flags[i] & FEMALE) === 0) return;
      const expects = year.expects(i, age, month, jurisdictions.fertility[s.jurisdiction[p.residence[i]]]);
      const isBride =
        (p.flags[i] & MARRIED) === 0 && age >= BRIDE && (expects || year.isWooed(i, age, month));
      if (isBride) couples.marry(i, month);
      if (expects) bear(i, month);
    };

    /** What a year means to someone without work. Whoever was through with a stage before has decided already. */
    const learn = (i: number, months: number, month: number): void => {
      const reaches = (age: number): boolean => reached(age, months, month);
      if (reaches(SCHOOL_START + COMPULSORY)) p.schooling[i] = schools.aimAt15(i);
      if (reaches(SCHOOL_START + UPPER) && p.schooling[i] === UPPER) p.schooling[i] = schools.aimAt18(i);
      if (months >= retires) rest(i);
      else if (reaches(workAge(p.schooling[i]))) start(i);
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

    return (month) => {
      schools.refresh(month);
      takeTurns(month, (i, draw) => liveOn(i, month, draw));
      if (month % 12 === 11) countAtHome(world, month);
    };
  },
};
