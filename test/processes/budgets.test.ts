import { describe, expect, it } from "vitest";
import { isRule } from "../../sim/policy/parameter.ts";
import { PARAMETERS } from "../../sim/policy/parameters.ts";
import { LEVERS, leverValues } from "../../sim/policy/levers.ts";
import { levelRevenue } from "../../sim/numerics/levelling.ts";
import { cityOf, openPremiums, spendable } from "../../sim/processes/budgets.ts";
import { serviceUnits } from "../../sim/world/services.ts";
import { SECTORS, SERVICES } from "../../sim/world/jurisdictions.ts";
import { OUTSIDE, TOWN } from "../../sim/world/tiers.ts";
import { openRun, runMonths } from "../laws/run.ts";
import { everyLever, fromFile } from "../laws/scenarios.ts";
import { benchFor, rowsWhere, sum } from "./bench.ts";

const MONTH = 4;
const bench = benchFor("budgets", fromFile("valley", "scale=20"), MONTH);
const { before, setting } = bench;
const { assumptions: a, drivers } = setting;
const { settlements: s, jurisdictions: g, sizes } = before;
const { scale, settlements: count } = sizes;
const counties = [...Array(sizes.jurisdictions - 1).keys()];
const outside = sizes.jurisdictions - 1;
const inCounty = (c: number): number[] => rowsWhere(count, (j) => s.jurisdiction[j] === c);
const people = (c: number): number => scale * sum(inCounty(c).map((j) => s.residents[j]));
const level = drivers.productivity[MONTH];
/** Service spending, and upkeep and newcomers besides. */
const planned = (c: number): number =>
  Math.round(
    level *
      g.servicePerHead[c] *
      sum(inCounty(c).map((j) => serviceUnits(s.residents[j] * scale, s.areaKm2[j], a.densityCost))),
  );
const besides = (c: number): number =>
  Math.round(
    level *
      ((sum(inCounty(c).map((j) => s.publicLand[j])) * a.upkeep) / 12 + g.naturalised[c] * a.citizenCost),
  );
const goodsPlanned = (c: number): number => Math.round(planned(c) * (1 - g.publicWageShare[c])) + besides(c);
const transferOf = (c: number): number =>
  Math.round(scale * sum(inCounty(c).map((j) => s.registered[j])) * drivers.transferPerHead[MONTH]);
/** What the prefecture gives or takes this month. */
const gain = new Float64Array(sizes.jurisdictions);
levelRevenue(
  Float64Array.from(g.revenue, (revenue, c) => (c === outside ? 0 : revenue - g.revenueBefore[c])),
  Float64Array.from(g.revenue, (_, c) => people(c)),
  cityOf(before),
  a.prefectureShare,
  gain,
);
const plain = bench.after();
const premium = openPremiums(before)();

describe("county budgets", () => {
  it("receive transfers for each registered person, and plan services by residents and density, upkeep and newcomers", () => {
    for (const c of counties) {
      expect(plain.jurisdictions.revenue[c] - g.revenue[c]).toBe(transferOf(c) + gain[c]);
      expect(plain.jurisdictions.transfers[c] - g.transfers[c]).toBe(transferOf(c));
      expect(plain.jurisdictions.planned[c] - g.planned[c]).toBe(planned(c) + besides(c));
      const spent = g.cash[c] + transferOf(c) + gain[c] - plain.jurisdictions.cash[c];
      expect(spent).toBe(goodsPlanned(c));
      expect(plain.jurisdictions.spent[c] - g.spent[c]).toBe(goodsPlanned(c));
      expect(plain.jurisdictions.debt[c]).toBe(0);
      expect(besides(c)).toBeGreaterThan(0);
    }
  });

  it("pay once for each who was newly registered", () => {
    const [c] = counties;
    const more = bench.after((w) => {
      w.jurisdictions.naturalised[c] += 100;
    });
    const cost = plain.jurisdictions.cash[c] - more.jurisdictions.cash[c];
    expect(Math.abs(cost - 100 * a.citizenCost * level)).toBeLessThanOrEqual(1);
    expect(more.jurisdictions.planned[c] - plain.jurisdictions.planned[c]).toBe(cost);
    expect(more.jurisdictions.naturalised[c]).toBe(0);
  });

  it("hear of those who come to be registered, from other counties and from their own country to their city", () => {
    const run = openRun(fromFile("valley", "scale=20", "years=2"), "newcomers");
    let heard = 0;
    let came = 0;
    runMonths(run, 12, (world, name) => {
      if (name === "budgets") expect(sum(world.jurisdictions.naturalised)).toBe(0);
      if (name !== "migration") return;
      heard += sum(world.jurisdictions.naturalised);
      came = sum(world.zonePairs.people);
    });
    expect(heard).toBeGreaterThan(0);
    expect(heard).toBeLessThan(came);
  });

  it("buy part of their goods where public workers are, and the rest outside, to the yuan", () => {
    let goods = 0;
    let transfers = 0;
    for (const c of counties) {
      goods += goodsPlanned(c);
      transfers += transferOf(c);
      const workers = sum(inCounty(c).map((j) => s.public[j]));
      for (const j of inCounty(c)) {
        const here = (goodsPlanned(c) * s.public[j]) / workers;
        const local = plain.settlements.serviceDemand[j] - s.serviceDemand[j];
        expect(Math.abs(local - here * a.localBuildingShare)).toBeLessThanOrEqual(2);
        expect(plain.firms.cash[j * SECTORS + SERVICES] - before.firms.cash[j * SECTORS + SERVICES]).toBe(
          local,
        );
        // What stands there to serve people is the pay of its workers and their goods, not the upkeep of roads.
        const serving = ((goodsPlanned(c) - besides(c)) * s.public[j]) / workers;
        expect(
          Math.abs(
            plain.settlements.serviceSupply[j] - s.public[j] * scale * s.wage[j] * premium[c] - serving,
          ),
        ).toBeLessThanOrEqual(1.01);
      }
    }
    const local = sum(plain.settlements.serviceDemand) - sum(s.serviceDemand);
    expect(plain.jurisdictions.cash[outside] - g.cash[outside]).toBe(goods - local - transfers);
  });

  it("a treasury that is empty borrows up to the cap, spends no more than that, and says so", () => {
    const poor = bench.after(
      (w) => {
        w.jurisdictions.cash.fill(0, 0, outside);
        w.jurisdictions.debt.fill(0, 0, outside);
      },
      {
        assumptions: { ...a, debtCap: 0.02 },
        drivers: { ...drivers, transferPerHead: drivers.transferPerHead.map(() => 0) },
      },
    );
    for (const c of counties) {
      const cap = poor.jurisdictions.monthlyRevenue[c] * 12 * 0.02;
      expect(poor.jurisdictions.debt[c]).toBeLessThanOrEqual(cap);
      expect(poor.jurisdictions.debt[c]).toBeGreaterThan(0.9 * cap);
      expect(poor.jurisdictions.cash[c]).toBe(0);
      expect(poor.jurisdictions.funded[c]).toBe(0);
      const granted = poor.jurisdictions.paid[c] - g.paid[c];
      expect(granted).toBeLessThan(0.8 * (poor.jurisdictions.planned[c] - g.planned[c]));
    }
  });

  it("interest on debt is paid, and debt is paid back from what a treasury holds beyond its reserve", () => {
    const rich = bench.after((w) => {
      for (const c of counties) {
        w.jurisdictions.debt[c] = 1e6;
        w.jurisdictions.cash[c] = 50 * planned(c);
      }
    });
    for (const c of counties) {
      expect(rich.jurisdictions.debt[c]).toBe(0);
      expect(rich.jurisdictions.spent[c] - g.spent[c]).toBe(
        goodsPlanned(c) + Math.floor((1e6 * a.loanRate) / 12),
      );
    }
    const tight = bench.after((w) => {
      for (const c of counties) {
        w.jurisdictions.debt[c] = 1e6;
        w.jurisdictions.cash[c] = 1 * planned(c);
      }
    });
    for (const c of counties) expect(tight.jurisdictions.debt[c]).toBe(1e6);
  });

  it("posts shrink slowly where the treasury can't carry them, and are as planned where it can", () => {
    const broke = bench.after((w) => w.jurisdictions.cash.fill(0, 0, outside), {
      assumptions: { ...a, debtCap: 0 },
      drivers: { ...drivers, transferPerHead: drivers.transferPerHead.map(() => 0) },
    });
    for (const c of counties) {
      expect(broke.jurisdictions.publicWanted[c]).toBeLessThan(0.9 * g.publicWanted[c]);
      expect(broke.jurisdictions.publicWanted[c]).toBeGreaterThan(0.7 * g.publicWanted[c]);
      expect(Math.abs(plain.jurisdictions.publicWanted[c] / g.publicWanted[c] - 1)).toBeLessThan(0.02);
    }
  });

  it("an extra service budget reaches its place per resident, and is paid by the payer", () => {
    const [town] = rowsWhere(count, (j) => s.tier[j] === TOWN);
    const county = s.jurisdiction[town];
    const extra = bench.after((w) => {
      leverValues(w, "serviceBudget")[town] = 600;
    });
    const amount = Math.floor((600 * s.residents[town] * scale) / 12);
    expect(extra.settlements.serviceSupply[town] - plain.settlements.serviceSupply[town]).toBe(amount);
    expect(extra.jurisdictions.policyCost[county]).toBe(amount);
    expect(plain.jurisdictions.cash[county] - extra.jurisdictions.cash[county]).toBe(amount);
  });

  it("what can be spent is the treasury and what the cap still leaves", () => {
    expect(spendable(100, 0, 10, 1)).toBe(220);
    expect(spendable(100, 150, 10, 1)).toBe(100);
    expect(spendable(100, 50, 10, 1)).toBe(170);
    expect(spendable(-5, 0, 10, 0)).toBe(0);
    expect(spendable(-20, 0, 10, 1)).toBe(100);
    expect(spendable(-200, 0, 10, 1)).toBe(0);
  });

  it("measures a county paid are at rest while its treasury is empty; those that the state paid go on", () => {
    const scenario = fromFile("valley", "scale=60", "years=2");
    const policy = everyLever(["yunling"], ["taoxi"]);
    const run = openRun({ ...scenario, policies: [policy] }, "rest");
    runMonths(run, 6);
    const { world } = run.built;
    const leversOf = (id: string): number[] => {
      const county = scenario.world.counties.findIndex((each) => each.id === id);
      const rows = rowsWhere(count, (j) => world.settlements.jurisdiction[j] === county);
      return rows.flatMap((j) =>
        LEVERS.filter((lever) => !isRule(PARAMETERS[lever])).map((lever) => leverValues(world, lever)[j]),
      );
    };
    const policies = run.steps.find(({ name }) => name === "policies")!;
    world.jurisdictions.funded.fill(1);
    policies.step(6);
    expect(Math.min(...leversOf("taoxi"))).toBeGreaterThan(0);
    expect(Math.min(...leversOf("yunling"))).toBeGreaterThan(0);
    world.jurisdictions.funded.fill(0);
    policies.step(7);
    expect(Math.max(...leversOf("taoxi"))).toBe(0);
    expect(Math.min(...leversOf("yunling"))).toBeGreaterThan(0);
    expect(Math.max(...leversOf("ancheng"))).toBe(0);
  });

  it("no place outside has public workers, and none is served there", () => {
    for (let j = 0; j < count; j++)
      if (s.tier[j] === OUTSIDE) expect(plain.settlements.serviceSupply[j]).toBe(0);
  });
});

describe("the core city", () => {
  const levelled = (own: number[], heads: number[], share: number): number[] => {
    const gains = new Float64Array(own.length);
    levelRevenue(own, heads, [0, 0, 0, 3], share, gains);
    return [...gains];
  };

  it("takes a share of its counties' revenue and gives it to those with less a head, to the yuan", () => {
    // City 100, rich county 90, poor county 10 on equal people: mean 66 2/3, only the poor one lacks.
    expect(levelled([100, 90, 10, 0], [1, 1, 1, 0], 0.1)).toEqual([0, -9, 9, 0]);
    // The city itself lacks as much as the second county: it keeps half.
    expect(levelled([10, 100, 10, 0], [1, 1, 1, 0], 0.2)).toEqual([11, -20, 9, 0]);
    expect(levelled([10, 100, 10, 0], [1, 1, 1, 0], 0).map((yuan) => yuan + 0)).toEqual([0, 0, 0, 0]);
    expect(levelled([50, -5, 0, 0], [1, 1, 0, 0], 0.5).map((yuan) => yuan + 0)).toEqual([0, 0, 0, 0]);
  });

  it("levels what counties earned themselves, and makes and loses nothing", () => {
    expect(sum(gain)).toBe(0);
    const given = plain.jurisdictions.shared.map((yuan, c) => yuan - g.shared[c]);
    expect([...given]).toEqual([...gain]);
    expect(Math.max(...gain)).toBeGreaterThan(0);
  });

  it("is the city of all counties around it, and each county without one its own", () => {
    expect([...cityOf(before)].slice(0, -1)).toEqual(counties.map(() => 0));
  });
});
