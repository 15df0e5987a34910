/** The fan of one indicator over the seeds: per year the mean and the 5-95 % band. */
import type { RunResult } from "../../sim/engine/result.ts";
import { mean, quantile } from "../../sim/numerics/statistics.ts";

export interface Fan {
  readonly years: readonly number[];
  /** Yearly values; NaN where no seed has a figure. */
  readonly mean: readonly number[];
  readonly low: readonly number[];
  readonly high: readonly number[];
  /** Seeds that went in. */
  readonly seeds: number;
}

/** The fan of indicator `id`. With one seed the band is the line itself. Null where there is no run or no such figure. */
export function fanOf(runs: readonly RunResult[], id: string): Fan | null {
  const first = runs[0];
  if (first?.indicators[id] === undefined) return null;
  const series = runs.map((run) => run.indicators[id]).filter((values) => values !== undefined);
  const years = first.years;
  const perYear = years.map((_, year) =>
    Float64Array.from(series.map((values) => values[year] ?? Number.NaN)).filter(
      (value) => !Number.isNaN(value),
    ),
  );
  const of = (measure: (values: Float64Array) => number): number[] =>
    perYear.map((values) => (values.length === 0 ? Number.NaN : measure(values)));
  return {
    years,
    mean: of((values) => mean(values)),
    low: of((values) => quantile(values, 0.05)),
    high: of((values) => quantile(values, 0.95)),
    seeds: series.length,
  };
}

/** The runs of an arm that have arrived, in the order of their seeds. */
export const arrived = (results: readonly (RunResult | undefined)[]): RunResult[] =>
  results.filter((result) => result !== undefined);
