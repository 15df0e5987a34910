/**
 * Cohorts that are born, survive and grow old: the Leslie model of ages 0, 1, ... in steps as long as an age
 * class.
 *
 * Sources: P. H. Leslie (1945), "On the use of matrices in certain population mathematics", Biometrika 33,
 * 183-212; the growth rate as the root of Euler's and Lotka's equation, A. J. Lotka (1939).
 */
import { rootBetween } from "./root.ts";
import { compensatedSum } from "./sums.ts";

export interface LifeTable {
  /** Newborns in a step per person of each class, alive at its end; shape: classes. */
  readonly fertility: ArrayLike<number>;
  /** Chance to reach the next class; shape: classes - 1. */
  readonly survival: ArrayLike<number>;
}

/** People by class one step later. The oldest class leaves. */
export function ageOneStep({ fertility, survival }: LifeTable, people: ArrayLike<number>): Float64Array {
  const next = Float64Array.from(people, (_, age) => (age === 0 ? 0 : people[age - 1] * survival[age - 1]));
  next[0] = compensatedSum(Float64Array.from(people, (count, age) => count * fertility[age]));
  return next;
}

/**
 * Growth in the long run, and the shares of the classes then. The factor g is the one root above 0 of sum
 * over a of l_a f_a g^-(a+1) = 1, l_a the chance to live to class a; the stable shares are l_a g^-a, scaled
 * to 1.
 *
 * @throws RangeError where nobody has children
 */
export function stablePopulation({ fertility, survival }: LifeTable): {
  readonly growth: number;
  readonly shares: Float64Array;
} {
  const classes = fertility.length;
  const alive = new Float64Array(classes).fill(1);
  for (let age = 1; age < classes; age++) alive[age] = alive[age - 1] * survival[age - 1];
  /** Sum of l_a f_a x^(a+1) less 1, by Horner's rule: rising in x = 1 / g. */
  const surplus = (x: number): number => {
    let sum = 0;
    for (let age = classes - 1; age >= 0; age--) sum = (sum + alive[age] * fertility[age]) * x;
    return sum - 1;
  };
  if (!(surplus(1) > -1))
    throw new RangeError("stablePopulation: no class has children; expected one that does.");
  let high = 1;
  while (surplus(high) < 0) high *= 2;
  const growth = 1 / rootBetween(surplus, 0, high);
  let power = 1;
  const weights = alive.map((living) => {
    const weight = living * power;
    power /= growth;
    return weight;
  });
  const all = compensatedSum(weights);
  return { growth, shares: weights.map((weight) => weight / all) };
}
