/** Counties whose gaps the state makes good: there no plan is cut, and what it costs shows. */
import type { World } from "../world/world.ts";
import { leverValues } from "./levers.ts";

/** Whether the state makes good what a county lacks this month; it does where the rule holds for any of its places. */
export function openBudgetRule(world: World): {
  readonly take: () => void;
  readonly madeGood: (county: number) => boolean;
} {
  const { settlements: s, sizes } = world;
  const rule = leverValues(world, "budgetRule");
  const holds = new Uint8Array(sizes.jurisdictions);
  return {
    take() {
      holds.fill(0);
      for (let j = 0; j < sizes.settlements; j++) {
        if (rule[j] > 0) holds[s.jurisdiction[j]] = 1;
      }
    },
    madeGood: (county) => holds[county] === 1,
  };
}
