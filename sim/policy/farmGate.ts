/**
 * What reaches the farm of a yuan of retail value: p_f = p_r φ, φ raised by processing in the county, by logistics that
 * take part of the traders' margin away, and by direct sale.
 */
import type { World } from "../world/world.ts";
import type { Assumptions } from "./parameters.ts";
import { leverValues } from "./levers.ts";

/** Farm gate price share: raw produce pays the farmer `raw`, produce processed nearby pays `processed`. */
export const farmerShare = (raw: number, processed: number, processedShare: number): number =>
  raw + (processed - raw) * processedShare;

/**
 * The same with a chain that policies have made longer.
 *
 * @param processedShare part of the harvest that is processed nearby
 * @param logistics part of the traders' margin that falls away
 * @param direct part of the produce that is sold directly
 */
export function farmGateShare(
  a: Assumptions,
  processedShare: number,
  logistics: number,
  direct: number,
): number {
  const byTrade =
    farmerShare(a.farmerShareRaw, a.farmerShareProcessed, processedShare) + a.retailMargin * logistics;
  return Math.min(1, byTrade) * (1 - direct) + a.farmerShareDirect * direct;
}

/** The share of a settlement as it is this month. */
export function openFarmGate(world: World, a: Assumptions): (settlement: number) => number {
  const { settlements: s, jurisdictions: g } = world;
  const logistics = leverValues(world, "logisticsSupport");
  const direct = leverValues(world, "digitalSales");
  return (j) => farmGateShare(a, g.processedShare[s.jurisdiction[j]], logistics[j], direct[j]);
}
