import { describe, expect, it } from "vitest";
import { schoolingPremium } from "../../../sim/processes/households/households.ts";
import { MANUFACTURING, SECTORS, SERVICES } from "../../../sim/world/jurisdictions.ts";
import { Activity, ALIVE, MEAN_SCHOOLING, Mode } from "../../../sim/world/persons.ts";
import { CORE, OUTSIDE, TOWN } from "../../../sim/world/tiers.ts";
import type { World } from "../../../sim/world/world.ts";
import { fromFile } from "../../laws/scenarios.ts";
import { benchFor, rowsWhere, sum } from "../bench.ts";
import {
  MONTH,
  bench,
  outside,
  people,
  plain,
  payOf,
  keptOf,
  noProfit,
  before,
  a,
  drivers,
  p,
  s,
  h,
  sizes,
  scale,
  zones,
} from "./month.ts";

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
