/**
 * Division of labour in a cluster: what towns gain from being different, and lose from doing the same.
 * Forms of this design, after the idea of functional specialisation in city regions (Duranton & Puga 2005, Journal of
 * Urban Economics 57:343-370).
 */
import { cosine, type Profile } from "../../numerics/diversity.ts";

/**
 * Complementarity C = sum over pairs of ω_ij (1 - cos(p_i, p_j)) link_ij / sum of ω_ij: 0 where all places do the same or nobody
 * supplies anybody, 1 where all differ wholly and are fully linked. NaN of fewer than two places.
 *
 * @param profiles shares of sectors of each place
 * @param weight ω_ij of a pair, at least 0
 * @param linkage part of inputs that one could buy of the other, 0 to 1
 */
export function complementarity(
  profiles: readonly Profile[],
  weight: (i: number, j: number) => number,
  linkage: (i: number, j: number) => number,
): number {
  let sum = 0;
  let weights = 0;
  for (let i = 0; i < profiles.length; i++) {
    for (let j = i + 1; j < profiles.length; j++) {
      const pair = weight(i, j);
      sum += pair * (1 - cosine(profiles[i], profiles[j])) * linkage(i, j);
      weights += pair;
    }
  }
  return sum / weights;
}

/** Output over that without division of labour: 1 + η C. */
export const complementGain = (elasticity: number, complement: number): number => 1 + elasticity * complement;

/**
 * Part of the cluster's output that finds no market because too many make the same: sum of max(0, Q_s - D_s) / sum of Q_s
 * over sectors; 0 to 1, 0 where nothing is made.
 *
 * @param output what all places together make of each sector
 * @param demand what the market takes of it
 */
export function duplicationPenalty(output: ArrayLike<number>, demand: ArrayLike<number>): number {
  let unsold = 0;
  let all = 0;
  for (let s = 0; s < output.length; s++) {
    unsold += Math.max(0, output[s] - demand[s]);
    all += output[s];
  }
  return all > 0 ? unsold / all : 0;
}
