/**
 * With whom works of a place deal: towns and cities within a daily trip, and the seats and cores of all counties. That
 * is linear in towns, and their travel times are those that links shorten.
 */
import { minutesBySeats, reachRow } from "../../world/travel.ts";
import { OUTSIDE, SEAT, TOWN } from "../../world/tiers.ts";
import type { World } from "../../world/world.ts";

export interface Partners {
  /** Rows of towns, seats and cores. */
  readonly places: Int32Array;
  /** Partners of `places[k]` stand from `from[k]` to `from[k + 1]`: rows of settlements. */
  readonly from: Int32Array;
  readonly to: Int32Array;
  /** Minutes one way to the partner in that row, this month. */
  minutes(k: number, row: number): number;
}

export function openPartners(world: World): Partners {
  const { settlements: s, reach } = world;
  const isPlace = (j: number): boolean => s.tier[j] >= TOWN && s.tier[j] !== OUTSIDE;
  const places: number[] = [];
  for (let j = 0; j < world.sizes.settlements; j++) if (isPlace(j)) places.push(j);
  const cities = places.filter((j) => s.tier[j] >= SEAT);
  const from = [0];
  const to: number[] = [];
  /** Row of reach that lists the trip, or -1. */
  const trip: number[] = [];
  for (const j of places) {
    const end = s.reachFrom[j] + s.reachCount[j];
    for (let row = s.reachFrom[j]; row < end; row++) {
      if (reach.to[row] === j || !isPlace(reach.to[row])) continue;
      to.push(reach.to[row]);
      trip.push(row);
    }
    for (const city of cities) {
      if (city === j || reachRow(world, j, city) >= 0) continue;
      to.push(city);
      trip.push(-1);
    }
    from.push(to.length);
  }
  return {
    places: Int32Array.from(places),
    from: Int32Array.from(from),
    to: Int32Array.from(to),
    minutes: (k, row) =>
      trip[row] >= 0 ? reach.minutes[trip[row]] : minutesBySeats(world, places[k], to[row]),
  };
}
