/** Model step 1: policies become levers. A county-paid measure rests while the county's treasury is empty. */
import { resolveLevers } from "../policy/resolve.ts";
import type { Process } from "./process.ts";

export const policies: Process = {
  name: "policies",
  reads: ["settlements.jurisdiction", "jurisdictions.funded", "levers.state"],
  writes: ["levers.value", "levers.state"],
  prepare({ world, measures }) {
    const { levers, settlements, jurisdictions } = world;
    const stride = world.sizes.levers;
    return (month) => {
      resolveLevers(world, measures, month);
      if (measures.length === 0) return;
      for (let row = 0; row < levers.value.length; row++) {
        if (levers.value[row] === 0 || levers.state[row] === 1) continue;
        levers.value[row] *= jurisdictions.funded[settlements.jurisdiction[Math.floor(row / stride)]];
      }
    };
  },
};
