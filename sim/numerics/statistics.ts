/** Summary statistics of a sample. Inputs stay as they are; sums are compensated and in index order. */
import { student975 } from "./student.ts";
import { compensatedSum } from "./sums.ts";

export { gini, theilDecomposition, theilL, theilT } from "./inequality.ts";
export type { TheilDecomposition, TheilParts } from "./inequality.ts";

/** Arithmetic mean; NaN of nothing. */
export function mean(values: ArrayLike<number>): number {
  return compensatedSum(values) / values.length;
}

/** Sample variance with divisor n - 1; NaN of fewer than two values. */
export function variance(values: ArrayLike<number>): number {
  const centre = mean(values);
  const squares = new Float64Array(values.length);
  for (let i = 0; i < values.length; i++) squares[i] = (values[i] - centre) * (values[i] - centre);
  return values.length < 2 ? NaN : compensatedSum(squares) / (values.length - 1);
}

/** Sample standard deviation, in the unit of the values. */
export function standardDeviation(values: ArrayLike<number>): number {
  return Math.sqrt(variance(values));
}

/**
 * Quantile by linear interpolation between order statistics: type 7 of Hyndman and Fan (1996), the default
 * of R and NumPy. NaN of nothing, or where a value is NaN.
 *
 * @param share in [0, 1]
 */
export function quantile(values: ArrayLike<number>, share: number): number {
  return quantileOfSorted(Float64Array.from(values).sort(), share);
}

/** As quantile, for values already in rising order. */
export function quantileOfSorted(sorted: Float64Array, share: number): number {
  const n = sorted.length;
  // A typed array sorts NaN to the end.
  if (n === 0 || sorted[n - 1] !== sorted[n - 1]) return NaN;
  const place = (n - 1) * share;
  const below = Math.floor(place);
  const lower = sorted[below];
  // Without this a whole place next to an infinite value would give NaN.
  if (place === below) return lower;
  return lower + (place - below) * (sorted[below + 1] - lower);
}

export type Bands = { readonly low: number; readonly median: number; readonly high: number };

/** The 5th, 50th and 95th percentile: the fan of a set of runs. */
export function bands(values: ArrayLike<number>): Bands {
  const sorted = Float64Array.from(values).sort();
  return {
    low: quantileOfSorted(sorted, 0.05),
    median: quantileOfSorted(sorted, 0.5),
    high: quantileOfSorted(sorted, 0.95),
  };
}

/** Root of the mean squared difference of two equally long series. */
export function rmse(observed: ArrayLike<number>, simulated: ArrayLike<number>): number {
  const squares = new Float64Array(sameLength("rmse", observed, simulated));
  for (let i = 0; i < squares.length; i++) {
    squares[i] = (simulated[i] - observed[i]) * (simulated[i] - observed[i]);
  }
  return Math.sqrt(mean(squares));
}

/** Pearson correlation; NaN where a series does not vary. */
export function correlation(a: ArrayLike<number>, b: ArrayLike<number>): number {
  const n = sameLength("correlation", a, b);
  const meanA = mean(a);
  const meanB = mean(b);
  const products = new Float64Array(n);
  const squaresA = new Float64Array(n);
  const squaresB = new Float64Array(n);
  for (let i = 0; i < n; i++) {
    products[i] = (a[i] - meanA) * (b[i] - meanB);
    squaresA[i] = (a[i] - meanA) * (a[i] - meanA);
    squaresB[i] = (b[i] - meanB) * (b[i] - meanB);
  }
  const norm = Math.sqrt(compensatedSum(squaresA)) * Math.sqrt(compensatedSum(squaresB));
  return compensatedSum(products) / norm;
}

/** Spearman's rank correlation; ties share the mean of their ranks. */
export function spearman(a: ArrayLike<number>, b: ArrayLike<number>): number {
  sameLength("spearman", a, b);
  return correlation(ranks(a), ranks(b));
}

/** Ranks from 1; ties share the mean of theirs. */
export function ranks(values: ArrayLike<number>): Float64Array {
  const n = values.length;
  const order = Array.from({ length: n }, (_, i) => i);
  order.sort((i, j) => values[i] - values[j] || i - j);
  const out = new Float64Array(n);
  for (let from = 0; from < n;) {
    let to = from + 1;
    while (to < n && values[order[to]] === values[order[from]]) to++;
    for (let k = from; k < to; k++) out[order[k]] = (from + 1 + to) / 2;
    from = to;
  }
  return out;
}

export type PairedDifference = { readonly mean: number; readonly low: number; readonly high: number };

/**
 * Mean of treated - control over pairs (runs with the same seed), with its 95 % interval by Student's t. The
 * interval is NaN for a single pair.
 */
export function pairedDifference(treated: ArrayLike<number>, control: ArrayLike<number>): PairedDifference {
  const n = sameLength("pairedDifference", treated, control);
  const differences = new Float64Array(n);
  for (let i = 0; i < n; i++) differences[i] = treated[i] - control[i];
  const centre = mean(differences);
  const half = student975(n - 1) * Math.sqrt(variance(differences) / n);
  return { mean: centre, low: centre - half, high: centre + half };
}

function sameLength(name: string, a: ArrayLike<number>, b: ArrayLike<number>): number {
  if (a.length === b.length) return a.length;
  throw new RangeError(`${name}: the series have ${a.length} and ${b.length} values; expected equally many.`);
}
