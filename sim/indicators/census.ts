/**
 * A census: everyone is counted once, by tier of residence, and asked for their income. Heads are whole numbers; sums
 * of incomes are added up by chunk, and the chunks in their order, so that they don't depend on who counted.
 */
import { ALONE, type Crew, openTotals } from "../numerics/crew.ts";
import { fastLn } from "../numerics/fast.ts";
import { chunksOf } from "../numerics/visits.ts";
import type { Assumptions } from "../policy/parameters.ts";
import { openPensions } from "../policy/pensions.ts";
import { schoolingPremium } from "../processes/households/households.ts";
import {
  ACTIVITIES,
  Activity,
  CIRCULATING,
  FARMING,
  OUTSIDE_WORK,
  RETIRED,
  SEARCHING,
} from "../world/persons.ts";
import { OUTSIDE, TIER_NAMES } from "../world/tiers.ts";
import type { World } from "../world/world.ts";

const TIERS = TIER_NAMES.length;
/** Lower bounds of the bands in which the ages of residents are counted, months; the last has no upper bound. */
const BAND_MONTHS = [0, 15 * 12, 60 * 12, 65 * 12] as const;
const [, GROWING_MONTHS, LATE_MONTHS, OLD_MONTHS] = BAND_MONTHS;
const CHILD_MONTHS = 16 * 12;
const GROWN_MONTHS = 25 * 12;
const SCHOOLINGS = 32;

/** Incomes are counted in classes of equal width in logarithms: so many to a factor e, from e^4 yuan a year on. */
const CLASSES_TO_E = 256;
const FIRST_LN = 4;
export const CLASSES = 4096;

/** Logarithm of the middle of a class of incomes, yuan a year. */
export const middleOfClass = (k: number): number => FIRST_LN + (k + 0.5) / CLASSES_TO_E;

/** The class of an income by its logarithm; what is beyond the last stands in it. */
const classOf = (lnIncome: number): number =>
  Math.max(0, Math.min(CLASSES - 1, Math.floor((lnIncome - FIRST_LN) * CLASSES_TO_E)));

export interface Levels {
  /** Outside wage and productivity over their start values. */
  readonly outsideWage: number;
  readonly productivity: number;
}

export interface Census {
  /** Persons by tier of residence, of registration, and of 65 and more by residence. */
  readonly residents: Float64Array;
  readonly registered: Float64Array;
  readonly old: Float64Array;
  /** Income a year per person by tier, yuan. */
  readonly income: Float64Array;
  /** Those who have an income, by tier, in agents; the sum of their incomes y, and of y ln y. */
  readonly earners: {
    readonly count: Float64Array;
    readonly sum: Float64Array;
    readonly sumLn: Float64Array;
    /** In each zone of residence, in agents; the sum of their incomes y, and of ln y. */
    readonly byZone: {
      readonly count: Float64Array;
      readonly sum: Float64Array;
      readonly ln: Float64Array;
    };
    /** In the region by class of income, in agents. */
    readonly classes: Float64Array;
    /** Sums of incomes in the region by group: see `GROUPS`. */
    readonly groups: Float64Array;
  };
  /** Who lives in a county of the region without being registered in it, in agents. */
  readonly newcomers: number;
  /** Who lives in the region, in agents: under 15, of 15 to 59, 60 to 64, 65 and more. */
  readonly ages: Float64Array;
  /** Of 25 and more among them, and the sum of their years of schooling. */
  readonly grown: { readonly count: number; readonly schooling: number };
  /** Of 65 and more by zone of residence, in agents. */
  readonly oldByZone: Float64Array;
  /** People living at home and working in another settlement, persons; and all in work. */
  readonly commuters: number;
  readonly workers: number;
  readonly leftBehindChildren: number;
  readonly leftBehindElders: number;
  /** Flat by pair of zones: people living in the first who work in the second, persons. */
  readonly commuting: Float64Array;
}

/** Groups of residents of the region whose incomes are added up, in this order. */
export const GROUPS = ["registered", "newcomers", "working", "late"] as const;

/** Takes a census of a world after `month` months. */
export type TakeCensus = (month: number, levels: Levels) => Census;

/**
 * Heads by tier, in this order, then those counted over the region, those with an income by class and by zone, the old
 * by zone, and commuting by pair of zones.
 */
const RESIDENTS = 0;
const REGISTERED = TIERS;
const OLD = 2 * TIERS;
const EARNERS = 3 * TIERS;
const COMMUTERS = 4 * TIERS;
const WORKERS = COMMUTERS + 1;
const CHILDREN = COMMUTERS + 2;
const ELDERS = COMMUTERS + 3;
const GROWN = COMMUTERS + 4;
const SCHOOLING = COMMUTERS + 5;
const NEWCOMERS = COMMUTERS + 6;
const AGES = COMMUTERS + 7;
const CLASS = AGES + BAND_MONTHS.length;
const ZONES = CLASS + CLASSES;

export function openCensus(world: World, assumptions: Assumptions, crew: Crew = ALONE): TakeCensus {
  const { persons, households, settlements, clock } = world;
  const { zones, scale, settlements: count } = world.sizes;
  const olds = ZONES + zones;
  const pairs = olds + zones;
  const heads = openTotals(crew, pairs + zones * zones);
  const chunks = chunksOf(world.sizes.persons);
  /** Of each chunk the sums of income y and of y ln y, by tier, of y and ln y, by zone, and of y by group. */
  const ofGroups = 2 * TIERS + 2 * zones;
  const width = ofGroups + GROUPS.length;
  const sums = new Float64Array(crew.memory(chunks * width * 8));
  /** 1 for every household of which someone circulates. Whoever finds one writes the same. */
  const away = new Uint8Array(crew.memory(world.sizes.households));
  const told = new Float64Array(crew.memory(16));
  const pay = new Float64Array(count * ACTIVITIES);
  const pensions = openPensions(world, assumptions);
  const premium = Float64Array.from({ length: SCHOOLINGS }, (_, years) =>
    schoolingPremium(years, assumptions.schoolingReturn),
  );

  const markAway = crew.loop({
    work(_month, _chunk, from, to) {
      const { flags, mode, household } = persons;
      for (let i = from; i < to; i++) {
        if (flags[i] !== 0 && mode[i] === CIRCULATING) away[household[i]] = 1;
      }
    },
  });

  const setPay = (): void => {
    const [outsideWage, productivity] = told;
    const { naturalUnemployment } = assumptions;
    for (let j = 0; j < count; j++) {
      const row = j * ACTIVITIES;
      pay[row + Activity.farming] = 12 * settlements.farmIncome[j];
      for (let doing = Activity.processing; doing <= Activity.public; doing++)
        pay[row + doing] = 12 * settlements.wage[j];
      pay[row + Activity.outside] = 12 * settlements.startWage[j] * outsideWage * (1 - naturalUnemployment);
      pay[row + Activity.retired] = 12 * pensions.ordinary(j, 1) * productivity + 12 * pensions.topUp(j);
    }
  };

  const countEveryone = crew.loop({
    open: setPay,
    work(month, chunk, from, to) {
      const { flags, residence, workplace, activity, born, household, schooling } = persons;
      const registeredAt = persons.registered;
      const { tier: tierOf, zone, jurisdiction } = settlements;
      const { home } = households;
      const { own } = heads;
      const at = chunk * width;
      const atZones = at + 2 * TIERS;
      const atGroups = at + ofGroups;
      sums.fill(0, at, at + width);
      for (let i = from; i < to; i++) {
        if (flags[i] === 0) continue;
        const place = residence[i];
        const tier = tierOf[place];
        const doing = activity[i];
        const months = month - born[i];
        own[RESIDENTS + tier]++;
        own[REGISTERED + tierOf[registeredAt[i]]]++;
        if (months >= OLD_MONTHS) {
          own[OLD + tier]++;
          own[olds + zone[place]]++;
        }
        const paidAt = doing === RETIRED ? registeredAt[i] : workplace[i];
        const skill = doing >= Activity.processing && doing <= OUTSIDE_WORK ? premium[schooling[i]] : 1;
        const income = pay[paidAt * ACTIVITIES + doing] * skill;
        if (income > 0) {
          const lnIncome = fastLn(income);
          own[EARNERS + tier]++;
          sums[at + tier] += income;
          sums[at + TIERS + tier] += income * lnIncome;
          own[ZONES + zone[place]]++;
          sums[atZones + zone[place]] += income;
          sums[atZones + zones + zone[place]] += lnIncome;
          if (tier !== OUTSIDE) own[CLASS + classOf(lnIncome)]++;
        }
        if (tier === OUTSIDE) continue;
        own[AGES + (months < GROWING_MONTHS ? 0 : months < LATE_MONTHS ? 1 : months < OLD_MONTHS ? 2 : 3)]++;
        const isNew = jurisdiction[registeredAt[i]] !== jurisdiction[place] ? 1 : 0;
        own[NEWCOMERS] += isNew;
        sums[atGroups + isNew] += income;
        if (months >= LATE_MONTHS) sums[atGroups + 3] += income;
        else if (months >= GROWING_MONTHS) sums[atGroups + 2] += income;
        if (months >= GROWN_MONTHS) {
          own[GROWN]++;
          own[SCHOOLING] += schooling[i];
        }
        if (doing === FARMING || (doing > SEARCHING && doing < OUTSIDE_WORK)) {
          own[WORKERS]++;
          const work = workplace[i];
          if (work !== place) {
            own[COMMUTERS]++;
            own[pairs + zone[place] * zones + zone[work]]++;
          }
        }
        if (away[household[i]] === 1 && place === home[household[i]]) {
          if (months < CHILD_MONTHS) own[CHILDREN]++;
          else if (months >= OLD_MONTHS) own[ELDERS]++;
        }
      }
    },
  });

  return (month, { outsideWage, productivity }) => {
    const rows = clock.personRows[0];
    told[0] = outsideWage;
    told[1] = productivity;
    away.fill(0);
    heads.clear();
    markAway(month, rows);
    countEveryone(month, rows);
    heads.gather();
    const { own } = heads;
    const byTier = (from: number, times: number): Float64Array =>
      own.slice(from, from + TIERS).map((agents) => agents * times);
    const all = new Float64Array(width);
    for (let at = 0; at < chunksOf(rows) * width; at += width) {
      for (let k = 0; k < width; k++) all[k] += sums[at + k];
    }
    const sum = all.subarray(0, TIERS);
    return {
      residents: byTier(RESIDENTS, scale),
      registered: byTier(REGISTERED, scale),
      old: byTier(OLD, scale),
      income: sum.map((amount, tier) => (own[RESIDENTS + tier] > 0 ? amount / own[RESIDENTS + tier] : 0)),
      earners: {
        count: byTier(EARNERS, 1),
        sum,
        sumLn: all.subarray(TIERS, 2 * TIERS),
        byZone: {
          count: own.slice(ZONES, olds),
          sum: all.subarray(2 * TIERS, 2 * TIERS + zones),
          ln: all.subarray(2 * TIERS + zones, ofGroups),
        },
        classes: own.slice(CLASS, ZONES),
        groups: all.subarray(ofGroups),
      },
      newcomers: own[NEWCOMERS],
      ages: own.slice(AGES, CLASS),
      grown: { count: own[GROWN], schooling: own[SCHOOLING] },
      oldByZone: own.slice(olds, pairs),
      commuters: own[COMMUTERS] * scale,
      workers: own[WORKERS] * scale,
      leftBehindChildren: own[CHILDREN] * scale,
      leftBehindElders: own[ELDERS] * scale,
      commuting: own.slice(pairs).map((agents) => agents * scale),
    };
  };
}
