/**
 * Draws that gather where the fit is good: population Monte Carlo for approximate Bayesian computation (Sisson, Fan &
 * Tanaka 2007, PNAS 104: 1760-1765; Beaumont, Cornuet, Marin & Robert 2009, Biometrika 96: 983-990).
 *
 * The first round is drawn from the prior. Each later one takes a set that was kept, by its weight, and moves it
 * normally with twice the variance of the kept sets; beyond a bound of the prior it is thrown back as from a mirror.
 * All rounds together count as drawn from the mixture of their densities, so that a set's weight is the prior over
 * that mixture (Cornuet, Marin, Mira & Robert 2012, Scandinavian Journal of Statistics 39: 798-812). The weights don't
 * depend on what the distance was measured to, so that the same draws serve with any part of the units left out.
 */
import { exp } from "../../numerics/elementary.ts";
import { normal } from "../../numerics/normal.ts";

/** Kept sets as a density to draw from. */
export interface Kernel {
  readonly centres: readonly ArrayLike<number>[];
  /** Sum to 1. */
  readonly weights: Float64Array;
  /** Standard deviations by coordinate. */
  readonly widths: Float64Array;
}

/** Narrower than this, a coordinate would never be looked at again. */
const LEAST_WIDTH = 0.02;
/** Beyond half the cube a mirrored normal is as good as even; the images below would no longer suffice. */
const MOST_WIDTH = 0.5;

export function kernelOf(centres: readonly ArrayLike<number>[], weights: ArrayLike<number>): Kernel {
  const total = Array.from(weights).reduce((sum, weight) => sum + weight, 0);
  const shares = Float64Array.from(weights, (weight) => weight / total);
  const widths = Float64Array.from({ length: centres[0]?.length ?? 0 }, (_, d) => {
    let middle = 0;
    centres.forEach((centre, k) => (middle += shares[k] * centre[d]));
    let variance = 0;
    centres.forEach((centre, k) => (variance += shares[k] * (centre[d] - middle) * (centre[d] - middle)));
    return Math.min(MOST_WIDTH, Math.max(LEAST_WIDTH, Math.sqrt(2 * variance)));
  });
  return { centres, weights: shares, widths };
}

/** A point near one of the kernel's centres, within the unit cube. */
export function drawNear({ centres, weights, widths }: Kernel, uniform: () => number): Float64Array {
  let left = uniform();
  const found = weights.findIndex((weight) => (left -= weight) < 0);
  const centre = centres[found < 0 ? centres.length - 1 : found];
  return Float64Array.from(centre, (value, d) => mirrored(value + widths[d] * normal(openUniform(uniform))));
}

/** A point on the line, thrown back from 0 and from 1 until it lies between them. */
function mirrored(value: number): number {
  const folded = Math.abs(value) % 2;
  return folded > 1 ? 2 - folded : folded;
}

/** The normal value of 0 is infinite. */
function openUniform(uniform: () => number): number {
  for (;;) {
    const u = uniform();
    if (u > 0) return u;
  }
}

const ROOT_OF_TWO_PI = 2.5066282746310002;

/** Density of `drawNear` at a point of the unit cube. */
export function densityAt({ centres, weights, widths }: Kernel, point: ArrayLike<number>): number {
  let density = 0;
  centres.forEach((centre, k) => {
    let product = weights[k];
    for (let d = 0; d < widths.length; d++) product *= mirroredNormal(point[d], centre[d], widths[d]);
    density += product;
  });
  return density;
}

/** A normal density with its images in the mirrors at 0 and 1; those further away than four widths are left out. */
function mirroredNormal(value: number, centre: number, width: number): number {
  let sum = 0;
  for (let image = -2; image <= 2; image += 2) {
    sum += bell((value - centre - image) / width) + bell((value + centre - image) / width);
  }
  return sum / (width * ROOT_OF_TWO_PI);
}

const bell = (z: number): number => exp(-0.5 * z * z);

/**
 * Weights of points that were drawn in rounds: the even prior over the mixture of the rounds' densities.
 *
 * @param kernels of the rounds after the first, which was drawn evenly
 * @param sizes how many points each round has, the first included
 */
export function mixtureWeights(
  points: readonly ArrayLike<number>[],
  kernels: readonly Kernel[],
  sizes: readonly number[],
): Float64Array {
  const all = sizes.reduce((sum, size) => sum + size, 0);
  return Float64Array.from(points, (point) => {
    let mixture = sizes[0] / all;
    kernels.forEach((kernel, k) => (mixture += (sizes[k + 1] / all) * densityAt(kernel, point)));
    return 1 / mixture;
  });
}
