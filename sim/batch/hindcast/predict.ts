/**
 * From runs to a prediction: the mean over the runs, and a band from the 5th to the 95th percentile. Each run is one
 * seed with one set of parameters. What the model misses even with the best parameters, the discrepancy (Kennedy &
 * O'Hagan 2001, Journal of the Royal Statistical Society B 63: 425-464), spreads each run normally before the
 * percentiles are taken.
 */
import { normal } from "../../numerics/normal.ts";
import { mean, quantileOfSorted } from "../../numerics/statistics.ts";
import type { RunOutcome } from "../runners/runner.ts";
import {
  after,
  changeOf,
  type Figures,
  perTarget,
  type PerTarget,
  type Target,
  type Unit,
} from "./figures.ts";

/** Points of the normal distribution that stand for a run's spread: the middles of equally likely parts. */
const POINTS = Float64Array.from({ length: 999 }, (_, k) => normal((k + 0.5) / 999));

export interface Prediction {
  readonly predicted: number;
  readonly low: number;
  readonly high: number;
}

/** Standard deviations in the terms of `changeOf`; all 0 where nothing is known of it. */
export type Discrepancy = PerTarget<number>;

export const NO_DISCREPANCY: Discrepancy = { population: 0, urbanShare: 0, share65: 0 };

/** Figures of a county in a run after these years. */
export function figuresOf(
  { counties, years }: Pick<RunOutcome, "counties" | "years">,
  county: number,
  year: number,
): Figures {
  const at = year * (counties.residents.length / years.length) + county;
  const population = counties.residents[at];
  return {
    population,
    urbanShare: counties.urban[at] / population,
    share65: counties.old[at] / population,
  };
}

/** The figures of several units taken together. */
export function together(figures: readonly Figures[]): Figures {
  const sum = (pick: (one: Figures) => number): number =>
    figures.reduce((total, one) => total + pick(one), 0);
  const population = sum((one) => one.population);
  return {
    population,
    urbanShare: sum((one) => one.urbanShare * one.population) / population,
    share65: sum((one) => one.share65 * one.population) / population,
  };
}

/**
 * @param start figures that the runs began with
 * @param ends figures at the end, one for each run
 */
export function predict(
  start: Figures,
  ends: readonly Figures[],
  discrepancy: Discrepancy,
): PerTarget<Prediction> {
  return perTarget((target) => predictOne(target, start[target], ends, discrepancy[target]));
}

function predictOne(target: Target, from: number, ends: readonly Figures[], spread: number): Prediction {
  const values = ends.map((end) => end[target]);
  const changes = values.map((value) => changeOf(target, from, value));
  const points = spread > 0 ? POINTS : [0];
  const pooled = Float64Array.from(
    changes.flatMap((change) => Array.from(points, (point) => change + spread * point)),
  );
  pooled.sort();
  const end = (share: number): number => after(target, from, quantileOfSorted(pooled, share));
  return { predicted: mean(values), low: end(0.05), high: end(0.95) };
}

/** A prediction beside what was found, in changes, to be scored. */
export const scoredRow = (
  { start, end }: Pick<Unit, "start" | "end">,
  target: Target,
  prediction: Prediction,
) => ({
  predicted: changeOf(target, start[target], prediction.predicted),
  low: changeOf(target, start[target], prediction.low),
  high: changeOf(target, start[target], prediction.high),
  observed: changeOf(target, start[target], end[target]),
});
