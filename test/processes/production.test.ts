import { describe, expect, it } from "vitest";
import { farmOutput } from "../../sim/numerics/output.ts";
import { farmerShare } from "../../sim/policy/farmGate.ts";
import { MANUFACTURING, PROCESSING, SECTORS, SERVICES } from "../../sim/world/jurisdictions.ts";
import { OUTSIDE, TOWN } from "../../sim/world/tiers.ts";
import type { World } from "../../sim/world/world.ts";
import { leverValues } from "../../sim/policy/levers.ts";
import { fromFile } from "../laws/scenarios.ts";
import { benchFor, rowsWhere, sum } from "./bench.ts";

const bench = benchFor("production", fromFile("valley", "scale=20"));
const { before, setting } = bench;
const { assumptions: a } = setting;
const plain = bench.after();
const { settlements: count, scale } = before.sizes;
const inRegion = rowsWhere(count, (j) => before.settlements.tier[j] !== OUTSIDE);
const [town] = inRegion.filter(
  (j) => before.settlements.tier[j] === TOWN && before.settlements.manufacturing[j] > 5,
);
const works = town * SECTORS + MANUFACTURING;
const market = (world: World, j: number): number[] =>
  rowsWhere(count, (k) => world.settlements.town[k] === world.settlements.town[j]);

describe("production", () => {
  it("makes, in the first month, what the works of the start made, with the hands they had", () => {
    for (const j of inRegion) {
      const row = j * SECTORS + MANUFACTURING;
      const hands = before.settlements.manufacturing[j] * scale;
      expect(plain.firms.value[row]).toBeCloseTo(before.firms.value[row], -1);
      expect(Math.abs(plain.firms.wanted[row] - hands)).toBeLessThan(1e-6 * (1 + hands));
    }
  });

  it("sells goods to the outside and nothing else: its account pays what the works receive", () => {
    let goods = 0;
    for (const j of inRegion)
      goods += plain.firms.value[j * SECTORS] + plain.firms.value[j * SECTORS + MANUFACTURING];
    const outside = before.sizes.jurisdictions - 1;
    expect(before.jurisdictions.cash[outside] - plain.jurisdictions.cash[outside]).toBe(goods);
    expect(sum(plain.firms.cash) - sum(before.firms.cash)).toBe(goods);
    for (const j of inRegion) {
      const row = j * SECTORS + SERVICES;
      expect(plain.firms.cash[row]).toBe(before.firms.cash[row]);
    }
  });

  it("processes no more than the harvest, and pays farmers more the more of it is processed", () => {
    for (const c of Array(before.sizes.jurisdictions - 1).keys()) {
      const rows = inRegion.filter((j) => before.settlements.jurisdiction[j] === c);
      const share = plain.jurisdictions.processedShare[c];
      const toFarmers = farmerShare(a.farmerShareRaw, a.farmerShareProcessed, share);
      let retail = 0;
      for (const j of rows) {
        const { arable, orchard, farmers, farmProductivity, rentBurden } = before.settlements;
        const hectares = (arable[j] + orchard[j]) / 10_000;
        const yields = farmOutput(farmProductivity[j], hectares, farmers[j] * scale, a.landShare);
        retail += yields;
        const income = ((1 - rentBurden[j]) * yields) / (farmers[j] * scale);
        if (farmers[j] > 0 && hectares > 0)
          expect(plain.settlements.farmIncome[j] / (income * toFarmers)).toBeCloseTo(1, 9);
      }
      const processed = sum(rows.map((j) => plain.firms.value[j * SECTORS + PROCESSING]));
      const most = retail * (1 - a.retailMargin - a.farmerShareProcessed);
      expect(processed).toBeLessThanOrEqual(most + rows.length);
      expect(share).toBeCloseTo(Math.min(1, processed / most), 3);
      expect(share).toBeGreaterThan(0);
    }
  });

  it("halves of the mills are idle where they could process twice the harvest", () => {
    const poor = bench.after((world) => {
      for (const j of inRegion) world.settlements.farmProductivity[j] *= 0.02;
    });
    for (let c = 0; c < before.sizes.jurisdictions - 1; c++) {
      expect(poor.jurisdictions.processedShare[c]).toBe(1);
    }
    const mills = (world: World): number =>
      sum(inRegion.map((j) => world.firms.value[j * SECTORS + PROCESSING]));
    expect(mills(poor)).toBeLessThan(0.1 * mills(plain));
  });

  it("wants more hands, and pays more in that labour market alone, where capital doubles", () => {
    const rich = bench.after((world) => {
      world.firms.capital[works] *= 2;
    });
    // Twice the capital at the same wage and technology: twice the hands.
    expect(rich.firms.wanted[works] / plain.firms.wanted[works]).toBeCloseTo(2, 6);
    const near = new Set(market(before, town));
    for (const j of inRegion) {
      const [now, was] = [rich.settlements.wage[j], plain.settlements.wage[j]];
      if (near.has(j)) expect(now).toBeGreaterThan(was);
      else expect(now).toBe(was);
    }
  });

  it("pays less where more look for work than usual, and more where fewer do", () => {
    const look = (factor: number): World =>
      bench.after((world) => {
        for (const j of market(world, town)) {
          world.settlements.searching[j] = Math.round(world.settlements.searching[j] * factor);
        }
      });
    const [fewer, more] = [look(0), look(4)];
    for (const j of market(before, town)) {
      expect(fewer.settlements.wage[j]).toBeGreaterThan(plain.settlements.wage[j]);
      expect(more.settlements.wage[j]).toBeLessThan(plain.settlements.wage[j]);
      expect(more.settlements.unemployment[j]).toBeGreaterThan(plain.settlements.unemployment[j]);
      expect(fewer.settlements.unemployment[j]).toBe(0);
    }
  });

  it("closes the stated part of the gap to the wage that clears the market in a month", () => {
    const floor = benchFor("production", fromFile("valley", "scale=20", "parameters.wageFloor=0"));
    const idle = (world: World): void => {
      world.firms.capital.fill(1);
      world.settlements.expectedDemand.fill(1);
      world.settlements.serviceDemand.fill(1);
    };
    const slow = floor.after(idle);
    const fast = floor.after(idle, {
      assumptions: { ...a, wageFloor: 0, wageAdjustment: 2 * a.wageAdjustment },
    });
    for (const j of inRegion) {
      const [was, half, whole] = [
        before.settlements.wage[j],
        slow.settlements.wage[j],
        fast.settlements.wage[j],
      ];
      if (half === was) continue;
      expect((was - whole) / (was - half)).toBeCloseTo(2, 9);
    }
    expect(slow.settlements.wage[town]).toBeLessThan(before.settlements.wage[town]);
  });

  it("wants hands again in a place that has lost the last of them, and promises founders a return there", () => {
    const left = bench.after((world) => {
      const { processing, manufacturing, services, public: posts, searching } = world.settlements;
      searching[town] += processing[town] + manufacturing[town] + services[town] + posts[town];
      for (const hands of [processing, manufacturing, services, posts]) hands[town] = 0;
    });
    // Those who come first find a place of one agent's size; it is smaller than it was, not lost.
    expect(left.firms.wanted[works]).toBeGreaterThan(0.1 * plain.firms.wanted[works]);
    expect(left.firms.wanted[works]).toBeLessThan(plain.firms.wanted[works]);
    expect(left.firms.prospect[works]).toBeGreaterThan(0);
    expect(left.firms.value[works]).toBe(0);
  });

  it("never pays less than the floor", () => {
    const crash = bench.after((world) => {
      world.firms.capital.fill(1);
      world.settlements.expectedDemand.fill(1);
      world.settlements.serviceDemand.fill(1);
      for (const j of inRegion) world.settlements.wage[j] = a.wageFloor * world.settlements.startWage[j];
    });
    for (const j of inRegion) {
      expect(crash.settlements.wage[j]).toBeGreaterThanOrEqual(a.wageFloor * before.settlements.startWage[j]);
    }
    expect(crash.settlements.wage[town]).toBe(a.wageFloor * before.settlements.startWage[town]);
  });

  it("would invest nothing where capital earns just its cost, and the more the cheaper a grant makes it", () => {
    // At the start capital earns depreciation and interest.
    const loan = a.loanRate;
    for (const j of inRegion) {
      const row = j * SECTORS + MANUFACTURING;
      if (plain.firms.capital[row] > 0) expect(plain.firms.returns[row]).toBeCloseTo(loan, 3);
      expect(plain.firms.desire[row]).toBeLessThanOrEqual(0.01 * plain.firms.capital[row]);
    }
    const subsidised = (rate: number): World =>
      bench.after((world) => {
        leverValues(world, "investmentSubsidy")[town] = rate;
      });
    const [some, much] = [subsidised(0.1), subsidised(0.2)];
    expect(some.firms.desire[works]).toBeGreaterThan(0.1 * plain.firms.capital[works]);
    expect(much.firms.desire[works]).toBeGreaterThan(some.firms.desire[works]);
  });

  it("wishes for no more investment than the building land in place can carry", () => {
    const eager = bench.after((world) => {
      for (const j of inRegion) {
        const row = j * SECTORS;
        for (let sector = 0; sector < SECTORS; sector++) world.firms.capital[row + sector] *= 0.5;
      }
    });
    for (const j of inRegion) {
      const { commercial, industrial } = eager.settlements;
      const { capital, appetite, desire } = eager.firms;
      const row = j * SECTORS;
      const perM2 = a.capitalPerHectare / 10_000;
      expect(capital[row + SERVICES] + appetite[row + SERVICES]).toBeLessThanOrEqual(
        commercial[j] * perM2 + 1,
      );
      const standing = capital[row + PROCESSING] + capital[row + MANUFACTURING];
      const wished = appetite[row + PROCESSING] + appetite[row + MANUFACTURING];
      expect(standing + wished).toBeLessThanOrEqual(industrial[j] * perM2 + 1);
      for (let sector = 0; sector < SECTORS; sector++) {
        expect(appetite[row + sector]).toBeLessThanOrEqual(desire[row + sector]);
      }
    }
    expect(eager.firms.appetite[works]).toBeGreaterThan(0);
  });

  it("plans shops' staff by demand that is smoothed, not by last month's alone", () => {
    const busy = bench.after((world) => {
      for (const j of inRegion) world.settlements.serviceDemand[j] *= 2;
    });
    for (const j of inRegion) {
      const was = before.settlements.expectedDemand[j];
      if (was === 0) continue;
      expect(busy.settlements.expectedDemand[j] / was).toBeCloseTo(1 + 1 / a.demandMemory, 9);
      const hands = ((1 - a.capitalShare) * busy.settlements.expectedDemand[j]) / before.settlements.wage[j];
      expect(busy.firms.wanted[j * SECTORS + SERVICES]).toBeCloseTo(hands, 6);
    }
  });

  it("grows with productivity: the wage that clears the market rises in step", () => {
    const grown = bench.after(() => {}, {
      drivers: { ...setting.drivers, productivity: setting.drivers.productivity.map((level) => level * 1.1) },
    });
    // (1.1 L)^(1-a) in place of L^(1-a): at the same wage the hands wanted grow by 1.1^((1-a)/a).
    const factor = 1.1 ** ((1 - a.capitalShare) / a.capitalShare);
    expect(grown.firms.wanted[works] / plain.firms.wanted[works]).toBeCloseTo(factor, 6);
    expect(grown.settlements.wage[town]).toBeGreaterThan(plain.settlements.wage[town]);
  });

  it("firms plan to build no faster than they can, however much they would earn", () => {
    const boom = bench.after((world) => {
      for (const j of inRegion) world.settlements.serviceDemand[j] *= 50;
    });
    const shops = inRegion
      .map((j) => j * SECTORS + 2)
      .filter((row) => before.firms.capital[row] > 0 && boom.firms.desire[row] > 0);
    expect(shops.length).toBeGreaterThan(10);
    for (const row of shops) {
      expect(boom.firms.desire[row]).toBeCloseTo(a.buildingSpeed * before.firms.capital[row], 3);
      expect(boom.firms.appetite[row]).toBeLessThanOrEqual(
        (before.firms.capital[row] * a.buildingSpeed) / 12,
      );
    }
  });

  it("promises newcomers what those who are there earn, where these have the hands they want", () => {
    const world = bench.after();
    const rows = inRegion
      .map((j) => j * SECTORS + MANUFACTURING)
      .filter((row) => before.firms.capital[row] > 0);
    for (const row of rows) {
      const hands = before.settlements.manufacturing[Math.floor(row / SECTORS)] * before.sizes.scale;
      const { prospect, returns, wanted } = world.firms;
      // Capital's return with the hands there are is less or more than with those it wants as hands are.
      const earned = returns[row] + a.depreciation;
      expect(earned / prospect[row]).toBeCloseTo((hands / wanted[row]) ** (1 - a.capitalShare), 3);
    }
  });
});
