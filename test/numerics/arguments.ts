/** Arguments for the tests of functions: many sizes, the same on every run. */
import { POWER_OF_TWO } from "../../sim/numerics/tables.ts";
import { uniform } from "../../sim/numerics/threefry.ts";

/** The i-th of a stream of numbers in (0, 1). */
export function chance(stream: number, i: number): number {
  return uniform(0x7465_7374, stream, i, 0);
}

/** A positive normal double of any size, all exponents alike. */
export function anySize(stream: number, i: number): number {
  return POWER_OF_TWO[Math.floor(chance(stream, i) * 2045) + 52] * (1 + chance(stream + 100, i));
}

/** 1 with a disturbance of any size between 1/2 and 2^-45, on either side. */
export function nearOne(stream: number, i: number): number {
  return 1 + (chance(stream, i) - 0.5) * POWER_OF_TWO[1074 - Math.floor(45 * chance(stream + 100, i))];
}

export function between(stream: number, i: number, low: number, high: number): number {
  return low + (high - low) * chance(stream, i);
}

const double = new Float64Array(1);
const word = new BigInt64Array(double.buffer);

/** How many doubles lie between two finite ones of the same sign. */
export function steps(a: number, b: number): number {
  double[0] = a;
  const first = word[0];
  double[0] = b;
  return Math.abs(Number(word[0] - first));
}

/** The double `count` steps further from 0. */
export function further(x: number, count = 1): number {
  double[0] = x;
  word[0] += BigInt(count);
  return double[0];
}
