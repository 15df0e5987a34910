/** Who pays for public works, and who is paid. */
import { openBill } from "../../policy/bill.ts";
import { LEVERS } from "../../policy/resolve.ts";
import { SECTORS, SERVICES } from "../../world/jurisdictions.ts";
import type { Setting } from "../process.ts";

/**
 * Pays for works at a settlement under a lever: county or state pays, as the measure says; part is bought of builders
 * and shops in `shops` (the place itself by default), the rest outside.
 *
 * @param yuan whole, not below zero
 */
export type PayForWorks = (settlement: number, lever: number, yuan: number, shops?: number) => void;

export function openPurse({ world, assumptions: a, measures }: Setting): PayForWorks {
  const { settlements: s, jurisdictions: g, firms } = world;
  const { jurisdictions: counties } = world.sizes;
  const outside = counties - 1;
  const bills = LEVERS.map((_, lever) => openBill(world, measures, lever));
  return (j, lever, yuan, shops = j) => {
    const local = Math.floor(yuan * a.localBuildingShare);
    bills[lever](j, yuan);
    firms.cash[shops * SECTORS + SERVICES] += local;
    s.serviceDemand[shops] += local;
    g.cash[outside] += yuan - local;
  };
}
