/** Who pays for public works, and who is paid. */
import { SECTORS, SERVICES } from "../../world/jurisdictions.ts";
import type { Setting } from "../process.ts";

/**
 * Pays for works at a settlement under a lever: county or state pays, as the measure says; part is bought of builders
 * and shops in `shops` (the place itself by default), the rest outside.
 *
 * @param yuan whole, not below zero
 */
export type PayForWorks = (settlement: number, lever: number, yuan: number, shops?: number) => void;

export function openPurse({ world, assumptions: a }: Setting): PayForWorks {
  const { settlements: s, jurisdictions: g, firms, levers } = world;
  const { jurisdictions: counties, levers: stride } = world.sizes;
  const outside = counties - 1;
  return (j, lever, yuan, shops = j) => {
    const county = s.jurisdiction[j];
    const local = Math.floor(yuan * a.localBuildingShare);
    g.cash[levers.state[j * stride + lever] === 1 ? outside : county] -= yuan;
    g.policyCost[county] += yuan;
    firms.cash[shops * SECTORS + SERVICES] += local;
    s.serviceDemand[shops] += local;
    g.cash[outside] += yuan - local;
  };
}
