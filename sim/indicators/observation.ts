/**
 * What the indicators of one year look at: the world, and the same sums of the year before. Taking an observation
 * reads the world and changes nothing in it.
 */
import type { Assumptions } from "../policy/parameters.ts";
import { LAND_USES } from "../world/settlements.ts";
import { SEAT, TOWN, VILLAGE } from "../world/tiers.ts";
import type { World } from "../world/world.ts";
import { openCensus } from "./census.ts";
import type { Census, TakeCensus } from "./counted.ts";
import type { Levels } from "./pay.ts";

export type { Levels } from "./pay.ts";

export interface Observation extends Census {
  readonly world: World;
  readonly assumptions: Assumptions;
  /** Months done. */
  readonly month: number;
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
    /** All money, yuan; area of each settlement, m2; and agents who live in it. */
    readonly money: number;
    readonly areas: Float64Array;
    readonly inhabitants: Int32Array;
  };
}

/** Sum of a column; whole numbers, so the order doesn't matter. */
const total = (column: Float64Array): number => column.reduce((sum, value) => sum + value, 0);

/** What treasuries, banks, firms and places hold: nothing makes money or destroys it. */
const allMoney = ({ jurisdictions: g, firms, settlements: s }: World): number =>
  total(g.cash) + total(g.vault) + total(firms.cash) + total(s.pool) + total(s.profitPool);

/** All uses of land in each settlement, m2. */
function areasOf({ settlements: s, sizes }: World): Float64Array {
  const areas = new Float64Array(sizes.settlements);
  for (const use of LAND_USES) {
    const column = s[use];
    for (let j = 0; j < areas.length; j++) areas[j] += column[j];
  }
  return areas;
}

/** @param take how the census is taken; by one thread without it */
export function observe(
  world: World,
  assumptions: Assumptions,
  month: number,
  levels: Levels,
  take: TakeCensus = openCensus(world, assumptions),
): Observation {
  const { zonePairs, motives, jurisdictions: g, clock, relocations } = world;
  return {
    world,
    assumptions,
    month,
    ...take(month, levels),
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
      money: allMoney(world),
      areas: areasOf(world),
      inhabitants: world.settlements.residents.slice(),
    },
  };
}

/** Work that several indicators of one observation share: done when the first asks, and kept for the others. */
export function oncePerObservation<T>(work: (now: Observation) => T): (now: Observation) => T {
  const done = new WeakMap<Observation, { readonly of: T }>();
  return (now) => {
    const kept = done.get(now) ?? { of: work(now) };
    done.set(now, kept);
    return kept.of;
  };
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

export const isElsewhere = (tier: number): boolean => !isRural(tier);

/** Reciprocity of a year's flows of a kind between villages and other tiers. */
export const twoWay =
  (kind: "people" | "capital" | "landValue", others: (tier: number) => boolean) =>
  ({ world, sums }: Observation, before: Observation | undefined): number =>
    before === undefined
      ? NaN
      : reciprocity(
          flowBetween(world, sums[kind], before.sums[kind], isRural, others),
          flowBetween(world, sums[kind], before.sums[kind], others, isRural),
        );

/** Persons who moved in the year into places of a tier from all others, and out of it. */
export function comingAndGoing(
  { world, sums }: Observation,
  before: Observation,
  tier: number,
): { readonly into: number; readonly out: number } {
  const isThis = (other: number): boolean => other === tier;
  const others = (other: number): boolean => other !== tier;
  return {
    into: flowBetween(world, sums.people, before.sums.people, others, isThis),
    out: flowBetween(world, sums.people, before.sums.people, isThis, others),
  };
}
