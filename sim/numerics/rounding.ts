/** Whole numbers from shares: rounding, and splits whose parts sum to the total exactly. */

/** The nearest whole number; halves go up (towards plus infinity), as in 2.5 to 3 and -2.5 to -2. */
export function roundHalfUp(x: number): number {
  // Not floor(x + 0.5): the sum rounds 0.49999999999999994 up to 1.
  const below = Math.floor(x);
  return x - below >= 0.5 ? below + 1 : below;
}

/** Room for the remainders of the call that runs; grows to the longest list seen. */
let remainderScratch = new Float64Array(64);
/** Lists up to this length are handed out by looking for the largest remainder each time, longer ones by sorting. */
const SHORT = 64;

/**
 * Splits a whole amount in proportion to weights by largest remainders (Hamilton's method): each part is a
 * whole number next to its exact share, and the parts sum to the total. Ties go to the lower index. An item
 * of weight 0 gets nothing.
 *
 * @param total a whole number up to 2^53 in size; a negative one is split as its opposite
 * @param weights at least 0, finite
 * @param out as long as weights; overwritten
 * @throws RangeError where the total is not whole, a weight is negative or not finite, or a total other
 *   than 0 meets weights that are all 0
 */
export function splitWhole(total: number, weights: Float64Array, out: Float64Array): void {
  const sign = total < 0 ? -1 : 1;
  const amount = sign * total;
  const sum = checkedSum(amount, weights);
  const n = weights.length;
  if (amount === 0) {
    out.fill(0, 0, n);
    return;
  }
  if (remainderScratch.length < n) remainderScratch = new Float64Array(2 * n);
  const remainders = remainderScratch;
  let rest = amount;
  for (let i = 0; i < n; i++) {
    const share = amount * (weights[i] / sum);
    out[i] = Math.floor(share);
    remainders[i] = share - out[i];
    rest -= out[i];
  }
  handOut(rest, weights, remainders, out);
  if (sign < 0) for (let i = 0; i < n; i++) out[i] = 0 - out[i];
}

/**
 * As splitWhole, for counts of people: whole numbers of 32 bits.
 */
export function multinomialLargestRemainder(weights: Float64Array, total: number, out: Int32Array): void {
  const parts = new Float64Array(weights.length);
  splitWhole(total, weights, parts);
  for (let i = 0; i < parts.length; i++) out[i] = parts[i];
}

/** Gives out (or, after unlucky rounding of shares, takes back) the rest, one unit at a time. */
function handOut(rest: number, weights: Float64Array, remainders: Float64Array, out: Float64Array): void {
  if (rest === 0) return;
  if (rest > 0 && weights.length <= SHORT && rest <= weights.length) {
    handOutShort(rest, weights, remainders, out);
    return;
  }
  const order: number[] = [];
  for (let i = 0; i < weights.length; i++) if (weights[i] > 0) order.push(i);
  order.sort((a, b) => remainders[b] - remainders[a] || a - b);
  while (rest > 0) {
    for (let k = 0; k < order.length && rest > 0; k++, rest--) out[order[k]] += 1;
  }
  while (rest < 0) {
    for (let k = order.length - 1; k >= 0 && rest < 0; k--) {
      if (out[order[k]] === 0) continue;
      out[order[k]] -= 1;
      rest += 1;
    }
  }
}

/** The same for short lists without making one; each item gets at most one unit a round. */
function handOutShort(
  rest: number,
  weights: Float64Array,
  remainders: Float64Array,
  out: Float64Array,
): void {
  const n = weights.length;
  let left = rest;
  while (left > 0) {
    let best = -1;
    for (let i = 0; i < n; i++) {
      if (weights[i] > 0 && remainders[i] >= 0 && (best < 0 || remainders[i] > remainders[best])) best = i;
    }
    if (best < 0) {
      // Everyone has had one: a new round begins, in the same order.
      for (let i = 0; i < n; i++) remainders[i] = -1 - remainders[i];
      continue;
    }
    out[best] += 1;
    remainders[best] = -1 - remainders[best];
    left--;
  }
}

function checkedSum(total: number, weights: Float64Array): number {
  if (!Number.isSafeInteger(total)) {
    throw new RangeError(
      `splitWhole: the total is ${total}; expected a whole number up to 2^53. Round it first.`,
    );
  }
  let sum = 0;
  for (let i = 0; i < weights.length; i++) {
    if (!(weights[i] >= 0 && weights[i] < Infinity)) {
      throw new RangeError(
        `splitWhole: weights[${i}] is ${weights[i]}; expected a finite weight of at least 0.`,
      );
    }
    sum += weights[i];
  }
  if (total !== 0 && !(sum > 0 && sum < Infinity)) {
    throw new RangeError(
      `splitWhole: ${total} to split over weights that sum to ${sum}; expected a finite sum above 0. ` +
        "Give at least one item a weight.",
    );
  }
  return sum;
}
