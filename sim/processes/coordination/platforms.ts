/**
 * Platforms of rural clusters. What they cost is paid each month, by members out of their farm sales and by who
 * supports them; each December brand equity moves on, platforms are founded and dissolved, and members decide whether
 * they pay in the year to come. A platform holds no purse: what comes in is spent.
 */
import { drawCounter, Purpose, purposeKey } from "../../numerics/keyed.ts";
import { uniform } from "../../numerics/threefry.ts";
import { openBill } from "../../policy/bill.ts";
import { leverValues } from "../../policy/levers.ts";
import { PlatformState } from "../../world/platforms.ts";
import { openPurchases } from "../../world/purchases.ts";
import { OUTSIDE } from "../../world/tiers.ts";
import type { Setting } from "../process.ts";
import { brandFactor, nextEquity, payingChance } from "./brand.ts";
import { harvestPay } from "./harvest.ts";

/** A platform of one would be no cluster. */
const FEWEST_MEMBERS = 2;
/** Most of its sales that a member can be asked for; keeps what is left above nothing. Assumed. */
const MOST_LEVY = 0.3;
/** Lever values from here mean the platform that counties share. */
const SHARED = 1.5;
const OWN = 0.5;

export interface Platforms {
  /** Members and supporters pay for the month; what they pay is spent. */
  pay(): void;
  /** The year's end: equity, survival, membership, and who will pay. */
  review(month: number): void;
}

export function openPlatforms({ world, assumptions: a, root, measures }: Setting): Platforms {
  const { platforms: f, members: m, settlements: s, jurisdictions: g } = world;
  const { settlements: count, jurisdictions: counties } = world.sizes;
  const outside = counties - 1;
  const membership = leverValues(world, "platformMembership");
  const support = leverValues(world, "platformSupport");
  const charge = openBill(world, measures, "platformSupport");
  const purchase = openPurchases(world, a.localBuildingShare);
  const luck = purposeKey(root, Purpose.platform);
  const rates = { gain: a.brandGain, decay: a.brandDecay, harm: a.brandFreeRiding };
  /** Yearly farm sales of members, of those who don't pay, and of all farms of the area. */
  const sales = new Float64Array(counties);
  const unpaid = new Float64Array(counties);
  const area = new Float64Array(counties);

  /** What farms of the place sell in a month at the price without the platform, whole yuan. */
  const salesOf = (j: number): number => Math.floor(harvestPay(world, j) / s.brandPremium[j]);

  const runs = (row: number): boolean => row >= 0 && f.state[row] === PlatformState.running;

  const pay = (): void => {
    for (let j = 0; j < count; j++) {
      const row = m.platform[j] - 1;
      if (!runs(row)) continue;
      const sold = salesOf(j);
      const due = Math.floor(f.unitCost[row] * sold);
      const given = Math.floor(m.levy[j] * sold);
      const supported = Math.floor(due * support[j]);
      // Buyers kept the levy back when they paid farmers and the rent of their fields.
      g.cash[outside] -= given;
      charge(j, supported);
      purchase(s.town[j], given + supported);
      f.raised[row] += given + supported;
      f.due[row] += due;
    }
  };

  const takeSales = (): void => {
    sales.fill(0);
    unpaid.fill(0);
    area.fill(0);
    for (let j = 0; j < count; j++) {
      if (s.tier[j] === OUTSIDE) continue;
      const sold = salesOf(j) * 12;
      area[s.jurisdiction[j]] += sold;
      area[outside] += sold;
      const row = m.platform[j] - 1;
      if (row < 0) continue;
      sales[row] += sold;
      if (m.pays[j] === 0) unpaid[row] += sold;
    }
  };

  /** Brand equity goes on, and a platform that was short of money for too long dissolves. */
  const moveOn = (row: number): void => {
    if (f.state[row] !== PlatformState.running) {
      f.brand[row] = nextEquity(f.brand[row], 0, 0, 0, rates);
      return;
    }
    f.effort[row] = f.due[row] > 0 ? Math.min(1, f.raised[row] / f.due[row]) : 0;
    const coverage = area[row] > 0 ? sales[row] / area[row] : 0;
    const riding = sales[row] > 0 ? unpaid[row] / sales[row] : 0;
    f.brand[row] = nextEquity(f.brand[row], f.effort[row], coverage, riding, rates);
    f.short[row] = f.effort[row] < a.platformQuorum ? f.short[row] + 1 : 0;
    const over = f.short[row] >= a.platformPatience;
    f.ended[row] += over ? 1 : 0;
    if (over) end(row, PlatformState.dissolved);
  };

  const end = (row: number, state: number): void => {
    f.state[row] = state;
    f.short[row] = 0;
    f.effort[row] = 0;
    f.unitCost[row] = 0;
  };

  /** Who belongs where, as policies say. */
  const enrol = (): void => {
    f.members.fill(0);
    for (let j = 0; j < count; j++) {
      const value = s.tier[j] === OUTSIDE ? 0 : membership[j];
      m.platform[j] = value < OWN ? 0 : (value < SHARED ? s.jurisdiction[j] : outside) + 1;
      if (m.platform[j] > 0) f.members[m.platform[j] - 1]++;
    }
    sales.fill(0);
    for (let j = 0; j < count; j++) if (m.platform[j] > 0) sales[m.platform[j] - 1] += salesOf(j) * 12;
  };

  /** A platform is founded where policies name members; one that dissolved isn't founded again by the same naming. */
  const found = (row: number): void => {
    if (f.members[row] < FEWEST_MEMBERS) {
      if (f.state[row] !== PlatformState.none) end(row, PlatformState.none);
    } else if (f.state[row] === PlatformState.none) {
      f.state[row] = PlatformState.running;
      f.founded[row]++;
      f.effort[row] = 1; // what its founders count on
    }
    if (runs(row)) {
      const fixed = sales[row] > 0 ? a.platformFixedCost / sales[row] : 1;
      f.unitCost[row] = Math.min(1, a.platformCostShare + fixed);
    }
  };

  /**
   * A member pays where what only payers have, part of the premium and the shared services, is worth its part of the cost
   * to it, as far as it can judge. Those who don't pay still sell under the name.
   */
  const decide = (j: number, month: number): number => {
    const row = m.platform[j] - 1;
    m.pays[j] = 0;
    m.levy[j] = 0;
    if (!runs(row)) return 1;
    const premium = brandFactor(a.brandPremium, f.brand[row]) - 1;
    const services = a.platformServices * f.effort[row];
    const part = f.unitCost[row] * (1 - support[j]);
    const levy = Math.min(MOST_LEVY, part);
    const chance = payingChance(a.brandExclusion * premium + services, part, a.contributionSpread);
    if (uniform(luck.key0, luck.key1, j, drawCounter(month, 0)) >= chance) {
      return 1 + premium * (1 - a.brandExclusion);
    }
    m.pays[j] = 1;
    m.levy[j] = levy;
    f.paying[row]++;
    return 1 + premium + services - levy;
  };

  return {
    pay,
    review(month) {
      takeSales();
      for (let row = 0; row < counties; row++) moveOn(row);
      enrol();
      for (let row = 0; row < counties; row++) found(row);
      f.paying.fill(0);
      f.raised.fill(0);
      f.due.fill(0);
      for (let j = 0; j < count; j++) s.brandPremium[j] = decide(j, month);
    },
  };
}
