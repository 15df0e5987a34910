/** Indicators of enterprises and of the capital that stays in place. */
import { SECTORS } from "../world/jurisdictions.ts";
import { OUTSIDE, TIER_NAMES, VILLAGE } from "../world/tiers.ts";
import type { Measure } from "./measure.ts";
import { isRural, type Observation } from "./observation.ts";

const TIERS = TIER_NAMES.length;

/** Moves of enterprises in the year between two groups of tiers. */
function moves(
  now: Observation,
  before: Observation,
  from: (tier: number) => boolean,
  to: (tier: number) => boolean,
): number {
  let count = 0;
  for (let o = 0; o < TIERS; o++) {
    for (let d = 0; d < TIERS; d++) {
      const pair = o * TIERS + d;
      if (from(o) && to(d)) count += now.sums.enterprises.moves[pair] - before.sums.enterprises.moves[pair];
    }
  }
  return count;
}

const anywhere = (): boolean => true;
const isElsewhere = (tier: number): boolean => !isRural(tier);

/** Those that began or ended in the year, over those there were when it began, per thousand. */
const perThousand = (
  now: Observation,
  before: Observation | undefined,
  what: "founded" | "closed",
): number => {
  if (before === undefined || before.sums.enterprises.open === 0) return NaN;
  const count = now.sums.enterprises[what] - before.sums.enterprises[what];
  return (1000 * count) / before.sums.enterprises.open;
};

/** Coefficient of variation of the marginal return of capital over enterprises, each weighted by its capital. */
function returnDispersion({ world, assumptions }: Observation): number {
  const { enterprises: e, firms, clock } = world;
  let capital = 0;
  let sum = 0;
  let squares = 0;
  for (let i = 0; i < clock.enterpriseRows[0]; i++) {
    if (e.flags[i] === 0) continue;
    const row = e.settlement[i] * SECTORS + e.sector[i];
    const marginal =
      ((firms.returns[row] + assumptions.depreciation) * e.efficiency[i]) / firms.efficiency[row];
    capital += e.capital[i];
    sum += e.capital[i] * marginal;
    squares += e.capital[i] * marginal * marginal;
  }
  if (sum <= 0) return NaN;
  const mean = sum / capital;
  return Math.sqrt(Math.max(0, squares / capital - mean * mean)) / mean;
}

/** Part of loans and deposits: loans between zones that pass, over deposits of places that pass. */
function loanDepositRatio(
  { world }: Observation,
  countsPlace: (tier: number) => boolean,
  countsLoan: (from: number, to: number) => boolean,
): number {
  const { settlements: s, zonePairs, sizes } = world;
  let deposits = 0;
  let loans = 0;
  for (let j = 0; j < sizes.settlements; j++) if (countsPlace(s.tier[j])) deposits += s.deposits[j];
  for (let o = 0; o < sizes.zones; o++) {
    for (let d = 0; d < sizes.zones; d++) {
      if (countsLoan(o, d)) loans += zonePairs.loans[o * sizes.zones + d];
    }
  }
  return deposits > 0 ? loans / deposits : NaN;
}

/** Value added in villages that goes to people who live in villages, and to the capital there. */
export function retainedInVillages({ world, assumptions: a, commuting }: Observation): number {
  const { settlements: s, firms, zones: z, zonePairs, sizes } = world;
  let value = 0;
  let interest = 0;
  let hands = 0;
  for (let j = 0; j < sizes.settlements; j++) {
    if (s.tier[j] !== VILLAGE) continue;
    hands += (s.processing[j] + s.manufacturing[j] + s.services[j] + s.public[j]) * sizes.scale;
    for (let row = j * SECTORS; row < (j + 1) * SECTORS; row++) {
      value += firms.value[row];
      interest += firms.interest[row];
    }
  }
  let comers = 0;
  let loans = 0;
  let foreign = 0;
  for (let o = 0; o < sizes.zones; o++) {
    for (let d = 0; d < sizes.zones; d++) {
      if (z.tier[d] !== VILLAGE) continue;
      const pair = o * sizes.zones + d;
      loans += zonePairs.loans[pair];
      if (z.tier[o] === VILLAGE) continue;
      foreign += zonePairs.loans[pair];
      comers += commuting[pair];
    }
  }
  if (value === 0) return NaN;
  const wagesAway = hands > 0 ? (1 - a.capitalShare) * value * Math.min(1, comers / hands) : 0;
  const interestAway = loans > 0 ? (interest * foreign) / loans : 0;
  return (value - wagesAway - interestAway - a.taxShare * value) / value;
}

export const enterprises: readonly Measure[] = [
  {
    id: "enterprises.count",
    label: { en: "Enterprises", zh: "企业数" },
    unit: "count",
    formula: "open enterprises of the region; an agent stands for some where agents of persons are coarse",
    good: null,
    measure: ({ sums }) => sums.enterprises.open,
  },
  {
    id: "enterprises.founded",
    label: { en: "Enterprises founded", zh: "企业新设率" },
    unit: "permille/year",
    formula: "enterprises founded in the year / enterprises when it began",
    good: "up",
    measure: (now, before) => perThousand(now, before, "founded"),
  },
  {
    id: "enterprises.closed",
    label: { en: "Enterprises closed", zh: "企业关闭率" },
    unit: "permille/year",
    formula: "enterprises closed in the year / enterprises when it began",
    good: null,
    measure: (now, before) => perThousand(now, before, "closed"),
  },
  {
    id: "relocations.all",
    label: { en: "Enterprises that moved", zh: "迁移企业数" },
    unit: "count",
    formula: "enterprises that moved to another place of the region in the year",
    good: null,
    measure: (now, before) => (before === undefined ? NaN : moves(now, before, anywhere, anywhere)),
  },
  {
    id: "relocations.toVillage",
    label: { en: "Enterprises that moved to villages", zh: "迁入村庄的企业数" },
    unit: "count",
    formula: "enterprises that moved from towns and cities to villages in the year",
    good: "up",
    measure: (now, before) => (before === undefined ? NaN : moves(now, before, isElsewhere, isRural)),
  },
  {
    id: "relocations.fromVillage",
    label: { en: "Enterprises that left villages", zh: "迁出村庄的企业数" },
    unit: "count",
    formula: "enterprises that moved from villages to towns and cities in the year",
    good: "down",
    measure: (now, before) => (before === undefined ? NaN : moves(now, before, isRural, isElsewhere)),
  },
  {
    id: "returnDispersion",
    label: { en: "Dispersion of returns of capital", zh: "资本边际产出离散度" },
    unit: "ratio",
    formula: "standard deviation / mean of the marginal return of enterprises, weighted by capital",
    good: "down",
    measure: returnDispersion,
  },
  {
    id: "loanDeposit.local",
    label: { en: "Local loan-deposit ratio", zh: "本地存贷比" },
    unit: "share",
    formula: "loans of county deposits to firms of the same county / deposits of the region",
    good: "up",
    measure: (now) => {
      const { zones: z } = now.world;
      return loanDepositRatio(
        now,
        (tier) => tier !== OUTSIDE,
        (o, d) => z.tier[d] !== OUTSIDE && z.jurisdiction[o] === z.jurisdiction[d],
      );
    },
  },
  {
    id: "loanDeposit.village",
    label: { en: "Loan-deposit ratio of villages", zh: "村庄存贷比" },
    unit: "share",
    formula: "loans to firms in villages, whoever lends / deposits of villages",
    good: "up",
    measure: (now) => {
      const { zones: z } = now.world;
      return loanDepositRatio(now, isRural, (_, d) => z.tier[d] === VILLAGE);
    },
  },
  {
    id: "retainedValue.village",
    label: { en: "Value retained in villages", zh: "村庄增加值留存率" },
    unit: "share",
    formula:
      "1 - (wages of workers who live elsewhere + interest to lenders elsewhere + taxes) / modern value added in villages, this month",
    good: "up",
    measure: retainedInVillages,
  },
];
