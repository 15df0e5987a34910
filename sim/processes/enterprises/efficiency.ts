/** How much an enterprise makes of its capital, and what that makes of the productivity of its place and sector. */
import { exp, ln, pow } from "../../numerics/elementary.ts";
import { normal } from "../../numerics/normal.ts";
import type { Assumptions } from "../../policy/parameters.ts";

/** Logarithms of efficiency stay within this, so that no one enterprise is all; assumed. */
const MOST = 4;

const bounded = (x: number): number => Math.max(-MOST, Math.min(MOST, x));

/**
 * Efficiency drawn by a uniform u in (0, 1): lognormal with mean 1 and deviation s of the logarithm. Where s is 0 all
 * are alike.
 */
export const drawnEfficiency = (u: number, spread: number): number =>
  spread === 0 ? 1 : exp(bounded(spread * normal(u) - (spread * spread) / 2));

/**
 * Efficiency a year later: its logarithm comes back to the mean by the factor ρ, and luck keeps the spread as it is,
 * x' = m + ρ (x - m) + s sqrt(1 - ρ²) N, m = -s²/2.
 */
export function nextEfficiency(efficiency: number, u: number, spread: number, persistence: number): number {
  if (spread === 0) return 1;
  const mean = (-spread * spread) / 2;
  const luck = spread * Math.sqrt(1 - persistence * persistence) * normal(u);
  return exp(bounded(mean + persistence * (ln(efficiency) - mean) + luck));
}

/**
 * Capital that an enterprise wants over that of an ordinary one: its marginal return is in proportion to its efficiency
 * z and falls as K^(a-1), so z^(1/(1-a)).
 */
export const pullOf = (efficiency: number, capitalShare: number): number =>
  pow(efficiency, 1 / (1 - capitalShare));

/**
 * Productivity of a place and sector whose enterprises share its hands at one wage: Y = A (Σ z K)^a L^(1-a), so the
 * constant of place times z̄^a, z̄ the mean weighted by capital.
 */
export const rowProductivity = (ofPlace: number, meanEfficiency: number, capitalShare: number): number =>
  ofPlace * pow(meanEfficiency, capitalShare);

/** Whether capital of this efficiency earns more than its own wear, where capital of the mean earns `marginal` a year. */
export const earnsItsKeep = (
  efficiency: number,
  mean: number,
  marginal: number,
  { depreciation }: Pick<Assumptions, "depreciation">,
): boolean => (efficiency / mean) * marginal > depreciation;
