/**
 * Regression of counts, ln E[n] = x b, by Poisson pseudo-maximum likelihood: right for flows of people, many
 * of them 0, whatever their variance. The errors are robust (Huber & White): they hold where counts vary more
 * than Poisson's.
 *
 * Source: J. M. C. Santos Silva & S. Tenreyro (2006), "The log of gravity", Review of Economics and Statistics
 * 88, 641-658.
 */
import { exp, ln } from "./elementary.ts";

export interface CountRegression {
  /** One for each column of x, in their order. */
  readonly slopes: Float64Array;
  /** Robust standard errors of the slopes. */
  readonly errors: Float64Array;
  /** Whether steps became small within the rounds allowed; the slopes mean nothing where not. */
  readonly settled: boolean;
}

const ROUNDS = 100;
const SMALL = 1e-10;
/** One step changes the logarithm of an expected count by no more than this. */
const LONGEST = 5;

/**
 * Slopes of counts over columns of x; a constant is a column of ones.
 *
 * @param counts at least 0, not all 0
 * @param x flat by count and column, `counts.length * columns` values, no column a mixture of others
 * @param columns how many there are; the first must be the constant
 */
export function poissonRegression(
  counts: ArrayLike<number>,
  x: ArrayLike<number>,
  columns: number,
): CountRegression {
  const rows = counts.length;
  if (x.length !== rows * columns)
    throw new RangeError(
      `poissonRegression: x has ${x.length} values; expected ${rows} counts x ${columns} columns.`,
    );
  const slopes = new Float64Array(columns);
  let all = 0;
  for (let i = 0; i < rows; i++) all += counts[i];
  slopes[0] = ln(all / rows);
  const gradient = new Float64Array(columns);
  const curvature = new Float64Array(columns * columns);
  let settled = false;
  for (let round = 0; round < ROUNDS && !settled; round++) {
    gather(counts, x, slopes, gradient, curvature);
    const step = solve(factorOf(curvature, columns), gradient);
    const longest = Math.max(...step.map((part) => Math.abs(part)));
    const shorter = Math.min(1, LONGEST / longest);
    for (let k = 0; k < columns; k++) slopes[k] += shorter * step[k];
    settled = longest < SMALL;
  }
  return { slopes, errors: robustErrors(counts, x, slopes), settled };
}

/** Expected count of a row. */
function expected(x: ArrayLike<number>, at: number, slopes: Float64Array): number {
  let sum = 0;
  for (let k = 0; k < slopes.length; k++) sum += x[at + k] * slopes[k];
  return exp(sum);
}

/** Slope and curvature of the likelihood at `slopes`. */
function gather(
  counts: ArrayLike<number>,
  x: ArrayLike<number>,
  slopes: Float64Array,
  gradient: Float64Array,
  curvature: Float64Array,
): void {
  const columns = slopes.length;
  gradient.fill(0);
  curvature.fill(0);
  for (let i = 0, at = 0; i < counts.length; i++, at += columns) {
    const mean = expected(x, at, slopes);
    for (let k = 0; k < columns; k++) {
      gradient[k] += (counts[i] - mean) * x[at + k];
      for (let l = 0; l <= k; l++) curvature[k * columns + l] += mean * x[at + k] * x[at + l];
    }
  }
}

/** Square roots of the diagonal of H^-1 S H^-1, S the sum of (n - m)^2 x x'. */
function robustErrors(counts: ArrayLike<number>, x: ArrayLike<number>, slopes: Float64Array): Float64Array {
  const columns = slopes.length;
  const unused = new Float64Array(columns);
  const curvature = new Float64Array(columns * columns);
  gather(counts, x, slopes, unused, curvature);
  const factor = factorOf(curvature, columns);
  const inverse = Array.from({ length: columns }, (_, k) => {
    const unit = new Float64Array(columns);
    unit[k] = 1;
    return solve(factor, unit);
  });
  const squares = new Float64Array(columns);
  for (let i = 0, at = 0; i < counts.length; i++, at += columns) {
    const apart = counts[i] - expected(x, at, slopes);
    for (let k = 0; k < columns; k++) {
      let part = 0;
      for (let l = 0; l < columns; l++) part += inverse[k][l] * x[at + l];
      squares[k] += apart * part * apart * part;
    }
  }
  return squares.map((square) => Math.sqrt(square));
}

/** Lower triangle L with L L' = a, of a matrix whose lower triangle is given (Cholesky). */
function factorOf(a: Float64Array, n: number): Float64Array {
  const factor = a.slice();
  for (let k = 0; k < n; k++) {
    for (let l = 0; l <= k; l++) {
      let sum = a[k * n + l];
      for (let m = 0; m < l; m++) sum -= factor[k * n + m] * factor[l * n + m];
      factor[k * n + l] = k === l ? Math.sqrt(sum) : sum / factor[l * n + l];
    }
  }
  return factor;
}

/** Solves L L' y = b. */
function solve(factor: Float64Array, b: Float64Array): Float64Array {
  const n = b.length;
  const y = b.slice();
  for (let k = 0; k < n; k++) {
    for (let l = 0; l < k; l++) y[k] -= factor[k * n + l] * y[l];
    y[k] /= factor[k * n + k];
  }
  for (let k = n - 1; k >= 0; k--) {
    for (let l = k + 1; l < n; l++) y[k] -= factor[l * n + k] * y[l];
    y[k] /= factor[k * n + k];
  }
  return y;
}
