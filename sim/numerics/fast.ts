/**
 * Fast elementary functions for hot loops: about twice as fast as those of elementary.ts, with the same
 * bits in every engine, but a larger error.
 *
 * | function        | largest relative error          | fast for                          |
 * | --------------- | ------------------------------- | --------------------------------- |
 * | fastLn(x)       | 3e-13                           | normal positive x                 |
 * | fastExp(x)      | 1e-13                           | -708 < x < 709                    |
 * | fastPow(x, y)   | 1e-13 + 3e-13 * abs(y ln x)     | both of these for x and y ln x    |
 *
 * Outside those ranges (zero, subnormal, negative, infinite, NaN) they return what elementary.ts returns.
 */
import { exp, ln, LN2, LOG2E, pow } from "./elementary.ts";
import { LOWEST_EXPONENT, POWER_OF_TWO } from "./tables.ts";
import { HIGH, LARGEST, SMALLEST_NORMAL, WORD, WORD_OF_HALF, WORDS } from "./word.ts";

/** Steps of an octave: the remainder of the series is below 2^-10. */
const STEPS = 1024;
/** The first mantissa step at or above the square root of 2: from there z is halved (see tables.ts). */
const FOLD = 424;

const RECIPROCAL = new Float64Array(STEPS);
const LOGARITHM = new Float64Array(STEPS);
const FRACTION_POWER = new Float64Array(STEPS);

for (let i = 0; i < STEPS; i++) {
  const middle = (1 + (i + 0.5) / STEPS) / (i < FOLD ? 1 : 2);
  // Exactly 1 on both sides of z = 1, so that z - 1 loses nothing there.
  RECIPROCAL[i] = i === 0 || i === STEPS - 1 ? 1 : 1 / middle;
  LOGARITHM[i] = -ln(RECIPROCAL[i]);
  FRACTION_POWER[i] = pow(2, i / STEPS);
}

const STEPS_PER_UNIT = STEPS * LOG2E;
/** ln 2 / 1024 in two parts; the high part has 32 bits, so a product with a step number is exact. */
const STEP_HIGH = Math.floor(LN2 * 4294967296) / 4294967296 / STEPS;
const STEP_LOW = LN2 / STEPS - STEP_HIGH;

const FOLDED_ONE = WORD_OF_HALF + (FOLD << 10);

/** Natural logarithm; relative error below 3e-13. */
export function fastLn(x: number): number {
  if (!(x >= SMALLEST_NORMAL && x <= LARGEST)) return ln(x);
  WORD[0] = x;
  const word = WORDS[HIGH];
  const exponent = (word - FOLDED_ONE) >> 20;
  const step = (word >> 10) & 1023;
  const r = x * POWER_OF_TWO[-exponent - LOWEST_EXPONENT] * RECIPROCAL[step] - 1;
  return exponent * LN2 + LOGARITHM[step] + (r + r * r * (-1 / 2 + r * (1 / 3 + r * (-1 / 4))));
}

/** Exponential; relative error below 1e-13. */
export function fastExp(x: number): number {
  if (!(x > -708 && x < 709)) return exp(x);
  const steps = Math.floor(x * STEPS_PER_UNIT + 0.5);
  const r = x - steps * STEP_HIGH - steps * STEP_LOW;
  const scaled = FRACTION_POWER[steps & 1023] * POWER_OF_TWO[(steps >> 10) - LOWEST_EXPONENT];
  return scaled + scaled * (r + r * r * (1 / 2 + r * (1 / 6)));
}

/** x to the power y for x >= 0; relative error below 1e-13 + 3e-13 abs(y ln x). */
export function fastPow(x: number, y: number): number {
  const exponent = y * fastLn(x);
  if (!(exponent > -708 && exponent < 709)) return pow(x, y);
  return fastExp(exponent);
}
