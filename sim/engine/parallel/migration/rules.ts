/** The rules of the migration kernel in numbers, and what a place pays. */
import { fastPow } from "../../../numerics/fast.ts";
import type { MigrationWorld } from "./columns.ts";

/** Chance of an agent to think about moving in a step. */
export const CONSIDER = 0.1;
/** Places that come to mind then, drawn evenly from all; the same one may come twice, and so may the own. */
export const CANDIDATES = 8;
/** Scale of the logit. */
export const SCALE = 0.1;
/** Utility of not having to move. */
export const STAY = 0.2;
/** Utility lost per unit of distance from where the agent lives, and from home. */
export const FROM_HERE = 0.8;
export const FROM_HOME = 0.3;
/** Share of its full pay that a person without skill gets; one of skill 1 gets this and 1 more. */
export const UNSKILLED = 0.5;

/** Pay rises with the number of people by this power. */
const ELASTICITY = 0.05;
/** Pay falls by this share of itself for each time the capacity is exceeded by its own size. */
const CONGESTION = 0.5;

/** Sets what each place pays in the coming step, from who lives there. */
export function setPay({ places, sizes }: MigrationWorld): void {
  const perMean = sizes.places / sizes.agents;
  for (let j = 0; j < sizes.places; j++) {
    const residents = places.residents[j];
    const crowding = Math.max(0, residents / places.capacity[j] - 1);
    places.pay[j] =
      (places.basePay[j] * fastPow(residents * perMean, ELASTICITY)) / (1 + CONGESTION * crowding);
  }
}
