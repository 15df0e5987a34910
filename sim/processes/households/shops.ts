/** Where residents spend: shops within reach, by their mass and the minutes to them (Huff 1964). */
import { exp } from "../../numerics/elementary.ts";
import type { World } from "../../world/world.ts";

/** Huff 1964: attraction of shops, mass e^(-decay minutes). */
export const shopAttraction = (mass: number, minutes: number, decay: number): number =>
  mass * exp(-decay * minutes);

/** Where each settlement's local spending goes: share by row of reach. It changes only where travel times do. */
export function shopShares(
  { settlements: s, reach, sizes }: World,
  decay: number,
  share: Float64Array = new Float64Array(sizes.reach),
): Float64Array {
  for (let j = 0; j < sizes.settlements; j++) {
    const from = s.reachFrom[j];
    const to = from + s.reachCount[j];
    let total = 0;
    for (let row = from; row < to; row++) {
      share[row] = shopAttraction(s.shopMass[reach.to[row]], reach.minutes[row], decay);
      total += share[row];
    }
    if (total > 0) for (let row = from; row < to; row++) share[row] /= total;
    else share[from] = 1;
  }
  return share;
}
