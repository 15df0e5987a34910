/** Who pays what a lever costs: treasuries, and the books of the policies that moved it. */
import type { World } from "../world/world.ts";
import { leverIndex, leverStates, type Lever } from "./levers.ts";
import { isInForce, partOf, type ResolvedMeasure } from "./resolve.ts";

/**
 * Charges whole yuan that a lever costs at a settlement to those who pay for it, and returns the state's part. Where
 * money is `forgone` it leaves no treasury of a county, for it never came in; the state still makes its part good.
 */
export type Charge = (settlement: number, yuan: number, forgone?: boolean) => number;

/** @param lever that the bill is for */
export function openBill(world: World, measures: readonly ResolvedMeasure[], lever: Lever): Charge {
  const { settlements: s, jurisdictions: g, sizes } = world;
  const outside = sizes.jurisdictions - 1;
  const byState = leverStates(world, lever);
  const book = openBook(
    world,
    measures.filter((measure) => measure.lever === leverIndex(lever)),
  );
  return (settlement, yuan, forgone = false) => {
    const county = s.jurisdiction[settlement];
    const fromState = Math.round(yuan * byState[settlement]);
    g.cash[outside] -= fromState;
    g.cash[county] -= forgone ? -fromState : yuan - fromState;
    g.policyCost[county] += yuan;
    book(settlement, fromState, true);
    book(settlement, yuan - fromState, false);
    return fromState;
  };
}

/** Parts what one payer bears among the measures at the settlement, by their values; the last takes what is left. */
function openBook(
  world: World,
  measures: readonly ResolvedMeasure[],
): (settlement: number, yuan: number, state: boolean) => void {
  const { clock, outlays, sizes } = world;
  const { jurisdictions } = world.sizes;
  const places = measures.map(({ settlements }) => {
    const at = new Uint8Array(sizes.settlements);
    for (const settlement of settlements) at[settlement] = 1;
    return at;
  });
  const parts = new Float64Array(measures.length);

  return (settlement, yuan, state) => {
    if (yuan === 0) return;
    const month = clock.month[0];
    const payer = state ? jurisdictions - 1 : world.settlements.jurisdiction[settlement];
    let sum = 0;
    let last = -1;
    measures.forEach((measure, k) => {
      const here = measure.state === state && places[k][settlement] === 1 && isInForce(measure, month);
      parts[k] = here ? partOf(measure, settlement, world) : 0;
      sum += parts[k];
      if (parts[k] > 0) last = k;
    });
    let left = yuan;
    for (let k = 0; k <= last; k++) {
      const part = k === last ? left : Math.floor((yuan * parts[k]) / sum);
      outlays.cost[measures[k].policyRow * jurisdictions + payer] += part;
      left -= part;
    }
  };
}
