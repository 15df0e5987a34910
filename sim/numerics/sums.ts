/**
 * Sums whose bits are fixed. Addition of doubles is not associative, so a sum is defined here together with
 * its order: by index, or by fixed blocks whose parts may be added anywhere and are then joined in block
 * order.
 */

/** Length of a block: one chunk of people (see visits.ts). */
export const BLOCK = 1024;

/**
 * Sum of values[from..to) in index order, with what rounding took carried along (Neumaier 1974): the error is
 * about one unit in the last place of the sum plus n times 1e-32 of the sum of sizes.
 */
export function compensatedSum(values: ArrayLike<number>, from = 0, to = values.length): number {
  let sum = 0;
  let carried = 0;
  for (let i = from; i < to; i++) {
    const value = values[i];
    const next = sum + value;
    carried += Math.abs(sum) >= Math.abs(value) ? sum - next + value : value - next + sum;
    sum = next;
  }
  // Infinite sums make the carried part NaN; the sum itself is right.
  return carried === carried ? sum + carried : sum;
}

/** Sum of values[from..to) by halves (pairwise), plain up to 64 values. Fast, no carrying; fixed order. */
export function pairwiseSum(values: ArrayLike<number>, from = 0, to = values.length): number {
  if (to - from <= 64) {
    let sum = 0;
    for (let i = from; i < to; i++) sum += values[i];
    return sum;
  }
  const middle = from + ((to - from) >> 1);
  return pairwiseSum(values, from, middle) + pairwiseSum(values, middle, to);
}

/**
 * Sum of values[0..n) by blocks of 1024: what workers get that each add whole blocks, when the parts are
 * joined in block order. The part of each block is rounded once, the joining is compensated. `joinBlocks`
 * is the joining alone.
 */
export function blockSum(values: ArrayLike<number>, n = values.length): number {
  let sum = 0;
  let carried = 0;
  for (let from = 0; from < n; from += BLOCK) {
    const part = compensatedSum(values, from, Math.min(from + BLOCK, n));
    const next = sum + part;
    carried += Math.abs(sum) >= Math.abs(part) ? sum - next + part : part - next + sum;
    sum = next;
  }
  return carried === carried ? sum + carried : sum;
}

/** Joins the sums of blocks, given in block order: joinBlocks of the blocks' compensatedSum is blockSum. */
export function joinBlocks(parts: ArrayLike<number>, blocks = parts.length): number {
  return compensatedSum(parts, 0, blocks);
}

/**
 * The exact sum of values[from..to), rounded once: the only sum that is the same in any order. Several times
 * slower; allocates. For finite values.
 *
 * Source: J. R. Shewchuk (1997), "Adaptive precision floating-point arithmetic", Discrete & Computational
 * Geometry 18, 305-363.
 */
export function exactSum(values: ArrayLike<number>, from = 0, to = values.length): number {
  // Parts that do not overlap, from small to large; together they are the exact sum so far.
  const parts: number[] = [];
  for (let i = from; i < to; i++) {
    let x = values[i];
    let kept = 0;
    for (let k = 0; k < parts.length; k++) {
      let y = parts[k];
      if (Math.abs(x) < Math.abs(y)) [x, y] = [y, x];
      const high = x + y;
      const low = y - (high - x);
      if (low !== 0) parts[kept++] = low;
      x = high;
    }
    parts.length = kept;
    parts.push(x);
  }
  return roundParts(parts);
}

/** The nearest double to the exact sum of parts that do not overlap, halves to even. */
function roundParts(parts: number[]): number {
  let k = parts.length - 1;
  if (k < 0) return 0;
  let high = parts[k--];
  let low = 0;
  while (k >= 0 && low === 0) {
    const x = high;
    const y = parts[k--];
    high = x + y;
    low = y - (high - x);
  }
  // A half exactly, and more below it on the same side: the sum must go the other way.
  if (k >= 0 && ((low < 0 && parts[k] < 0) || (low > 0 && parts[k] > 0))) {
    const doubled = low * 2;
    const moved = high + doubled;
    if (doubled === moved - high) return moved;
  }
  return high;
}
