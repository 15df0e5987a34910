/**
 * Discrete choice. Values are utilities; the chance of an alternative is proportional to exp(value / scale).
 * A value of -Infinity is an alternative that is not open. Sums run in the order of the alternatives.
 *
 * Source: D. McFadden (1974), "Conditional logit analysis of qualitative choice behavior", in P. Zarembka
 * (ed.), Frontiers in Econometrics, 105-142; nested logit after D. McFadden (1978), "Modelling the choice
 * of residential location", in A. Karlqvist et al. (eds), Spatial Interaction Theory and Planning Models,
 * 75-96.
 */
import { exp, ln } from "./elementary.ts";
import { fastExp } from "./fast.ts";

/** Weights of the alternatives of the call that runs; grows to the longest list seen. */
let scratch = new Float64Array(256);

/** ln(sum of exp(values[0..n))), stable for values of any size. -Infinity where no alternative is open. */
export function logSumExp(values: Float64Array, n: number): number {
  const best = greatest(values, n);
  if (best === -Infinity) return -Infinity;
  let total = 0;
  for (let i = 0; i < n; i++) total += exp(values[i] - best);
  return best + ln(total);
}

/** Chances of the first n alternatives into `out`; they sum to 1 but for rounding. NaN where none is open. */
export function logitProbabilities(values: Float64Array, n: number, scale: number, out: Float64Array): void {
  const best = greatest(values, n);
  let total = 0;
  for (let i = 0; i < n; i++) {
    out[i] = exp((values[i] - best) / scale);
    total += out[i];
  }
  for (let i = 0; i < n; i++) out[i] /= total;
}

/**
 * Draws one of the first n alternatives by one uniform: the inverse of the distribution function in the
 * order of the alternatives. Has the law of the largest of value / scale + Gumbel draw, for one draw
 * instead of n.
 *
 * @param u in (0, 1)
 * @returns an index; -1 where no alternative is open (n = 0, or all values -Infinity)
 */
export function sampleLogit(values: Float64Array, n: number, scale: number, u: number): number {
  const best = greatest(values, n);
  if (best === -Infinity) return -1;
  if (scratch.length < n) scratch = new Float64Array(2 * n);
  const weights = scratch;
  const perScale = 1 / scale;
  let total = 0;
  for (let i = 0; i < n; i++) {
    const weight = fastExp((values[i] - best) * perScale);
    weights[i] = weight;
    total += weight;
  }
  let target = u * total;
  let last = -1;
  for (let i = 0; i < n; i++) {
    const weight = weights[i];
    if (weight === 0) continue;
    last = i;
    target -= weight;
    if (target < 0) return i;
  }
  // Rounding left the target a hair above the whole.
  return last;
}

/**
 * Nested logit: alternatives nestStart[k] up to nestStart[k + 1] form nest k; within a nest they are alike
 * to the degree 1 - dissimilarity[k]. Chances of all alternatives go to `out`; with every dissimilarity 1
 * it is the logit.
 *
 * @param values utility of each alternative; shape: nestStart[nests]
 * @param nestStart rising starts, from 0, with the end as a last entry; shape: nests + 1
 * @param dissimilarity in (0, 1] for each nest; shape: nests
 * @param scale as for the logit: utilities are divided by it first
 * @param nestChances where given, receives the chance of each nest; shape: nests
 */
export function nestedLogit(
  values: Float64Array,
  nestStart: Int32Array,
  dissimilarity: Float64Array,
  scale: number,
  out: Float64Array,
  nestChances: Float64Array = new Float64Array(dissimilarity.length),
): void {
  const nests = dissimilarity.length;
  for (let k = 0; k < nests; k++) {
    const width = scale * dissimilarity[k];
    const from = nestStart[k];
    const to = nestStart[k + 1];
    let best = -Infinity;
    for (let i = from; i < to; i++) if (values[i] > best) best = values[i];
    let total = 0;
    for (let i = from; i < to; i++) {
      out[i] = best === -Infinity ? 0 : exp((values[i] - best) / width);
      total += out[i];
    }
    for (let i = from; i < to; i++) out[i] = total === 0 ? 0 : out[i] / total;
    // The inclusive value of the nest, in units of the scale.
    nestChances[k] = total === 0 ? -Infinity : best / scale + dissimilarity[k] * ln(total);
  }
  logitProbabilities(nestChances, nests, 1, nestChances);
  for (let k = 0; k < nests; k++) {
    for (let i = nestStart[k]; i < nestStart[k + 1]; i++) out[i] *= nestChances[k];
  }
}

function greatest(values: Float64Array, n: number): number {
  let best = -Infinity;
  for (let i = 0; i < n; i++) if (values[i] > best) best = values[i];
  return best;
}
