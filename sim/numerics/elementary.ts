/**
 * Elementary functions with the same bits in every JavaScript engine: only + - * /, rounding to single,
 * integer operations and reads from tables. `Math.log`, `Math.exp` and `Math.pow` differ between engines in
 * the last place, which is enough to make two runs of a simulation drift apart.
 *
 * Largest error seen in a million arguments against 160 bits: ln, exp, log2 and pow 0.51 units in the last
 * place (subnormal results 1), ln1p 0.7, logistic 2.
 *
 * Method: an exponent, a table of 128 steps an octave in two parts, and a short series for the remainder,
 * after P. T. P. Tang (1989, 1990), "Table-driven implementation of the exponential function" and "... of
 * the logarithm function in IEEE floating-point arithmetic", ACM Transactions on Mathematical Software 15,
 * 16.
 */
import { SPLITTER } from "./doubledouble.ts";
import {
  EXP_HIGH,
  EXP_LOW,
  FOLD,
  INVERSE_LN2_PAIR,
  LN2_HIGH,
  LN2_LOW,
  LN_HIGH,
  LN_LOW,
  LN_RECIPROCAL,
  LOWEST_EXPONENT,
  POWER_OF_TWO,
  STEPS,
} from "./tables.ts";

export const LN2 = 0.6931471805599453;
export const LN10 = 2.302585092994046;
/** 1 / ln 2. */
export const LOG2E = 1.4426950408889634;
/** The Euler-Mascheroni constant: the mean of a standard Gumbel draw. */
export const EULER_GAMMA = 0.5772156649015329;

const SMALLEST_NORMAL = 2.2250738585072014e-308;
const LARGEST = 1.7976931348623157e308;
const TWO_54 = 18014398509481984;

/** Above and below these the result is surely Infinity and 0; just inside, the arithmetic decides. */
const EXP_OVERFLOW = 709.79;
const EXP_UNDERFLOW = -746;

const STEPS_PER_UNIT = STEPS * LOG2E;
/** ln 2 / 128 in two parts; the high part has 34 bits, so a product with a step number is exact. */
const STEP_HIGH = Math.floor(LN2 * 17179869184) / 17179869184 / STEPS;
const STEP_LOW = LN2 / STEPS - STEP_HIGH + 2.3190468138462996e-17 / STEPS;

/** One double and its two words; only the words are read back, which is the cheap direction. */
const WORD = new Float64Array(1);
const WORDS = new Int32Array(WORD.buffer);
/** Index of the word with sign and exponent (1 on every little-endian machine). */
const HIGH = new Uint8Array(new Uint32Array([1]).buffer)[0] === 1 ? 1 : 0;
/** High word of the number at which the exponent is rounded up: FOLD steps above 1. */
const FOLDED_ONE = 0x3fe00000 + (FOLD << 13);

/** Second part of the last result of lnPair. */
const TAIL = new Float64Array(1);

/** Natural logarithm. ln(0) = -Infinity; NaN below 0. */
export function ln(x: number): number {
  if (!(x >= SMALLEST_NORMAL && x <= LARGEST)) return lnAtEdge(x);
  WORD[0] = x;
  const word = WORDS[HIGH];
  const exponent = (word - FOLDED_ONE) >> 20;
  const step = (word >> 13) & 127;
  const r = remainder(x * POWER_OF_TWO[-exponent - LOWEST_EXPONENT], LN_RECIPROCAL[step]);
  const base = exponent * LN2_HIGH + LN_HIGH[step];
  const high = base + r;
  const series =
    r * r * (-1 / 2 + r * (1 / 3 + r * (-1 / 4 + r * (1 / 5 + r * (-1 / 6 + r * (1 / 7 + r * (-1 / 8)))))));
  return high + (base - high + r + (exponent * LN2_LOW + LN_LOW[step] + series));
}

/**
 * z * reciprocal - 1 without rounding: the reciprocal is short, so its products with halves of z are exact.
 */
function remainder(z: number, reciprocal: number): number {
  const upper = Math.fround(z);
  return upper * reciprocal - 1 + (z - upper) * reciprocal;
}

function lnAtEdge(x: number): number {
  if (x === 0) return -Infinity;
  if (x > LARGEST) return Infinity;
  if (!(x > 0)) return NaN;
  // Subnormal: 54 octaves up it is normal.
  const scaled = x * TWO_54;
  WORD[0] = scaled;
  const word = WORDS[HIGH];
  const exponent = (word - FOLDED_ONE) >> 20;
  return lnPair(scaled, exponent, (word >> 13) & 127, exponent - 54);
}

/**
 * Natural logarithm as a pair of about 66 bits: returns the high part, leaves the rest in TAIL. `exponent`
 * and `step` belong to x; `octaves` is the exponent that goes into the result.
 */
function lnPair(x: number, exponent: number, step: number, octaves: number): number {
  const r = remainder(x * POWER_OF_TWO[-exponent - LOWEST_EXPONENT], LN_RECIPROCAL[step]);
  // r * r / 2 exactly but for a part 2^-24 smaller: the upper 24 bits of r have an exact square.
  const upper = Math.fround(r);
  const lower = r - upper;
  const base = octaves * LN2_HIGH + LN_HIGH[step];
  const linear = base + r;
  const square = -0.5 * upper * upper;
  const sum = linear + square;
  const cube =
    r *
    r *
    r *
    (1 / 3 +
      r * (-1 / 4 + r * (1 / 5 + r * (-1 / 6 + r * (1 / 7 + r * (-1 / 8 + r * (1 / 9 + r * (-1 / 10))))))));
  const rest =
    base -
    linear +
    r +
    (linear - sum + square) +
    (-0.5 * lower * (r + upper) + cube + (octaves * LN2_LOW + LN_LOW[step]));
  const high = sum + rest;
  TAIL[0] = sum - high + rest;
  return high;
}

/** Exponential. Infinity above 709.78, 0 below -745.13. */
export function exp(x: number): number {
  return expPair(x, 0);
}

/** exp(high + low), where low is a rounding remainder of high. */
function expPair(high: number, low: number): number {
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

/**
 * x to the power y, for x >= 0 (NaN below: the model has no use for powers of negative numbers).
 * pow(x, 0) = pow(1, y) = 1, even for NaN or infinite partners, as in C.
 */
export function pow(x: number, y: number): number {
  if (y === 0 || x === 1) return 1;
  if (!(x > 0 && x <= LARGEST && y > -Infinity && y < Infinity)) return powAtEdge(x, y);
  const normal = x >= SMALLEST_NORMAL;
  const scaled = normal ? x : x * TWO_54;
  WORD[0] = scaled;
  const word = WORDS[HIGH];
  const exponent = (word - FOLDED_ONE) >> 20;
  const high = lnPair(scaled, exponent, (word >> 13) & 127, normal ? exponent : exponent - 54);
  const low = TAIL[0];
  const product = high * y;
  if (!(product <= 710)) return Infinity;
  if (product < -746) return 0;
  const highSplit = SPLITTER * high;
  const highTop = highSplit - (highSplit - high);
  const highRest = high - highTop;
  const ySplit = SPLITTER * y;
  const yTop = ySplit - (ySplit - y);
  const yRest = y - yTop;
  const error = highTop * yTop - product + highTop * yRest + highRest * yTop + highRest * yRest + low * y;
  return expPair(product, error);
}

function powAtEdge(x: number, y: number): number {
  if (!(x >= 0) || y !== y) return NaN;
  if (x === 0) return y > 0 ? 0 : Infinity;
  if (x === Infinity) return y > 0 ? Infinity : 0;
  // y is infinite here and x is neither 0, 1 nor infinite.
  return x > 1 === y > 0 ? Infinity : 0;
}

/** Logarithm to base 2; exact for powers of two. log2(0) = -Infinity; NaN below 0. */
export function log2(x: number): number {
  if (x === 0) return -Infinity;
  if (!(x > 0 && x <= LARGEST)) return x > LARGEST ? Infinity : NaN;
  const normal = x >= SMALLEST_NORMAL;
  const scaled = normal ? x : x * TWO_54;
  WORD[0] = scaled;
  const word = WORDS[HIGH];
  const exponent = (word - FOLDED_ONE) >> 20;
  const high = lnPair(scaled, exponent, (word >> 13) & 127, 0);
  const low = TAIL[0];
  const [inverse, inverseLow] = INVERSE_LN2_PAIR;
  const product = high * inverse;
  const upper = Math.fround(high);
  const inverseUpper = Math.fround(inverse);
  // What rounding took from the product, from halves whose products are exact or nearly so.
  const error =
    upper * inverseUpper -
    product +
    upper * (inverse - inverseUpper) +
    (high - upper) * inverse +
    (high * inverseLow + low * inverse);
  const octaves = normal ? exponent : exponent - 54;
  const sum = octaves + product;
  return sum + (octaves - sum + product + error);
}

/** ln(1 + x) without the loss for small x. */
export function ln1p(x: number): number {
  const sum = 1 + x;
  if (sum === 1) return x;
  if (!(sum > 0 && sum <= LARGEST)) return ln(sum);
  WORD[0] = sum;
  const word = WORDS[HIGH];
  const exponent = (word - FOLDED_ONE) >> 20;
  const high = lnPair(sum, exponent, (word >> 13) & 127, exponent);
  // What rounding took from 1 + x comes back through the slope 1 / sum.
  return high + (TAIL[0] + (x - (sum - 1)) / sum);
}

/** The logistic curve 1 / (1 + exp(-x)): the chance of the first of two options that is better by x. */
export function logistic(x: number): number {
  if (x >= 0) return 1 / (1 + exp(-x));
  const odds = exp(x);
  return odds / (1 + odds);
}
