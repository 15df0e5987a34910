/**
 * The exponential with the same bits in every engine; see elementary.ts for the error and the method.
 */
import { LN2_PAIR } from "./doubledouble.ts";
import { EXP_HIGH, EXP_LOW, LOWEST_EXPONENT, POWER_OF_TWO, STEPS } from "./tables.ts";

/** Above and below these the result is surely Infinity and 0; just inside, the arithmetic decides. */
const EXP_OVERFLOW = 709.79;
const EXP_UNDERFLOW = -746;

const STEPS_PER_UNIT = STEPS / LN2_PAIR[0];
/** ln 2 / 128 in two parts; the high part has 34 bits, so a product with a step number is exact. */
const STEP_HIGH = Math.floor(LN2_PAIR[0] * 17179869184) / 17179869184 / STEPS;
const STEP_LOW = LN2_PAIR[0] / STEPS - STEP_HIGH + LN2_PAIR[1] / STEPS;

/** Exponential. Infinity above 709.78, 0 below -745.13. */
export function exp(x: number): number {
  return expPair(x, 0);
}

/** exp(high + low), where low is a rounding remainder of high. */
export function expPair(high: number, low: number): number {
  if (!(high <= EXP_OVERFLOW)) return high > 0 ? Infinity : NaN;
  if (high < EXP_UNDERFLOW) return 0;
  const steps = Math.floor(high * STEPS_PER_UNIT + 0.5);
  const r = high - steps * STEP_HIGH - steps * STEP_LOW + low;
  const j = steps & 127;
  const octaves = (steps - j) / STEPS;
  const top = EXP_HIGH[j];
  const series = r + r * r * (1 / 2 + r * (1 / 6 + r * (1 / 24 + r * (1 / 120))));
  const value = top + (EXP_LOW[j] + top * series);
  if (octaves > -1022 && octaves < 1024) return value * POWER_OF_TWO[octaves - LOWEST_EXPONENT];
  // Two exact powers, so that a result at the edge is rounded once.
  if (octaves >= 1024) return value * 2 * POWER_OF_TWO[octaves - 1 - LOWEST_EXPONENT];
  return value * POWER_OF_TWO[octaves + 200 - LOWEST_EXPONENT] * POWER_OF_TWO[-200 - LOWEST_EXPONENT];
}
