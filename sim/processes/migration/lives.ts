/** Ways of life, each with a constant of place by county that the start year's flows determine. */
import { Activity } from "../../world/persons.ts";
import { OUTSIDE, TOWN } from "../../world/tiers.ts";
import type { World } from "../../world/world.ts";

/**
 * Living in a village and working there, but not on a farm, is the one the others compare to. Daily trips make lives of
 * their own, by whether they cross the county's border, and whether one lives in a village or in a town or city.
 */
export const Life = {
  village: 0,
  farm: 1,
  urban: 2,
  region: 3,
  outside: 4,
  near: 5,
  across: 6,
  urbanNear: 7,
  urbanAcross: 8,
} as const;
export const LIVES = 9;

/** The way of life that a person from `county` leads by living at a place and doing something at a workplace. */
export function lifeOf(world: World, county: number, at: number, does: number, work: number): number {
  const { tier, jurisdiction } = world.settlements;
  if (tier[at] === OUTSIDE) return Life.outside;
  if (jurisdiction[at] !== county) return Life.region;
  if (does === Activity.farming) return Life.farm;
  const isUrban = tier[at] >= TOWN;
  if (at === work || does === Activity.retired) return isUrban ? Life.urban : Life.village;
  if (jurisdiction[work] === county) return isUrban ? Life.urbanNear : Life.near;
  return isUrban ? Life.urbanAcross : Life.across;
}

/** Constants of place by way of life, each a column over jurisdictions; the first stands for none and isn't read. */
export const bondColumns = ({ jurisdictions: g }: World): readonly Float64Array[] => [
  g.farmBond,
  g.farmBond,
  g.urbanBond,
  g.regionBond,
  g.outsideBond,
  g.nearBond,
  g.acrossBond,
  g.urbanNearBond,
  g.urbanAcrossBond,
];
