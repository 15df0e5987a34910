/** Sets of parameters that runs draw from, so that the bands hold what is not known of the parameters too. */
import { GOLDEN } from "../../numerics/constants.ts";
import type { PerTarget, Unit } from "./figures.ts";
import { type Discrepancy, NO_DISCREPANCY } from "./predict.ts";
import type { Score } from "./scores.ts";

/** One set of parameters that calibration kept. */
export interface ParameterSet {
  readonly weight: number;
  /** Values by parameter id. */
  readonly values: Readonly<Record<string, number>>;
}

/** What calibration leaves for predictions. */
export interface Uncertainty {
  readonly sets: readonly ParameterSet[];
  readonly discrepancy: Discrepancy;
  /** Units that it was tuned to, as `unitKey` names them. */
  readonly aimedAt: ReadonlySet<string>;
  /** Scores of prefectures that were aimed at, each predicted from what was tuned to the others alone. */
  readonly heldOut: ReadonlyMap<string, PerTarget<Score>>;
  /** The same over all of them. */
  readonly heldOutOfAll: PerTarget<Score> | undefined;
}

export const unitKey = (prefecture: string, unit: string): string => `${prefecture}\n${unit}`;

/** Whether parameters were tuned to all of these units: their scores then say how it fits, not how it predicts. */
export const wasAimedAt = ({ aimedAt }: Uncertainty, units: readonly Unit[]): boolean =>
  units.every(({ prefecture, name }) => aimedAt.has(unitKey(prefecture, name)));

/** Parameters as they stand, of which nothing is said. */
export const NOTHING_KNOWN: Uncertainty = {
  sets: [],
  discrepancy: NO_DISCREPANCY,
  aimedAt: new Set(),
  heldOut: new Map(),
  heldOutOfAll: undefined,
};

/**
 * The set of the k-th seed, counted from 0, as often as its weight asks. It doesn't depend on how many seeds there are.
 * Undefined where there are no sets.
 */
export function setOfSeed(sets: readonly ParameterSet[], k: number): ParameterSet | undefined {
  const total = sets.reduce((sum, { weight }) => sum + weight, 0);
  let left = ((0.5 + k * GOLDEN) % 1) * total;
  return sets.find(({ weight }) => (left -= weight) < 0) ?? sets.at(-1);
}

/** The set as `path=value` settings. */
export const settingsOf = ({ values }: ParameterSet): string[] =>
  Object.entries(values).map(([id, value]) => `parameters.${id}=${value}`);
