/** Who supplies whom: the inputs of branches, and how far one place could supply another. */
import { BRANCHES } from "../../world/functions.ts";

/**
 * Part of the inputs of a branch (row) that is made by each branch (column), in the order of `BRANCH_NAMES`; rows sum
 * to 1. Assumed: the own branch first, as on the diagonal of input-output tables, then what it is known to be made of.
 */
export const INPUTS: readonly (readonly number[])[] = [
  [0.6, 0.05, 0.3, 0, 0, 0.05, 0, 0],
  [0.1, 0.5, 0.25, 0, 0.1, 0.05, 0, 0],
  [0, 0.05, 0.75, 0.05, 0.05, 0.1, 0, 0],
  [0, 0.05, 0.25, 0.5, 0.1, 0.1, 0, 0],
  [0, 0, 0.1, 0.05, 0.75, 0.1, 0, 0],
  [0, 0, 0.1, 0, 0.4, 0.35, 0, 0.15],
  [0.05, 0, 0.15, 0.05, 0.2, 0.15, 0.3, 0.1],
  [0, 0, 0.15, 0.05, 0.25, 0.05, 0, 0.5],
];

/**
 * Inputs of a place by branch, from its profile: u_s = sum over r of p_r a_rs; sums to 1 as the profile does.
 *
 * @param profiles,needs flat; the place's numbers begin at `at` in both
 */
export function writeNeeds(profiles: Float64Array, needs: Float64Array, at: number): void {
  for (let s = 0; s < BRANCHES; s++) {
    let sum = 0;
    for (let r = 0; r < BRANCHES; r++) sum += profiles[at + r] * INPUTS[r][s];
    needs[at + s] = sum;
  }
}

/** Part of one's inputs that are of kinds which the other makes, as far as it makes them: sum of min(u, p), 0 to 1. */
export function supplied(
  needs: Float64Array,
  fromNeeds: number,
  profiles: Float64Array,
  fromProfile: number,
): number {
  let sum = 0;
  for (let s = 0; s < BRANCHES; s++) sum += Math.min(needs[fromNeeds + s], profiles[fromProfile + s]);
  return sum;
}
