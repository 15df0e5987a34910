/**
 * Whether changes work together: what all of them do at once, less what each does alone, seed by seed. With two, A and B:
 * (AB - base) - (A - base) - (B - base), the interaction of a two-by-two factorial experiment (Yates 1937, "The Design
 * and Analysis of Factorial Experiments"). With more it is all that isn't the sum of the single effects.
 */
import type { Series } from "./paired.ts";

/** Part of a figure that adding and taking away may cost it. */
const ROUNDING = 1e-12;

/**
 * The runs as they would be if the effects just added up. Paired with the runs under all changes at once, the difference
 * is the interaction.
 *
 * @param base runs by seed
 * @param arms for each change, the same seeds in the same order
 * @param together all changes at once; where it differs from the sum by no more than rounding, it is the sum
 */
export function addedUp(
  base: readonly Series[],
  arms: readonly (readonly Series[])[],
  together: readonly Series[],
): Series[] {
  return base.map(({ years, indicators }, seed) => ({
    years,
    indicators: Object.fromEntries(
      Object.entries(indicators).map(([id, values]) => [
        id,
        Float64Array.from(values, (value, at) => {
          const effects = arms.map((runs) => (runs[seed].indicators[id]?.[at] ?? NaN) - value);
          const sum = effects.reduce((total, effect) => total + effect, value);
          const all = together[seed].indicators[id]?.[at] ?? NaN;
          return Math.abs(sum - all) <= ROUNDING * (Math.abs(value) + Math.abs(all)) ? all : sum;
        }),
      ]),
    ),
  }));
}
