/** Pensions, with what policies add to them. */
import { TOWN } from "../world/tiers.ts";
import type { World } from "../world/world.ts";
import type { Assumptions } from "./parameters.ts";
import { leverValues } from "./levers.ts";

export interface Pensions {
  /** Monthly pension of those registered in a place, without what policies add; it grows with productivity. */
  ordinary(settlement: number, productivity: number): number;
  /** What a policy adds to it this month, whole yuan. */
  topUp(settlement: number): number;
}

export function openPensions(
  world: World,
  { pensionRural, pensionUrban }: Pick<Assumptions, "pensionRural" | "pensionUrban">,
): Pensions {
  const { tier } = world.settlements;
  const topUps = leverValues(world, "pensionTopUp");
  return {
    ordinary: (j, productivity) => (tier[j] <= TOWN ? pensionRural : pensionUrban) * productivity,
    topUp: (j) => Math.floor(topUps[j]),
  };
}
