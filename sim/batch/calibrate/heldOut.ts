/**
 * Leaving one group out: what was kept without a group predicts that group. As distances are known by group, nothing is
 * run again. What those predictions miss, beyond what the kept draws differ among each other, is the discrepancy.
 */
import { normal } from "../../numerics/normal.ts";
import { perTarget, type PerTarget, type Target } from "../hindcast/figures.ts";
import type { Discrepancy } from "../hindcast/predict.ts";
import { score, type Score } from "../hindcast/scores.ts";
import { distanceOf, type GroupMiss } from "./distance.ts";
import { keepNearest, type Kept } from "./keep.ts";

/** Everything that was drawn: misses of every unit in every draw, and weights of the draws. */
export interface Draws {
  /** By draw and unit, predicted less observed; NaN where a unit has no later census. */
  readonly misses: readonly (readonly PerTarget<number>[])[];
  /** By draw and group. */
  readonly groupMisses: readonly (readonly GroupMiss[])[];
  readonly weights: Float64Array;
  /** Group of every unit. */
  readonly groupOf: readonly number[];
  readonly groups: number;
  /** Observed changes by unit. */
  readonly observed: readonly PerTarget<number>[];
}

/** What the kept draws say of one unit and target, before any discrepancy: weighted mean and variance of the miss. */
interface Spread {
  readonly mean: number;
  readonly variance: number;
}

/** @param without a group that is left out; -1 for none */
export const keptWithout = ({ groupMisses, weights }: Draws, share: number, without: number): Kept =>
  keepNearest(
    groupMisses.map((groups) => distanceOf(groups, without)),
    weights,
    share,
  );

function spreadOf({ misses }: Draws, { draws, weights }: Kept, unit: number, target: Target): Spread {
  const values = draws.map((draw) => misses[draw][unit][target]);
  const mean = values.reduce((sum, value, k) => sum + weights[k] * value, 0);
  const variance = values.reduce((sum, value, k) => sum + weights[k] * (value - mean) * (value - mean), 0);
  return { mean, variance };
}

/** By unit, from what was kept without its group. */
const heldOutSpreads = (draws: Draws, share: number): PerTarget<Spread>[] => {
  const kept = Array.from({ length: draws.groups }, (_, group) => keptWithout(draws, share, group));
  return draws.groupOf.map((group, unit) =>
    perTarget((target) => spreadOf(draws, kept[group], unit, target)),
  );
};

/** Standard deviation of what is missed beyond the spread of the draws, over some units. */
function discrepancyOf(spreads: readonly PerTarget<Spread>[]): Discrepancy {
  return perTarget((target) => {
    const known = spreads.map((one) => one[target]).filter(({ mean }) => Number.isFinite(mean));
    const excess = known.reduce((sum, { mean, variance }) => sum + mean * mean - variance, 0);
    return Math.sqrt(Math.max(0, excess / Math.max(1, known.length)));
  });
}

export interface HeldOut {
  /** From all units, each predicted without its group. */
  readonly discrepancy: Discrepancy;
  readonly scores: PerTarget<Score>;
  /** By group; each band has the discrepancy of the other groups. */
  readonly groups: readonly PerTarget<Score>[];
}

/** Half of a normal band from the 5th to the 95th percentile, in standard deviations. */
const HALF_BAND = normal(0.95);

/** With fewer than two groups nothing can be left out, and there is nothing to say. */
export function leaveOneOut(draws: Draws, share: number): HeldOut | undefined {
  if (draws.groups < 2) return undefined;
  const spreads = heldOutSpreads(draws, share);
  const rowsOf = (unit: number, target: Target, discrepancy: Discrepancy) => {
    const { mean, variance } = spreads[unit][target];
    const observed = draws.observed[unit][target];
    const half = HALF_BAND * Math.sqrt(variance + discrepancy[target] * discrepancy[target]);
    const predicted = observed + mean;
    return { predicted, low: predicted - half, high: predicted + half, observed };
  };
  const byGroup = Array.from({ length: draws.groups }, (_, group) => {
    const others = discrepancyOf(spreads.filter((_one, unit) => draws.groupOf[unit] !== group));
    const own = draws.groupOf.flatMap((of, unit) => (of === group ? [unit] : []));
    return perTarget((target) => own.map((unit) => rowsOf(unit, target, others)));
  });
  return {
    discrepancy: discrepancyOf(spreads),
    scores: perTarget((target) => score(byGroup.flatMap((rows) => rows[target]))),
    groups: byGroup.map((rows) => perTarget((target) => score(rows[target]))),
  };
}
