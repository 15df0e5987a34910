/**
 * Land quota earned by giving building land back: homesteads are reclaimed as fields, part of the area houses
 * the people again, and the rest is quota to be used or sold elsewhere ("increase-decrease linkage"). Arable
 * land is as much as before.
 *
 * Source: the identity of the linkage; split 85 : 15 between farmers and the collective after Chongqing's
 * land tickets.
 */
export interface Linkage {
  readonly quota: number;
  /** Change of arable land once the quota is used elsewhere. */
  readonly arableBalance: number;
  readonly gross: number;
  /** Price less the cost of reclaiming, and its parts. */
  readonly net: number;
  readonly farmers: number;
  readonly collective: number;
}

/**
 * @param reclaimed area given back
 * @param resettled share of it that houses people again, 0 to 1
 * @param price of a unit of quota
 * @param cost of making a unit of quota
 * @param farmersPart of the net proceeds, 0 to 1
 */
export function linkageProceeds(
  reclaimed: number,
  resettled: number,
  price: number,
  cost: number,
  farmersPart: number,
): Linkage {
  const quota = (1 - resettled) * reclaimed;
  const net = quota * (price - cost);
  return {
    quota,
    arableBalance: reclaimed - resettled * reclaimed - quota,
    gross: quota * price,
    net,
    farmers: farmersPart * net,
    collective: net - farmersPart * net,
  };
}

/** Arable land above the red line, over the red line; below 0 where the line is crossed. */
export const redLineSlack = (arable: number, redLine: number): number => arable / redLine - 1;

/**
 * Quota that a town gets back for what it used while it meets its targets (Zhejiang 2015 No. 8: 0.5, or 0.6).
 */
export const quotaReward = (used: number, returned: number): number => used * returned;
