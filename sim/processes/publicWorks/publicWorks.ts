/**
 * Model step 6, public works: what policies build beside the ordinary budget. Villages are renewed, to their own styles
 * or to one common design. Without such policies nothing happens here.
 */
import type { Process } from "../process.ts";
import { openVillages } from "./villages.ts";

export const publicWorks: Process = {
  name: "publicWorks",
  reads: [
    "settlements.tier",
    "settlements.jurisdiction",
    "settlements.registered",
    "levers.value",
    "levers.state",
    "clock.month",
    "outlays.force",
  ],
  writes: [
    "settlements.appearance",
    "settlements.styleTimber",
    "settlements.styleEarth",
    "settlements.styleStone",
    "settlements.styleCommon",
    "settlements.serviceDemand",
    "firms.cash",
    "jurisdictions.cash",
    "jurisdictions.policyCost",
    "outlays.cost",
  ],
  prepare(setting) {
    const renew = openVillages(setting);
    return () => {
      renew();
    };
  },
};
