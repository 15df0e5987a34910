/** Farming hands of places, and what their fields need of them. */
import type { Assumptions } from "../../policy/parameters.ts";
import { M2_PER_HECTARE } from "../../world/land.ts";
import { TOWN } from "../../world/tiers.ts";
import type { World } from "../../world/world.ts";
import { coverageOf, handsNeeded } from "./fields.ts";

export interface Hands {
  /** Counts what fields need at a productivity over that of the start, and who farms. */
  count(productivity: number): void;
  /** Hands that a hectare of the place needs, persons. */
  readonly perHectare: Float64Array;
  /** Hands of the place over those that its fields need. */
  coverage(j: number): number;
}

export function openHands(world: World, a: Assumptions): Hands {
  const { settlements: s } = world;
  const { settlements: count, jurisdictions: counties, scale } = world.sizes;
  const perHectare = new Float64Array(count);
  const need = new Float64Array(count);
  const needIn = new Float64Array(counties);
  const farmersIn = new Float64Array(counties);

  return {
    perHectare,
    count(productivity) {
      needIn.fill(0);
      farmersIn.fill(0);
      for (let j = 0; j < count; j++) {
        const fields = s.arable[j] + s.abandoned[j] + s.orchard[j];
        if (s.tier[j] > TOWN || fields === 0) continue;
        const kin = s.leasedHouseholds[j] / fields;
        const large = (s.leasedCooperatives[j] + s.leasedFirms[j]) / fields;
        perHectare[j] = handsNeeded(a.farmLabourPerHectare, productivity, kin, large, a);
        need[j] = (fields / M2_PER_HECTARE) * perHectare[j];
        needIn[s.jurisdiction[j]] += need[j];
        farmersIn[s.jurisdiction[j]] += s.farmers[j] * scale;
      }
    },
    coverage(j) {
      const county = farmersIn[s.jurisdiction[j]] / needIn[s.jurisdiction[j]];
      return coverageOf(s.farmers[j] * scale, need[j], county, scale);
    },
  };
}
