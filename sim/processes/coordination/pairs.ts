/** Counties with a border in common, two by two. */
import { NEIGHBOURS } from "../../world/platforms.ts";
import type { World } from "../../world/world.ts";

/** Two counties deal in a mode if both do; where one plans and the other trades they plan. */
export const modeBetween = (one: number, other: number): number => Math.min(one, other);

/** Visits each border once, from the side of the lower row: the row of that side, and the two counties. */
export function eachBorder(
  { borders, sizes }: World,
  visit: (border: number, left: number, right: number) => void,
): void {
  for (let border = 0; border < (sizes.jurisdictions - 1) * NEIGHBOURS; border++) {
    const left = Math.floor(border / NEIGHBOURS);
    const right = borders.neighbour[border];
    if (left < right) visit(border, left, right);
  }
}
