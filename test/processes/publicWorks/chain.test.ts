import { describe, expect, it } from "vitest";
import { farmGateShare } from "../../../sim/policy/farmGate.ts";
import { leverValues, type Lever } from "../../../sim/policy/levers.ts";
import { PROCESSING, SECTORS } from "../../../sim/world/jurisdictions.ts";
import { VILLAGE } from "../../../sim/world/tiers.ts";
import type { World } from "../../../sim/world/world.ts";
import { misses, openBooks } from "../../laws/books.ts";
import { fromFile } from "../../laws/scenarios.ts";
import { benchFor, rowsWhere, sum } from "../bench.ts";

const valley = fromFile("valley", "scale=40", "years=1");
const [farm, works, invest] = [
  benchFor("production", valley, 2),
  benchFor("publicWorks", valley, 2),
  benchFor("investment", valley, 2),
];
const { assumptions: a } = farm.setting;
const { settlements, scale } = farm.before.sizes;
const s = farm.before.settlements;
const [village, other] = rowsWhere(settlements, (j) => s.tier[j] === VILLAGE && s.farmers[j] > 0);
const county = s.jurisdiction[village];

const set = (world: World, j: number, lever: Lever, value: number): void => {
  leverValues(world, lever)[j] = value;
};

describe("what reaches the farm", () => {
  it("is the share of raw and processed produce where no policy makes the chain longer", () => {
    expect(farmGateShare(a, 0, 0, 0)).toBe(a.farmerShareRaw);
    expect(farmGateShare(a, 1, 0, 0)).toBe(a.farmerShareProcessed);
  });

  it("gains the part of the traders' margin that logistics take away, and never more than all", () => {
    expect(farmGateShare(a, 0.3, 0.4, 0)).toBeCloseTo(farmGateShare(a, 0.3, 0, 0) + 0.4 * a.retailMargin, 14);
    expect(farmGateShare({ ...a, farmerShareProcessed: 0.9, retailMargin: 0.8 }, 1, 1, 0)).toBe(1);
  });

  it("is the share of direct sale for the part that is sold so", () => {
    const trade = farmGateShare(a, 0.3, 0, 0);
    expect(farmGateShare(a, 0.3, 0, 0.25)).toBeCloseTo(0.75 * trade + 0.25 * a.farmerShareDirect, 14);
  });

  it("is what farmers of the place have more, and no one else", () => {
    const world = farm.after((w) => {
      set(w, village, "logisticsSupport", 0.4);
      set(w, village, "digitalSales", 0.2);
    });
    const plain = farm.after();
    const x = plain.jurisdictions.processedShare[county];
    const ratio = farmGateShare(a, x, 0.4, 0.2) / farmGateShare(a, x, 0, 0);
    expect(ratio).toBeGreaterThan(1.1);
    expect(world.settlements.farmIncome[village] / plain.settlements.farmIncome[village]).toBeCloseTo(
      ratio,
      12,
    );
    expect(world.settlements.farmIncome[other]).toBe(plain.settlements.farmIncome[other]);
    expect(world.settlements.wage).toEqual(plain.settlements.wage);
    expect(world.firms.value).toEqual(plain.firms.value);
  });
});

describe("what a longer chain costs", () => {
  const cost = (lever: Lever, value: number): { readonly world: World; readonly yuan: number } => {
    const world = works.after((w) => set(w, village, lever, value));
    return {
      world,
      yuan: world.jurisdictions.policyCost[county] - works.before.jurisdictions.policyCost[county],
    };
  };
  const { settlements: t, jurisdictions: g } = works.before;
  const kept = (share: number): number => share * t.brandPremium[village] * (1 - t.rentBurden[village]);
  const paid = t.farmIncome[village] * t.farmers[village] * scale;

  it("is by what logistics save, or by what is sold directly, and goes to shops of the town and outside", () => {
    const { world, yuan } = cost("logisticsSupport", 0.4);
    const sold = paid / kept(farmGateShare(a, g.processedShare[county], 0.4, 0));
    expect(yuan).toBe(Math.floor(0.4 * a.retailMargin * sold * a.logisticsCost));
    expect(yuan).toBeGreaterThan(0);
    const local = Math.floor(yuan * a.localBuildingShare);
    const town = t.town[village];
    expect(world.settlements.serviceDemand[town] - t.serviceDemand[town]).toBe(local);
    expect(world.jurisdictions.cash[county] - g.cash[county]).toBe(-yuan);
    expect(misses(world, openBooks(works.before))).toEqual([]);
    const direct = cost("digitalSales", 0.2);
    const all = paid / kept(farmGateShare(a, g.processedShare[county], 0, 0.2));
    expect(direct.yuan).toBe(Math.floor(0.2 * all * a.directSaleCost));
  });
});

describe("support of farm processing", () => {
  it("lowers what investment must earn in processing, and in nothing else", () => {
    const rows = rowsWhere(settlements, (j) => farm.before.firms.capital[j * SECTORS + PROCESSING] > 0);
    // Firms with so much capital want no more of it without help.
    const change = (w: World): void =>
      rows.forEach((j) => (w.firms.capital[j * SECTORS + PROCESSING] *= 1.5));
    const plain = farm.after(change);
    const world = farm.after((w) => {
      change(w);
      for (const j of rows) set(w, j, "processingSupport", 0.4);
    });
    const wanted = (w: World, sector: number): number[] =>
      rows.map((j) => w.firms.desire[j * SECTORS + sector]);
    expect(sum(wanted(world, PROCESSING))).toBeGreaterThan(sum(wanted(plain, PROCESSING)));
    for (const sector of [1, 2]) expect(wanted(world, sector)).toEqual(wanted(plain, sector));
  });

  it("adds to what firms of processing invest the part that it says, on top of any other grant", () => {
    const row =
      rowsWhere(settlements, (j) => invest.before.firms.appetite[j * SECTORS + PROCESSING] > 1000)[0] *
      SECTORS;
    const j = row / SECTORS;
    const lent = (w: World): void => {
      w.firms.lent[row] = 1_000_000;
      w.firms.cash[row] += 1_000_000;
      w.firms.lent[row + 1] = 1_000_000;
      w.firms.cash[row + 1] += 1_000_000;
    };
    const plain = invest.after(lent);
    const own = plain.firms.invested[row];
    const world = invest.after((w) => {
      lent(w);
      set(w, j, "processingSupport", 0.25);
      set(w, j, "investmentSubsidy", 0.2);
    });
    const given = world.firms.granted[row];
    // Some of what firms invest makes good what is worn out, which no grant is for.
    expect(given).toBeGreaterThan(0);
    expect(given).toBeLessThanOrEqual(own / (0.75 * 0.8) - own);
    expect(world.firms.granted[row + 1]).toBeLessThan(given);
    const alone = invest.after((w) => {
      lent(w);
      set(w, j, "processingSupport", 0.25);
    });
    expect(alone.firms.granted[row + 1]).toBe(0);
    expect(misses(world, openBooks(invest.after(lent)))).toEqual([]);
  });
});
