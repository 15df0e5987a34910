/**
 * Gaps between visits of one probability, read from a table instead of by a logarithm for each: the law is the
 * geometric one, found by a guided search in its survival function (Chen & Asau 1974, "On generating random variates
 * from an empirical distribution", AIIE Transactions 6, 163-166).
 */
import { ln1p } from "./elementary.ts";
import { fastLn } from "./fast.ts";

/** Equal parts of (0, 1), for each of which the guide says where the search begins. */
const PARTS = 1024;
/** Below this probability visits are so few that the logarithm costs less than the table. */
const LEAST = 1 / 512;

export interface Gaps {
  readonly probability: number;
  /** Chance that k in a row are not visited, falling from 1 at k = 0. */
  readonly survival: Float64Array;
  /** For each part the last k that no draw of the part is beyond; empty without a table. */
  readonly guide: Uint16Array;
  /** 1 / ln(1 - probability), for the draws in the first part, which may go on beyond the table. */
  readonly perMiss: number;
}

/** @param probability chance of a visit, in (0, 1) */
export function gapsOf(probability: number): Gaps {
  const perMiss = 1 / ln1p(-probability);
  if (probability < LEAST) return { probability, survival: NONE, guide: NO_GUIDE, perMiss };
  const survival = [1];
  while (survival[survival.length - 1] >= 1 / PARTS)
    survival.push(survival[survival.length - 1] * (1 - probability));
  const guide = new Uint16Array(PARTS);
  for (let part = PARTS - 1, k = 0; part >= 0; part--) {
    while (survival[k + 1] >= (part + 1) / PARTS) k++;
    guide[part] = k;
  }
  return { probability, survival: Float64Array.from(survival), guide, perMiss };
}
const NONE = new Float64Array(0);
const NO_GUIDE = new Uint16Array(0);

/**
 * How many are passed over before the next visit.
 *
 * @param u in (0, 1)
 */
export function gapAt({ survival, guide, perMiss }: Gaps, u: number): number {
  const part = (u * PARTS) | 0;
  if (part === 0 || guide.length === 0) return Math.floor(fastLn(u) * perMiss);
  let k = guide[part];
  while (survival[k + 1] >= u) k++;
  return k;
}
