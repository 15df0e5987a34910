/** What of an investment its firms put in themselves, and what policies give. */
import { PROCESSING } from "../world/jurisdictions.ts";
import type { World } from "../world/world.ts";
import { leverValues } from "./levers.ts";

export interface Grants {
  /** Part of investment in a place that any subsidy there gives. */
  rate(settlement: number): number;
  /** Part of what then remains that support of farm processing gives; 0 in other sectors. */
  support(settlement: number, sector: number): number;
  /** What firms put in: the part (1 - r)(1 - q) of all. */
  ownPart(settlement: number, sector: number): number;
}

export function openGrants(world: World): Grants {
  const subsidy = leverValues(world, "investmentSubsidy");
  const processing = leverValues(world, "processingSupport");
  const rate = (j: number): number => subsidy[j];
  const support = (j: number, sector: number): number => (sector === PROCESSING ? processing[j] : 0);
  return { rate, support, ownPart: (j, sector) => (1 - rate(j)) * (1 - support(j, sector)) };
}
