/** What of an investment its firms put in themselves, and what policies give. */
import { PROCESSING } from "../world/jurisdictions.ts";
import type { World } from "../world/world.ts";
import { leverIndex } from "./resolve.ts";

export interface Grants {
  /** Part of investment in a place that any subsidy there gives. */
  rate(settlement: number): number;
  /** Part of what then remains that support of farm processing gives; 0 in other sectors. */
  support(settlement: number, sector: number): number;
  /** What firms put in: the part (1 - r)(1 - q) of all. */
  ownPart(settlement: number, sector: number): number;
}

export function openGrants({ levers, sizes }: World): Grants {
  const subsidy = leverIndex("investmentSubsidy");
  const processing = leverIndex("processingSupport");
  const rate = (j: number): number => levers.value[j * sizes.levers + subsidy];
  const support = (j: number, sector: number): number =>
    sector === PROCESSING ? levers.value[j * sizes.levers + processing] : 0;
  return { rate, support, ownPart: (j, sector) => (1 - rate(j)) * (1 - support(j, sector)) };
}
