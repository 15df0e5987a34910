/**
 * Model step 6, governments: taxes and land sales have come in, transfers arrive, the core city levels revenue between
 * its counties, and upkeep, newcomers and services are paid for as far as the treasury and the debt cap allow. What was
 * planned and not paid is kept and reported.
 */
import { levelRevenue } from "../numerics/levelling.ts";
import { openBudgetRule } from "../policy/budgetRule.ts";
import { openBill } from "../policy/bill.ts";
import { leverValues } from "../policy/levers.ts";
import { openPurchases } from "../world/purchases.ts";
import { serviceUnits } from "../world/services.ts";
import { OUTSIDE } from "../world/tiers.ts";
import type { World } from "../world/world.ts";
import type { Process } from "./process.ts";

/**
 * What can be spent: the treasury, and what may still be borrowed under a cap in years of revenue. A treasury that
 * wages have left below zero borrows for those first.
 */
export const spendable = (cash: number, debt: number, monthlyRevenue: number, capYears: number): number =>
  Math.max(0, cash + Math.max(0, monthlyRevenue * 12 * capYears - debt));

/** Upkeep of the public land of each county for a month, yuan, at `yearly` yuan per m2 and year. */
export function upkeepOf({ settlements: s, sizes }: World, yearly: number, into: Float64Array): Float64Array {
  into.fill(0);
  for (let j = 0; j < sizes.settlements; j++) into[s.jurisdiction[j]] += (s.publicLand[j] * yearly) / 12;
  return into;
}

/** The county whose core city is the prefecture of each county; itself where that is its own. */
export function cityOf({ settlements: s, sizes }: World): Int32Array {
  const city = Int32Array.from({ length: sizes.jurisdictions }, (_, c) => c);
  for (let j = 0; j < sizes.settlements; j++) {
    if (s.tier[j] !== OUTSIDE) city[s.jurisdiction[j]] = s.jurisdiction[s.core[s.seat[j]]];
  }
  return city;
}

/**
 * Mean premium for schooling of the workers of firms in each county; 1 without any. Public workers are paid by their
 * schooling too, and have been to the same schools.
 */
export function openPremiums({ settlements: s, sizes }: World): () => Float64Array {
  const premium = new Float64Array(sizes.jurisdictions);
  const hands = new Float64Array(sizes.jurisdictions);
  return () => {
    premium.fill(0);
    hands.fill(0);
    for (let j = 0; j < sizes.settlements; j++) {
      const here = s.processing[j] + s.manufacturing[j] + s.services[j];
      hands[s.jurisdiction[j]] += here;
      premium[s.jurisdiction[j]] += here * s.skill[j] * s.startSkill[j];
    }
    for (let c = 0; c < sizes.jurisdictions; c++) premium[c] = hands[c] > 0 ? premium[c] / hands[c] : 1;
    return premium;
  };
}

/** Months of wages that a treasury must be able to carry before it gives out a post, and over which plans change; assumed. */
const MONTHS_CARRIED = 6;
/** Months of planned spending that a treasury keeps before it pays back debt; assumed. */
const RESERVE_MONTHS = 3;

export const budgets: Process = {
  name: "budgets",
  reads: [
    "settlements.tier",
    "settlements.jurisdiction",
    "settlements.seat",
    "settlements.core",
    "settlements.residents",
    "settlements.registered",
    "settlements.processing",
    "settlements.manufacturing",
    "settlements.services",
    "settlements.public",
    "settlements.skill",
    "settlements.startSkill",
    "settlements.wage",
    "settlements.areaKm2",
    "settlements.publicLand",
    "jurisdictions.servicePerHead",
    "jurisdictions.publicWageShare",
    "jurisdictions.monthlyRevenue",
    "levers.value",
    "levers.state",
    "clock.month",
    "outlays.force",
  ],
  writes: [
    "settlements.serviceSupply",
    "settlements.serviceDemand",
    "firms.cash",
    "jurisdictions.cash",
    "jurisdictions.debt",
    "jurisdictions.madeGood",
    "jurisdictions.revenue",
    "jurisdictions.transfers",
    "jurisdictions.shared",
    "jurisdictions.naturalised",
    "jurisdictions.planned",
    "jurisdictions.paid",
    "jurisdictions.spent",
    "jurisdictions.policyCost",
    "jurisdictions.funded",
    "jurisdictions.publicWanted",
    "jurisdictions.publicWorkers",
    "jurisdictions.monthlyRevenue",
    "jurisdictions.revenueBefore",
    "outlays.cost",
  ],
  prepare({ world, assumptions: a, drivers, measures }) {
    const { settlements: s, jurisdictions: g } = world;
    const { settlements: count, jurisdictions: counties, scale } = world.sizes;
    const outside = counties - 1;
    const serviceBudget = leverValues(world, "serviceBudget");
    const charge = openBill(world, measures, "serviceBudget");
    const purchase = openPurchases(world, a.localBuildingShare);
    const rule = openBudgetRule(world);
    const city = cityOf(world);
    const takePremiums = openPremiums(world);
    let premium = takePremiums();
    const residents = new Float64Array(counties);
    const registered = new Float64Array(counties);
    const units = new Float64Array(counties);
    const publicWage = new Float64Array(counties);
    const upkeep = new Float64Array(counties);
    const own = new Float64Array(counties);
    const gain = new Float64Array(counties);
    /** What each county spends this month on goods for services, and on other goods. */
    const serviceGoods = new Float64Array(counties);
    const otherGoods = new Float64Array(counties);

    const takeCount = (): void => {
      residents.fill(0);
      registered.fill(0);
      units.fill(0);
      publicWage.fill(0);
      g.publicWorkers.fill(0);
      premium = takePremiums();
      for (let j = 0; j < count; j++) {
        const c = s.jurisdiction[j];
        residents[c] += s.residents[j] * scale;
        registered[c] += s.registered[j] * scale;
        units[c] += serviceUnits(s.residents[j] * scale, s.areaKm2[j], a.densityCost);
        g.publicWorkers[c] += s.public[j] * scale;
        publicWage[c] += s.public[j] * scale * s.wage[j] * premium[c];
      }
      upkeepOf(world, a.upkeep, upkeep);
    };

    /** Transfers from the state come in; then the city levels what counties earned themselves this month. */
    const receive = (month: number): void => {
      for (let c = 0; c < outside; c++) {
        own[c] = g.revenue[c] - g.revenueBefore[c];
        const transfer = Math.round(registered[c] * drivers.transferPerHead[month]);
        g.cash[outside] -= transfer;
        g.cash[c] += transfer;
        g.revenue[c] += transfer;
        g.transfers[c] += transfer;
      }
      levelRevenue(own, residents, city, a.prefectureShare, gain);
      for (let c = 0; c < outside; c++) {
        g.cash[c] += gain[c];
        g.revenue[c] += gain[c];
        g.shared[c] += gain[c];
        // Revenue of the month, smoothed over a year, is what the debt cap is measured by.
        const came = g.revenue[c] - g.revenueBefore[c];
        g.revenueBefore[c] = g.revenue[c];
        g.monthlyRevenue[c] += (came - g.monthlyRevenue[c]) / 12;
      }
    };

    /** What a county can spend; without bound where the state makes good what it lacks. */
    const meansOf = (c: number): number =>
      rule.madeGood(c) ? Infinity : spendable(g.cash[c], g.debt[c], g.monthlyRevenue[c], a.debtCap);

    /** Interest first, then upkeep, newcomers, goods for services, and posts, as far as the means go. */
    const spend = (c: number, month: number): void => {
      const interest = Math.floor((g.debt[c] * a.loanRate) / 12);
      g.cash[c] -= interest;
      g.cash[outside] += interest;

      const level = drivers.productivity[month];
      const target = Math.round(units[c] * g.servicePerHead[c] * level);
      const others = Math.round((upkeep[c] + g.naturalised[c] * a.citizenCost) * level);
      g.naturalised[c] = 0;
      const goodsTarget = Math.round(target * (1 - g.publicWageShare[c]));
      const means = meansOf(c);
      otherGoods[c] = Math.min(others, Math.floor(means));
      serviceGoods[c] = Math.min(goodsTarget, Math.floor(means - otherGoods[c]));
      const goods = otherGoods[c] + serviceGoods[c];
      g.planned[c] += target + others;
      g.spent[c] += goods + interest;
      g.cash[c] -= goods;
      // Posts follow the plan where the treasury could carry half a year of them, and are fewer where it couldn't.
      const wageTarget = target * g.publicWageShare[c];
      const carried = wageTarget > 0 ? Math.min(1, (means - goods) / (MONTHS_CARRIED * wageTarget)) : 0;
      const wagesAffordable = wageTarget * carried;
      g.paid[c] += goods + Math.floor(wagesAffordable);
      const meanWage = g.publicWorkers[c] > 0 ? publicWage[c] / g.publicWorkers[c] : 0;
      const posts = meanWage > 0 ? wagesAffordable / meanWage : 0;
      g.publicWanted[c] += (posts - g.publicWanted[c]) / MONTHS_CARRIED;
      balance(c, target + others);
      g.funded[c] = meansOf(c) > target + others ? 1 : 0;
    };

    /** Borrows when the treasury is short, or is given what it lacks; pays back when it holds more than its reserve. */
    const balance = (c: number, target: number): void => {
      if (g.cash[c] < 0) {
        const gap = -g.cash[c];
        if (rule.madeGood(c)) g.madeGood[c] += gap;
        else g.debt[c] += gap;
        g.cash[c] += gap;
        g.cash[outside] -= gap;
      } else if (g.debt[c] > 0) {
        const back = Math.min(g.debt[c], Math.max(0, Math.floor(g.cash[c] - RESERVE_MONTHS * target)));
        g.debt[c] -= back;
        g.cash[c] -= back;
        g.cash[outside] += back;
      }
    };

    /** Purchases of the month: in place as far as shops there can serve, the rest from outside. */
    const buy = (): void => {
      let bought = 0;
      for (let j = 0; j < count; j++) {
        if (s.tier[j] === OUTSIDE) continue;
        const c = s.jurisdiction[j];
        const share = g.publicWorkers[c] > 0 ? (s.public[j] * scale) / g.publicWorkers[c] : 0;
        const services = Math.floor(serviceGoods[c] * share);
        const others = Math.floor(otherGoods[c] * share);
        const extra = extraBudget(j);
        const goods = services + others + extra;
        purchase(j, goods);
        bought += services + others;
        s.serviceSupply[j] = s.public[j] * scale * s.wage[j] * premium[c] + services + extra;
      }
      // What rounding left of the counties' purchases is bought outside.
      for (let c = 0; c < outside; c++) g.cash[outside] += serviceGoods[c] + otherGoods[c];
      g.cash[outside] -= bought;
    };

    const extraBudget = (j: number): number => {
      const perHead = serviceBudget[j];
      if (perHead === 0) return 0;
      const amount = Math.floor((perHead * s.residents[j] * scale) / 12);
      charge(j, amount);
      return amount;
    };

    return (month) => {
      takeCount();
      rule.take();
      receive(month);
      for (let c = 0; c < outside; c++) spend(c, month);
      buy();
    };
  },
};
