/** Indicators of motives: what decided the changes of life, term by term of utility, by the tiers of old and new place. */
import { GRAIN } from "../processes/migration/moves.ts";
import { TERM_COUNT, TERMS } from "../processes/migration/terms.ts";
import { TIER_NAMES, VILLAGE } from "../world/tiers.ts";
import type { Text } from "./indicator.ts";
import type { Measure } from "./measure.ts";
import type { Observation } from "./observation.ts";

const TIERS = TIER_NAMES.length;
const PAIRS = TIERS * TIERS;

/** What decided the changes of life of each year, by tiers. A change of work alone stays within one tier. */
export interface Motives {
  /** Names of the terms of utility, in their order. */
  readonly terms: readonly string[];
  /**
   * What each term added to the difference between the chosen and the present life, summed over those who changed it:
   * utility times persons, in whole 2^-20ths, so that all sums are exact. Flat by year, tier from, tier to, term.
   */
  readonly sums: Float64Array;
  /** Persons who changed their life; flat by year, tier from, tier to. */
  readonly changes: Float64Array;
}

export const noMotives = (years: number): Motives => ({
  terms: TERMS,
  sums: new Float64Array(years * PAIRS * TERM_COUNT),
  changes: new Float64Array(years * PAIRS),
});

/** Writes what was added up between two observations into the year (0 is the first) of `into`. */
export function keepMotives(year: number, now: Observation, before: Observation, into: Motives): void {
  for (let pair = 0; pair < PAIRS; pair++) {
    const row = pair * TERM_COUNT;
    into.changes[year * PAIRS + pair] = now.sums.changes[row] - before.sums.changes[row];
    for (let k = row; k < row + TERM_COUNT; k++)
      into.sums[year * PAIRS * TERM_COUNT + k] = (now.sums.motives[k] - before.sums.motives[k]) / GRAIN;
  }
}

/** Words for the terms of utility. */
export const TERM_LABELS: Readonly<Record<(typeof TERMS)[number], Text>> = {
  income: { en: "income", zh: "收入" },
  rent: { en: "rent", zh: "房租" },
  services: { en: "services", zh: "公共服务" },
  distance: { en: "distance from home", zh: "离家距离" },
  commuting: { en: "commuting", zh: "通勤" },
  family: { en: "family", zh: "家庭" },
  network: { en: "co-villagers", zh: "同乡" },
  belonging: { en: "belonging", zh: "归属感" },
  registration: { en: "registration", zh: "户籍" },
  cost: { en: "the cost of moving", zh: "迁移成本" },
  size: { en: "size of the labour market", zh: "劳动力市场规模" },
  place: { en: "way of life", zh: "生活方式" },
};

/** Mean of one term over those who left villages for other tiers between two observations; NaN without any. */
function meanOfLeavers(term: number, now: Observation, before: Observation | undefined): number {
  if (before === undefined) return NaN;
  let sum = 0;
  let changes = 0;
  for (let to = 0; to < TIERS; to++) {
    if (to === VILLAGE) continue;
    const row = (VILLAGE * TIERS + to) * TERM_COUNT + term;
    sum += now.sums.motives[row] - before.sums.motives[row];
    changes += now.sums.changes[row] - before.sums.changes[row];
  }
  return changes > 0 ? sum / GRAIN / changes : NaN;
}

export const motives: readonly Measure[] = TERMS.map((name, term) => ({
  id: `motive.${name}`,
  label: {
    en: `Leaving villages: part of ${TERM_LABELS[name].en}`,
    zh: `离村动因：${TERM_LABELS[name].zh}`,
  },
  unit: "utility",
  formula: `mean over moves from villages to other tiers of (${name} term of the chosen life - of the present one)`,
  good: null,
  measure: (now, before) => meanOfLeavers(term, now, before),
}));
