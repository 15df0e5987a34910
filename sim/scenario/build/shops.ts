/** Shops of the first month. */
import { exp } from "../../numerics/elementary.ts";
import type { Assumptions } from "../../policy/parameters.ts";
import { SECTORS, SERVICES } from "../../world/jurisdictions.ts";
import { OUTSIDE } from "../../world/tiers.ts";
import type { World } from "../../world/world.ts";
import { startIncome } from "./wages.ts";

/**
 * Shops: how much of spending stays within reach, and how attractive each place's shops are, so that each sells at
 * the start what its workers live on. Balancing factors as in a doubly constrained gravity model.
 */
export function startShops(world: World, a: Assumptions): void {
  const { settlements: s, firms, jurisdictions: g, persons: p, clock, reach } = world;
  const { settlements: count, jurisdictions: counties, scale } = world.sizes;
  const spending = new Float64Array(count);
  for (let i = 0; i < clock.personRows[0]; i++) {
    spending[p.residence[i]] += startIncome(world, i, a) * a.consumptionShare * scale;
  }
  const target = new Float64Array(count);
  const wanted = new Float64Array(counties);
  const spent = new Float64Array(counties);
  for (let j = 0; j < count; j++) {
    if (s.tier[j] === OUTSIDE) continue;
    const c = s.jurisdiction[j];
    let others = s.serviceSupply[j] * (1 - g.publicWageShare[c]) * a.localBuildingShare;
    for (let row = j * SECTORS; row < (j + 1) * SECTORS; row++) {
      others += (firms.capital[row] * a.depreciation * a.localBuildingShare) / 12;
    }
    target[j] = Math.max(0, firms.value[j * SECTORS + SERVICES] - others);
    wanted[c] += target[j];
    spent[c] += spending[j];
  }
  for (let c = 0; c < counties - 1; c++)
    g.localShare[c] = Math.min(a.localSpendingShare, wanted[c] / Math.max(1, spent[c]));
  for (let j = 0; j < count; j++) {
    if (s.tier[j] === OUTSIDE) continue;
    const c = s.jurisdiction[j];
    // What residents don't buy, visitors do.
    const byResidents = Math.min(1, (g.localShare[c] * spent[c]) / Math.max(1, wanted[c]));
    s.serviceExports[j] = target[j] * (1 - byResidents);
    target[j] *= byResidents;
    s.shopMass[j] = target[j] > 0 ? 1 : 0;
    s.serviceDemand[j] = firms.value[j * SECTORS + SERVICES];
    s.expectedDemand[j] = s.serviceDemand[j];
  }
  const decay = Float64Array.from(reach.minutes, (minutes) => exp(-a.shoppingDecay * minutes));
  const sold = new Float64Array(count);
  for (let round = 0; round < 60; round++) {
    sold.fill(0);
    for (let j = 0; j < count; j++) {
      if (s.tier[j] === OUTSIDE) continue;
      const local = spending[j] * g.localShare[s.jurisdiction[j]];
      const end = s.reachFrom[j] + s.reachCount[j];
      let total = 0;
      for (let row = s.reachFrom[j]; row < end; row++) total += s.shopMass[reach.to[row]] * decay[row];
      if (total === 0) continue;
      for (let row = s.reachFrom[j]; row < end; row++) {
        sold[reach.to[row]] += (local * s.shopMass[reach.to[row]] * decay[row]) / total;
      }
    }
    for (let j = 0; j < count; j++) if (sold[j] > 0) s.shopMass[j] *= target[j] / sold[j];
  }
}
