/**
 * Model step 3: households earn, send money home, spend and save. Every yuan that someone receives leaves another
 * account, and every yuan spent reaches a shop within reach or the outside.
 */
import { ALONE, openTotals } from "../../numerics/crew.ts";
import { exp } from "../../numerics/elementary.ts";
import { openBill } from "../../policy/bill.ts";
import { openPensions } from "../../policy/pensions.ts";
import { leverValues } from "../../policy/levers.ts";
import { MANUFACTURING, PROCESSING, SECTORS, SERVICES } from "../../world/jurisdictions.ts";
import { ACTIVITIES, Activity, MEAN_SCHOOLING, Mode, MOST_SAVINGS } from "../../world/persons.ts";
import { OUTSIDE, TOWN } from "../../world/tiers.ts";
import type { Process } from "../process.ts";
import { earn, YEARS } from "./earn.ts";
import { createMonth } from "./month.ts";
import { shopShares } from "./shops.ts";
import { earnWatched } from "./watched.ts";

/** Earnings of a worker over those of one of mean schooling (Mincer 1974): e^(r (s - 10)). */
export const schoolingPremium = (schooling: number, yearlyReturn: number): number =>
  exp(yearlyReturn * (schooling - MEAN_SCHOOLING));

/** What a person gets of an account, whole yuan; what is more than a person can hold waits there. */
const whole = (each: number): number => Math.min(MOST_SAVINGS, Math.floor(each));

/** Factor on pay, by activity and years of schooling: modern work pays for schooling, farming and pensions don't. */
function skillFactors(schoolingReturn: number): Float64Array {
  const skills = new Float64Array(ACTIVITIES * YEARS).fill(1);
  for (let doing = Activity.processing; doing <= Activity.outside; doing++) {
    for (let years = 0; years < YEARS; years++) {
      skills[doing * YEARS + years] = schoolingPremium(years, schoolingReturn);
    }
  }
  return skills;
}

export const households: Process = {
  name: "households",
  reads: [
    "clock.month",
    "clock.personRows",
    "persons.activity",
    "persons.schooling",
    "persons.workplace",
    "persons.residence",
    "persons.registered",
    "persons.household",
    "persons.mode",
    "persons.flags",
    "households.home",
    "settlements.tier",
    "settlements.jurisdiction",
    "settlements.zone",
    "settlements.wage",
    "settlements.startWage",
    "settlements.startSkill",
    "settlements.farmIncome",
    "settlements.registered",
    "settlements.processing",
    "settlements.manufacturing",
    "settlements.services",
    "settlements.reachFrom",
    "settlements.reachCount",
    "settlements.shopMass",
    "reach.to",
    "reach.minutes",
    "jurisdictions.localShare",
    "settlements.serviceExports",
    "levers.value",
    "levers.state",
    "outlays.force",
  ],
  writes: [
    "persons.savings",
    "settlements.deposits",
    "settlements.pool",
    "settlements.profitPool",
    "settlements.serviceDemand",
    "settlements.skill",
    "firms.cash",
    "jurisdictions.cash",
    "jurisdictions.vault",
    "jurisdictions.equity",
    "jurisdictions.spent",
    "jurisdictions.policyCost",
    "zonePairs.remittances",
    "clock.villageSaved",
    "outlays.cost",
  ],
  prepare({ world, assumptions: a, drivers, measures, watch, crew = ALONE }) {
    const {
      persons: p,
      households: h,
      settlements: s,
      firms,
      jurisdictions,
      zonePairs,
      reach,
      clock,
    } = world;
    const { settlements: count, jurisdictions: counties, scale } = world.sizes;
    const outside = counties - 1;
    const taxCut = leverValues(world, "wageTaxCut");
    const pensions = openPensions(world, a);
    const chargeTopUp = openBill(world, measures, "pensionTopUp");
    const chargeBonus = openBill(world, measures, "wageTaxCut");
    const shops = shopShares(world, a.shoppingDecay);
    const sums = createMonth(world.sizes, crew);
    const interests = openTotals(crew, count);
    const { pay, profit, bonus, compensation, bill, bonusBill, spending, saved } = sums;
    const skills = skillFactors(a.schoolingReturn);
    const habits = { skills, remitted: a.remittanceShare, kept: 1 - a.consumptionShare };

    const setPay = (month: number): void => {
      sums.anyCompensation = false;
      sums.anyBonus = false;
      for (let j = 0; j < count; j++) {
        const at = j * ACTIVITIES;
        const away = s.tier[j] === OUTSIDE;
        pay[at + Activity.farming] = s.farmIncome[j];
        for (let k = Activity.processing; k <= Activity.public; k++) pay[at + k] = s.wage[j];
        pay[at + Activity.outside] = away
          ? s.startWage[j] * drivers.outsideWage[month] * (1 - a.naturalUnemployment)
          : 0;
        pay[at + Activity.retired] = pensions.ordinary(j, drivers.productivity[month]) + pensions.topUp(j);
        const workers = (s.processing[j] + s.manufacturing[j] + s.services[j]) * scale;
        bonus[j] = (taxCut[j] * a.taxShare) / (1 - a.capitalShare);
        const each = workers > 0 ? whole(s.profitPool[j] / workers) : 0;
        for (let k = Activity.processing; k < Activity.public; k++) profit[at + k] = each;
        // The village's collective hands out compensation for land at the end of the year.
        compensation[j] =
          month % 12 === 11 && s.registered[j] > 0 ? whole(s.pool[j] / (s.registered[j] * scale)) : 0;
        if (compensation[j] > 0) sums.anyCompensation = true;
        if (bonus[j] > 0) sums.anyBonus = true;
      }
      for (let row = 0; row < pay.length; row++) sums.isPaid[row] = pay[row] === 0 ? 0 : 1;
    };

    const settleAccounts = (): void => {
      const { cash, vault } = jurisdictions;
      for (let j = 0; j < count; j++) {
        const county = s.jurisdiction[j];
        const at = j * ACTIVITIES;
        const row = j * SECTORS;
        firms.cash[row + PROCESSING] -= bill[at + Activity.processing] * scale;
        firms.cash[row + MANUFACTURING] -= bill[at + Activity.manufacturing] * scale;
        firms.cash[row + SERVICES] -= bill[at + Activity.services] * scale;
        cash[county] -= bill[at + Activity.public] * scale;
        jurisdictions.spent[county] += bill[at + Activity.public] * scale;
        cash[outside] -=
          (bill[at + Activity.farming] + bill[at + Activity.outside] + bill[at + Activity.retired]) * scale;
        const topUp = pensions.topUp(j);
        if (topUp > 0) {
          // All pensions of a place are alike, and were paid in whole yuan.
          const each = (pay[at + Activity.retired] + 0.5) | 0;
          const added = (bill[at + Activity.retired] / each) * topUp * scale;
          cash[outside] += added;
          chargeTopUp(j, added);
        }
        if (bonusBill[j] > 0) chargeBonus(j, bonusBill[j] * scale);
        const workers = (s.processing[j] + s.manufacturing[j] + s.services[j]) * scale;
        if (workers > 0) {
          const paid =
            bill[at + Activity.processing] + bill[at + Activity.manufacturing] + bill[at + Activity.services];
          s.skill[j] = (paid * scale) / (workers * s.wage[j] * s.startSkill[j]);
        }
        s.profitPool[j] -= profit[at + Activity.processing] * workers;
        s.pool[j] -= compensation[j] * s.registered[j] * scale;
        const deposit = saved[j] * scale;
        s.deposits[j] += deposit;
        vault[county] += deposit;
        if (s.tier[j] < TOWN) clock.villageSaved[0] += deposit;
      }
      for (let pair = 0; pair < sums.sent.length; pair++) {
        zonePairs.remittances[pair] += sums.sent[pair] * scale;
      }
    };

    const shop = (): void => {
      // Ways across borders may have become shorter at the end of the year.
      if (clock.month[0] % 12 === 0) shopShares(world, a.shoppingDecay, shops);
      s.serviceDemand.fill(0);
      const { cash } = jurisdictions;
      for (let j = 0; j < count; j++) {
        const spent = spending[j] * scale;
        if (spent === 0) continue;
        const county = s.jurisdiction[j];
        const local = s.tier[j] === OUTSIDE ? 0 : Math.floor(spent * jurisdictions.localShare[county]);
        cash[outside] += spent - local;
        let left = local;
        const end = s.reachFrom[j] + s.reachCount[j];
        for (let row = s.reachFrom[j] + 1; row < end; row++) {
          const part = Math.floor(local * shops[row]);
          s.serviceDemand[reach.to[row]] += part;
          left -= part;
        }
        s.serviceDemand[j] += left;
      }
      for (let j = 0; j < count; j++) {
        if (s.tier[j] === OUTSIDE) continue;
        const visitors = Math.round(s.serviceExports[j]);
        cash[outside] -= visitors;
        s.serviceDemand[j] += visitors;
        firms.cash[j * SECTORS + SERVICES] += s.serviceDemand[j];
      }
    };

    const creditInterest = (from: number, to: number): void => {
      for (let i = from; i < to; i++) {
        if (p.flags[i] === 0 || p.savings[i] === 0) continue;
        const room = Math.max(0, MOST_SAVINGS - p.savings[i]);
        const interest = Math.min(room, Math.floor(p.savings[i] * a.depositRate));
        const account = p.mode[i] === Mode.circulating ? h.home[p.household[i]] : p.residence[i];
        p.savings[i] = (p.savings[i] + interest) | 0;
        interests.own[account] += interest;
      }
    };

    /** Once a year banks credit interest: savers' claims rise, banks' equity falls, no cash moves. */
    const bookInterest = (): void => {
      for (let j = 0; j < count; j++) {
        s.deposits[j] += interests.own[j] * scale;
        jurisdictions.equity[s.jurisdiction[j]] -= interests.own[j] * scale;
      }
    };

    const payEveryone = crew.loop({
      open: setPay,
      work: (_month, _chunk, from, to) => earn(world, sums, habits, from, to),
    });
    const creditEveryone = crew.loop({
      work: (_month, _chunk, from, to) => creditInterest(from, to),
    });

    return (month) => {
      const rows = clock.personRows[0];
      sums.clear();
      if (watch === undefined) payEveryone(month, rows);
      else {
        setPay(month);
        earnWatched(world, sums, habits, watch, month);
      }
      sums.gather();
      settleAccounts();
      shop();
      if (month % 12 !== 11) return;
      interests.clear();
      creditEveryone(month, rows);
      interests.gather();
      bookInterest();
    };
  },
};
