/**
 * Pollution at a border: a side gains b ln e from emitting e and bears the part θ of the damage d e; the rest goes over
 * the border.
 *
 * Source: Coase 1960 (Journal of Law and Economics 3:1-44) for the price; closed forms by derivation. Evidence for the
 * pattern: Wang, Ma & Fu on the most downstream cities of provinces.
 */
import { ln } from "../../numerics/elementary.ts";

/**
 * Emission at which a side's own gain from one more unit meets the damage that it feels:
 * b / (d (θ + h (1 - θ))), h the part of the damage beyond the border that it is made to feel.
 * Alone h is 0 and it emits b / (θ d). Where the neighbour pays for each unit not emitted h is 1 less the part lost on
 * bargaining, and 1 where one plan counts both sides.
 *
 * @param ownShare θ, above 0 to 1
 * @param heard h, 0 to 1
 */
export const emission = (gain: number, damage: number, ownShare: number, heard: number): number =>
  gain / (damage * (ownShare + heard * (1 - ownShare)));

/** Price of a unit of emission that makes a side stop at the joint optimum: (1 - θ) d. */
export const coasePrice = (damage: number, ownShare: number): number => (1 - ownShare) * damage;

/** Welfare of all: b ln e - d e. */
export const emissionWelfare = (emitted: number, gain: number, damage: number): number =>
  gain * ln(emitted) - damage * emitted;
