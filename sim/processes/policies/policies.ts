/**
 * Model step 1: policies become levers, and what it costs to carry them out is paid. What a county pays for rests while
 * its treasury is empty; a policy with a purse rests while what it has cost is more than its purse has been given by now.
 */
import { openLevers } from "../../policy/resolve.ts";
import { openRunningCosts } from "./runningCosts.ts";
import type { Process } from "../process.ts";

/**
 * Whether a policy may act this month: its purse gets a twelfth of the yearly sum each month from the first on. What it
 * doesn't spend stays in it, and what it spent too much in a month it makes good by resting.
 *
 * @param spent yuan since the start
 * @param months in which the purse was filled, this one included
 */
export const pursePays = (yearly: number, spent: number, months: number): boolean =>
  spent < (yearly * months) / 12;

export const policies: Process = {
  name: "policies",
  reads: ["settlements.tier", "settlements.jurisdiction", "settlements.residents", "jurisdictions.funded"],
  writes: [
    "levers.value",
    "levers.state",
    "outlays.force",
    "outlays.cost",
    "jurisdictions.cash",
    "jurisdictions.policyCost",
    "firms.cash",
    "settlements.serviceDemand",
  ],
  prepare(setting) {
    const { world, measures } = setting;
    const { jurisdictions: g, outlays } = world;
    const { jurisdictions, policies: count } = world.sizes;
    const setLevers = openLevers(world, measures);
    const payCosts = openRunningCosts(setting);
    /** Of each policy with a purse: the yearly sum, and the first month of any of its measures. */
    const purse = new Float64Array(count).fill(Infinity);
    const first = new Float64Array(count).fill(Infinity);
    for (const { policyRow, purse: yearly = Infinity, from } of measures) {
      purse[policyRow] = yearly;
      first[policyRow] = Math.max(0, Math.min(first[policyRow], from));
    }

    const setForce = (month: number): void => {
      for (let p = 0; p < count; p++) {
        const at = p * jurisdictions;
        let spent = 0;
        for (let payer = 0; payer < jurisdictions; payer++) spent += outlays.cost[at + payer];
        const may = purse[p] === Infinity || pursePays(purse[p], spent, month - first[p] + 1);
        for (let payer = 0; payer < jurisdictions; payer++) {
          // The state is never short of money.
          const funded = payer === jurisdictions - 1 ? 1 : g.funded[payer];
          outlays.force[at + payer] = may ? funded : 0;
        }
      }
    };

    return (month) => {
      setForce(month);
      setLevers(month);
      payCosts(month);
    };
  },
};
