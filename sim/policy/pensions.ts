/** Pensions, with what policies add to them. */
import { TOWN } from "../world/tiers.ts";
import type { World } from "../world/world.ts";
import type { Assumptions } from "./parameters.ts";
import { leverIndex } from "./resolve.ts";

export interface Pensions {
  /** Monthly pension of those registered in a place, without what policies add; it grows with productivity. */
  ordinary(settlement: number, productivity: number): number;
  /** What a policy adds to it this month, whole yuan. */
  topUp(settlement: number): number;
}

export function openPensions(
  { settlements: s, levers, sizes }: World,
  { pensionRural, pensionUrban }: Pick<Assumptions, "pensionRural" | "pensionUrban">,
): Pensions {
  const lever = leverIndex("pensionTopUp");
  return {
    ordinary: (j, productivity) => (s.tier[j] <= TOWN ? pensionRural : pensionUrban) * productivity,
    topUp: (j) => Math.floor(levers.value[j * sizes.levers + lever]),
  };
}
