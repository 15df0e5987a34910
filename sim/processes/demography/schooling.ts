/**
 * Schooling as a decision: after nine years that all complete, at 15 on upper secondary school and at 18 on college. The
 * chance is higher where people are schooled and where the family has more, and is capped by the services in reach.
 */
import { exp, ln } from "../../numerics/elementary.ts";
import { Purpose, purposeKey } from "../../numerics/keyed.ts";
import { uniform } from "../../numerics/threefry.ts";
import { Activity, NOBODY } from "../../world/persons.ts";
import { OUTSIDE } from "../../world/tiers.ts";
import type { Setting } from "../process.ts";

/** Years of schooling after each stage: compulsory school, upper secondary school, college. */
export const COMPULSORY = 9;
export const UPPER = 12;
export const COLLEGE = 16;

/** Age at which pupils start, so that s years of schooling end at 6 + s. */
export const SCHOOL_START = 6;
export const FIRST_WORK = 16;

/** Whether someone has reached an age, in years, since the last turn a year ago; in the first year, since the start. */
export const reached = (age: number, months: number, month: number): boolean =>
  months >= age * 12 && months - Math.min(12, month) < age * 12;

/** The age at which someone who learns so many years could begin to work. */
export const workAge = (schooling: number): number => Math.max(FIRST_WORK, SCHOOL_START + schooling);

/** Whether the year means something to someone without work: school, its end, old age. */
export const comesOfAge = (schooling: number, months: number, month: number, retires: number): boolean =>
  months >= retires ||
  reached(SCHOOL_START + COMPULSORY, months, month) ||
  reached(SCHOOL_START + UPPER, months, month) ||
  reached(workAge(schooling), months, month);

const logit = (share: number): number => ln(share / (1 - share));
const chanceOf = (odds: number): number => 1 / (1 + exp(-odds));

/**
 * Upper secondary schools enrolled 91.2 % of their age in China in 2020, colleges 54.4 % (gross rates; Ministry of
 * Education, statistical bulletin 2020): so many go on, and so many of those go on once more.
 */
const NATIONAL_UPPER = logit(0.912);
const NATIONAL_COLLEGE = logit(0.544 / 0.912);
const WIDEST = 20;

/** Logits of going on at 15 and at 18. */
export interface Stages {
  readonly upper: number;
  readonly college: number;
}

/** The national stages, both moved by as much as makes the mean of years `target`; from 9 to 16 at most. */
export function stagesFor(target: number): Stages {
  let low = -WIDEST;
  let high = WIDEST;
  for (let k = 0; k < 60; k++) {
    const shift = (low + high) / 2;
    const upper = chanceOf(NATIONAL_UPPER + shift);
    const mean =
      COMPULSORY + upper * (UPPER - COMPULSORY + (COLLEGE - UPPER) * chanceOf(NATIONAL_COLLEGE + shift));
    if (mean > target) high = shift;
    else low = shift;
  }
  return { upper: NATIONAL_UPPER + low, college: NATIONAL_COLLEGE + low };
}

/** Chance to go on at a stage, of someone about whom nothing else is known. */
export const plainChance = (stage: number): number => chanceOf(stage);

/** Logarithm of income over the region's mean counts within these bounds; assumed. */
const MOST_INCOME = 1;
/** Draws of a pupil, by stage. */
const UPPER_DRAW = 10;
const COLLEGE_DRAW = 11;

export interface Schools {
  /** Takes in this month's incomes. */
  refresh(month: number): void;
  /** The years of schooling that a pupil who has come to the end of a stage aims at. */
  aimAt15(pupil: number): number;
  aimAt18(pupil: number): number;
}

export function openSchools({ world, assumptions: a, drivers, root }: Setting): Schools {
  const { persons: p, households: h, settlements: s, jurisdictions: g } = world;
  const { settlements: count, jurisdictions } = world.sizes;
  const { key0, key1 } = purposeKey(root, Purpose.schooling);
  const { upper, college } = stagesFor(a.schoolingTarget);
  const regionSchooling = g.startSchooling[jurisdictions - 1];
  let outsideLevel = 1;
  let pensions = 1;
  /** Income of a month per resident of the region. */
  let regionIncome = 1;

  const refresh = (month: number): void => {
    outsideLevel = drivers.outsideWage[month];
    pensions = drivers.productivity[month];
    let income = 0;
    let residents = 0;
    for (let j = 0; j < count; j++) {
      if (s.tier[j] === OUTSIDE) continue;
      const workers = s.processing[j] + s.manufacturing[j] + s.services[j] + s.public[j];
      income += s.farmers[j] * s.farmIncome[j] + workers * s.wage[j];
      residents += s.residents[j];
    }
    regionIncome = residents > 0 ? income / residents : 0;
  };

  const payOf = (i: number): number => {
    const at = p.workplace[i];
    switch (p.activity[i]) {
      case Activity.none:
      case Activity.searching:
        return 0;
      case Activity.farming:
        return s.farmIncome[at];
      case Activity.outside:
        return s.startWage[at] * outsideLevel;
      case Activity.retired:
        return a.pensionRural * pensions;
      default:
        return s.wage[at];
    }
  };

  /** ln of the family's income per head over the region's. */
  const means = (household: number): number => {
    let income = 0;
    let members = 0;
    for (let i = h.first[household]; i !== NOBODY; i = p.next[i]) {
      income += payOf(i);
      members++;
    }
    if (income === 0 || regionIncome === 0) return -MOST_INCOME;
    return Math.max(-MOST_INCOME, Math.min(MOST_INCOME, ln(income / members / regionIncome)));
  };

  /** Services for a pupil who boards at the county seat and comes home at the end of the week. */
  const schoolsFor = (place: number): number => (s.access[place] + s.access[s.seat[place]]) / 2;

  const goesOn = (i: number, stage: number, draw: number): boolean => {
    const household = p.household[i];
    const county = g.startSchooling[s.jurisdiction[h.home[household]]] - regionSchooling;
    const odds = stage + a.schoolingCountyWeight * county + a.schoolingIncomeWeight * means(household);
    const chance = Math.min(chanceOf(odds), schoolsFor(p.residence[i]));
    return uniform(key0, key1, p.key[i], draw) < chance;
  };

  return {
    refresh,
    aimAt15: (i) => (goesOn(i, upper, UPPER_DRAW) ? UPPER : COMPULSORY),
    aimAt18: (i) => (goesOn(i, college, COLLEGE_DRAW) ? COLLEGE : UPPER),
  };
}
