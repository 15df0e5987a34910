/**
 * Tables of the elementary functions, computed once from + - * / in double-double arithmetic: the same bits
 * in every engine. About 60 kB, built in about a millisecond.
 */
import { add, expSeries, LN2_PAIR, lnQuotient, multiply } from "./doubledouble.ts";
import type { DoubleDouble } from "./doubledouble.ts";

/** Exponent of the first entry of POWER_OF_TWO, which is the smallest positive double. */
export const LOWEST_EXPONENT = -1074;

/** POWER_OF_TWO[e - LOWEST_EXPONENT] = 2^e exactly, for e from -1074 to 1023. */
export const POWER_OF_TWO = powersOfTwo();

/** Number of steps an octave in the tables of the accurate functions. */
export const STEPS = 128;

/**
 * The first mantissa step (of 128) at or above the square root of 2. Arguments from there on are halved, so
 * that the reduced argument z lies in [0.707, 1.414) and values just below 1 need no cancelling exponent.
 */
export const FOLD = 53;

/** A multiple of 2^-42 has room for exact sums with exponents times LN2_HIGH. */
const GRID = 4398046511104;

/** ln 2 in two parts: the high part has 42 bits, so its product with an exponent is exact. */
export const LN2_HIGH = toGrid(LN2_PAIR[0]);
export const LN2_LOW = LN2_PAIR[0] - LN2_HIGH + LN2_PAIR[1];

/**
 * For mantissa step i: a short reciprocal of the middle of the step. It has 8 bits below its leading place,
 * so that z * reciprocal - 1 is an exact double, below 2^-7 in size. It is 1 on both sides of z = 1.
 */
export const LN_RECIPROCAL = new Float64Array(STEPS);
/** -ln(reciprocal) in two parts, the high part a multiple of 2^-42. */
export const LN_HIGH = new Float64Array(STEPS);
export const LN_LOW = new Float64Array(STEPS);

/** 2^(j / 128) in two parts. */
export const EXP_HIGH = new Float64Array(STEPS);
export const EXP_LOW = new Float64Array(STEPS);

fillLogarithms();
fillPowers();

/**
 * ln(n / 256) for n from 256 down to 128, each from the one before: the quotient of neighbours has a short
 * series.
 */
function fillLogarithms(): void {
  const logarithms: DoubleDouble[] = [];
  logarithms[256] = [0, 0];
  for (let n = 255; n >= 128; n--) {
    const [high, low] = lnQuotient(n + 1, n);
    logarithms[n] = add(logarithms[n + 1], [-high, -low]);
  }
  for (let i = 0; i < STEPS; i++) {
    const reciprocal = shortReciprocal(i);
    LN_RECIPROCAL[i] = reciprocal;
    // A reciprocal above 1 is n / 128.
    const pair = reciprocal > 1 ? add(logarithms[128 * reciprocal], LN2_PAIR) : logarithms[256 * reciprocal];
    LN_HIGH[i] = toGrid(-pair[0]);
    LN_LOW[i] = -pair[0] - LN_HIGH[i] - pair[1];
  }
}

function fillPowers(): void {
  const ratio = expSeries([LN2_PAIR[0] / STEPS, LN2_PAIR[1] / STEPS]);
  let power: DoubleDouble = [1, 0];
  for (let j = 0; j < STEPS; j++) {
    EXP_HIGH[j] = power[0];
    EXP_LOW[j] = power[1];
    power = multiply(power, ratio);
  }
}

/**
 * 2^fraction as a pair, read from the table.
 *
 * @param fraction a multiple of 1/128 in [0, 1)
 */
export function powerOfTwoFraction(fraction: number): DoubleDouble {
  const step = fraction * STEPS;
  if (EXP_HIGH[step] === undefined) {
    throw new RangeError(`powerOfTwoFraction: ${fraction} is not a multiple of 1/${STEPS} in [0, 1)`);
  }
  return [EXP_HIGH[step], EXP_LOW[step]];
}

function shortReciprocal(step: number): number {
  // The last step's reciprocal rounds to 1 of itself.
  if (step === 0) return 1;
  const middle = 1 + (step + 0.5) / STEPS;
  // Below the fold z is in [1, 1.414) and the reciprocal in (0.7, 1): 8 bits. Above it z is in [0.707, 1) and
  // the reciprocal in (1, 1.42): 7 bits after the point.
  return step < FOLD ? Math.floor(256 / middle + 0.5) / 256 : Math.floor(256 / middle + 0.5) / 128;
}

function toGrid(value: number): number {
  return Math.floor(value * GRID + 0.5) / GRID;
}

function powersOfTwo(): Float64Array {
  const table = new Float64Array(1024 - LOWEST_EXPONENT);
  let value = Number.MIN_VALUE;
  for (let i = 0; i < table.length; i++) {
    table[i] = value;
    value *= 2;
  }
  return table;
}

/** 1 / ln 2 as a pair. */
export const INVERSE_LN2_PAIR: DoubleDouble = inverseLn2();

function inverseLn2(): DoubleDouble {
  // One Newton step from the rounded quotient doubles its bits.
  const quotient = 1 / LN2_PAIR[0];
  const [high, low] = multiply(LN2_PAIR, [quotient, 0]);
  return [quotient, quotient * (1 - high - low)];
}
