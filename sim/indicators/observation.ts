/**
 * What the indicators of one year look at: the world, and the same sums of the year before. Taking an observation
 * reads the world and changes nothing in it.
 */
import type { Assumptions } from "../policy/parameters.ts";
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
import { OUTSIDE, SEAT, TIER_NAMES, TOWN, VILLAGE } from "../world/tiers.ts";
import type { World } from "../world/world.ts";

const TIERS = TIER_NAMES.length;
const OLD_MONTHS = 65 * 12;
const CHILD_MONTHS = 16 * 12;

export interface Observation {
  readonly world: World;
  readonly assumptions: Assumptions;
  /** Months done. */
  readonly month: number;
  /** Persons by tier of residence. */
  readonly residents: Float64Array;
  readonly registered: Float64Array;
  /** Persons of 65 and more by tier. */
  readonly old: Float64Array;
  /** Income a year per person by tier, and its parts over all persons of the region. */
  readonly income: Float64Array;
  readonly incomes: { readonly value: Float64Array; readonly tier: Uint8Array; readonly count: number };
  /** People living at home and working in another settlement, persons; and all in work. */
  readonly commuters: number;
  readonly workers: number;
  readonly leftBehindChildren: number;
  readonly leftBehindElders: number;
  /** Flat by pair of zones: people living in the first who work in the second, persons. */
  readonly commuting: Float64Array;
  /** Copies of sums since the start, to tell a year's flow from the next observation's. */
  readonly sums: {
    readonly people: Float64Array;
    readonly capital: Float64Array;
    readonly remittances: Float64Array;
    readonly landValue: Float64Array;
    readonly motives: Float64Array;
    readonly changes: Float64Array;
    /** Agents. */
    readonly births: number;
    readonly deaths: number;
    readonly policyCost: number;
    readonly revenue: number;
    readonly spent: number;
    readonly transfers: number;
    readonly landRevenue: number;
    readonly leaseRent: number;
    readonly quotaUsed: number;
    readonly planned: Float64Array;
    readonly paidBy: Float64Array;
    /** Enterprises open now, founded and closed since the start, and moved since, by pair of tiers. */
    readonly enterprises: {
      readonly open: number;
      readonly founded: number;
      readonly closed: number;
      readonly moves: Float64Array;
    };
  };
}

/** Sum of a column; whole numbers, so the order doesn't matter. */
const total = (column: Float64Array): number => column.reduce((sum, value) => sum + value, 0);

export interface Levels {
  /** Outside wage and productivity over their start values. */
  readonly outsideWage: number;
  readonly productivity: number;
}

export function observe(world: World, assumptions: Assumptions, month: number, levels: Levels): Observation {
  const { zonePairs, motives, jurisdictions: g, clock, relocations } = world;
  return {
    world,
    assumptions,
    month,
    ...takeCensus(world, month, incomesOf(world, assumptions, levels)),
    sums: {
      people: zonePairs.people.slice(),
      capital: zonePairs.capital.slice(),
      remittances: zonePairs.remittances.slice(),
      landValue: zonePairs.landValue.slice(),
      motives: motives.sum.slice(),
      changes: motives.changes.slice(),
      births: clock.births[0],
      deaths: clock.deaths[0],
      policyCost: total(g.policyCost),
      revenue: total(g.revenue),
      spent: total(g.spent),
      transfers: total(g.transfers),
      landRevenue: total(g.landRevenue),
      leaseRent: total(g.leaseRent),
      quotaUsed: total(g.quotaUsed),
      planned: g.planned.slice(),
      paidBy: g.paid.slice(),
      enterprises: {
        open: clock.enterprises[0],
        founded: clock.enterprisesFounded[0],
        closed: clock.enterprisesClosed[0],
        moves: relocations.count.slice(),
      },
    },
  };
}

/** Income a year of every row of persons at this month's pay, yuan; 0 for pupils, those who look for work, the dead. */
function incomesOf(world: World, a: Assumptions, levels: Levels): Float64Array {
  const { persons: p, settlements: s, clock } = world;
  const { settlements: count } = world.sizes;
  const pay = new Float64Array(count * ACTIVITIES);
  for (let j = 0; j < count; j++) {
    const row = j * ACTIVITIES;
    pay[row + Activity.farming] = 12 * s.farmIncome[j];
    for (let doing = Activity.processing; doing <= Activity.public; doing++)
      pay[row + doing] = 12 * s.wage[j];
    pay[row + Activity.outside] = 12 * s.startWage[j] * levels.outsideWage * (1 - a.naturalUnemployment);
    pay[row + Activity.retired] =
      12 * (s.tier[j] <= TOWN ? a.pensionRural : a.pensionUrban) * levels.productivity;
  }
  const premium = Float64Array.from({ length: 32 }, (_, years) => schoolingPremium(years, a.schoolingReturn));
  const incomes = new Float64Array(clock.personRows[0]);
  payEveryone(p, pay, premium, incomes);
  return incomes;
}

function payEveryone(
  { activity, workplace, registered, schooling }: World["persons"],
  pay: Float64Array,
  premium: Float64Array,
  incomes: Float64Array,
): void {
  for (let i = 0; i < incomes.length; i++) {
    const doing = activity[i];
    const at = doing === RETIRED ? registered[i] : workplace[i];
    const skill = doing >= Activity.processing && doing <= OUTSIDE_WORK ? premium[schooling[i]] : 1;
    incomes[i] = pay[at * ACTIVITIES + doing] * skill;
  }
}

type Census = Pick<
  Observation,
  | "residents"
  | "registered"
  | "old"
  | "income"
  | "incomes"
  | "commuters"
  | "workers"
  | "leftBehindChildren"
  | "leftBehindElders"
  | "commuting"
>;

/** Counts everyone once: in agents while counting, in persons at the end. */
function takeCensus(world: World, month: number, yearly: Float64Array): Census {
  const { zones, scale } = world.sizes;
  const rows = world.clock.personRows[0];
  const census = {
    residents: new Float64Array(TIERS),
    registered: new Float64Array(TIERS),
    old: new Float64Array(TIERS),
    income: new Float64Array(TIERS),
    commuting: new Float64Array(zones * zones),
    value: new Float64Array(rows),
    tier: new Uint8Array(rows),
    counts: new Int32Array(COUNTS),
  };
  countEveryone(world, month, yearly, awayFamilies(world), census);
  const { residents, registered, old, income, commuting, value, tier: tiers, counts } = census;
  for (let tier = 0; tier < TIERS; tier++) {
    income[tier] = residents[tier] > 0 ? income[tier] / residents[tier] : 0;
    residents[tier] *= scale;
    registered[tier] *= scale;
    old[tier] *= scale;
  }
  return {
    residents,
    registered,
    old,
    income,
    incomes: { value, tier: tiers, count: counts[LISTED] },
    commuters: counts[COMMUTERS] * scale,
    workers: counts[WORKERS] * scale,
    leftBehindChildren: counts[CHILDREN] * scale,
    leftBehindElders: counts[ELDERS] * scale,
    commuting,
  };
}

/** Counts kept while going over everyone, by place in `counts`. */
const LISTED = 0;
const COMMUTERS = 1;
const WORKERS = 2;
const CHILDREN = 3;
const ELDERS = 4;
const COUNTS = 5;

interface Tally {
  readonly residents: Float64Array;
  readonly registered: Float64Array;
  readonly old: Float64Array;
  readonly income: Float64Array;
  readonly commuting: Float64Array;
  readonly value: Float64Array;
  readonly tier: Uint8Array;
  readonly counts: Int32Array;
}

/** The loop stands alone: what follows a long loop in the same function is thrown back to slow code each time. */
function countEveryone(
  { persons, households, settlements, clock, sizes }: World,
  month: number,
  yearly: Float64Array,
  away: Uint8Array,
  into: Tally,
): void {
  const { residents, registered, old, income, commuting, value, tier: tiers, counts } = into;
  const { flags, residence, workplace, activity, born, household } = persons;
  const registeredAt = persons.registered;
  const { tier: tierOf, zone } = settlements;
  const { home } = households;
  const { zones, scale } = sizes;
  const rows = clock.personRows[0];
  for (let i = 0; i < rows; i++) {
    if (flags[i] === 0) continue;
    const place = residence[i];
    const tier = tierOf[place];
    const months = month - born[i];
    residents[tier]++;
    registered[tierOf[registeredAt[i]]]++;
    if (months >= OLD_MONTHS) old[tier]++;
    income[tier] += yearly[i];
    if (tier === OUTSIDE) continue;
    const at = counts[LISTED]++;
    value[at] = yearly[i];
    tiers[at] = tier;
    const doing = activity[i];
    if (doing === FARMING || (doing > SEARCHING && doing < OUTSIDE_WORK)) {
      counts[WORKERS]++;
      const work = workplace[i];
      if (work !== place) {
        counts[COMMUTERS]++;
        commuting[zone[place] * zones + zone[work]] += scale;
      }
    }
    if (away[household[i]] === 1 && place === home[household[i]]) {
      if (months < CHILD_MONTHS) counts[CHILDREN]++;
      else if (months >= OLD_MONTHS) counts[ELDERS]++;
    }
  }
}

/** 1 for every household of which someone circulates. */
function awayFamilies({ persons: p, sizes, clock }: World): Uint8Array {
  const away = new Uint8Array(sizes.households);
  const { flags, mode, household } = p;
  const rows = clock.personRows[0];
  for (let i = 0; i < rows; i++) if (flags[i] !== 0 && mode[i] === CIRCULATING) away[household[i]] = 1;
  return away;
}

/** Rural tiers against urban ones: villages, and towns up to the core. */
export const isRural = (tier: number): boolean => tier === VILLAGE;
export const isUrban = (tier: number): boolean => tier >= TOWN && tier <= SEAT + 1;

/** Flow of a year between two groups of tiers, from sums since the start; both directions. */
export function flowBetween(
  world: World,
  now: Float64Array,
  before: Float64Array,
  from: (tier: number) => boolean,
  to: (tier: number) => boolean,
): number {
  const { zones: z } = world;
  const { zones } = world.sizes;
  let flow = 0;
  for (let o = 0; o < zones; o++) {
    if (!from(z.tier[o])) continue;
    for (let d = 0; d < zones; d++) {
      if (to(z.tier[d])) flow += now[o * zones + d] - before[o * zones + d];
    }
  }
  return flow;
}

/** Reciprocity of a pair of flows: 2 min / sum; 0 is one-way, 1 two-way, NaN where nothing flows. */
export const reciprocity = (there: number, back: number): number =>
  there + back > 0 ? (2 * Math.min(there, back)) / (there + back) : NaN;
