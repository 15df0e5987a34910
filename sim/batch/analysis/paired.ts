/**
 * What a change does, seed by seed. Two runs with the same seed share all luck that the change does not touch, so the
 * difference of the pair is the effect of the change under that luck.
 */
import type { IndicatorInfo } from "../../indicators/indicator.ts";
import { bands, mean } from "../../numerics/statistics.ts";
import type { RunOutcome } from "../runners/runner.ts";
import { meanInterval } from "./bootstrap.ts";

/** The yearly figures of a run. */
export type Series = Pick<RunOutcome, "years" | "indicators">;

/**
 * `same`: equal in every seed. `unclear`: the band of the differences holds 0, so that chance may be all there is.
 * `single`: one seed, which has no band. Else the direction of the difference.
 */
export type Verdict = "up" | "down" | "same" | "unclear" | "single";

/** Differences OTHER - BASE of one indicator in one year, over the seeds; in the indicator's unit. */
export interface PairedEffect {
  readonly year: number;
  readonly indicator: string;
  readonly unit: string;
  readonly base: number;
  readonly other: number;
  readonly mean: number;
  /** 5th and 95th percentile of the differences. */
  readonly low: number;
  readonly high: number;
  /** 90 % bootstrap interval of the mean: the band tells of one seed, this of their mean. */
  readonly meanLow: number;
  readonly meanHigh: number;
  /** Share of the seeds whose difference has the sign of the mean, 0 to 1. */
  readonly sameSign: number;
  readonly seeds: number;
  readonly verdict: Verdict;
}

/**
 * Effects at one position of the years, for every indicator that has a figure there in all runs.
 *
 * @param base runs by seed
 * @param other the same seeds in the same order
 * @param at index of the year
 */
export function pairedEffects(
  base: readonly Series[],
  other: readonly Series[],
  at: number,
  catalogue: readonly IndicatorInfo[],
): PairedEffect[] {
  if (base.length !== other.length || base.length === 0) {
    throw new RangeError(`${base.length} runs cannot be paired with ${other.length}; expected equally many.`);
  }
  const units = new Map(catalogue.map(({ id, unit }) => [id, unit]));
  const effects: PairedEffect[] = [];
  for (const indicator of Object.keys(base[0].indicators)) {
    const control = base.map(({ indicators }) => indicators[indicator]?.[at] ?? NaN);
    const treated = other.map(({ indicators }) => indicators[indicator]?.[at] ?? NaN);
    // Flows of a year have no figure at the start, and nothing can be said of a share of nobody.
    if ([...control, ...treated].some(Number.isNaN)) continue;
    const unit = units.get(indicator) ?? "";
    const year = base[0].years[at];
    effects.push({ year, indicator, unit, ...effect(control, treated, `${indicator} ${year}`) });
  }
  return effects;
}

function effect(
  control: readonly number[],
  treated: readonly number[],
  key: string,
): Omit<PairedEffect, "year" | "indicator" | "unit"> {
  const differences = treated.map((value, index) => value - control[index]);
  const seeds = differences.length;
  const centre = mean(differences);
  const { low, high } = bands(differences);
  const { low: meanLow, high: meanHigh } = meanInterval(differences, key);
  const sign = Math.sign(centre);
  const sameSign = differences.filter((difference) => Math.sign(difference) === sign).length / seeds;
  const verdict = verdictOf(differences, low, high);
  const spread = { low, high, meanLow, meanHigh, sameSign };
  return { base: mean(control), other: mean(treated), mean: centre, ...spread, seeds, verdict };
}

function verdictOf(differences: readonly number[], low: number, high: number): Verdict {
  if (differences.every((difference) => difference === 0)) return "same";
  if (differences.length === 1) return "single";
  if (low <= 0 && high >= 0) return "unclear";
  return low > 0 ? "up" : "down";
}
