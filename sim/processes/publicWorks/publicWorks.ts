/**
 * Model step 6, public works: what policies build beside the ordinary budget. Villages are renewed, to their own styles
 * or to one common design; roads are built each December, and lines for daily trips across borders run;
 * produce finds a longer chain; schools, clinics and hospitals
 * have budgets of their own. Without such
 * policies nothing happens here.
 */
import type { Process } from "../process.ts";
import { openCare } from "./care.ts";
import { openChain } from "./chain.ts";
import { findHospitals } from "./hospitals.ts";
import { openLines } from "./lines.ts";
import { openRoads } from "./roads.ts";
import { openVillages } from "./villages.ts";

const DECEMBER = 11;

export const publicWorks: Process = {
  name: "publicWorks",
  reads: [
    "settlements.tier",
    "settlements.jurisdiction",
    "settlements.registered",
    "settlements.residents",
    "settlements.farmers",
    "settlements.farmIncome",
    "settlements.brandPremium",
    "settlements.rentBurden",
    "settlements.longitude",
    "settlements.latitude",
    "settlements.zone",
    "settlements.town",
    "settlements.seat",
    "settlements.core",
    "settlements.reachFrom",
    "settlements.reachCount",
    "jurisdictions.processedShare",
    "zones.jurisdiction",
    "reach.to",
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
    "settlements.roadBuilt",
    "settlements.minutesToSeat",
    "settlements.minutesToCountyHospital",
    "settlements.minutesToHospital",
    "settlements.extraSchool",
    "settlements.extraClinic",
    "settlements.extraHospital",
    "settlements.hospitalBranch",
    "settlements.serviceDemand",
    "firms.cash",
    "jurisdictions.cash",
    "jurisdictions.policyCost",
    "zonePairs.minutes",
    "reach.minutes",
    "outlays.cost",
  ],
  prepare(setting) {
    const renew = openVillages(setting);
    const runLines = openLines(setting);
    const lengthenChain = openChain(setting);
    const takeCare = openCare(setting);
    const buildRoads = openRoads(setting);
    return (month) => {
      renew();
      runLines();
      lengthenChain();
      const branches = takeCare();
      // Whoever looks at ways looks anew in January.
      const roads = month % 12 === DECEMBER && buildRoads();
      if (branches || roads) findHospitals(setting.world);
    };
  },
};
