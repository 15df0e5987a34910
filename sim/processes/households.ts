/**
 * Model step 3: households earn, send money home, spend and save. Every yuan that someone receives leaves another
 * account, and every yuan spent reaches a shop within reach or the outside.
 */
import { exp } from "../numerics/elementary.ts";
import { leverIndex } from "../policy/resolve.ts";
import { MANUFACTURING, PROCESSING, SECTORS, SERVICES } from "../world/jurisdictions.ts";
import { ACTIVITIES, Activity, CIRCULATING, Mode, MOST_SAVINGS, RETIRED } from "../world/persons.ts";
import { OUTSIDE, TOWN } from "../world/tiers.ts";
import type { Process } from "./process.ts";

/** Years of schooling that are told apart. */
const YEARS = 32;
/** Schooling at which a worker earns the place's wage. */
export const MEAN_SCHOOLING = 10;

/** Earnings of a worker over those of one of mean schooling (Mincer 1974): e^(r (s - 10)). */
export const schoolingPremium = (schooling: number, yearlyReturn: number): number =>
  exp(yearlyReturn * (schooling - MEAN_SCHOOLING));

/** Huff 1964: attraction of shops, mass e^(-decay minutes). */
export const shopAttraction = (mass: number, minutes: number, decay: number): number =>
  mass * exp(-decay * minutes);

export const households: Process = {
  name: "households",
  reads: [
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
  ],
  writes: [
    "persons.savings",
    "settlements.deposits",
    "settlements.pool",
    "settlements.profitPool",
    "settlements.serviceDemand",
    "firms.cash",
    "jurisdictions.cash",
    "jurisdictions.vault",
    "jurisdictions.equity",
    "jurisdictions.spent",
    "jurisdictions.policyCost",
    "zonePairs.remittances",
    "clock.villageSaved",
  ],
  prepare({ world, assumptions: a, drivers }) {
    const {
      persons: p,
      households: h,
      settlements: s,
      firms,
      jurisdictions,
      zonePairs,
      reach,
      levers,
      clock,
    } = world;
    const { settlements: count, jurisdictions: counties, zones, scale } = world.sizes;
    const outside = counties - 1;
    const taxCut = leverIndex("wageTaxCut");
    /** Factor on pay, by activity and years of schooling: modern work pays for schooling, farming and pensions don't. */
    const skill = new Float64Array(ACTIVITIES * YEARS).fill(1);
    for (let doing = Activity.processing; doing <= Activity.outside; doing++) {
      for (let years = 0; years < YEARS; years++) {
        skill[doing * YEARS + years] = schoolingPremium(years, a.schoolingReturn);
      }
    }
    /** Pay of a worker of mean schooling by place and activity; 0 where nobody is paid. */
    const pay = new Float64Array(count * ACTIVITIES);
    /** Pay on top of the wage that a tax preference gives, by place. */
    const bonus = new Float64Array(count);
    /** Paid-out profit per worker, by place and activity; and land compensation per registered person, by place. */
    const profit = new Float64Array(count * ACTIVITIES);
    const poolShare = new Float64Array(count);
    /** What the month's pay adds up to, by place and activity, and of bonuses by place. */
    const bill = new Float64Array(count * ACTIVITIES);
    const bonusBill = new Float64Array(count);
    const spending = new Float64Array(count);
    const saved = new Float64Array(count);
    const shops = layShops();

    /** Where each settlement's local spending goes: share by row of reach, a constant of the world. */
    function layShops(): Float64Array {
      const share = new Float64Array(world.sizes.reach);
      for (let j = 0; j < count; j++) {
        const from = s.reachFrom[j];
        const to = from + s.reachCount[j];
        let total = 0;
        for (let row = from; row < to; row++) {
          share[row] = shopAttraction(s.shopMass[reach.to[row]], reach.minutes[row], a.shoppingDecay);
          total += share[row];
        }
        if (total > 0) for (let row = from; row < to; row++) share[row] /= total;
        else share[from] = 1;
      }
      return share;
    }

    /** Whether anyone anywhere is compensated for land or gets a tax preference this month. */
    let anyPool = false;
    let anyBonus = false;

    const setPay = (month: number): void => {
      anyPool = false;
      anyBonus = false;
      for (let j = 0; j < count; j++) {
        const at = j * ACTIVITIES;
        const away = s.tier[j] === OUTSIDE;
        pay[at + Activity.farming] = s.farmIncome[j];
        for (let k = Activity.processing; k <= Activity.public; k++) pay[at + k] = s.wage[j];
        pay[at + Activity.outside] = away
          ? s.startWage[j] * drivers.outsideWage[month] * (1 - a.naturalUnemployment)
          : 0;
        pay[at + Activity.retired] =
          (s.tier[j] <= TOWN ? a.pensionRural : a.pensionUrban) * drivers.productivity[month];
        const workers = (s.processing[j] + s.manufacturing[j] + s.services[j]) * scale;
        bonus[j] = (levers.value[j * world.sizes.levers + taxCut] * a.taxShare) / (1 - a.capitalShare);
        profit.fill(
          workers > 0 ? Math.floor(s.profitPool[j] / workers) : 0,
          at + Activity.processing,
          at + Activity.public,
        );
        // The village's collective hands out compensation for land at the end of the year.
        poolShare[j] =
          month % 12 === 11 && s.registered[j] > 0 ? Math.floor(s.pool[j] / (s.registered[j] * scale)) : 0;
        if (poolShare[j] > 0) anyPool = true;
        if (bonus[j] > 0) anyBonus = true;
      }
      bill.fill(0);
      bonusBill.fill(0);
      spending.fill(0);
      saved.fill(0);
    };

    const live = (): void => {
      const rows = clock.personRows[0];
      const { activity, workplace, residence, registered, mode, schooling, savings, flags, household } = p;
      // Hoisted: what a closure captures is looked up anew each time around.
      const pays = pay;
      const onTop = profit;
      const pools = poolShare;
      const skills = skill;
      const bills = bill;
      const bonuses = bonus;
      const bonusBills = bonusBill;
      const spent = spending;
      const put = saved;
      const { home } = h;
      const { zone } = s;
      const sentBetween = zonePairs.remittances;
      const pooled = anyPool;
      const taxed = anyBonus;
      const remitted = a.remittanceShare;
      const persons = scale;
      const zoneCount = zones;
      const keep = 1 - a.consumptionShare;
      const years = YEARS;
      for (let i = 0; i < rows; i++) {
        if (flags[i] === 0) continue;
        const doing = activity[i];
        const at = doing === RETIRED ? registered[i] : workplace[i];
        const row = at * ACTIVITIES + doing;
        const base = pays[row];
        // Pupils and those who look for work have no pay, and mostly nothing else either.
        if (base === 0 && !pooled) continue;
        // Rounded by integer arithmetic, as below: half again as fast in this loop.
        const wage = (base * skills[doing * years + schooling[i]] + 0.5) | 0;
        bills[row] += wage;
        let income = wage + onTop[row];
        if (pooled) income += pools[registered[i]];
        if (taxed && bonuses[at] > 0 && doing >= Activity.processing && doing <= Activity.services) {
          const extra = Math.round(wage * bonuses[at]);
          bonusBills[at] += extra;
          income += extra;
        }
        if (income === 0) continue;
        const place = residence[i];
        let account = place;
        let left = income;
        if (mode[i] === CIRCULATING) {
          // What is sent home is spent there: the marginal propensity to consume out of remittances is near one
          // (Zhu, Wu, Peng & Sheng 2009).
          account = home[household[i]];
          const sent = (income * remitted + 0.5) | 0;
          left -= sent;
          spent[account] += sent;
          sentBetween[zone[place] * zoneCount + zone[account]] += sent * persons;
        }
        // Whole by integer arithmetic: three times as fast as a floored fraction stored into whole numbers.
        const kept = (left * keep) | 0;
        savings[i] = (savings[i] + kept) | 0;
        put[account] += kept;
        spent[place] += left - kept;
      }
    };

    const settleAccounts = (): void => {
      const { cash, vault, policyCost } = jurisdictions;
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
        if (bonusBill[j] > 0) {
          const payer = levers.state[j * world.sizes.levers + taxCut] === 1 ? outside : county;
          cash[payer] -= bonusBill[j] * scale;
          policyCost[county] += bonusBill[j] * scale;
        }
        const workers = (s.processing[j] + s.manufacturing[j] + s.services[j]) * scale;
        s.profitPool[j] -= profit[at + Activity.processing] * workers;
        s.pool[j] -= poolShare[j] * s.registered[j] * scale;
        const deposit = saved[j] * scale;
        s.deposits[j] += deposit;
        vault[county] += deposit;
        if (s.tier[j] < TOWN) clock.villageSaved[0] += deposit;
      }
    };

    const shop = (): void => {
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

    /** Once a year banks credit interest: savers' claims rise, banks' equity falls, no cash moves. */
    const creditInterest = (): void => {
      const rows = clock.personRows[0];
      for (let i = 0; i < rows; i++) {
        if (p.flags[i] === 0 || p.savings[i] === 0) continue;
        const room = Math.max(0, MOST_SAVINGS - p.savings[i]);
        const interest = Math.min(room, Math.floor(p.savings[i] * a.depositRate));
        const account = p.mode[i] === Mode.circulating ? h.home[p.household[i]] : p.residence[i];
        p.savings[i] = (p.savings[i] + interest) | 0;
        s.deposits[account] += interest * scale;
        jurisdictions.equity[s.jurisdiction[account]] -= interest * scale;
      }
    };

    return (month) => {
      setPay(month);
      live();
      settleAccounts();
      shop();
      if (month % 12 === 11) creditInterest();
    };
  },
};
