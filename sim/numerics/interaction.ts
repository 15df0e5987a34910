/**
 * Choice under the influence of others: with two options, where m in [-1, 1] is the mean choice of all (share
 * of the first less share of the second), h what the first is worth by itself, and J the weight of what
 * others do, the mean must reproduce itself: m = tanh(b (h + J m)). Above b J = 1 there may be three such
 * means, the middle one unstable: where people end up depends on where they start.
 *
 * Source: W. A. Brock & S. N. Durlauf (2001), "Discrete choice with social interactions", Review of Economic
 * Studies 68, 235-260.
 */
import { ln, logistic } from "./elementary.ts";
import { rootBetween } from "./root.ts";

/** Hyperbolic tangent, from the logistic curve. */
const tanh = (x: number): number => logistic(2 * x) - logistic(-2 * x);

/**
 * All means that reproduce themselves, rising: one or three, or two where the curve just touches the line.
 *
 * @param intensity b > 0: 1 over twice the scale of the logit
 */
export function socialEquilibria(intensity: number, own: number, social: number): number[] {
  const surplus = (m: number): number => tanh(intensity * (own + social * m)) - m;
  // Where its slope is nowhere 0 the surplus rises or falls throughout: each piece has one root at most.
  const steepness = intensity * social;
  const edges = [-1, 1];
  if (steepness > 1) {
    const t = Math.sqrt(1 - 1 / steepness);
    const bend = (0.5 * ln((1 + t) / (1 - t))) / intensity;
    for (const turn of [(-bend - own) / social, (bend - own) / social])
      if (turn > -1 && turn < 1) edges.splice(-1, 0, turn);
  }
  const means: number[] = [];
  for (let k = 0; k + 1 < edges.length; k++) {
    const [low, high] = [surplus(edges[k]), surplus(edges[k + 1])];
    if (low === 0 || high === 0 || low < 0 !== high < 0) {
      const mean = rootBetween(surplus, edges[k], edges[k + 1]);
      if (mean !== means.at(-1)) means.push(mean);
    }
  }
  return means;
}

/**
 * Weight of others in a logit that an observed effect implies: if `more` of them raises one's chance from
 * `before` to `after`, then b = (logit(after) - logit(before)) / more.
 */
export const influenceWeight = (before: number, after: number, more: number): number =>
  (ln(after / (1 - after)) - ln(before / (1 - before))) / more;
