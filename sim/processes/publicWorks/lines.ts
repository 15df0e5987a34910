/** Lines for daily trips across borders: they cost by the people who might use them; trips are weighed elsewhere. */
import { leverValues } from "../../policy/levers.ts";
import { OUTSIDE } from "../../world/tiers.ts";
import type { Setting } from "../process.ts";
import { openPurse } from "./purse.ts";

/** One month of running them, of all places where a policy says so. */
export function openLines(setting: Setting): () => void {
  const { world, assumptions: a } = setting;
  const { settlements: s } = world;
  const { settlements: count, scale } = world.sizes;
  const link = leverValues(world, "commutingLink");
  const pay = openPurse(setting);
  return () => {
    for (let j = 0; j < count; j++) {
      const part = link[j];
      if (part === 0 || s.tier[j] === OUTSIDE) continue;
      pay(j, "commutingLink", Math.floor((part * a.lineCost * s.residents[j] * scale) / 12));
    }
  };
}
