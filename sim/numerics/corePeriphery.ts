/**
 * Two regions with farms that stay and manufacturing that moves, at trade costs T (T units leave for one to
 * arrive). The notation and normalisation are those of the book: elasticity of substitution s between goods,
 * share u of income spent on them, the first region has the share l of manufacturing, farming is half in
 * each.
 *
 * Sources: P. Krugman (1991), Journal of Political Economy 99, 483-499; M. Fujita, P. Krugman & A. J.
 * Venables (1999), The Spatial Economy, MIT Press, chapter 5.
 */
import { pow } from "./elementary.ts";
import { rootBetween } from "./root.ts";

/**
 * Trade costs below which an even spread falls apart: T^(s-1) = (r + u) (1 + u) / ((r - u) (1 - u)), r = (s -
 * 1) / s. Infinite where r <= u: manufacturing gathers at any cost (the black hole).
 */
export function breakPoint(substitution: number, share: number): number {
  const r = (substitution - 1) / substitution;
  if (r <= share) return Infinity;
  return pow(((r + share) * (1 + share)) / ((r - share) * (1 - share)), 1 / (substitution - 1));
}

/**
 * Trade costs below which manufacturing that is all in one region stays there: the T > 1 at which
 * (1 + u)/2 T^(1 - s - u s) + (1 - u)/2 T^(s - 1 - u s) = 1. Infinite where r <= u.
 */
export function sustainPoint(substitution: number, share: number): number {
  const s = substitution;
  if ((s - 1) / s <= share) return Infinity;
  const gain = (cost: number): number =>
    ((1 + share) / 2) * pow(cost, 1 - s - share * s) + ((1 - share) / 2) * pow(cost, s - 1 - share * s) - 1;
  // It is 0 at 1, falls, and rises without bound; the break point lies where it is below 0.
  const low = breakPoint(s, share);
  let high = 2 * low;
  while (gain(high) <= 0) high *= 2;
  return rootBetween(gain, low, high);
}

export interface ShortRun {
  /** Of the two regions: nominal wage, income, price index, real wage of manufacturing workers. */
  readonly wage: readonly [number, number];
  readonly income: readonly [number, number];
  readonly price: readonly [number, number];
  readonly realWage: readonly [number, number];
}

const MOST_ROUNDS = 100_000;

/**
 * Wages and prices while workers stay where they are: the solution of the wage, income and price equations,
 * by damped rounds until wages change by less than 1e-15.
 *
 * @param firstShare l in (0, 1)
 * @throws RangeError where the rounds do not come to rest
 */
export function shortRun(
  firstShare: number,
  tradeCost: number,
  substitution: number,
  share: number,
): ShortRun {
  const s = substitution;
  const openness = pow(tradeCost, 1 - s);
  const [l1, l2] = [firstShare, 1 - firstShare];
  let [w1, w2] = [1, 1];
  for (let round = 0; round < MOST_ROUNDS; round++) {
    const [y1, y2] = [share * l1 * w1 + (1 - share) / 2, share * l2 * w2 + (1 - share) / 2];
    const [c1, c2] = [l1 * pow(w1, 1 - s), l2 * pow(w2, 1 - s)];
    // Price indices to the power 1 - s.
    const [p1, p2] = [c1 + c2 * openness, c1 * openness + c2];
    const n1 = pow(y1 / p1 + (y2 / p2) * openness, 1 / s);
    const n2 = pow((y1 / p1) * openness + y2 / p2, 1 / s);
    const moved = Math.max(Math.abs(n1 - w1), Math.abs(n2 - w2));
    [w1, w2] = [(w1 + n1) / 2, (w2 + n2) / 2];
    if (moved > 1e-15) continue;
    const [g1, g2] = [pow(p1, 1 / (1 - s)), pow(p2, 1 / (1 - s))];
    return {
      wage: [w1, w2],
      income: [y1, y2],
      price: [g1, g2],
      realWage: [w1 * pow(g1, -share), w2 * pow(g2, -share)],
    };
  }
  throw new RangeError(`shortRun: wages are not at rest after ${MOST_ROUNDS} rounds at l = ${firstShare}.`);
}
