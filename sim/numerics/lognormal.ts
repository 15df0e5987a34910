/** What is known of lognormal incomes in closed form. */
import { exp } from "./elementary.ts";

/** 2 / sqrt(pi). */
const TWO_OVER_ROOT_PI = 1.1283791670955126;

/**
 * The error function, 2/sqrt(pi) times the integral of e^(-t^2) from 0 to x; absolute error about 1e-15. By
 * the series whose terms all have one sign: x e^(-x^2) sum (2 x^2)^n / (1 3 5 ... (2n + 1)).
 *
 * Source: M. Abramowitz & I. A. Stegun (1964), Handbook of Mathematical Functions, 7.1.6.
 */
export function erf(x: number): number {
  if (x !== x) return NaN;
  if (Math.abs(x) > 6) return x > 0 ? 1 : -1;
  let term = 1;
  let sum = 1;
  for (let n = 1; term > 1e-17 * sum; n++) {
    term *= (2 * x * x) / (2 * n + 1);
    sum += term;
  }
  return TWO_OVER_ROOT_PI * x * exp(-x * x) * sum;
}

/**
 * Gini coefficient of a lognormal law whose logarithm has the standard deviation s: 2 F(s / sqrt 2) - 1 =
 * erf(s / 2).
 *
 * Source: J. Aitchison & J. A. C. Brown (1957), The Lognormal Distribution, Cambridge.
 */
export const lognormalGini = (deviation: number): number => erf(deviation / 2);
