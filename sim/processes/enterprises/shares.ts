/**
 * Splits of whole amounts among the members of many groups, in two passes over the members in any one order: the first
 * adds up weights, the second takes each member's part. A part is a difference of rounded running sums, so the parts of
 * a group are whole and add up to the amount exactly, without a list of each group's members.
 */
export interface Shares {
  /** Sum of weights of each group. */
  readonly sum: Float64Array;
  /** Running shares of each group before and behind the member whose turn it is. */
  readonly from: Float64Array;
  readonly to: Float64Array;
  readonly passed: Float64Array;
}

export const openShares = (groups: number): Shares => ({
  sum: new Float64Array(groups),
  from: new Float64Array(groups),
  to: new Float64Array(groups),
  passed: new Float64Array(groups),
});

/** Forgets all weights. */
export function clearShares({ sum, from, to, passed }: Shares): void {
  sum.fill(0);
  from.fill(0);
  to.fill(0);
  passed.fill(0);
}

/** First pass: counts a member of weight 0 or more. */
export function weigh({ sum }: Shares, group: number, weight: number): void {
  sum[group] += weight;
}

/** Second pass: it is the turn of the next member of a group, with the weight that was counted. */
export function turn({ sum, from, to, passed }: Shares, group: number, weight: number): void {
  from[group] = to[group];
  // The last member's running sum was added up like the whole, so it is the whole, bit for bit.
  passed[group] += weight;
  if (weight > 0) to[group] = passed[group] / sum[group];
}

/** The part of `total`, whole, that falls to the member whose turn it is; 0 where no member has a weight. */
export function part({ from, to }: Shares, group: number, total: number): number {
  return total === 0 ? 0 : Math.floor(total * to[group]) - Math.floor(total * from[group]);
}
