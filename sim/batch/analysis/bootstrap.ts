/**
 * How surely the mean of a sample is known, without a guess at the shape of what it was drawn from: the bootstrap of
 * Efron 1979, Annals of Statistics 7: 1-26. The sample is drawn from itself again and again, and the spread of the means
 * of those draws stands for the spread of the mean.
 */
import { randomInt } from "d3-random";
import alea from "seedrandom/lib/alea.js";
import { bands, mean } from "../../numerics/statistics.ts";

/** Draws of the sample from itself; with 2,000 an end strays by about 1 % of the width from key to key. */
export const RESAMPLES = 2000;

/** The ends of an interval, in the unit of the sample. */
export interface Interval {
  readonly low: number;
  readonly high: number;
}

/**
 * The 90 % interval of the mean by the percentile method: the 5th and 95th percentile of the means of the resamples.
 * Of few values it is too narrow: for normal ones it holds the true mean in about 78 of 100 samples of 5, in 84 of 10
 * and in 88 of 30. Of one value it is that value, and NaN of nothing.
 *
 * @param key what the draws depend on, and all they depend on beside the number of values
 */
export function meanInterval(values: ArrayLike<number>, key: string): Interval {
  const n = values.length;
  // Of d3-random's samplers this one alone is exact arithmetic: one product and one floor over the generator's 32 bits.
  const index = randomInt.source(alea(`urflow bootstrap of a mean: ${key}`))(n);
  const resample = new Float64Array(n);
  const means = new Float64Array(RESAMPLES);
  for (let r = 0; r < RESAMPLES; r++) {
    for (let i = 0; i < n; i++) resample[i] = values[index()];
    means[r] = mean(resample);
  }
  const { low, high } = bands(means);
  return { low, high };
}
