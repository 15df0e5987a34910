/** Accounts of building quota, county by county: whole square metres, so what came and what is left must be equal. */
import type { World } from "../world/world.ts";

export type Equal = (month: number, account: string, found: number, expected: number) => void;

/** Returns the check: quota granted and won by reclaiming, less what was built on, is left with the county or held. */
export function openQuotaBooks(world: World, equal: Equal): (month: number) => number {
  const { settlements: s, jurisdictions: g } = world;
  const { settlements: count, jurisdictions: counties } = world.sizes;
  const held = new Float64Array(counties);
  return (month) => {
    held.fill(0);
    for (let j = 0; j < count; j++) held[s.jurisdiction[j]] += s.quotaHeld[j];
    for (let c = 0; c < counties; c++) {
      const due = g.quotaGranted[c] + g.quotaLinked[c] - g.quotaUsed[c];
      if (g.quotaLeft[c] + held[c] !== due)
        equal(month, `quota in m2 of county ${c}`, g.quotaLeft[c] + held[c], due);
    }
    return counties;
  };
}
