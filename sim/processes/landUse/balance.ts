/** Like for like: fields that were built on are made good by reclaiming unused land of the county, at its cost. */
import { SECTORS, SERVICES } from "../../world/jurisdictions.ts";
import { M2_PER_HECTARE } from "../../world/land.ts";
import { TOWN } from "../../world/tiers.ts";
import type { Setting } from "../process.ts";
import { upTo } from "./building.ts";

/** Area that is reclaimed now, whole m2: what is due, as far as there is unused land and money. */
export const reclaimable = (due: number, unused: number, cash: number, costPerM2: number): number =>
  Math.floor(Math.min(due, unused, costPerM2 > 0 ? Math.max(0, cash) / costPerM2 : Infinity));

/** One month of making good, county by county; what can't be made good stays due. */
export function openBalance({ world, assumptions: a }: Setting): () => void {
  const { settlements: s, jurisdictions: g, firms } = world;
  const { settlements: count, jurisdictions: counties } = world.sizes;
  const outside = counties - 1;
  const costPerM2 = a.reclaimCost / M2_PER_HECTARE;
  const unused = new Float64Array(counties);
  const unusedSoFar = new Float64Array(counties);
  const area = new Float64Array(counties);
  const cost = new Float64Array(counties);

  /** Unused land of all villages and towns of the county gives its part; the work is done by firms there. */
  const reclaim = (j: number, c: number): void => {
    const before = unusedSoFar[c];
    const after = (unusedSoFar[c] += s.reserve[j]);
    const part = upTo(area[c], after, unused[c]) - upTo(area[c], before, unused[c]);
    const paid = Math.floor(part * costPerM2);
    s.reserve[j] -= part;
    s.arable[j] += part;
    firms.cash[j * SECTORS + SERVICES] += paid;
    s.serviceDemand[j] += paid;
    cost[c] += paid;
  };

  return () => {
    unused.fill(0);
    unusedSoFar.fill(0);
    cost.fill(0);
    for (let j = 0; j < count; j++) if (s.tier[j] <= TOWN) unused[s.jurisdiction[j]] += s.reserve[j];
    for (let c = 0; c < outside; c++) {
      area[c] = reclaimable(g.arableDue[c], unused[c], g.cash[c], costPerM2);
      g.arableDue[c] -= area[c];
    }
    for (let j = 0; j < count; j++) {
      const c = s.jurisdiction[j];
      if (area[c] > 0 && s.tier[j] <= TOWN) reclaim(j, c);
    }
    for (let c = 0; c < outside; c++) {
      g.cash[c] -= cost[c];
      g.spent[c] += cost[c];
    }
  };
}
