/**
 * Travel times without a matrix of all pairs: places within a daily trip stand in the reach table, everything
 * farther goes by way of the county seats. Memory and time stay linear in settlements.
 */
import type { World } from "./world.ts";

/** Row of the reach table that lists the trip, or -1 where it is beyond a daily trip. */
export function reachRow(world: World, from: number, to: number): number {
  const { reachFrom, reachCount } = world.settlements;
  const { to: destinations } = world.reach;
  const end = reachFrom[from] + reachCount[from];
  for (let row = reachFrom[from]; row < end; row++) if (destinations[row] === to) return row;
  return -1;
}

/** Minutes one way by the county seats, for pairs beyond a daily trip. */
export function minutesBySeats(world: World, from: number, to: number): number {
  const { minutesToSeat, zone } = world.settlements;
  const hub = world.zonePairs.minutes[zone[from] * world.sizes.zones + zone[to]];
  return minutesToSeat[from] + hub + minutesToSeat[to];
}

/** Minutes one way between any two settlements. */
export function minutesBetween(world: World, from: number, to: number): number {
  if (from === to) return 0;
  const row = reachRow(world, from, to);
  return row >= 0 ? world.reach.minutes[row] : minutesBySeats(world, from, to);
}
