/** What farms of a place sell. */
import type { World } from "../../world/world.ts";

/**
 * What buyers pay for the harvest of a place this month, yuan: what farmers get, and the rent of leased fields, which
 * buyers pay along with it.
 */
export const harvestPay = ({ settlements: s, sizes }: World, j: number): number =>
  (s.farmIncome[j] * s.farmers[j] * sizes.scale) / (1 - s.rentBurden[j]);
