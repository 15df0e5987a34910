import { describe, expect, it } from "vitest";
import { leverValues } from "../../sim/policy/levers.ts";
import { schoolingPremium } from "../../sim/processes/households/households.ts";
import { MANUFACTURING, SECTORS, SERVICES } from "../../sim/world/jurisdictions.ts";
import { Activity, ALIVE, MEAN_SCHOOLING, Mode } from "../../sim/world/persons.ts";
import { CORE, OUTSIDE, TOWN } from "../../sim/world/tiers.ts";
import type { World } from "../../sim/world/world.ts";
import { fromFile } from "../laws/scenarios.ts";
import { benchFor, rowsWhere, sum } from "./bench.ts";

const MONTH = 5;
const bench = benchFor("households", fromFile("valley", "scale=20"), MONTH);
const { before, setting } = bench;
const { assumptions: a, drivers } = setting;
const { persons: p, settlements: s, households: h, sizes } = before;
const { scale, zones } = sizes;
const outside = sizes.jurisdictions - 1;
const people = rowsWhere(before.clock.personRows[0], (i) => (p.flags[i] & ALIVE) !== 0);
const plain = bench.after();

/** Pay of one person of the month, without what comes on top, as the docs say it. */
function payOf({ persons, settlements }: World, i: number, month = MONTH): number {
  const place = persons.workplace[i];
  const skill = schoolingPremium(persons.schooling[i], a.schoolingReturn);
  switch (persons.activity[i]) {
    case Activity.farming:
      return Math.round(settlements.farmIncome[place]);
    case Activity.retired:
      return Math.round(
        (s.tier[persons.registered[i]] <= TOWN ? a.pensionRural : a.pensionUrban) *
          drivers.productivity[month],
      );
    case Activity.outside:
      return Math.round(
        s.startWage[place] * drivers.outsideWage[month] * (1 - a.naturalUnemployment) * skill,
      );
    case Activity.none:
    case Activity.searching:
      return 0;
    default:
      return Math.round(settlements.wage[place] * skill);
  }
}

/** What a person keeps of an income. */
function keptOf(i: number, income: number, { mode } = p): number {
  const sent = mode[i] === Mode.circulating ? Math.round(income * a.remittanceShare) : 0;
  return Math.floor((income - sent) * (1 - a.consumptionShare));
}

/** The same world without profits to pay out: what is left is pay. */
const noProfit = (world: World): void => {
  const { settlements, jurisdictions } = world;
  jurisdictions.cash[outside] += sum(settlements.profitPool);
  settlements.profitPool.fill(0);
};

describe("households", () => {
  it("everyone saves what pay leaves after remittances and consumption", () => {
    const world = bench.after(noProfit);
    const paid = { farmers: 0, workers: 0, away: 0, retired: 0 };
    for (const i of people) {
      const pay = payOf(before, i);
      // A floored product may fall one yuan short of what whole arithmetic says.
      expect(Math.abs(world.persons.savings[i] - p.savings[i] - keptOf(i, pay))).toBeLessThanOrEqual(1);
      if (pay === 0) continue;
      if (p.activity[i] === Activity.farming) paid.farmers++;
      else if (p.activity[i] === Activity.outside) paid.away++;
      else if (p.activity[i] === Activity.retired) paid.retired++;
      else paid.workers++;
    }
    for (const kind of Object.values(paid)) expect(kind).toBeGreaterThan(300);
  });

  it("firms and the treasury pay wages, the outside pays farmers, migrants and pensions", () => {
    const world = bench.after(noProfit);
    const bill = (does: readonly number[]): number =>
      scale * sum(people.filter((i) => does.includes(p.activity[i])).map((i) => payOf(before, i)));
    const works = rowsWhere(sizes.settlements * SECTORS, (row) => row % SECTORS === MANUFACTURING);
    const spentBy = (rows: readonly number[]): number =>
      sum(rows.map((row) => before.firms.cash[row] - world.firms.cash[row]));
    expect(spentBy(works)).toBe(bill([Activity.manufacturing]));
    const publicPay =
      sum(before.jurisdictions.cash.subarray(0, outside)) -
      sum(world.jurisdictions.cash.subarray(0, outside));
    expect(publicPay).toBe(bill([Activity.public]));
    expect(sum(world.jurisdictions.spent) - sum(before.jurisdictions.spent)).toBe(publicPay);
    // The outside sells goods and buys as a visitor besides.
    const demand = sum(world.settlements.serviceDemand);
    const visitors = sum(s.serviceExports.map(Math.round));
    const everyone = scale * sum(people.map((i) => payOf(before, i)));
    const saved = sum(world.settlements.deposits) - sum(before.settlements.deposits);
    const goods = everyone - saved - (demand - visitors);
    const fromOutside = bill([Activity.farming, Activity.outside, Activity.retired]);
    // `noProfit` gave the outside the profits first.
    const cash = world.jurisdictions.cash[outside] - before.jurisdictions.cash[outside] - sum(s.profitPool);
    expect(cash).toBe(goods - visitors - fromOutside);
  });

  it("those who circulate send the stated share home, where it is spent; nobody else sends anything", () => {
    const world = bench.after(noProfit);
    const sent = new Float64Array(zones * zones);
    for (const i of people) {
      if (p.mode[i] !== Mode.circulating) continue;
      const [from, to] = [s.zone[p.residence[i]], s.zone[h.home[p.household[i]]]];
      sent[from * zones + to] += Math.round(payOf(before, i) * a.remittanceShare) * scale;
    }
    expect(sum(sent)).toBeGreaterThan(1e6);
    sent.forEach((amount, pair) => {
      expect(world.zonePairs.remittances[pair] - before.zonePairs.remittances[pair]).toBe(amount);
    });
    const none = bench.after(noProfit, { assumptions: { ...a, remittanceShare: 0 } });
    expect(none.zonePairs.remittances).toEqual(before.zonePairs.remittances);
    const village = (w: World): number =>
      sum(rowsWhere(sizes.settlements, (j) => s.tier[j] < TOWN).map((j) => w.settlements.serviceDemand[j]));
    expect(village(none)).toBeLessThan(village(world));
  });

  it("deposits grow by what was saved, at home for those who circulate, and the banks hold it in cash", () => {
    const grown = new Float64Array(sizes.settlements);
    for (const i of people) {
      const account = p.mode[i] === Mode.circulating ? h.home[p.household[i]] : p.residence[i];
      grown[account] += (plain.persons.savings[i] - p.savings[i]) * scale;
    }
    const vault = new Float64Array(sizes.jurisdictions);
    let villagers = 0;
    grown.forEach((amount, j) => {
      expect(plain.settlements.deposits[j] - s.deposits[j]).toBe(amount);
      vault[s.jurisdiction[j]] += amount;
      if (s.tier[j] < TOWN) villagers += amount;
    });
    vault.forEach((amount, c) => {
      expect(plain.jurisdictions.vault[c] - before.jurisdictions.vault[c]).toBe(amount);
    });
    expect(plain.clock.villageSaved[0] - before.clock.villageSaved[0]).toBe(villagers);
  });

  it("shops receive the local part of spending, within reach of where it is spent", () => {
    const { reach } = before;
    const [core] = rowsWhere(sizes.settlements, (j) => s.tier[j] === CORE);
    // Only the people of one far town have money: what they spend shows in their shops alone.
    const lone = rowsWhere(
      sizes.settlements,
      (j) => s.tier[j] === TOWN && s.jurisdiction[j] !== s.jurisdiction[core],
    )[0];
    const world = bench.after((w) => {
      w.settlements.serviceExports.fill(0);
      noProfit(w);
      for (const i of people)
        if (p.residence[i] !== lone || p.mode[i] === Mode.circulating) w.persons.activity[i] = Activity.none;
    });
    const within = new Set(reach.to.subarray(s.reachFrom[lone], s.reachFrom[lone] + s.reachCount[lone]));
    let spent = 0;
    for (const i of people) {
      if (p.residence[i] !== lone || p.mode[i] === Mode.circulating) continue;
      spent += (payOf(before, i) - (world.persons.savings[i] - p.savings[i])) * scale;
    }
    expect(spent).toBeGreaterThan(0);
    expect(sum(world.settlements.serviceDemand)).toBe(
      Math.floor(spent * before.jurisdictions.localShare[s.jurisdiction[lone]]),
    );
    rowsWhere(sizes.settlements, (j) => world.settlements.serviceDemand[j] > 0).forEach((j) => {
      expect(within.has(j)).toBe(true);
    });
    const shops = rowsWhere(sizes.settlements * SECTORS, (row) => row % SECTORS === SERVICES);
    for (const row of shops) {
      const wages =
        scale *
        sum(
          people
            .filter(
              (i) =>
                world.persons.activity[i] === Activity.services &&
                p.workplace[i] * SECTORS + SERVICES === row,
            )
            .map((i) => payOf(before, i)),
        );
      expect(world.firms.cash[row] - before.firms.cash[row]).toBe(
        world.settlements.serviceDemand[Math.floor(row / SECTORS)] - wages,
      );
    }
  });

  it("paid-out profit goes in equal parts to the modern workers of the place, and the rest waits", () => {
    const [core] = rowsWhere(sizes.settlements, (j) => s.tier[j] === CORE);
    const workers = (s.processing[core] + s.manufacturing[core] + s.services[core]) * scale;
    const base = bench.after(noProfit);
    const rich = bench.after((w) => {
      noProfit(w);
      w.settlements.profitPool[core] = 1000 * workers + 17;
      w.jurisdictions.cash[outside] -= 1000 * workers + 17;
    });
    expect(rich.settlements.profitPool[core]).toBe(17);
    for (const i of people) {
      const owns =
        p.workplace[i] === core && p.activity[i] >= Activity.processing && p.activity[i] <= Activity.services;
      const more = rich.persons.savings[i] - base.persons.savings[i];
      if (!owns) expect(more).toBe(0);
      else expect(Math.abs(more - keptOf(i, 1000))).toBeLessThanOrEqual(1);
    }
  });

  it("compensation for land goes in equal parts to those registered there, in December", () => {
    const [village] = rowsWhere(sizes.settlements, (j) => s.registered[j] > 20 && s.tier[j] === 0);
    const give = (w: World): void => {
      const total = 500 * s.registered[village] * scale + 3;
      w.settlements.pool.fill(0);
      w.settlements.pool[village] = total;
      w.jurisdictions.cash[outside] -= total - sum(s.pool);
    };
    expect(bench.after(give).settlements.pool[village]).toBe(500 * s.registered[village] * scale + 3);
    const december = benchFor("households", fromFile("valley", "scale=20"), 11);
    const [without, handed] = [
      december.after((w) => w.settlements.pool.fill(0)),
      december.after(
        (w) => {
          w.settlements.pool.fill(0);
          w.settlements.pool[village] = 500 * w.settlements.registered[village] * scale + 3;
        },
        { assumptions: { ...a } },
      ),
    ];
    expect(handed.settlements.pool[village]).toBe(3);
    let owners = 0;
    for (const i of rowsWhere(handed.clock.personRows[0], (k) => (handed.persons.flags[k] & ALIVE) !== 0)) {
      const isOwner = handed.persons.registered[i] === village;
      const more = handed.persons.savings[i] - without.persons.savings[i];
      if (isOwner) owners++;
      if (isOwner) expect(more).toBeGreaterThan(0);
      else expect(more).toBe(0);
    }
    expect(owners).toBe(handed.settlements.registered[village]);
  });

  it("who has wage, profit, tax preference and compensation in one month saves of their sum", () => {
    const december = benchFor("households", fromFile("valley", "scale=20"), 11);
    const { persons, settlements, clock } = december.before;
    const [core] = rowsWhere(sizes.settlements, (j) => s.tier[j] === CORE);
    const isWorker = (i: number): boolean =>
      persons.workplace[i] === core &&
      persons.activity[i] >= Activity.processing &&
      persons.activity[i] <= Activity.services;
    const workers =
      (settlements.processing[core] + settlements.manufacturing[core] + settlements.services[core]) * scale;
    const rich = december.after(
      (w) => {
        noProfit(w);
        w.settlements.profitPool[core] = 1000 * workers;
        w.settlements.pool.fill(0);
        w.settlements.pool[core] = 500 * settlements.registered[core] * scale;
        leverValues(w, "wageTaxCut")[core] = 0.5;
      },
      { assumptions: { ...a, depositRate: 0 } },
    );
    const rate = (0.5 * a.taxShare) / (1 - a.capitalShare);
    let all = 0;
    for (const i of rowsWhere(clock.personRows[0], (k) => (persons.flags[k] & ALIVE) !== 0)) {
      const pay = payOf(december.before, i, 11);
      const onTop = isWorker(i) ? 1000 + Math.round(pay * rate) : 0;
      const compensation = persons.registered[i] === core ? 500 : 0;
      if (onTop > 0 && compensation > 0) all++;
      const kept = keptOf(i, pay + onTop + compensation, persons);
      expect(rich.persons.savings[i] - persons.savings[i]).toBe(kept);
    }
    expect(all).toBeGreaterThan(10);
  });

  it("interest is credited once a year, to savers, out of the banks' equity", () => {
    const december = benchFor("households", fromFile("valley", "scale=20"), 11);
    const [none, some] = [
      december.after(() => {}, { assumptions: { ...a, depositRate: 0 } }),
      december.after(() => {}, { assumptions: { ...a, depositRate: 0.02 } }),
    ];
    let credited = 0;
    for (const i of rowsWhere(none.clock.personRows[0], (k) => (none.persons.flags[k] & ALIVE) !== 0)) {
      const interest = some.persons.savings[i] - none.persons.savings[i];
      expect(interest).toBe(Math.floor(none.persons.savings[i] * 0.02));
      credited += interest * scale;
    }
    expect(credited).toBeGreaterThan(0);
    expect(sum(none.jurisdictions.equity) - sum(some.jurisdictions.equity)).toBe(credited);
    expect(some.jurisdictions.vault).toEqual(none.jurisdictions.vault);
    // In other months there is none.
    expect(bench.after(() => {}, { assumptions: { ...a, depositRate: 0.02 } }).persons.savings).toEqual(
      plain.persons.savings,
    );
  });

  it("a tax preference raises the pay of workers there by that part of the tax, and costs it", () => {
    const [core] = rowsWhere(sizes.settlements, (j) => s.tier[j] === CORE);
    const cut = bench.after((w) => {
      leverValues(w, "wageTaxCut")[core] = 0.5;
    });
    const rate = (0.5 * a.taxShare) / (1 - a.capitalShare);
    let cost = 0;
    for (const i of people) {
      const entitled =
        p.workplace[i] === core && p.activity[i] >= Activity.processing && p.activity[i] <= Activity.services;
      if (entitled) cost += Math.round(payOf(before, i) * rate) * scale;
      const more = cut.persons.savings[i] - plain.persons.savings[i];
      if (!entitled) expect(more).toBe(0);
      else expect(more).toBeGreaterThan(0);
    }
    const county = s.jurisdiction[core];
    expect(cut.jurisdictions.policyCost[county]).toBe(cost);
    expect(plain.jurisdictions.cash[county] - cut.jurisdictions.cash[county]).toBe(cost);
  });

  it("a worker of mean schooling earns the wage; each year more pays its return", () => {
    expect(schoolingPremium(MEAN_SCHOOLING, 0.08)).toBe(1);
    expect(schoolingPremium(MEAN_SCHOOLING + 1, 0.08)).toBeCloseTo(1.0832870676749586, 12);
    expect(schoolingPremium(MEAN_SCHOOLING - 1, 0.08)).toBeCloseTo(1 / 1.0832870676749586, 12);
  });

  it("those outside earn by the outside wage of the month, less what the search for work costs", () => {
    const [i] = people.filter((k) => p.activity[k] === Activity.outside && p.schooling[k] === MEAN_SCHOOLING);
    const gateway = p.workplace[i];
    expect(s.tier[gateway]).toBe(OUTSIDE);
    expect(payOf(before, i)).toBe(Math.round(4800 * drivers.outsideWage[MONTH] * 0.95));
  });
});
