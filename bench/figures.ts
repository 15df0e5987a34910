/** What is made of measured times. */

/** The middle of the values; the mean of the two middle ones where their number is even. */
export function median(values: readonly number[]): number {
  if (values.length === 0) throw new RangeError("median of no values");
  const sorted = values.toSorted((a, b) => a - b);
  const middle = sorted.length >> 1;
  return sorted.length % 2 === 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
}

/** The power e of the least-squares fit cost = c size^e, from pairs of sizes and costs above 0. */
export function fittedExponent(points: readonly { readonly size: number; readonly cost: number }[]): number {
  const x = points.map(({ size }) => Math.log(size));
  const y = points.map(({ cost }) => Math.log(cost));
  const meanX = x.reduce((sum, value) => sum + value, 0) / x.length;
  const meanY = y.reduce((sum, value) => sum + value, 0) / y.length;
  let above = 0;
  let below = 0;
  x.forEach((value, k) => {
    above += (value - meanX) * (y[k] - meanY);
    below += (value - meanX) ** 2;
  });
  return above / below;
}

/** The exponent that n log n has between the smallest and the largest of the sizes. */
export function exponentOfNLogN(sizes: readonly number[]): number {
  return fittedExponent(sizes.map((size) => ({ size, cost: size * Math.log(size) })));
}

/**
 * Whether two counts of independent chance events can be of the same law: they differ by at most five
 * standard errors. The variance of each is taken as its count, which is more than it is, for an agent's
 * moves are few.
 */
export function countsAgree(a: number, b: number): boolean {
  return Math.abs(a - b) <= 5 * Math.sqrt(a + b);
}
