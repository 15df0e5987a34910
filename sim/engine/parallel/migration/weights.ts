/**
 * Weights of the logit, exp(utility / SCALE), by one table and a cubic. Utilities are measured in steps of
 * 1/32 octave of the weight, from the foot of the table: the whole part of a utility is its row, the
 * fraction the argument of the cubic. Places and distances are scaled once a step so that no product is
 * left to do.
 */
import { exp, LN2 } from "../../../numerics/elementary.ts";
import { FROM_HERE, FROM_HOME, SCALE, STAY, UNSKILLED } from "./rules.ts";

const STEPS = 32;
const OCTAVES = 256;
const LOWEST_OCTAVE = -128;

/** Steps in one unit of utility. */
export const UNIT = STEPS / (SCALE * LN2);
/** Row of a utility of 0. */
export const ZERO_ROW = -LOWEST_OCTAVE * STEPS;

/**
 * exp of the utility of a row. Over a buffer of its own: V8 can then write its address into compiled code.
 */
export const WEIGHTS = new Float64Array(new ArrayBuffer(OCTAVES * STEPS * 8));
for (let row = 0; row < WEIGHTS.length; row++) WEIGHTS[row] = exp((row - ZERO_ROW) * (LN2 / STEPS));

/**
 * exp of a fraction r of a step is 1 + r (CUBIC_1 + r (CUBIC_2 + r CUBIC_3)), too small by less than 1e-8.
 */
export const CUBIC_1 = LN2 / STEPS;
export const CUBIC_2 = (CUBIC_1 * CUBIC_1) / 2;
export const CUBIC_3 = (CUBIC_1 * CUBIC_1 * CUBIC_1) / 6;

/** The longest way in the unit square. */
const DIAGONAL = Math.SQRT2;
/** Utilities that the table has room for. */
const HIGHEST = (OCTAVES * STEPS - ZERO_ROW) / UNIT - STAY;
const LOWEST = -ZERO_ROW / UNIT + (FROM_HERE + FROM_HOME) * DIAGONAL;

/**
 * @throws RangeError where some agent's utility of a place could lie beyond the table
 */
export function checkUtility(place: number, pay: number, amenity: number): void {
  const low = pay * UNSKILLED + amenity;
  const high = pay * (UNSKILLED + 1) + amenity;
  if (low > LOWEST && high < HIGHEST) return;
  throw new RangeError(
    `migration: place ${place} pays ${pay} with an amenity of ${amenity}; expected utilities between ` +
      `${LOWEST.toFixed(1)} and ${HIGHEST.toFixed(1)}`,
  );
}
