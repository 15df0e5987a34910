/**
 * Model step 6, access to services: enhanced two-step floating catchment. Step one divides what a place supplies
 * by the people in its catchment, near ones counting more; step two adds up for each settlement what it can reach.
 * Source: Luo & Wang 2003 (Environment and Planning B 30:865-884); Gaussian weights Luo & Qi 2009, Dai 2010.
 */
import { exp } from "../numerics/elementary.ts";
import { OUTSIDE } from "../world/tiers.ts";
import type { World } from "../world/world.ts";
import type { Process } from "./process.ts";

const EDGE = 0.6065306597126334; // e^(-1/2)

/** Weight of travel time within the catchment: (e^(-(t/t0)^2/2) - e^(-1/2)) / (1 - e^(-1/2)), 0 beyond. */
export function catchmentWeight(minutes: number, catchment: number): number {
  if (minutes > catchment) return 0;
  const part = minutes / catchment;
  return (exp(-0.5 * part * part) - EDGE) / (1 - EDGE);
}

/**
 * Access of each origin, from people and supply of each place and the trips between them (parallel lists of rows).
 * `access` gets sum over reachable j of S_j g_ij / (sum over k of P_k g_kj).
 */
export function floatingCatchment(
  trips: {
    readonly from: ArrayLike<number>;
    readonly to: ArrayLike<number>;
    readonly weight: ArrayLike<number>;
  },
  people: ArrayLike<number>,
  supply: ArrayLike<number>,
  access: Float64Array,
): void {
  const crowd = new Float64Array(supply.length);
  for (let k = 0; k < trips.from.length; k++) crowd[trips.to[k]] += people[trips.from[k]] * trips.weight[k];
  access.fill(0);
  for (let k = 0; k < trips.from.length; k++) {
    const to = trips.to[k];
    if (crowd[to] > 0) access[trips.from[k]] += (supply[to] / crowd[to]) * trips.weight[k];
  }
}

/** The reach table as trips weighted for a catchment. A place within its own bounds is at no distance. */
export function catchmentTrips(
  world: World,
  catchment: number,
): { readonly from: Int32Array; readonly to: Uint16Array; readonly weight: Float64Array } {
  const { settlements: s, reach, sizes } = world;
  const from = new Int32Array(sizes.reach);
  const weight = new Float64Array(sizes.reach);
  for (let j = 0; j < sizes.settlements; j++) {
    for (let row = s.reachFrom[j]; row < s.reachFrom[j] + s.reachCount[j]; row++) {
      from[row] = j;
      weight[row] = s.tier[j] === OUTSIDE ? 0 : catchmentWeight(reach.minutes[row], catchment);
    }
  }
  return { from, to: reach.to, weight };
}

/** Recomputed each January; between, people see last January's services. */
export const access: Process = {
  name: "access",
  reads: [
    "settlements.tier",
    "settlements.residents",
    "settlements.serviceSupply",
    "settlements.reachFrom",
    "settlements.reachCount",
    "reach.to",
    "reach.minutes",
    "clock.accessUnit",
  ],
  writes: ["settlements.access"],
  prepare({ world, assumptions, drivers }) {
    const { settlements: s, clock } = world;
    const { settlements: count, scale } = world.sizes;
    const trips = catchmentTrips(world, assumptions.catchmentMinutes);
    const people = new Float64Array(count);
    return (month) => {
      if (month % 12 !== 0) return;
      for (let j = 0; j < count; j++) people[j] = s.residents[j] * scale;
      floatingCatchment(trips, people, s.serviceSupply, s.access);
      // Supply is in yuan; it is measured in what the region spent per head at the start, at today's costs.
      const unit = clock.accessUnit[0] * drivers.productivity[month];
      for (let j = 0; j < count; j++) s.access[j] = s.tier[j] === OUTSIDE ? 1 : s.access[j] / unit;
    };
  },
};
