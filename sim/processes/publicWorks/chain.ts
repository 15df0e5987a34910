/** What policies pay for a longer chain from farm to table: stores, depots and lorries, and the way to direct sale. */
import { openFarmGate } from "../../policy/farmGate.ts";
import { leverValues } from "../../policy/levers.ts";
import { OUTSIDE } from "../../world/tiers.ts";
import type { Setting } from "../process.ts";
import { openPurse } from "./purse.ts";

/** One month of it, of all places where a policy says so; by the retail value of what their farms sell. */
export function openChain(setting: Setting): () => void {
  const { world, assumptions: a } = setting;
  const { settlements: s } = world;
  const { settlements: count, scale } = world.sizes;
  const logistics = leverValues(world, "logisticsSupport");
  const direct = leverValues(world, "digitalSales");
  const farmGate = openFarmGate(world, a);
  const pay = openPurse(setting);

  /** Retail value of a month's produce, out of what farmers were paid for it. */
  const retail = (j: number): number => {
    const kept = farmGate(j) * s.brandPremium[j] * (1 - s.rentBurden[j]);
    return kept > 0 ? (s.farmIncome[j] * s.farmers[j] * scale) / kept : 0;
  };

  return () => {
    for (let j = 0; j < count; j++) {
      if (s.tier[j] === OUTSIDE) continue;
      const cut = logistics[j];
      const part = direct[j];
      if (cut === 0 && part === 0) continue;
      const sold = retail(j);
      const saved = cut * a.retailMargin * (1 - part) * sold;
      if (cut > 0) pay(j, "logisticsSupport", Math.floor(saved * a.logisticsCost), s.town[j]);
      if (part > 0) pay(j, "digitalSales", Math.floor(part * sold * a.directSaleCost), s.town[j]);
    }
  };
}
