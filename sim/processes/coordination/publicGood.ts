/**
 * A public good that spills over a border, such as a road that both sides use: u_i = a ln(g_i + s g_j) - c g_i, with
 * g what each side provides, a its worth, c its cost per unit, s the part of the neighbour's provision of which one
 * has use (0 to 1). Both sides are alike.
 *
 * Sources: Williams 1966 (Journal of Political Economy 74:18-33); Oates 1972, Fiscal Federalism. Closed forms by
 * derivation; the one with a bargain follows from a subsidy s / (1 + s) of each other's cost, cut by the loss.
 */
import { ln } from "../../numerics/elementary.ts";

/** What each side provides that looks to itself alone: a / (c (1 + s)), units of the good. */
export const ownProvision = (worth: number, cost: number, spillover: number): number =>
  worth / (cost * (1 + spillover));

/** What both would provide for the best of both: a / c. */
export const jointProvision = (worth: number, cost: number): number => worth / cost;

/**
 * What they provide where each pays part of the other's cost, up to what it gains, and the part `loss` of that gain is
 * lost on bargaining: a / (c (1 + loss s)). With no loss it is the joint optimum, with all lost the own one.
 */
export const bargainedProvision = (worth: number, cost: number, spillover: number, loss: number): number =>
  worth / (cost * (1 + loss * spillover));

/** Welfare of both sides together where each provides g: 2 (a ln(g (1 + s)) - c g). */
export const provisionWelfare = (provided: number, worth: number, cost: number, spillover: number): number =>
  2 * (worth * ln(provided * (1 + spillover)) - cost * provided);
