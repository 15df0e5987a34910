/** Ways of life, each with a constant of place by county that the start year's flows determine. */
import { Activity } from "../../world/persons.ts";
import { OUTSIDE, TOWN } from "../../world/tiers.ts";
import type { World } from "../../world/world.ts";

/** Living in a village and not farming is the one the others compare to. */
export const Life = { village: 0, farm: 1, urban: 2, region: 3, outside: 4 } as const;
export const LIVES = 5;

/** The way of life that a person from `county` leads by living at a place and doing something. */
export function lifeOf(world: World, county: number, at: number, does: number): number {
  const { tier, jurisdiction } = world.settlements;
  if (tier[at] === OUTSIDE) return Life.outside;
  if (jurisdiction[at] !== county) return Life.region;
  if (does === Activity.farming) return Life.farm;
  return tier[at] >= TOWN ? Life.urban : Life.village;
}

/** Constants of place by way of life, each a column over jurisdictions; the first stands for none and isn't read. */
export const bondColumns = ({ jurisdictions: g }: World): readonly Float64Array[] => [
  g.farmBond,
  g.farmBond,
  g.urbanBond,
  g.regionBond,
  g.outsideBond,
];
