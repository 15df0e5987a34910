/**
 * What the indicators of one year look at: the world, and the same sums of the year before. Taking an observation
 * reads the world and changes nothing in it.
 */
import type { Assumptions } from "../policy/parameters.ts";
import { schoolingPremium } from "../processes/households.ts";
import { Activity, ALIVE, Mode } from "../world/persons.ts";
import { OUTSIDE, SEAT, TIER_NAMES, TOWN, VILLAGE } from "../world/tiers.ts";
import type { World } from "../world/world.ts";

const TIERS = TIER_NAMES.length;

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
    readonly policyCost: number;
    readonly revenue: number;
    readonly spent: number;
    readonly planned: Float64Array;
    readonly paidBy: Float64Array;
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
  const { persons: p, households: h, settlements: s, zonePairs, jurisdictions: g, clock } = world;
  const { zones, scale } = world.sizes;
  const residents = new Float64Array(TIERS);
  const registered = new Float64Array(TIERS);
  const old = new Float64Array(TIERS);
  const income = new Float64Array(TIERS);
  const commuting = new Float64Array(zones * zones);
  const rows = clock.personRows[0];
  const value = new Float64Array(rows);
  const tiers = new Uint8Array(rows);
  const premium = Float64Array.from({ length: 32 }, (_, years) =>
    schoolingPremium(years, assumptions.schoolingReturn),
  );
  let count = 0;
  let commuters = 0;
  let workers = 0;
  let leftBehindChildren = 0;
  let leftBehindElders = 0;
  const away = new Uint8Array(world.sizes.households);
  for (let i = 0; i < rows; i++) {
    if ((p.flags[i] & ALIVE) !== 0 && p.mode[i] === Mode.circulating) away[p.household[i]] = 1;
  }
  for (let i = 0; i < rows; i++) {
    if ((p.flags[i] & ALIVE) === 0) continue;
    const place = p.residence[i];
    const tier = s.tier[place];
    const age = (month - p.born[i]) / 12;
    residents[tier] += scale;
    registered[s.tier[p.registered[i]]] += scale;
    if (age >= 65) old[tier] += scale;
    const monthly = incomeOf(world, i, assumptions, levels, premium);
    income[tier] += monthly * 12 * scale;
    if (tier === OUTSIDE) continue;
    value[count] = monthly * 12;
    tiers[count++] = tier;
    const work = p.activity[i];
    if (work === Activity.farming || (work >= Activity.processing && work <= Activity.public)) {
      workers += scale;
      if (p.workplace[i] !== place) {
        commuters += scale;
        commuting[s.zone[place] * zones + s.zone[p.workplace[i]]] += scale;
      }
    }
    if (away[p.household[i]] === 1 && place === h.home[p.household[i]]) {
      if (age < 16) leftBehindChildren += scale;
      else if (age >= 65) leftBehindElders += scale;
    }
  }
  for (let tier = 0; tier < TIERS; tier++)
    income[tier] = residents[tier] > 0 ? income[tier] / residents[tier] : 0;
  return {
    world,
    assumptions,
    month,
    residents,
    registered,
    old,
    income,
    incomes: { value, tier: tiers, count },
    commuters,
    workers,
    leftBehindChildren,
    leftBehindElders,
    commuting,
    sums: {
      people: zonePairs.people.slice(),
      capital: zonePairs.capital.slice(),
      remittances: zonePairs.remittances.slice(),
      landValue: zonePairs.landValue.slice(),
      policyCost: total(g.policyCost),
      revenue: total(g.revenue),
      spent: total(g.spent),
      planned: g.planned.slice(),
      paidBy: g.paid.slice(),
    },
  };
}

function incomeOf(world: World, i: number, a: Assumptions, levels: Levels, premium: Float64Array): number {
  const { persons: p, settlements: s } = world;
  const place = p.workplace[i];
  switch (p.activity[i]) {
    case Activity.none:
    case Activity.searching:
      return 0;
    case Activity.farming:
      return s.farmIncome[place];
    case Activity.retired:
      return (s.tier[p.registered[i]] <= TOWN ? a.pensionRural : a.pensionUrban) * levels.productivity;
    case Activity.outside:
      return s.startWage[place] * levels.outsideWage * (1 - a.naturalUnemployment) * premium[p.schooling[i]];
    default:
      return s.wage[place] * premium[p.schooling[i]];
  }
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
