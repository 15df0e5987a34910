/** What a contrast comes to: seed by seed, then as a mean with its 90 % interval. */
import { mean, standardDeviation } from "../../numerics/statistics.ts";
import { meanInterval } from "../analysis/bootstrap.ts";
import { studentTwoSided } from "../analysis/holm.ts";
import type { Contrast, Term } from "./claim.ts";

/** Yearly figures of one run, indicator by indicator; index 0 is the start. */
export type Figures = Readonly<Record<string, ArrayLike<number>>>;

export interface Effect {
  /** Mean over seeds, in the unit of the indicator. */
  readonly mean: number;
  /** 90 % bootstrap interval of the mean. */
  readonly low: number;
  readonly high: number;
  readonly seeds: number;
  /** Chance of a mean so far from 0, or farther, if there were no effect: a two-sided t test over the seeds. */
  readonly chance: number;
}

/** @param figures of the arm in one seed; NaN where the indicator has no figure in one of the years */
function termValue({ weight, years: [from, to] }: Term, series: ArrayLike<number> | undefined): number {
  if (series === undefined) return NaN;
  let sum = 0;
  for (let year = from; year <= to; year++) sum += series[year];
  return (weight * sum) / (to - from + 1);
}

/** The contrast under one seed. */
export function contrastValue(contrast: Contrast, armFigures: (arm: string) => Figures): number {
  return contrast.terms.reduce(
    (sum, term) => sum + termValue(term, armFigures(term.arm)[contrast.indicator]),
    0,
  );
}

/** @param values of the contrast by seed */
export function effectOf(values: readonly number[], key: string): Effect {
  const seeds = values.length;
  if (values.some(Number.isNaN)) return { mean: NaN, low: NaN, high: NaN, seeds, chance: NaN };
  return { mean: mean(values), ...meanInterval(values, key), seeds, chance: chanceOf(values) };
}

/** Where no seed differs from another there is no chance in it. */
function chanceOf(values: readonly number[]): number {
  const middle = mean(values);
  const deviation = standardDeviation(values);
  if (deviation === 0) return middle === 0 ? 1 : 0;
  return studentTwoSided((middle * Math.sqrt(values.length)) / deviation, values.length - 1);
}
