/**
 * Laws of chance by inversion: one uniform draw u in (0, 1) gives one value, nothing is kept between calls,
 * and each rises with u (so common random numbers stay common).
 */
import { fastExp, fastLn } from "./fast.ts";
import { normal } from "./normal.ts";

export { normal } from "./normal.ts";
export { multinomialLargestRemainder, roundHalfUp, splitWhole } from "./rounding.ts";

/** Standard Gumbel: mode 0, mean 0.5772 (Euler's constant), variance pi squared / 6. */
export function gumbel(u: number): number {
  return -fastLn(-fastLn(u));
}

/** Exponential with mean 1. */
export function exponential(u: number): number {
  // 1 - u is exact for the draws of threefry.ts.
  return -fastLn(1 - u);
}

/** exp(mean + deviation * Z): `mean` and `deviation` are those of the logarithm; the median is exp(mean). */
export function lognormal(u: number, mean: number, deviation: number): number {
  return fastExp(mean + deviation * normal(u));
}

/**
 * Failures before the first success, in trials of probability p.
 *
 * @param ln1mp ln(1 - p), below 0; compute it once by `ln1p(-p)`
 * @returns a whole number from 0; may exceed 2^31 for tiny p
 */
export function geometricSkip(u: number, ln1mp: number): number {
  return Math.floor(fastLn(u) / ln1mp);
}
