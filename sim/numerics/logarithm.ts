/**
 * Logarithms with the same bits in every engine; see elementary.ts for the errors and the method.
 */
import {
  FOLD,
  INVERSE_LN2_PAIR,
  LN2_HIGH,
  LN2_LOW,
  LN_HIGH,
  LN_LOW,
  LN_RECIPROCAL,
  LOWEST_EXPONENT,
  POWER_OF_TWO,
} from "./tables.ts";
import { HIGH, LARGEST, SMALLEST_NORMAL, TWO_54, WORD, WORD_OF_HALF, WORDS } from "./word.ts";

/** High word of the number at which the exponent is rounded up: the one where halving begins. */
const FOLDED_ONE = WORD_OF_HALF + (FOLD << 13);

/** Second part of the last result of lnPair. */
export const TAIL = new Float64Array(1);

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
  // What is left is subnormal.
  return lnPairOf(x);
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
  const high = lnPairOf(sum);
  // What rounding took from 1 + x comes back through the slope 1 / sum.
  return high + (TAIL[0] + (x - (sum - 1)) / sum);
}

/**
 * ln(x) of a positive finite x as a pair of about 66 bits: returns the high part, leaves the rest in TAIL.
 */
export function lnPairOf(x: number): number {
  const normal = x >= SMALLEST_NORMAL;
  const scaled = normal ? x : x * TWO_54;
  WORD[0] = scaled;
  const word = WORDS[HIGH];
  const exponent = (word - FOLDED_ONE) >> 20;
  return lnPair(scaled, exponent, (word >> 13) & 127, normal ? exponent : exponent - 54);
}

/** As lnPairOf; `exponent` and `step` are those of x, `octaves` is the exponent that goes into the result. */
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
