/** Farm land of a month: rent is paid, leases are made or run out, and fields fall idle or are taken up again. */
import { openBill } from "../../policy/bill.ts";
import { leverValues } from "../../policy/levers.ts";
import { remembered } from "../../numerics/remembered.ts";
import { M2_PER_HECTARE } from "../../world/land.ts";
import { TOWN } from "../../world/tiers.ts";
import type { Setting } from "../process.ts";
import {
  handlessShare,
  idleOdds,
  idleShare,
  leaseCeilingOf,
  leaseChange,
  marginPerMu,
  rentBurdenOf,
} from "./fields.ts";
import { openHands } from "./hands.ts";

/** A subsidy makes leasing grow at most this many times as fast. Assumed. */
const MOST_HASTE = 5;

export function openFarmland({ world, assumptions: a, drivers, measures }: Setting): (month: number) => void {
  const { settlements: s, jurisdictions: g, clock } = world;
  const { settlements: count, jurisdictions: counties, scale } = world.sizes;
  const outside = counties - 1;
  const subsidy = leverValues(world, "leaseSubsidy");
  const charge = openBill(world, measures, "leaseSubsidy");
  const joint = leverValues(world, "cooperativeLeases");
  const hands = openHands(world, a);
  const handless = remembered(count, handlessShare);
  /** What buyers pay for the harvest, yuan a month. */
  const pays = new Float64Array(count);

  /** Buyers of the harvest pay the rent along with the farmers' part of it, and the place hands it out in December. */
  const payRent = (j: number, pay: number): void => {
    const county = s.jurisdiction[j];
    const rent = Math.floor(pay * s.rentBurden[j]);
    g.cash[outside] -= rent;
    g.leaseRent[county] += rent;
    s.pool[j] += rent;
  };

  /** Pays the subsidy, and returns how many times as fast leasing grows by it. */
  const subsidise = (j: number, leased: number, rentPerHectare: number): number => {
    const rate = subsidy[j];
    if (rate === 0) return 1;
    const amount = Math.floor((rate * leased) / M2_PER_HECTARE / 12);
    charge(j, amount);
    s.pool[j] += amount;
    return rentPerHectare > 0 ? Math.min(MOST_HASTE, 1 + rate / rentPerHectare) : MOST_HASTE;
  };

  /** Sets the leased area: new leases go to receivers by their shares, those that run out come from all alike. */
  const lease = (j: number, before: number, after: number): void => {
    if (after >= before) {
      const others = a.leaseToCooperatives + a.leaseToFirms;
      const share = a.leaseToCooperatives + joint[j] * (1 - others);
      const firms = Math.floor((after - before) * a.leaseToFirms);
      const cooperatives = Math.min(after - before - firms, Math.floor((after - before) * share));
      s.leasedCooperatives[j] += cooperatives;
      s.leasedFirms[j] += firms;
      s.leasedHouseholds[j] += after - before - cooperatives - firms;
      return;
    }
    s.leasedCooperatives[j] = Math.floor((s.leasedCooperatives[j] * after) / before);
    s.leasedFirms[j] = Math.floor((s.leasedFirms[j] * after) / before);
    s.leasedHouseholds[j] = after - s.leasedCooperatives[j] - s.leasedFirms[j];
  };

  const leaseFields = (j: number, pay: number): void => {
    const fields = s.arable[j] + s.orchard[j] + s.abandoned[j];
    const leased = s.leasedHouseholds[j] + s.leasedCooperatives[j] + s.leasedFirms[j];
    const part = fields > 0 ? Math.min(1, leased / fields) : 0;
    const ceiling = leaseCeilingOf(
      a.leaseCeiling,
      handless(j, s.farmers[j] * scale, s.families[j]),
      clock.handless[0],
    );
    const rentPerHectare = fields > 0 ? ((12 * pay * M2_PER_HECTARE) / fields) * a.leaseRentShare : 0;
    const growth = Math.min(12, a.leaseGrowth * subsidise(j, leased, rentPerHectare));
    const next = Math.max(0, Math.min(1, part + leaseChange(part, ceiling, growth) / 12));
    lease(j, leased, Math.floor(next * fields));
    s.rentBurden[j] = rentBurdenOf(next, a.leaseRentShare);
  };

  const abandon = (j: number, pay: number): void => {
    const stock = s.arable[j] + s.abandoned[j];
    if (stock === 0) return;
    const tilled = (s.arable[j] + s.orchard[j]) / M2_PER_HECTARE;
    const margin = marginPerMu(pay, tilled, hands.perHectare[j], s.wage[j] * (1 - s.unemployment[j]));
    const coverage = hands.coverage(j);
    const odds = s.idleConstant[j] + idleOdds(a, s.slope[j], s.minutesToSeat[j], coverage, margin);
    const gap = idleShare(odds) * stock - s.abandoned[j];
    const part = Math.floor((Math.abs(gap) * a.abandonmentSpeed) / 12);
    const moved = gap > 0 ? Math.min(part, s.arable[j]) : -Math.min(part, s.abandoned[j]);
    s.arable[j] -= moved;
    s.abandoned[j] += moved;
  };

  return (month) => {
    for (let j = 0; j < count; j++) {
      if (s.tier[j] > TOWN) continue;
      // What farmers got is what the harvest paid less the rent.
      pays[j] = (s.farmIncome[j] * s.farmers[j] * scale) / (1 - s.rentBurden[j]);
      payRent(j, pays[j]);
      leaseFields(j, pays[j]);
    }
    hands.count(drivers.productivity[month]);
    for (let j = 0; j < count; j++) if (s.tier[j] <= TOWN) abandon(j, pays[j]);
  };
}
