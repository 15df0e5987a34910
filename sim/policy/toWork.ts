/** Daily trips to work, which lines that a policy runs across the border of a county make shorter. */
import type { World } from "../world/world.ts";
import { leverValues } from "./levers.ts";

/** Minutes one way of a daily trip to work that would take `minutes` without such lines. */
export type TripToWork = (from: number, work: number, minutes: number) => number;

/** Trips from one place to another as they are this month. */
export function openTripsToWork(world: World): TripToWork {
  const { jurisdiction } = world.settlements;
  const line = leverValues(world, "commutingLink");
  return (from, work, minutes) =>
    jurisdiction[from] === jurisdiction[work] ? minutes : minutes * (1 - line[from]);
}
