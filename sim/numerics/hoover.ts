/**
 * Hoover's index of inequality: the share of all income that would have to change hands to make everyone
 * equal.
 *
 * Source: E. M. Hoover (1936), "The measurement of industrial localization", Review of Economics and
 * Statistics 18, 162-171.
 */
import { compensatedSum } from "./sums.ts";

/**
 * (1/2) sum |y - m| / sum y: 0 where all are equal, 1 - 1/n where one of n has all. NaN where the total is 0.
 *
 * @param values at least 0
 * @param weights how many people have each, at least 0; 1 each by default
 */
export function hoover(values: ArrayLike<number>, weights?: ArrayLike<number>): number {
  const weightOf = (k: number): number => (weights === undefined ? 1 : weights[k]);
  const people = compensatedSum(Float64Array.from(values, (_, k) => weightOf(k)));
  const held = compensatedSum(Float64Array.from(values, (value, k) => weightOf(k) * value));
  const centre = held / people;
  const apart = Float64Array.from(values, (value, k) => weightOf(k) * Math.abs(value - centre));
  return compensatedSum(apart) / (2 * held);
}
