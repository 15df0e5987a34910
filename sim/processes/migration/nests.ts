/**
 * Nests of ways of life: by where one would live, seen from home. Lives at home (staying on, farming, work there or by
 * a daily trip, coming back), in the home county, in other counties and outside are alike among themselves in what
 * the terms of utility don't hold, to the degree 1 - `nestDissimilarity`.
 * Source: McFadden 1978; stay, near and far as nests of rural-urban migration after the usual nested logit of it.
 */
import type { Assumptions } from "../../policy/parameters.ts";
import { OUTSIDE } from "../../world/tiers.ts";
import type { World } from "../../world/world.ts";

export const Nest = { home: 0, county: 1, region: 2, outside: 3 } as const;
export const NESTS = 4;

/** The nest of living at a place for someone whose home is `home`. */
export function nestOf({ settlements: { tier, jurisdiction } }: World, home: number, at: number): number {
  if (at === home) return Nest.home;
  if (tier[at] === OUTSIDE) return Nest.outside;
  return jurisdiction[at] === jurisdiction[home] ? Nest.county : Nest.region;
}

/**
 * Scale of the choice within a nest. What counts alternatives stands at this scale: the size of a place, which counts
 * those that it holds, and the correction for how often it was to be expected to come to mind. So neither a place
 * that is told as two nor one that comes to mind twice changes what a nest weighs.
 */
export const scaleInNest = (a: Assumptions): number => a.choiceScale * a.nestDissimilarity;
