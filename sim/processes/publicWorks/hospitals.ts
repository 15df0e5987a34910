/** Where the nearest hospital is, once ways have become shorter or branches of county hospitals opened or closed. */
import { SEAT, TOWN } from "../../world/tiers.ts";
import type { World } from "../../world/world.ts";

/**
 * Minutes from a village or town to the nearest county hospital, at most those of before: they stand in the own seat,
 * and in seats and cores within a daily trip. Branches stand in towns and count where they are within a daily trip.
 */
export function findHospitals({ settlements: s, reach, sizes }: World): void {
  for (let j = 0; j < sizes.settlements; j++) {
    if (s.tier[j] > TOWN) continue;
    let county = Math.min(s.minutesToCountyHospital[j], s.minutesToSeat[j]);
    let branch = Infinity;
    for (let row = s.reachFrom[j]; row < s.reachFrom[j] + s.reachCount[j]; row++) {
      const to = reach.to[row];
      if (s.tier[to] >= SEAT) county = Math.min(county, reach.minutes[row]);
      if (s.hospitalBranch[to] === 1) branch = Math.min(branch, reach.minutes[row]);
    }
    s.minutesToCountyHospital[j] = county;
    s.minutesToHospital[j] = Math.min(county, branch);
  }
}
