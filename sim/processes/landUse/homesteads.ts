/** Reclaiming of idle homesteads: they become fields, and the place gains quota that it may sell. */
import { pow } from "../../numerics/elementary.ts";
import { drawCounter, Purpose, purposeKey } from "../../numerics/keyed.ts";
import { uniform } from "../../numerics/threefry.ts";
import { type Charge, openBill } from "../../policy/bill.ts";
import { leverValues } from "../../policy/levers.ts";
import { SECTORS, SERVICES } from "../../world/jurisdictions.ts";
import { M2_PER_HECTARE } from "../../world/land.ts";
import { Homestead } from "../../world/persons.ts";
import type { Setting } from "../process.ts";

/** Surplus quota of the increase-decrease linkage: of R reclaimed, the part (1 - a) isn't needed for resettlement. */
export const linkageQuota = (reclaimed: number, resettleShare: number): number =>
  (1 - resettleShare) * reclaimed;

/** Part that is gone after a month at a yearly rate. */
export const monthlyPart = (yearly: number): number => 1 - pow(1 - yearly, 1 / 12);

/** One month of reclaiming, of all places where a policy says so. */
export function openHomesteads({ world, assumptions: a, root, measures }: Setting): (month: number) => void {
  const { settlements: s, firms, jurisdictions: g, households } = world;
  const { settlements: count } = world.sizes;
  const reclaim = leverValues(world, "homesteadReclaim");
  const whole = leverValues(world, "relocationGrant");
  const chargeReclaim = openBill(world, measures, "homesteadReclaim");
  const chargeWhole = openBill(world, measures, "relocationGrant");
  const lottery = purposeKey(root, Purpose.policy);

  /** Pays for the work, which firms of the place do, and enters fields and quota. */
  const enter = (j: number, area: number, charge: Charge): void => {
    const county = s.jurisdiction[j];
    const cost = Math.floor((area * a.reclaimCost) / M2_PER_HECTARE);
    const quota = Math.floor(linkageQuota(area, a.resettleShare));
    s.arable[j] += area;
    s.quotaHeld[j] += quota;
    g.quotaLinked[county] += quota;
    charge(j, cost);
    firms.cash[j * SECTORS + SERVICES] += cost;
    s.serviceDemand[j] += cost;
  };

  /** What families gave up who moved whole for a grant; who pays the grant pays the work. */
  const takeReturned = (j: number): void => {
    const area = Math.min(s.homesteadReturned[j], s.homesteadVacant[j]);
    if (area === 0 || whole[j] === 0) return;
    s.homesteadReturned[j] -= area;
    s.homesteadVacant[j] -= area;
    enter(j, area, chargeWhole);
  };

  return (month) => {
    let any = false;
    for (let j = 0; j < count; j++) {
      takeReturned(j);
      const rate = reclaim[j];
      if (rate === 0) continue;
      any = true;
      const area = Math.floor(s.homesteadVacant[j] * monthlyPart(rate));
      if (area === 0) continue;
      s.homesteadVacant[j] -= area;
      enter(j, area, chargeReclaim);
    }
    if (!any) return;
    // Each comes up once a year, in the month that its row gives.
    for (let h = month % 12; h < world.sizes.households; h += 12) {
      if (households.homestead[h] !== Homestead.idle) continue;
      const j = households.home[h];
      const rate = reclaim[j];
      if (rate === 0) continue;
      // A lottery in which its own number counts picks as many as the rate says.
      if (uniform(lottery.key0, lottery.key1, h, drawCounter(month, 0)) >= rate) continue;
      const area = s.homesteadEach[j];
      households.homestead[h] = Homestead.reclaimed;
      s.homesteadIdle[j] -= area;
      enter(j, area, chargeReclaim);
    }
  };
}
