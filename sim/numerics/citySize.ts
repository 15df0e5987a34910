/**
 * The best size of a city: net output per worker A N^e - t N^g, a gain of size e less a cost with g > e, is
 * an inverted U of N.
 *
 * Sources: C.-C. Au & J. V. Henderson (2006), "Are Chinese cities too small?", Review of Economic Studies 73,
 * 549-576, for the inverted U; the optimum by setting the slope to 0.
 */
import { pow } from "./elementary.ts";

export interface SizeEconomy {
  /** A, e, t and g; N is in whatever unit they are measured for. */
  readonly productivity: number;
  readonly gain: number;
  readonly cost: number;
  readonly costElasticity: number;
}

/** Net output per worker. */
export const netOutput = ({ productivity, gain, cost, costElasticity }: SizeEconomy, size: number): number =>
  productivity * pow(size, gain) - cost * pow(size, costElasticity);

/** N* = (A e / (t g))^(1 / (g - e)). */
export const optimalSize = ({ productivity, gain, cost, costElasticity }: SizeEconomy): number =>
  pow((productivity * gain) / (cost * costElasticity), 1 / (costElasticity - gain));
