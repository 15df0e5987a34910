import { describe, expect, it } from "vitest";
import { leverValues } from "../../../sim/policy/levers.ts";
import { Activity, ALIVE } from "../../../sim/world/persons.ts";
import { CORE } from "../../../sim/world/tiers.ts";
import type { World } from "../../../sim/world/world.ts";
import { fromFile } from "../../laws/scenarios.ts";
import { benchFor, rowsWhere, sum } from "../bench.ts";
import {
  bench,
  outside,
  people,
  plain,
  payOf,
  keptOf,
  noProfit,
  before,
  a,
  p,
  s,
  sizes,
  scale,
} from "./month.ts";

describe("what comes on top of pay", () => {
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
});
