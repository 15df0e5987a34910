/**
 * A regional brand as a club good, and the platform that keeps it.
 *
 * Sources: club and threshold public goods, Olson 1965, The Logic of Collective Action; price premium of protected
 * geographical names about 15 % in the mean of studies, Deselnicu, Costanigro, Souza-Monteiro & McFadden 2013 (Journal
 * of Agricultural and Resource Economics 38:204-219); some bring producers nothing, Török et al. 2020 (Sustainability
 * 12:9434). The equation of motion is a form of this design.
 */
import { logistic } from "../../numerics/elementary.ts";

export interface BrandRates {
  /** What full effort over full coverage adds to equity in a year. */
  readonly gain: number;
  /** Part of equity that is forgotten in a year. */
  readonly decay: number;
  /** What equity loses in a year where all ride free. */
  readonly harm: number;
}

/**
 * Brand equity after a year, 0 to 1: B + a effort coverage - δ B - χ free riding.
 *
 * @param effort part of what promotion and quality control cost that was paid, 0 to 1
 * @param coverage members' part of the area's farm sales, 0 to 1
 * @param freeRiding part of members' sales by members who don't pay, 0 to 1
 */
export function nextEquity(
  equity: number,
  effort: number,
  coverage: number,
  freeRiding: number,
  { gain, decay, harm }: BrandRates,
): number {
  const next = equity + gain * effort * coverage - decay * equity - harm * freeRiding;
  return Math.max(0, Math.min(1, next));
}

/** Price at the farm gate over that without the brand: 1 + b B. */
export const brandFactor = (premium: number, equity: number): number => 1 + premium * equity;

/**
 * Chance that a member pays its part: logistic((what paying brings - what it costs) / spread), all in parts of its
 * sales. A member whose own return is below the cost mostly rides free.
 */
export const payingChance = (brings: number, costs: number, spread: number): number =>
  logistic((brings - costs) / spread);
