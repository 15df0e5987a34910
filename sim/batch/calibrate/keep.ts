/**
 * The draws that are kept: approximate Bayesian computation by rejection (Pritchard et al. 1999; Beaumont, Zhang &
 * Balding 2002, Genetics 162: 2025-2035). Of all draws the nearest share is kept, each with its importance weight.
 */
export interface Kept {
  /** Rows of the draws, the nearest first. */
  readonly draws: readonly number[];
  /** Sum to 1. */
  readonly weights: readonly number[];
  /** The largest distance among the kept. */
  readonly tolerance: number;
  /** How many equally weighted draws would tell as much: 1 over the sum of squared weights (Kish 1965). */
  readonly effective: number;
}

/** @param share of the draws that is kept, above 0; at least one is */
export function keepNearest(distances: ArrayLike<number>, weights: ArrayLike<number>, share: number): Kept {
  const order = Array.from(distances, (_, k) => k).sort((a, b) => distances[a] - distances[b] || a - b);
  const draws = order.slice(0, Math.max(1, Math.round(order.length * share)));
  const total = draws.reduce((sum, k) => sum + weights[k], 0);
  const shares = draws.map((k) => weights[k] / total);
  return {
    draws,
    weights: shares,
    tolerance: distances[draws[draws.length - 1]],
    effective: 1 / shares.reduce((sum, weight) => sum + weight * weight, 0),
  };
}

/**
 * Quantile of weighted values: linear between the middles of their weights, laid end to end in rising order; the ends
 * hold beyond the first and the last middle.
 *
 * @param share in [0, 1]
 */
export function weightedQuantile(
  values: ArrayLike<number>,
  weights: ArrayLike<number>,
  share: number,
): number {
  const order = Array.from(values, (_, k) => k).sort((a, b) => values[a] - values[b] || a - b);
  const total = order.reduce((sum, k) => sum + weights[k], 0);
  let done = 0;
  let before: { value: number; middle: number } | undefined;
  for (const k of order) {
    const middle = (done + weights[k] / 2) / total;
    if (middle >= share) {
      if (before === undefined || middle === before.middle) return values[k];
      const part = (share - before.middle) / (middle - before.middle);
      return before.value + part * (values[k] - before.value);
    }
    before = { value: values[k], middle };
    done += weights[k];
  }
  return before?.value ?? NaN;
}
