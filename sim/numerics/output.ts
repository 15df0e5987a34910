/**
 * What farms and firms put out, and the hands and capital that pay there: Cobb-Douglas production, in places whose size
 * helps up to a point. Powers are the fast ones: these are asked for every place and sector, every month.
 */
import { fastPow as pow } from "./fast.ts";

/** Workers counted as one unit of city size in the congestion and agglomeration terms. */
export const CITY_UNIT = 10_000;

/**
 * Net productivity of a place with `workers` modern workers: N^e - t N^g with N in units of 10,000 workers.
 * Agglomeration gain less congestion cost; peaks at N* = (e / (t g))^(1 / (g - e)).
 * Source: Au & Henderson 2006 (REStud 73:549-576) for the inverted U; closed form of the optimum by derivation.
 */
export function cityProductivity(workers: number, gain: number, cost: number, elasticity: number): number {
  if (workers <= 0) return 0;
  const size = workers / CITY_UNIT;
  return Math.max(0.05, pow(size, gain) - cost * pow(size, elasticity));
}

/** Share of gross output lost to congestion: t N^g / N^e, 0 to 1. */
export function congestionShare(workers: number, gain: number, cost: number, elasticity: number): number {
  if (workers <= 0) return 0;
  const size = workers / CITY_UNIT;
  return Math.min(1, cost * pow(size, elasticity - gain));
}

/** Cobb-Douglas value added, yuan a month: A K^a L^(1-a). */
export const modernOutput = (productivity: number, capital: number, workers: number, share: number): number =>
  capital <= 0 || workers <= 0 ? 0 : productivity * pow(capital, share) * pow(workers, 1 - share);

/** Workers at which the marginal product of labour equals the wage: K ((1-a) A / w)^(1/a). */
export const labourDemand = (productivity: number, capital: number, wage: number, share: number): number =>
  capital <= 0 || wage <= 0 ? 0 : capital * pow(((1 - share) * productivity) / wage, 1 / share);

/** Capital at which its marginal product, falling as K^(a-1), meets the hurdle: K (mpk / hurdle)^(1/(1-a)). */
export const capitalDemand = (capital: number, marginal: number, hurdle: number, share: number): number =>
  capital * pow(marginal / hurdle, 1 / (1 - share));

/** Retail value of farm output, yuan a month: A T^b L^(1-b), T in hectares, L farmers. */
export const farmOutput = (
  productivity: number,
  hectares: number,
  farmers: number,
  landShare: number,
): number =>
  hectares <= 0 || farmers <= 0 ? 0 : productivity * pow(hectares, landShare) * pow(farmers, 1 - landShare);
