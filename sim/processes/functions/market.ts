/**
 * Markets of branches. What the region's own works need of each other's goods is taken in the region, as far as it is
 * traded there; markets beyond take the rest in a mix of their own that doesn't change. A branch that grows beyond its
 * part of both sells at a lower price (constant elasticity); at elasticity 1 what is beyond brings nothing.
 * Source: demand of constant elasticity, as in Armington 1969 (IMF Staff Papers 16:159-178).
 */
import { pow } from "../../numerics/elementary.ts";

/** No branch's price falls below that at which so many times what is taken is made. Assumed. */
const MOST_GLUT = 20;

/** Price of a branch over the usual one: (taken / made)^(1 / elasticity), 1 where no more is made than taken. */
export const priceOf = (made: number, taken: number, elasticity: number): number =>
  made <= taken ? 1 : pow(Math.max(1 / MOST_GLUT, taken / made), 1 / elasticity);

/** Part that is taken at the usual price: what the region's works need of it, and what markets beyond take. */
export const takenOf = (needed: number, outside: number, regionalTrade: number): number =>
  regionalTrade * needed + (1 - regionalTrade) * outside;

/**
 * The mix of markets beyond the region that takes what is made, sums to 1: what the region doesn't need itself. Where
 * it needs more of a branch than it makes, it buys it there, and none is sold.
 */
export function outsideMix(
  made: ArrayLike<number>,
  needed: ArrayLike<number>,
  regionalTrade: number,
): number[] {
  const left = Array.from(made, (share, s) => Math.max(0, share - regionalTrade * needed[s]));
  const all = left.reduce((sum, share) => sum + share, 0);
  return left.map((share) => share / all);
}
