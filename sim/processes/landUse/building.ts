/** Building land: what firms ask for, what quota, protection and money allow, and who is paid for it. */
import { openBill } from "../../policy/bill.ts";
import { leverValues } from "../../policy/levers.ts";
import { SECTORS, SERVICES } from "../../world/jurisdictions.ts";
import { M2_PER_HECTARE } from "../../world/land.ts";
import { OUTSIDE } from "../../world/tiers.ts";
import type { Setting } from "../process.ts";
import { askForLand, charge } from "./asking.ts";

/** Land that can be paid for: the first `free` m2 cost the price alone, those beyond it also the price of quota. */
export function affordable(purse: number, price: number, quotaPrice: number, free: number): number {
  if (purse < free * price) return Math.floor(purse / price);
  const each = price + quotaPrice;
  return each > 0 ? free + Math.floor((purse - free * price) / each) : Infinity;
}

/** Arable land of a place that may not be built on, m2: the law's share, and what a policy adds of the rest. */
export const protectedArable = (startArable: number, share: number, extra: number): number =>
  Math.ceil(startArable * (share + (1 - share) * extra));

/** Whole part of an amount that falls to the first `some` of `all`; parts between two such add up to the amount. */
export const upTo = (amount: number, some: number, all: number): number =>
  some === all ? amount : Math.floor((amount * some) / all);

/** One month of building, of all places. */
export function openBuilding({ world, assumptions: a, measures }: Setting): () => void {
  const { settlements: s, firms, jurisdictions: g, zonePairs } = world;
  const { settlements: count, jurisdictions: counties, zones } = world.sizes;
  const outside = counties - 1;
  const townQuota = leverValues(world, "townLandQuota");
  const priceCut = leverValues(world, "landPriceCut");
  const forgo = openBill(world, measures, "landPriceCut");
  const guard = leverValues(world, "farmlandReserve");
  const quotaPrice = a.quotaPrice / M2_PER_HECTARE;
  /** What firms ask for, m2, by sector and by place. */
  const askedBy = new Float64Array(count * SECTORS);
  const asked = new Float64Array(count);
  const askedIn = new Float64Array(counties);
  const shortIn = new Float64Array(counties);
  const heldIn = new Float64Array(counties);
  /** Linked quota that was sold this month in each county, m2, and what was paid for it, yuan. */
  const sold = new Float64Array(counties);
  const paidFor = new Float64Array(counties);
  /** Running sums over the places of a county, so that parts of a whole are whole and add up. */
  const heldSoFar = new Float64Array(counties);
  /** Parts of what is asked for that each county's own quota, and its places' linked quota, allow this month. */
  const ration = new Float64Array(counties);
  const linkedRation = new Float64Array(counties);

  const extraQuota = (j: number): number => Math.floor((townQuota[j] * M2_PER_HECTARE) / 12);

  const takeDemand = (): void => {
    askedIn.fill(0);
    shortIn.fill(0);
    heldIn.fill(0);
    for (let j = 0; j < count; j++) {
      asked[j] = s.tier[j] === OUTSIDE ? 0 : askForLand(world, a, j, askedBy);
      askedIn[s.jurisdiction[j]] += asked[j];
      heldIn[s.jurisdiction[j]] += s.quotaHeld[j];
    }
    for (let c = 0; c < outside; c++) {
      ration[c] = askedIn[c] > 0 ? Math.min(1, g.quotaLeft[c] / askedIn[c]) : 0;
    }
    for (let j = 0; j < count; j++) {
      const c = s.jurisdiction[j];
      if (asked[j] > 0) shortIn[c] += Math.max(0, asked[j] * (1 - ration[c]) - extraQuota(j));
    }
    for (let c = 0; c < outside; c++)
      linkedRation[c] = shortIn[c] > 0 ? Math.min(1, heldIn[c] / shortIn[c]) : 0;
  };

  /** Shares the land price between the county and the families who gave the land up. */
  const pay = (j: number, area: number, paid: number): void => {
    const county = s.jurisdiction[j];
    const full = Math.floor((area * a.landPrice) / M2_PER_HECTARE);
    const madeGood = priceCut[j] > 0 ? full - paid : 0;
    // The state makes the county's loss good; a county that gives a discount simply earns less.
    if (madeGood > 0) forgo(j, madeGood, true);
    // Families are owed their part of the full price, whatever the county lets firms off.
    const compensation = Math.floor(full * a.landCompensation);
    const kept = Math.max(0, paid - compensation);
    g.cash[county] += paid - compensation;
    g.revenue[county] += kept;
    g.landRevenue[county] += kept;
    g.spent[county] += Math.max(0, compensation - paid);
    s.pool[j] += compensation;
    const seatZone = s.zone[s.seat[j]];
    zonePairs.landValue[s.zone[j] * zones + seatZone] += kept;
    zonePairs.landValue[seatZone * zones + s.zone[j]] += compensation;
  };

  /**
   * Reserve first, then idle fields, then tilled ones; new land goes to works and shops by what they asked for. Fields under
   * linked quota were made good before, by the homesteads that won it.
   */
  const build = (j: number, area: number, linked: number): void => {
    const fromReserve = Math.min(area, s.reserve[j]);
    const fromIdle = Math.min(area - fromReserve, s.abandoned[j]);
    s.reserve[j] -= fromReserve;
    s.abandoned[j] -= fromIdle;
    s.arable[j] -= area - fromReserve - fromIdle;
    const open = Math.max(0, area - fromReserve - linked);
    g.arableDue[s.jurisdiction[j]] += Math.floor(open * a.arableBalance);
    const shops = Math.floor((area * askedBy[j * SECTORS + SERVICES]) / asked[j]);
    s.commercial[j] += shops;
    s.industrial[j] += area - shops;
  };

  const convert = (j: number): void => {
    const c = s.jurisdiction[j];
    const row = j * SECTORS;
    const extra = extraQuota(j);
    const ordinary = Math.floor(asked[j] * ration[c]);
    const linked = Math.floor(Math.max(0, asked[j] * (1 - ration[c]) - extra) * linkedRation[c]);
    const guarded = protectedArable(s.startArable[j], a.farmlandProtection, guard[j]);
    const fields = Math.max(0, s.arable[j] + s.abandoned[j] - guarded);
    const allowed = Math.min(asked[j], ordinary + extra + linked, s.reserve[j] + fields);
    const price = (a.landPrice / M2_PER_HECTARE) * (1 - priceCut[j]);
    const purse =
      Math.max(0, firms.cash[row]) + Math.max(0, firms.cash[row + 1]) + Math.max(0, firms.cash[row + 2]);
    const area = Math.floor(Math.min(allowed, affordable(purse, price, quotaPrice, ordinary + extra)));
    if (area <= 0) return;
    pay(j, area, charge(firms.cash, row, Math.floor(area * price), askedBy));
    const fromLinked = Math.max(0, area - ordinary - extra);
    const fromOrdinary = Math.max(0, Math.min(area - extra, ordinary));
    g.quotaLeft[c] -= fromOrdinary;
    g.quotaUsed[c] += fromOrdinary + fromLinked;
    if (fromLinked > 0) {
      sold[c] += fromLinked;
      paidFor[c] += charge(firms.cash, row, Math.floor(fromLinked * quotaPrice), askedBy);
    }
    build(j, area, fromLinked);
  };

  /** What was sold of linked quota comes from its places, and the price goes to them, in proportion to what they hold. */
  const settleQuota = (): void => {
    heldSoFar.fill(0);
    for (let j = 0; j < count; j++) {
      const c = s.jurisdiction[j];
      const held = s.quotaHeld[j];
      if (held === 0 || sold[c] === 0) continue;
      const before = heldSoFar[c];
      const after = (heldSoFar[c] += held);
      const price = upTo(paidFor[c], after, heldIn[c]) - upTo(paidFor[c], before, heldIn[c]);
      s.quotaHeld[j] -= upTo(sold[c], after, heldIn[c]) - upTo(sold[c], before, heldIn[c]);
      s.pool[j] += price;
      zonePairs.landValue[s.zone[s.seat[j]] * zones + s.zone[j]] += price;
    }
  };

  return () => {
    takeDemand();
    sold.fill(0);
    paidFor.fill(0);
    for (let j = 0; j < count; j++) if (asked[j] > 0) convert(j);
    settleQuota();
  };
}
