/** How near predictions came to what the later census found. */
import { mean, rmse, spearman } from "../../numerics/statistics.ts";

/** A predicted change of one unit, its band, and the observed one; changes as `changeOf` has them. */
export interface Scored {
  readonly predicted: number;
  readonly low: number;
  readonly high: number;
  readonly observed: number;
}

/** Population in logarithms of growth, shares from 0 to 1. NaN where nothing can be said. */
export interface Score {
  /** Rows that could be scored. */
  readonly rows: number;
  /** Root of the mean squared miss. */
  readonly rmse: number;
  /** Mean miss, predicted less observed. */
  readonly bias: number;
  /** Rank correlation of predicted and observed changes; NaN of fewer than three rows, or where either is constant. */
  readonly spearman: number;
  /** Share of the rows whose observed change lies within the band. */
  readonly coverage: number;
}

/** Rows without an observed or a predicted change are left out. */
export function score(rows: readonly Scored[]): Score {
  const known = rows.filter(({ predicted, observed }) => Number.isFinite(predicted + observed));
  const predicted = known.map((row) => row.predicted);
  const observed = known.map((row) => row.observed);
  if (known.length === 0) return { rows: 0, rmse: NaN, bias: NaN, spearman: NaN, coverage: NaN };
  return {
    rows: known.length,
    rmse: rmse(observed, predicted),
    bias: mean(known.map((row) => row.predicted - row.observed)),
    spearman: known.length < 3 ? NaN : spearman(predicted, observed),
    coverage: mean(known.map((row) => (row.low <= row.observed && row.observed <= row.high ? 1 : 0))),
  };
}
