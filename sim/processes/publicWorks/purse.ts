/** Who pays for public works, and who is paid. */
import { openBill } from "../../policy/bill.ts";
import { LEVERS, type Lever } from "../../policy/levers.ts";
import { openPurchases } from "../../world/purchases.ts";
import type { Setting } from "../process.ts";

/**
 * Pays for works at a settlement under a lever: county or state pays, as the measure says; part is bought of builders
 * and shops in `shops` (the place itself by default), the rest outside.
 *
 * @param yuan whole, not below zero
 */
export type PayForWorks = (settlement: number, lever: Lever, yuan: number, shops?: number) => void;

export function openPurse({ world, assumptions: a, measures }: Setting): PayForWorks {
  const bills = new Map(LEVERS.map((lever) => [lever, openBill(world, measures, lever)]));
  const purchase = openPurchases(world, a.localBuildingShare);
  return (j, lever, yuan, shops = j) => {
    bills.get(lever)!(j, yuan);
    purchase(shops, yuan);
  };
}
