/**
 * Model step 6, governments: taxes and land sales have come in, transfers arrive, services are paid for as far as
 * the treasury and the debt cap allow. What was planned and not paid is kept and reported.
 */
import { leverIndex } from "../policy/resolve.ts";
import { SECTORS, SERVICES } from "../world/jurisdictions.ts";
import { OUTSIDE } from "../world/tiers.ts";
import type { Process } from "./process.ts";

/**
 * What can be spent: the treasury, and what may still be borrowed under a cap in years of revenue. A treasury that
 * wages have left below zero borrows for those first.
 */
export const spendable = (cash: number, debt: number, monthlyRevenue: number, capYears: number): number =>
  Math.max(0, cash + Math.max(0, monthlyRevenue * 12 * capYears - debt));

/** Months of wages that a treasury must be able to carry before it gives out a post, and over which plans change. */
const MONTHS_CARRIED = 6;
/** Months of planned spending that a treasury keeps before it pays back debt. */
const RESERVE_MONTHS = 3;

export const budgets: Process = {
  name: "budgets",
  reads: [
    "settlements.tier",
    "settlements.jurisdiction",
    "settlements.residents",
    "settlements.registered",
    "settlements.public",
    "settlements.wage",
    "jurisdictions.servicePerHead",
    "jurisdictions.publicWageShare",
    "jurisdictions.monthlyRevenue",
    "levers.value",
    "levers.state",
  ],
  writes: [
    "settlements.serviceSupply",
    "settlements.serviceDemand",
    "firms.cash",
    "jurisdictions.cash",
    "jurisdictions.debt",
    "jurisdictions.revenue",
    "jurisdictions.planned",
    "jurisdictions.paid",
    "jurisdictions.spent",
    "jurisdictions.policyCost",
    "jurisdictions.funded",
    "jurisdictions.publicWanted",
    "jurisdictions.publicWorkers",
    "jurisdictions.monthlyRevenue",
    "jurisdictions.revenueBefore",
  ],
  prepare({ world, assumptions: a, drivers }) {
    const { settlements: s, firms, jurisdictions: g, levers } = world;
    const { settlements: count, jurisdictions: counties, scale, levers: stride } = world.sizes;
    const outside = counties - 1;
    const serviceBudget = leverIndex("serviceBudget");
    const residents = new Float64Array(counties);
    const registered = new Float64Array(counties);
    const publicWage = new Float64Array(counties);
    /** What each county spends on goods this month; the outside row counts what was bought in all. */
    const goodsOf = new Float64Array(counties);

    const takeCount = (): void => {
      residents.fill(0);
      registered.fill(0);
      publicWage.fill(0);
      g.publicWorkers.fill(0);
      for (let j = 0; j < count; j++) {
        const c = s.jurisdiction[j];
        residents[c] += s.residents[j] * scale;
        registered[c] += s.registered[j] * scale;
        g.publicWorkers[c] += s.public[j] * scale;
        publicWage[c] += s.public[j] * scale * s.wage[j];
      }
    };

    const spend = (c: number, month: number): void => {
      const transfer = Math.round(registered[c] * drivers.transferPerHead[month]);
      g.cash[outside] -= transfer;
      g.cash[c] += transfer;
      g.revenue[c] += transfer;
      // Revenue of the month, smoothed over a year, is what the debt cap is measured by.
      const came = g.revenue[c] - g.revenueBefore[c];
      g.revenueBefore[c] = g.revenue[c];
      g.monthlyRevenue[c] += (came - g.monthlyRevenue[c]) / 12;

      const interest = Math.floor((g.debt[c] * a.loanRate) / 12);
      g.cash[c] -= interest;
      g.cash[outside] += interest;

      const target = Math.round(residents[c] * g.servicePerHead[c] * drivers.productivity[month]);
      const goodsTarget = Math.round(target * (1 - g.publicWageShare[c]));
      const means = spendable(g.cash[c], g.debt[c], g.monthlyRevenue[c], a.debtCap);
      const goods = Math.min(goodsTarget, Math.floor(means));
      g.planned[c] += target;
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
      goodsOf[c] = goods;
      balance(c, target);
      g.funded[c] = spendable(g.cash[c], g.debt[c], g.monthlyRevenue[c], a.debtCap) > target ? 1 : 0;
    };

    /** Borrows when the treasury is short, pays back when it holds more than its reserve. */
    const balance = (c: number, target: number): void => {
      if (g.cash[c] < 0) {
        const loan = -g.cash[c];
        g.debt[c] += loan;
        g.cash[c] += loan;
        g.cash[outside] -= loan;
      } else if (g.debt[c] > 0) {
        const back = Math.min(g.debt[c], Math.max(0, Math.floor(g.cash[c] - RESERVE_MONTHS * target)));
        g.debt[c] -= back;
        g.cash[c] -= back;
        g.cash[outside] += back;
      }
    };

    /** Purchases of the services: in place as far as shops there can serve, the rest from outside. */
    const buy = (): void => {
      for (let j = 0; j < count; j++) {
        if (s.tier[j] === OUTSIDE) continue;
        const c = s.jurisdiction[j];
        const share = g.publicWorkers[c] > 0 ? (s.public[j] * scale) / g.publicWorkers[c] : 0;
        const extra = extraBudget(j, c);
        const goods = Math.floor(goodsOf[c] * share) + extra;
        const local = Math.floor(goods * a.localBuildingShare);
        s.serviceDemand[j] += local;
        firms.cash[j * SECTORS + SERVICES] += local;
        g.cash[outside] += goods - local;
        goodsOf[outside] += Math.floor(goodsOf[c] * share);
        s.serviceSupply[j] = s.public[j] * scale * s.wage[j] + goods;
      }
      // What rounding left of the counties' purchases is bought outside.
      for (let c = 0; c < outside; c++) g.cash[outside] += goodsOf[c];
      g.cash[outside] -= goodsOf[outside];
    };

    const extraBudget = (j: number, c: number): number => {
      const perHead = levers.value[j * stride + serviceBudget];
      if (perHead === 0) return 0;
      const amount = Math.floor((perHead * s.residents[j] * scale) / 12);
      const state = levers.state[j * stride + serviceBudget] === 1;
      g.cash[state ? outside : c] -= amount;
      g.policyCost[c] += amount;
      return amount;
    };

    return (month) => {
      takeCount();
      goodsOf.fill(0);
      for (let c = 0; c < outside; c++) spend(c, month);
      buy();
    };
  },
};
