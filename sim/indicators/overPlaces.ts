/** Sums and means over the places of the region, for indicators. */
import { OUTSIDE } from "../world/tiers.ts";
import type { World } from "../world/world.ts";

/** Sum of a figure over all settlements but the gateways. */
export function sumOver(world: World, figure: (j: number) => number): number {
  let sum = 0;
  for (let j = 0; j < world.sizes.settlements; j++)
    if (world.settlements.tier[j] !== OUTSIDE) sum += figure(j);
  return sum;
}

/** Mean of a figure, weighted by another. */
export const meanOver = (
  world: World,
  figure: (j: number) => number,
  weight: (j: number) => number,
): number => sumOver(world, (j) => figure(j) * weight(j)) / sumOver(world, weight);

/** Mean over residents of the region. */
export const perResident = (world: World, figure: (j: number) => number): number =>
  meanOver(world, figure, (j) => world.settlements.residents[j]);

/** Sum over counties: all jurisdictions but the outside. */
export const inCounties = (column: Float64Array): number =>
  column.subarray(0, -1).reduce((sum, value) => sum + value, 0);
