/**
 * Who takes a facility that all need and nobody wants nearby.
 *
 * Sources: volunteer's dilemma, Diekmann 1985 (Journal of Conflict Resolution 29:605-610); sealed low-bid auction,
 * Kunreuther, Kleindorfer, Knez & Yaksick 1987 (Journal of Environmental Economics and Management 14:371-383).
 */
import { pow } from "../../numerics/elementary.ts";

/**
 * Chance that one of N alike players volunteers in the symmetric equilibrium: 1 - (c / b)^(1 / (N - 1)), c the cost of
 * hosting and b the worth of the facility to each. 0 where hosting costs more than it is worth; a single player
 * hosts whatever is worth it.
 */
export function volunteerChance(costOverBenefit: number, players: number): number {
  if (!(costOverBenefit < 1)) return 0;
  return players <= 1 ? 1 : 1 - pow(costOverBenefit, 1 / (players - 1));
}

/** Chance that nobody volunteers: (c / b)^(N / (N - 1)). */
export function stalemateChance(costOverBenefit: number, players: number): number {
  if (!(costOverBenefit < 1)) return 1;
  return players <= 1 ? 0 : pow(costOverBenefit, players / (players - 1));
}

/** The bid that is best against the worst case: c (N - 1) / N, yuan. What the others then pay never falls short. */
export const maximinBid = (cost: number, players: number): number => (cost * (players - 1)) / players;

/** Row of the lowest bid, the first of equal ones; -1 for no bids. */
export function lowestBid(bids: ArrayLike<number>): number {
  let host = -1;
  for (let k = 0; k < bids.length; k++) if (host < 0 || bids[k] < bids[host]) host = k;
  return host;
}

/**
 * What each player gets (above zero) or pays: the host its bid, every other 1 / (N - 1) of its own bid. The sum is never
 * above zero; what is over goes into the facility. Amounts are whole where `round` makes them so.
 *
 * @param transfers written, one for each bid
 */
export function auctionTransfers(
  bids: ArrayLike<number>,
  host: number,
  transfers: Float64Array,
  round: (yuan: number) => number = (yuan) => yuan,
): void {
  for (let k = 0; k < bids.length; k++) {
    transfers[k] = k === host ? round(bids[k]) : -round(bids[k] / (bids.length - 1));
  }
}
