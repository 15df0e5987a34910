/**
 * Travel times without a matrix of all pairs: places within a daily trip stand in the reach table, everything
 * farther goes by way of the county seats. Memory and time stay linear in settlements.
 */
import type { World } from "./world.ts";

/** Minutes one way between any two settlements, by the reach table where it lists the pair, else by the seats. */
export function minutesBetween(world: World, from: number, to: number): number {
  if (from === to) return 0;
  const { reachFrom, reachCount, minutesToSeat, zone } = world.settlements;
  const end = reachFrom[from] + reachCount[from];
  for (let row = reachFrom[from]; row < end; row++) {
    if (world.reach.to[row] === to) return world.reach.minutes[row];
  }
  const hub = world.zonePairs.minutes[zone[from] * world.sizes.zones + zone[to]];
  return minutesToSeat[from] + hub + minutesToSeat[to];
}

/** The same, where it is known that the pair is beyond a daily trip. */
export function minutesBySeats(world: World, from: number, to: number): number {
  const { minutesToSeat, zone } = world.settlements;
  return (
    minutesToSeat[from] +
    world.zonePairs.minutes[zone[from] * world.sizes.zones + zone[to]] +
    minutesToSeat[to]
  );
}
