/**
 * Double-double arithmetic: a number held as an unevaluated sum `high + low` of two doubles, about 106 bits.
 * Used when the module loads, to compute the tables of the elementary functions to full precision from
 * + - * / alone, so that no table has to be typed in and none can differ between engines.
 *
 * Source: T. J. Dekker (1971), "A floating-point technique for extending the available precision",
 * Numerische Mathematik 18, 224-242.
 */
export type DoubleDouble = readonly [high: number, low: number];

/** ln 2 to 107 bits. */
export const LN2_PAIR: DoubleDouble = [0.6931471805599453, 2.3190468138462996e-17];

/** 2^27 + 1: splits a double into two halves of 26 bits. */
export const SPLITTER = 134217729;

/** The exact sum of two doubles as a pair (Knuth's two-sum; the order of sizes does not matter). */
export function twoSum(a: number, b: number): DoubleDouble {
  const sum = a + b;
  const shadow = sum - a;
  return [sum, a - (sum - shadow) + (b - shadow)];
}

/** The exact product of two doubles as a pair; exact while no part overflows or underflows. */
export function twoProduct(a: number, b: number): DoubleDouble {
  const product = a * b;
  const aSplit = SPLITTER * a;
  const aHigh = aSplit - (aSplit - a);
  const aLow = a - aHigh;
  const bSplit = SPLITTER * b;
  const bHigh = bSplit - (bSplit - b);
  const bLow = b - bHigh;
  return [product, aHigh * bHigh - product + aHigh * bLow + aLow * bHigh + aLow * bLow];
}

export function add(a: DoubleDouble, b: DoubleDouble): DoubleDouble {
  const [high, low] = twoSum(a[0], b[0]);
  return twoSum(high, low + a[1] + b[1]);
}

export function multiply(a: DoubleDouble, b: DoubleDouble): DoubleDouble {
  const [high, low] = twoProduct(a[0], b[0]);
  return twoSum(high, low + (a[0] * b[1] + a[1] * b[0]));
}

/** Division by a double: one correction of the rounded quotient. */
export function divide(a: DoubleDouble, divisor: number): DoubleDouble {
  const quotient = a[0] / divisor;
  const [high, low] = twoProduct(quotient, divisor);
  return twoSum(quotient, (a[0] - high - low + a[1]) / divisor);
}

/** exp(x) by its power series, for x between 0 and 1/100. */
export function expSeries(x: DoubleDouble): DoubleDouble {
  let term: DoubleDouble = [1, 0];
  let total: DoubleDouble = [1, 0];
  for (let n = 1; n <= 12; n++) {
    term = divide(multiply(term, x), n);
    total = add(total, term);
  }
  return total;
}

/** ln((n + 1) / n) and the like for neighbouring whole numbers from 128, as 2 artanh((a - b) / (a + b)). */
export function lnQuotient(numerator: number, denominator: number): DoubleDouble {
  const s = divide([numerator - denominator, 0], numerator + denominator);
  const square = multiply(s, s);
  let power: DoubleDouble = s;
  let total: DoubleDouble = s;
  for (let n = 3; n <= 13; n += 2) {
    power = multiply(power, square);
    total = add(total, divide(power, n));
  }
  return [2 * total[0], 2 * total[1]];
}
