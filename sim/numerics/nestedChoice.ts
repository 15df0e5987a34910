/**
 * Nested logit over short lists that come in any order: each alternative names its nest, one dissimilarity holds for
 * all nests, and one uniform draws the choice. `choice.ts` has the closed form over sorted lists.
 *
 * With utilities v, scale σ and dissimilarity τ,
 *
 *     P(k) = P(k | n) P(n),  P(k | n) = e^(v_k / στ) / S_n,  P(n) = S_n^τ / Σ S^τ,  S_n = Σ over n of e^(v / στ);
 *
 * at τ = 1 it is the logit. Where alternatives are a sample, v_k holds the correction -στ ln E_k, E_k the number of
 * times that k was to be expected in the sample: then S_n stands for the sum over the whole nest without bias, and
 * where all alternatives are sure to be drawn shares are those of the whole choice. That much is exact. S_n^τ and the
 * ratios are not linear in S_n, so from few draws nests that are only sampled get less than their share on the whole
 * (Jensen), the more so the smaller τ is; as more is drawn shares come near those of the whole choice.
 *
 * Source: McFadden 1978 (nested logit); sampling of alternatives in it: C. A. Guevara & M. E. Ben-Akiva (2013),
 * "Sampling of alternatives in multivariate extreme value (MEV) models", Transportation Research B 48, 31-52.
 */
import { fastExp, fastLn } from "./fast.ts";

/** Most nests of a list. */
export const MOST_NESTS = 8;

/** Best value, sum of weights and weight of each nest of the call that runs. */
const best = new Float64Array(MOST_NESTS);
const sum = new Float64Array(MOST_NESTS);
const chance = new Float64Array(MOST_NESTS);
/** Chances of the draw that runs; grows to the longest list seen. */
let scratch = new Float64Array(64);

/**
 * Chances of the first n alternatives into `out`; they sum to 1 but for rounding, and are 0 where none is open.
 *
 * @param values utilities; -Infinity for what is not open
 * @param nest of each alternative, below MOST_NESTS
 * @param dissimilarity τ in (0, 1]
 */
export function nestedChances(
  values: Float64Array,
  nest: ArrayLike<number>,
  n: number,
  scale: number,
  dissimilarity: number,
  out: Float64Array,
): void {
  best.fill(-Infinity);
  sum.fill(0);
  for (let k = 0; k < n; k++) if (values[k] > best[nest[k]]) best[nest[k]] = values[k];
  const perWidth = 1 / (scale * dissimilarity);
  for (let k = 0; k < n; k++) {
    out[k] = values[k] === -Infinity ? 0 : fastExp((values[k] - best[nest[k]]) * perWidth);
    sum[nest[k]] += out[k];
  }
  let most = -Infinity;
  for (let i = 0; i < MOST_NESTS; i++) {
    chance[i] = sum[i] === 0 ? -Infinity : best[i] / scale + dissimilarity * fastLn(sum[i]);
    if (chance[i] > most) most = chance[i];
  }
  let total = 0;
  for (let i = 0; i < MOST_NESTS; i++) {
    chance[i] = sum[i] === 0 ? 0 : fastExp(chance[i] - most);
    total += chance[i];
  }
  for (let k = 0; k < n; k++) if (out[k] > 0) out[k] *= chance[nest[k]] / (sum[nest[k]] * total);
}

/**
 * Draws one of the first n alternatives by one uniform: the inverse of the distribution function in their order.
 *
 * @param u in (0, 1)
 * @returns an index; -1 where no alternative is open
 */
export function sampleNestedLogit(
  values: Float64Array,
  nest: ArrayLike<number>,
  n: number,
  scale: number,
  dissimilarity: number,
  u: number,
): number {
  if (scratch.length < n) scratch = new Float64Array(2 * n);
  nestedChances(values, nest, n, scale, dissimilarity, scratch);
  let target = u;
  let last = -1;
  for (let k = 0; k < n; k++) {
    if (scratch[k] === 0) continue;
    last = k;
    target -= scratch[k];
    if (target < 0) return k;
  }
  // Rounding left the target a hair above the whole.
  return last;
}
