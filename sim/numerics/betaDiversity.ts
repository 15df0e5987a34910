/**
 * Diversity among places: what a set of profiles has beyond the diversity inside each. Profiles as in
 * diversity.ts.
 *
 * Sources: J. Lin (1991), "Divergence measures based on the Shannon entropy", IEEE Transactions on
 * Information Theory 37, 145-151; L. Jost (2007), "Partitioning diversity into independent alpha and beta
 * components", Ecology 88, 2427-2439.
 */
import { type Profile, sameKinds, shannon } from "./diversity.ts";
import { compensatedSum } from "./sums.ts";

/**
 * Diversity in nats: inside the places on the mean, of all together, and the difference, which is among the
 * places.
 */
export interface Partition {
  readonly alpha: number;
  readonly gamma: number;
  readonly beta: number;
}

/** Mean profile; places count by their weights, equally without. Empty for no profile. */
export function meanProfile(profiles: readonly Profile[], weights?: ArrayLike<number>): Float64Array {
  if (profiles.length === 0) return new Float64Array(0);
  for (const profile of profiles) sameKinds("meanProfile", profiles[0], profile);
  const weightOf = (n: number): number => (weights === undefined ? 1 : weights[n]);
  const all = compensatedSum(Float64Array.from(profiles, (_, n) => weightOf(n)));
  return Float64Array.from(
    profiles[0],
    (_, k) => compensatedSum(Float64Array.from(profiles, (profile, n) => weightOf(n) * profile[k])) / all,
  );
}

/**
 * Splits diversity: gamma = H(mean profile), alpha = mean of H, beta = gamma - alpha. Beta is the
 * Jensen-Shannon divergence of all places: 0 where they are identical, at most ln n for n equally weighted
 * places. NaN of nothing.
 *
 * @param weights of the places, at least 0; 1 each by default
 */
export function partition(profiles: readonly Profile[], weights?: ArrayLike<number>): Partition {
  if (profiles.length === 0) return { alpha: NaN, gamma: NaN, beta: NaN };
  const weightOf = (n: number): number => (weights === undefined ? 1 : weights[n]);
  const all = compensatedSum(Float64Array.from(profiles, (_, n) => weightOf(n)));
  const inside = Float64Array.from(profiles, (profile, n) => weightOf(n) * shannon(profile));
  const alpha = compensatedSum(inside) / all;
  const gamma = shannon(meanProfile(profiles, weights));
  return { alpha, gamma, beta: gamma - alpha };
}

/** Jensen-Shannon divergence of two profiles, nats: 0 (the same) to ln 2 (nothing shared). */
export const jensenShannon = (a: Profile, b: Profile): number => partition([a, b]).beta;

/**
 * Mean over all pairs of places; of `cosine` it is the index of homogenisation, 1 where all are identical.
 * NaN of fewer than two places. The cost grows with the square of their number; `meanCosine` does not.
 */
export function meanPairwise(
  profiles: readonly Profile[],
  measure: (a: Profile, b: Profile) => number,
): number {
  const values: number[] = [];
  for (let a = 0; a < profiles.length; a++)
    for (let b = a + 1; b < profiles.length; b++) values.push(measure(profiles[a], profiles[b]));
  return compensatedSum(values) / values.length;
}

/**
 * Mean cosine over all pairs in one pass: with u the profiles scaled to length 1, (|sum u|^2 - n) / (n (n -
 * 1)). Equals meanPairwise(profiles, cosine) but for rounding. NaN of fewer than two places, or where a
 * profile is empty.
 */
export function meanCosine(profiles: readonly Profile[]): number {
  const n = profiles.length;
  if (n < 2) return NaN;
  const sum = new Float64Array(profiles[0].length);
  for (const profile of profiles) {
    sameKinds("meanCosine", sum, profile);
    const length = Math.sqrt(compensatedSum(Float64Array.from(profile, (share) => share * share)));
    for (let k = 0; k < sum.length; k++) sum[k] += profile[k] / length;
  }
  const squared = compensatedSum(sum.map((share) => share * share));
  return (squared - n) / (n * (n - 1));
}
