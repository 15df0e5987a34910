/**
 * The law of city sizes: ln(rank - 1/2) = c - z ln(size), fitted by least squares. z = 1 is Zipf's law; a
 * larger z means sizes more alike. Without the half the slope of small samples is too small.
 *
 * Source: X. Gabaix & R. Ibragimov (2011), "Rank - 1/2: a simple way to improve the OLS estimation of tail
 * exponents", Journal of Business & Economic Statistics 29, 24-39; standard error z sqrt(2 / n).
 */
import { ln } from "./elementary.ts";
import { mean } from "./statistics.ts";
import { compensatedSum } from "./sums.ts";

export interface RankSize {
  /** z, above 0. */
  readonly slope: number;
  readonly error: number;
  /** How many places of a size above 0 there are. */
  readonly places: number;
}

/**
 * Slope over all sizes above 0, its standard error and their number. NaN of fewer than two, or of equal
 * sizes.
 *
 * @param shift taken off the rank; 1/2 by default, 0 for the plain regression
 */
export function rankSize(sizes: ArrayLike<number>, shift = 0.5): RankSize {
  const ordered = Float64Array.from(sizes)
    .filter((size) => size > 0)
    .sort((a, b) => b - a);
  const places = ordered.length;
  if (places < 2) return { slope: NaN, error: NaN, places };
  const x = ordered.map((size) => ln(size));
  const y = ordered.map((_, k) => ln(k + 1 - shift));
  const [centreX, centreY] = [mean(x), mean(y)];
  const products = compensatedSum(x.map((value, k) => (value - centreX) * (y[k] - centreY)));
  const squares = compensatedSum(x.map((value) => (value - centreX) * (value - centreX)));
  const slope = squares > 0 ? -products / squares : NaN;
  return { slope, error: slope * Math.sqrt(2 / places), places };
}
