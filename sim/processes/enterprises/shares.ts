/**
 * Splits of whole amounts among the members of many groups, in two passes over the members in any one order: the first
 * adds up weights, the second takes each member's part. A part is a difference of rounded running sums, so the parts of
 * a group are whole and add up to the amount exactly, without a list of each group's members.
 */
export interface Shares {
  /** Sum of weights of each group. */
  readonly sum: Float64Array;
  /** Forgets all weights. */
  readonly reset: () => void;
  /** First pass: counts a member of weight 0 or more. */
  readonly weigh: (group: number, weight: number) => void;
  /** Second pass: the part of `total` that falls to the member whose turn it is; 0 where no member has a weight. */
  readonly part: (group: number, total: number, weight: number) => number;
  /** Second pass: the turn goes to the next member of the group. */
  readonly pass: (group: number, weight: number) => void;
}

export function openShares(groups: number): Shares {
  const sum = new Float64Array(groups);
  const before = new Float64Array(groups);
  return {
    sum,
    reset: () => {
      sum.fill(0);
      before.fill(0);
    },
    weigh: (group, weight) => {
      sum[group] += weight;
    },
    part: (group, total, weight) => {
      if (total === 0 || weight === 0) return 0;
      const whole = sum[group];
      // The last member's running sum was added up like the whole, so it is the whole, bit for bit.
      const to = Math.floor(total * ((before[group] + weight) / whole));
      return to - Math.floor(total * (before[group] / whole));
    },
    pass: (group, weight) => {
      before[group] += weight;
    },
  };
}
