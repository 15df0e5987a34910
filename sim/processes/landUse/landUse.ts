/**
 * Model step 5, land: idle homesteads may be reclaimed, which gives quota; firms that would invest ask for building
 * land, and what quota, protection and money allow is built, paid for and compensated; fields built on are made good;
 * fields are leased, fall idle or are taken up again. All areas are whole square metres, and each change moves area from one use to another.
 */
import { openBalance } from "./balance.ts";
import { openBuilding } from "./building.ts";
import { openFarmland } from "./farmland.ts";
import { openHomesteads } from "./homesteads.ts";
import type { Process } from "../process.ts";

export const landUse: Process = {
  name: "landUse",
  reads: [
    "clock.handless",
    "settlements.tier",
    "settlements.jurisdiction",
    "settlements.zone",
    "settlements.seat",
    "settlements.farmers",
    "settlements.farmIncome",
    "settlements.wage",
    "settlements.unemployment",
    "settlements.minutesToSeat",
    "settlements.slope",
    "settlements.families",
    "settlements.idleConstant",
    "settlements.startArable",
    "settlements.orchard",
    "settlements.homesteadEach",
    "firms.capital",
    "firms.desire",
    "jurisdictions.startBuilt",
    "households.home",
    "levers.value",
    "levers.state",
    "clock.month",
    "outlays.force",
  ],
  writes: [
    "settlements.arable",
    "settlements.abandoned",
    "settlements.reserve",
    "settlements.industrial",
    "settlements.commercial",
    "settlements.homesteadIdle",
    "settlements.homesteadVacant",
    "settlements.homesteadReturned",
    "settlements.leasedHouseholds",
    "settlements.leasedCooperatives",
    "settlements.leasedFirms",
    "settlements.rentBurden",
    "settlements.quotaHeld",
    "settlements.pool",
    "settlements.serviceDemand",
    "firms.cash",
    "jurisdictions.cash",
    "jurisdictions.arableDue",
    "jurisdictions.spent",
    "jurisdictions.quotaLeft",
    "jurisdictions.quotaGranted",
    "jurisdictions.quotaLinked",
    "jurisdictions.quotaUsed",
    "jurisdictions.revenue",
    "jurisdictions.landRevenue",
    "jurisdictions.leaseRent",
    "jurisdictions.policyCost",
    "households.homestead",
    "zonePairs.landValue",
    "outlays.cost",
  ],
  prepare(setting) {
    const { jurisdictions: g } = setting.world;
    const outside = setting.world.sizes.jurisdictions - 1;
    const reclaim = openHomesteads(setting);
    const build = openBuilding(setting);
    const makeGood = openBalance(setting);
    const farm = openFarmland(setting);

    /** Each January a county is granted quota by what was built at the start; what is left is carried on. */
    const grantQuota = (): void => {
      for (let c = 0; c < outside; c++) {
        const quota = Math.floor(setting.assumptions.buildingLandQuota * g.startBuilt[c]);
        g.quotaLeft[c] += quota;
        g.quotaGranted[c] += quota;
      }
    };

    return (month) => {
      if (month % 12 === 0) grantQuota();
      reclaim(month);
      build();
      makeGood();
      farm(month);
    };
  },
};
