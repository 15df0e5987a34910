/** Daily trips to work, which lines that a policy runs across the border of a county make shorter. */
import type { World } from "../world/world.ts";
import { leverIndex } from "./resolve.ts";

/** Minutes one way of a daily trip to work that would take `minutes` without such lines. */
export type TripToWork = (from: number, work: number, minutes: number) => number;

/** Trips from one place to another as they are this month. */
export function openTripsToWork({ settlements: s, levers, sizes }: World): TripToWork {
  const line = leverIndex("commutingLink");
  return (from, work, minutes) =>
    s.jurisdiction[from] === s.jurisdiction[work]
      ? minutes
      : minutes * (1 - levers.value[from * sizes.levers + line]);
}
