/**
 * Model step 5, land: firms that would invest ask for building land; what quota and land allow is converted, paid
 * for and compensated; farm land without hands falls idle; idle homesteads may be reclaimed, which gives quota.
 * All areas are whole square metres, and each change moves area from one use to another.
 */
import { drawCounter, Purpose, purposeKey } from "../numerics/keyed.ts";
import { uniform } from "../numerics/threefry.ts";
import { leverIndex } from "../policy/resolve.ts";
import { MANUFACTURING, PROCESSING, SECTORS, SERVICES } from "../world/jurisdictions.ts";
import { Homestead } from "../world/persons.ts";
import { CORE, OUTSIDE, SEAT } from "../world/tiers.ts";
import type { Process } from "./process.ts";

const M2_PER_HECTARE = 10_000;

/** Building land short of what capital and wanted investment need, m2: max(0, (K + I) / k - built). */
export const landShortage = (capital: number, wanted: number, perHectare: number, builtM2: number): number =>
  Math.max(0, ((capital + wanted) / perHectare) * M2_PER_HECTARE - builtM2);

/** Surplus quota of the increase-decrease linkage: of R reclaimed, the part (1 - a) isn't needed for resettlement. */
export const linkageQuota = (reclaimed: number, resettleShare: number): number =>
  (1 - resettleShare) * reclaimed;

/** Share of reclaimed homestead that houses the people resettled; as in the known answer for the linkage. */
const RESETTLE_SHARE = 0.3;
/** Part of the wanted investment for which firms ask for land in one month. */
const DESIRE_PART = 1 / 12;

export const landUse: Process = {
  name: "landUse",
  reads: [
    "settlements.tier",
    "settlements.jurisdiction",
    "settlements.zone",
    "settlements.seat",
    "settlements.farmers",
    "settlements.orchard",
    "settlements.homesteadEach",
    "firms.capital",
    "firms.desire",
    "jurisdictions.startBuilt",
    "households.home",
    "levers.value",
    "levers.state",
  ],
  writes: [
    "settlements.arable",
    "settlements.abandoned",
    "settlements.reserve",
    "settlements.industrial",
    "settlements.commercial",
    "settlements.homesteadIdle",
    "settlements.pool",
    "settlements.serviceDemand",
    "firms.cash",
    "jurisdictions.cash",
    "jurisdictions.quotaLeft",
    "jurisdictions.revenue",
    "jurisdictions.policyCost",
    "households.homestead",
    "zonePairs.landValue",
  ],
  prepare({ world, assumptions: a, drivers, root }) {
    const { settlements: s, firms, jurisdictions, households, zonePairs, levers } = world;
    const lottery = purposeKey(root, Purpose.policy);
    const { settlements: count, jurisdictions: counties, zones, scale, levers: stride } = world.sizes;
    const outside = counties - 1;
    const townQuota = leverIndex("townLandQuota");
    const priceCut = leverIndex("landPriceCut");
    const reclaim = leverIndex("homesteadReclaim");
    const asked = new Float64Array(count);
    const askedInCounty = new Float64Array(counties);
    /** Part of what is asked for that each county's quota allows this month; the same for all its places. */
    const ration = new Float64Array(counties);

    const demand = (j: number): number => {
      const row = j * SECTORS;
      const shops = landShortage(
        firms.capital[row + SERVICES],
        firms.desire[row + SERVICES] * DESIRE_PART,
        a.capitalPerHectare,
        s.commercial[j],
      );
      const works = firms.capital[row + PROCESSING] + firms.capital[row + MANUFACTURING];
      const wish = (firms.desire[row + PROCESSING] + firms.desire[row + MANUFACTURING]) * DESIRE_PART;
      return shops + landShortage(works, wish, a.capitalPerHectare, s.industrial[j]);
    };

    /** What a place may take this month: its part of the county's quota and its own extra quota, from free land. */
    const allow = (j: number): number => {
      const extra = (levers.value[j * stride + townQuota] * M2_PER_HECTARE) / 12;
      const granted = Math.min(asked[j], asked[j] * ration[s.jurisdiction[j]] + extra);
      return Math.floor(Math.min(granted, s.reserve[j] + 0.5 * s.arable[j]));
    };

    const convert = (j: number, area: number): void => {
      const county = s.jurisdiction[j];
      const row = j * SECTORS;
      const price = (a.landPrice / M2_PER_HECTARE) * (1 - levers.value[j * stride + priceCut]);
      const purse =
        Math.max(0, firms.cash[row]) + Math.max(0, firms.cash[row + 1]) + Math.max(0, firms.cash[row + 2]);
      const bought = price > 0 ? Math.min(area, Math.floor(purse / price)) : area;
      if (bought <= 0) return;
      const due = Math.floor(bought * price);
      let left = due;
      for (let sector = 0; sector < SECTORS; sector++) {
        const part = Math.min(left, Math.max(0, firms.cash[row + sector]));
        firms.cash[row + sector] -= part;
        left -= part;
      }
      const paid = due - left;
      const full = Math.floor((bought * a.landPrice) / M2_PER_HECTARE);
      const madeGood = levers.value[j * stride + priceCut] > 0 ? full - paid : 0;
      if (madeGood > 0) {
        // The state makes the county's loss good; a county that gives a discount simply earns less.
        if (levers.state[j * stride + priceCut] === 1) {
          jurisdictions.cash[outside] -= madeGood;
          jurisdictions.cash[county] += madeGood;
        }
        jurisdictions.policyCost[county] += madeGood;
      }
      const compensation = Math.min(paid, Math.floor(full * a.landCompensation));
      jurisdictions.cash[county] += paid - compensation;
      jurisdictions.revenue[county] += paid - compensation;
      s.pool[j] += compensation;
      const seatZone = s.zone[s.seat[j]];
      zonePairs.landValue[s.zone[j] * zones + seatZone] += paid - compensation;
      zonePairs.landValue[seatZone * zones + s.zone[j]] += compensation;
      const fromReserve = Math.min(bought, s.reserve[j]);
      s.reserve[j] -= fromReserve;
      s.arable[j] -= bought - fromReserve;
      const commerce = firms.capital[row + SERVICES];
      const all = firms.capital[row] + firms.capital[row + 1] + commerce;
      const shops = all > 0 ? Math.floor((bought * commerce) / all) : 0;
      s.commercial[j] += shops;
      s.industrial[j] += bought - shops;
      const extra = (levers.value[j * stride + townQuota] * M2_PER_HECTARE) / 12;
      jurisdictions.quotaLeft[county] -= Math.min(
        jurisdictions.quotaLeft[county],
        Math.max(0, bought - extra),
      );
    };

    /** Farm land that the farmers of the place can't work falls idle, and is taken up again where hands come back. */
    const abandon = (j: number, month: number): void => {
      const need = a.farmLabourPerHectare / drivers.productivity[month];
      const hectaresWorked = (s.farmers[j] * scale) / need;
      const gap = (s.arable[j] + s.orchard[j]) / M2_PER_HECTARE - hectaresWorked;
      const part = Math.floor(Math.abs(gap) * M2_PER_HECTARE * (a.abandonmentSpeed / 12));
      const moved = gap > 0 ? Math.min(part, s.arable[j]) : -Math.min(part, s.abandoned[j]);
      s.arable[j] -= moved;
      s.abandoned[j] += moved;
    };

    const reclaimHomesteads = (month: number): void => {
      // Each comes up once a year, in the month that its row gives.
      for (let h = month % 12; h < world.sizes.households; h += 12) {
        if (households.homestead[h] !== Homestead.idle) continue;
        const j = households.home[h];
        const rate = levers.value[j * stride + reclaim];
        if (rate === 0) continue;
        // A lottery in which its own number counts picks as many as the rate says.
        if (uniform(lottery.key0, lottery.key1, h, drawCounter(month, 0)) >= rate) continue;
        const area = s.homesteadEach[j];
        const county = s.jurisdiction[j];
        const cost = Math.floor((area * a.reclaimCost) / M2_PER_HECTARE);
        const payer = levers.state[j * stride + reclaim] === 1 ? outside : county;
        households.homestead[h] = Homestead.reclaimed;
        s.homesteadIdle[j] -= area;
        s.arable[j] += area;
        jurisdictions.quotaLeft[county] += Math.floor(linkageQuota(area, RESETTLE_SHARE));
        jurisdictions.cash[payer] -= cost;
        jurisdictions.policyCost[county] += cost;
        firms.cash[j * SECTORS + SERVICES] += cost;
        s.serviceDemand[j] += cost;
      }
    };

    return (month) => {
      if (month % 12 === 0) {
        for (let c = 0; c < outside; c++)
          jurisdictions.quotaLeft[c] += Math.floor(a.buildingLandQuota * jurisdictions.startBuilt[c]);
      }
      reclaimHomesteads(month);
      askedInCounty.fill(0);
      for (let j = 0; j < count; j++) {
        asked[j] = s.tier[j] === OUTSIDE ? 0 : demand(j);
        askedInCounty[s.jurisdiction[j]] += asked[j];
      }
      for (let c = 0; c < outside; c++) {
        ration[c] = askedInCounty[c] > 0 ? Math.min(1, jurisdictions.quotaLeft[c] / askedInCounty[c]) : 0;
      }
      for (let j = 0; j < count; j++) {
        if (s.tier[j] === OUTSIDE) continue;
        const area = asked[j] > 0 ? allow(j) : 0;
        if (area > 0) convert(j, area);
        if (s.tier[j] !== SEAT && s.tier[j] !== CORE) abandon(j, month);
      }
    };
  },
};
