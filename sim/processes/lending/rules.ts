/** By what banks weigh who borrows and what may be lent. */
import { exp } from "../../numerics/elementary.ts";
import type { Assumptions } from "../../policy/parameters.ts";
import { TOWN, VILLAGE } from "../../world/tiers.ts";

/** Yearly cost of lending a yuan in a place of this tier. */
export const lendingCost = (tier: number, a: Assumptions): number =>
  tier === VILLAGE ? a.lendingCostVillage : tier === TOWN ? a.lendingCostTown : a.lendingCostCity;

/** Weight of a borrower zone in a lender's eyes: capital e^(net return / spread). */
export const lenderWeight = (capital: number, netReturn: number, spread: number): number =>
  capital <= 0 ? 0 : capital * exp(Math.max(-30, Math.min(30, netReturn / spread)));

/** Loan that brings debt to the part m of the capital it buys along: (m K - D) / (1 - m), at least 0. */
export const soundLoan = (capital: number, debt: number, most: number): number =>
  Math.max(0, (most * capital - debt) / (1 - most));

/** Deposits that may be lent: (1 - reserve ratio) D, less what is lent already. */
export const loanable = (deposits: number, reserveRatio: number, lent: number): number =>
  Math.max(0, Math.floor((1 - reserveRatio) * deposits) - lent);
