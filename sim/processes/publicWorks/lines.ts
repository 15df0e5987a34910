/** Lines for daily trips across borders: they cost by the people who might use them; trips are weighed elsewhere. */
import { leverIndex } from "../../policy/resolve.ts";
import { OUTSIDE } from "../../world/tiers.ts";
import type { Setting } from "../process.ts";
import { openPurse } from "./purse.ts";

/** One month of running them, of all places where a policy says so. */
export function openLines(setting: Setting): () => void {
  const { world, assumptions: a } = setting;
  const { settlements: s, levers } = world;
  const { settlements: count, scale, levers: stride } = world.sizes;
  const link = leverIndex("commutingLink");
  const pay = openPurse(setting);
  return () => {
    for (let j = 0; j < count; j++) {
      const part = levers.value[j * stride + link];
      if (part === 0 || s.tier[j] === OUTSIDE) continue;
      pay(j, link, Math.floor((part * a.lineCost * s.residents[j] * scale) / 12));
    }
  };
}
