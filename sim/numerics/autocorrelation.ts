/**
 * Whether neighbours are alike: Moran's I, 0 at random but for -1 / (n - 1), positive where high values stand
 * beside high ones.
 *
 * Source: P. A. P. Moran (1950), "Notes on continuous stochastic phenomena", Biometrika 37, 17-23.
 */
import { mean } from "./statistics.ts";
import { compensatedSum } from "./sums.ts";

/**
 * I = (n / W) sum w_ij (x_i - m) (x_j - m) / sum (x_i - m)^2, W the sum of all weights. NaN where the values
 * do not differ or no one has neighbours.
 *
 * @param values shape: n
 * @param weights of the neighbours, flat by row and column; the diagonal is 0; rows often add up to 1
 * @throws RangeError where there are not n x n weights
 */
export function moran(values: ArrayLike<number>, weights: ArrayLike<number>): number {
  const n = values.length;
  if (weights.length !== n * n) {
    throw new RangeError(`moran: there are ${weights.length} weights; expected ${n} x ${n} = ${n * n}.`);
  }
  const centre = mean(values);
  const apart = Float64Array.from(values, (value) => value - centre);
  const across = Float64Array.from(weights, (weight, k) => weight * apart[Math.floor(k / n)] * apart[k % n]);
  const spread = compensatedSum(apart.map((each) => each * each));
  return (n / compensatedSum(weights)) * (compensatedSum(across) / spread);
}

/** What I is on the mean where places have nothing to do with each other. */
export const expectedMoran = (places: number): number => -1 / (places - 1);
