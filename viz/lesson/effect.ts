/** What a policy changes against the baseline: differences within the same seed, so that luck cancels out. */
import type { RunResult } from "../../sim/engine/result.ts";
import { mean, quantile } from "../../sim/numerics/statistics.ts";

export interface Effect {
  /** Mean of the differences, policy minus baseline. */
  readonly mean: number;
  /** 5 and 95 % quantile of the differences. */
  readonly low: number;
  readonly high: number;
  /** Seeds in which the difference has the sign of the mean, and seeds in all. */
  readonly same: number;
  readonly seeds: number;
  /** False where the band holds zero; null while one seed can't tell. */
  readonly distinct: boolean | null;
}

/**
 * Effect on `measure`, over the seeds that both arms have. Null where there is none.
 * `results[k]` of both must be the run of the same seed.
 */
export function effectOf(
  policy: readonly (RunResult | undefined)[],
  baseline: readonly (RunResult | undefined)[],
  measure: (run: RunResult) => number,
): Effect | null {
  const differences: number[] = [];
  policy.forEach((run, seed) => {
    const base = baseline[seed];
    if (run === undefined || base === undefined) return;
    const difference = measure(run) - measure(base);
    if (Number.isFinite(difference)) differences.push(difference);
  });
  if (differences.length === 0) return null;
  const values = Float64Array.from(differences);
  const middle = mean(values);
  const low = quantile(values, 0.05);
  const high = quantile(values, 0.95);
  return {
    mean: middle,
    low,
    high,
    same: differences.filter((difference) => difference !== 0 && difference > 0 === middle > 0).length,
    seeds: differences.length,
    distinct: differences.length < 2 ? null : low > 0 || high < 0,
  };
}

/** The last yearly value of an indicator. */
export const lastOf = (run: RunResult, id: string): number => run.indicators[id]?.at(-1) ?? Number.NaN;

/** The change of an indicator from the start to the end, as a share of the start. */
export const changeOf = (run: RunResult, id: string): number => {
  const values = run.indicators[id];
  return values === undefined ? Number.NaN : (values.at(-1) ?? Number.NaN) / values[0] - 1;
};
