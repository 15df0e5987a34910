/** Many tests at once: which of them stand when the chance of a single false one among all of them is held down. */

/**
 * The chance that Student's t lies as far from 0 as this one, or farther, on either side.
 *
 * Source: M. Abramowitz and I. A. Stegun (1964), Handbook of Mathematical Functions, 26.7.3 and 26.7.4.
 *
 * @param degrees of freedom, a whole number; NaN below 1
 */
export function studentTwoSided(t: number, degrees: number): number {
  if (!(degrees >= 1) || Number.isNaN(t)) return NaN;
  if (Math.abs(t) === Infinity) return 0;
  const angle = Math.atan(Math.abs(t) / Math.sqrt(degrees));
  const square = Math.cos(angle) ** 2;
  const isOdd = degrees % 2 === 1;
  // Odd: cos + 2/3 cos^3 + 2/3 4/5 cos^5 …; even: 1 + 1/2 cos^2 + 1/2 3/4 cos^4 …
  let term = isOdd ? Math.cos(angle) : 1;
  let series = degrees === 1 ? 0 : term;
  for (let k = isOdd ? 3 : 2; k <= degrees - 2; k += 2) {
    term *= (square * (k - 1)) / k;
    series += term;
  }
  const within = isOdd ? (2 / Math.PI) * (angle + Math.sin(angle) * series) : Math.sin(angle) * series;
  return Math.min(1, Math.max(0, 1 - within));
}

/**
 * Which of many tests stand, by the step-down procedure of Holm 1979, Scandinavian Journal of Statistics 6: 65-70: the
 * chance that any true null hypothesis among them is rejected is at most the level, however they hang together. It never
 * rejects less than Bonferroni's rule does, and NaN never.
 *
 * @param chances of each test under its null hypothesis
 */
export function holm(chances: readonly number[], level: number): boolean[] {
  const stands = chances.map(() => false);
  const order = chances
    .map((p, k) => ({ p, k }))
    .filter(({ p }) => !Number.isNaN(p))
    .sort((a, b) => a.p - b.p);
  // What has no chance to tell still counts among the tests.
  let left = chances.length;
  for (const { p, k } of order) {
    if (p > level / left) break;
    stands[k] = true;
    left--;
  }
  return stands;
}
