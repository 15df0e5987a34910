/** Where the nearest county hospital is, once ways have become shorter. */
import { SEAT, TOWN } from "../../world/tiers.ts";
import type { World } from "../../world/world.ts";

/**
 * Minutes from a village or town to the nearest county hospital, at most those of before: hospitals stand in the own
 * seat, and in seats and cores within a daily trip.
 */
export function nearerHospitals({ settlements: s, reach, sizes }: World): void {
  for (let j = 0; j < sizes.settlements; j++) {
    if (s.tier[j] > TOWN) continue;
    let least = Math.min(s.minutesToHospital[j], s.minutesToSeat[j]);
    for (let row = s.reachFrom[j] + 1; row < s.reachFrom[j] + s.reachCount[j]; row++) {
      if (s.tier[reach.to[row]] >= SEAT) least = Math.min(least, reach.minutes[row]);
    }
    s.minutesToHospital[j] = least;
  }
}
