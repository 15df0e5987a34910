/** Whole numbers from shares: rounding, and splits whose parts sum to the total exactly. */

/** The nearest whole number; halves go up (towards plus infinity), as in 2.5 to 3 and -2.5 to -2. */
export function roundHalfUp(x: number): number {
  // Not floor(x + 0.5): the sum rounds 0.49999999999999994 up to 1.
  const below = Math.floor(x);
  return x - below >= 0.5 ? below + 1 : below;
}

/** Room for the remainders of the call that runs, and the items in their order; grows to the longest list seen. */
let remainderScratch = new Float64Array(64);
let orderScratch = new Int32Array(64);
/** Lists up to this length are put in order by insertion, without anything allocated. */
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
  const ranked = rank(weights, remainders);
  let left = rest;
  while (left > 0) {
    for (let k = 0; k < ranked && left > 0; k++, left--) out[orderScratch[k]] += 1;
  }
  while (left < 0) {
    for (let k = ranked - 1; k >= 0 && left < 0; k--) {
      if (out[orderScratch[k]] === 0) continue;
      out[orderScratch[k]] -= 1;
      left += 1;
    }
  }
}

/** Writes the items of any weight to the order, largest remainder first, and returns how many there are. */
function rank(weights: Float64Array, remainders: Float64Array): number {
  const n = weights.length;
  if (orderScratch.length < n) orderScratch = new Int32Array(2 * n);
  const order = orderScratch;
  let ranked = 0;
  if (n > SHORT) {
    for (let i = 0; i < n; i++) if (weights[i] > 0) order[ranked++] = i;
    order.subarray(0, ranked).sort((a, b) => remainders[b] - remainders[a] || a - b);
    return ranked;
  }
  for (let i = 0; i < n; i++) {
    if (weights[i] === 0) continue;
    const remainder = remainders[i];
    let k = ranked++;
    for (; k > 0 && remainders[order[k - 1]] < remainder; k--) order[k] = order[k - 1];
    order[k] = i;
  }
  return ranked;
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
