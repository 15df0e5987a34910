/** What works would find where their sector has none at the start. */
import { SECTORS, SERVICES } from "../../world/jurisdictions.ts";
import { OUTSIDE, TIER_NAMES } from "../../world/tiers.ts";
import type { World } from "../../world/world.ts";

/**
 * Works that open where their sector has none find what such places of the county mostly offer: the mean of its places
 * of the same tier, or of all its places, weighted by capital. Where the county has none, nobody can know.
 */
export function promiseElsewhere(world: World): void {
  const { settlements: s, firms, sizes } = world;
  const tiers = TIER_NAMES.length;
  const groups = sizes.jurisdictions * (tiers + 1) * SECTORS;
  const weighted = new Float64Array(groups);
  const capital = new Float64Array(groups);
  const groupOf = (j: number, tier: number, sector: number): number =>
    (s.jurisdiction[j] * (tiers + 1) + tier) * SECTORS + sector;
  for (let j = 0; j < sizes.settlements; j++) {
    for (let sector = 0; sector < SERVICES; sector++) {
      const row = j * SECTORS + sector;
      for (const tier of [s.tier[j], tiers]) {
        const group = groupOf(j, tier, sector);
        weighted[group] += firms.placeProductivity[row] * firms.capital[row];
        capital[group] += firms.capital[row];
      }
    }
  }
  for (let j = 0; j < sizes.settlements; j++) {
    if (s.tier[j] === OUTSIDE) continue;
    for (let sector = 0; sector < SERVICES; sector++) {
      const row = j * SECTORS + sector;
      if (firms.placeProductivity[row] > 0) continue;
      const like = groupOf(j, s.tier[j], sector);
      const group = capital[like] > 0 ? like : groupOf(j, tiers, sector);
      if (capital[group] === 0) continue;
      firms.placeProductivity[row] = weighted[group] / capital[group];
      firms.productivity[row] = firms.placeProductivity[row];
    }
  }
}
