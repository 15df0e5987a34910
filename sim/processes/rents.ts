/**
 * Model step 7, what crowding costs: the rent share of a place rises with residents per built area.
 * r = r0 (density / density at the start)^e, at most 0.9.
 */
import { pow } from "../numerics/elementary.ts";
import { remembered } from "../numerics/remembered.ts";
import { OUTSIDE } from "../world/tiers.ts";
import type { Process } from "./process.ts";

export const rentShareOf = (
  start: number,
  density: number,
  startDensity: number,
  elasticity: number,
): number => (startDensity > 0 ? Math.min(0.9, start * pow(density / startDensity, elasticity)) : start);

export const rents: Process = {
  name: "rents",
  reads: [
    "settlements.tier",
    "settlements.residents",
    "settlements.startDensity",
    "settlements.startRentShare",
    "settlements.homesteadUsed",
    "settlements.homesteadIdle",
    "settlements.industrial",
    "settlements.commercial",
    "settlements.publicLand",
  ],
  writes: ["settlements.rentShare"],
  prepare({ world, assumptions }) {
    const { settlements: s } = world;
    const { settlements: count, scale } = world.sizes;
    const rentShare = remembered(count, (start, density, startDensity) =>
      rentShareOf(start, density, startDensity, assumptions.rentElasticity),
    );
    return () => {
      for (let j = 0; j < count; j++) {
        if (s.tier[j] === OUTSIDE) continue;
        const built =
          s.homesteadUsed[j] + s.homesteadIdle[j] + s.industrial[j] + s.commercial[j] + s.publicLand[j];
        const density = built > 0 ? (s.residents[j] * scale) / built : 0;
        s.rentShare[j] = rentShare(j, s.startRentShare[j], density, s.startDensity[j]);
      }
    };
  },
};
