/** What building land in place can still carry, and what a place promises. */
import type { Assumptions } from "../../policy/parameters.ts";
import { MANUFACTURING, PROCESSING, SECTORS, SERVICES } from "../../world/jurisdictions.ts";
import { M2_PER_HECTARE } from "../../world/land.ts";
import type { World } from "../../world/world.ts";

/** Capital for which there is building land left in a place; works share the industrial land. */
export function freeRoom({ settlements: s, firms }: World, row: number, capitalPerHectare: number): number {
  const sector = row % SECTORS;
  const j = (row - sector) / SECTORS;
  const at = j * SECTORS;
  const standing =
    sector === SERVICES
      ? firms.capital[at + SERVICES]
      : firms.capital[at + PROCESSING] + firms.capital[at + MANUFACTURING];
  const built = sector === SERVICES ? s.commercial[j] : s.industrial[j];
  return Math.max(0, (built / M2_PER_HECTARE) * capitalPerHectare - standing);
}

/**
 * Yearly return that `added` yuan of an efficiency of 1 could expect in a place and sector, before wear. Works hire the
 * hands they want at the wage, so their return doesn't fall with what others have built; shops share the demand.
 */
export function promise(
  { settlements: s, firms }: World,
  row: number,
  added: number,
  { capitalShare }: Pick<Assumptions, "capitalShare">,
): number {
  if (row % SECTORS !== SERVICES) return firms.prospect[row] / firms.efficiency[row];
  const capital = firms.capital[row] * firms.efficiency[row] + added;
  return capital > 0 ? (12 * capitalShare * s.expectedDemand[(row - SERVICES) / SECTORS]) / capital : 0;
}
