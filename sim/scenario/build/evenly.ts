/** Dealing things out evenly, without chance: whole shares, and orders in which neighbours lie far apart. */
import { GOLDEN } from "../../numerics/constants.ts";
import { multinomialLargestRemainder } from "../../numerics/rounding.ts";

/**
 * A step near the golden part of n that shares no factor with it: k * step modulo n comes to each of n numbers once,
 * and those that follow each other lie far apart.
 */
export function evenStep(n: number): number {
  const shared = (a: number, b: number): number => (b === 0 ? a : shared(b, a % b));
  let step = Math.max(1, Math.floor(n * GOLDEN));
  while (shared(step, n) !== 1) step++;
  return step;
}

/** Splits `total` agents by weights, whole and exact. */
export function split(total: number, weights: readonly number[]): Int32Array {
  const out = new Int32Array(weights.length);
  multinomialLargestRemainder(Float64Array.from(weights), total, out);
  return out;
}
