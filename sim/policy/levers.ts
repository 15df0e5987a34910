/** Levers as columns of the world: what policies set in each settlement this month. */
import type { World } from "../world/world.ts";
import { parameterIds } from "./parameters.ts";

/** Levers in table order; the order of the columns of `levers`. */
export const LEVERS = parameterIds("lever");
export type Lever = (typeof LEVERS)[number];

export const leverIndex = (lever: Lever): number => LEVERS.indexOf(lever);

/** The part of a column of `levers` that is one lever's, by settlement. */
function ofLever({ sizes }: World, column: Float64Array, lever: number): Float64Array {
  const from = lever * sizes.levers;
  return column.subarray(from, from + sizes.settlements);
}

/** What policies set of a lever this month, by settlement, in the unit of the lever; 0 where none does. */
export const leverValues = (world: World, lever: Lever): Float64Array =>
  ofLever(world, world.levers.value, leverIndex(lever));

/** Part of what a lever costs that the state pays, by settlement; the county pays the rest. */
export const leverStates = (world: World, lever: Lever): Float64Array =>
  ofLever(world, world.levers.state, leverIndex(lever));
