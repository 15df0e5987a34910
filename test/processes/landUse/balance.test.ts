import { describe, expect, it } from "vitest";
import { reclaimable } from "../../../sim/processes/landUse/balance.ts";
import { SECTORS, SERVICES } from "../../../sim/world/jurisdictions.ts";
import { TOWN, VILLAGE } from "../../../sim/world/tiers.ts";
import { copyWorld, type World } from "../../../sim/world/world.ts";
import { areasOf } from "../../laws/books.ts";
import { openRun, runMonths } from "../../laws/run.ts";
import { valleyWithEveryLever } from "../../laws/scenarios.ts";
import { rowsWhere, sum } from "../bench.ts";
import { a, before, bench, built, count, crowded, inCounty, s, sizes } from "./crowded.ts";

describe("fields that were built on", () => {
  const [village] = rowsWhere(count, (j) => s.tier[j] === VILLAGE && s.startArable[j] > 1e5);
  const county = s.jurisdiction[village];
  const rural = inCounty(county).filter((j) => s.tier[j] <= TOWN);
  const stockOf = (w: World): number =>
    sum(rural.map((j) => w.settlements.arable[j] + w.settlements.abandoned[j]));
  /** One village builds 12,000 m2, all of it on fields. */
  const taking = (change: (w: World) => void = () => {}, share = 1): World =>
    bench.after(
      (w) => {
        crowded(1e9)(w);
        w.settlements.ecological[village] += w.settlements.reserve[village];
        w.settlements.reserve[village] = 0;
        w.jurisdictions.cash[county] = 1e9;
        change(w);
      },
      { assumptions: { ...a, abandonmentSpeed: 0, arableBalance: share, farmlandProtection: 0.5 } },
    );

  it("are made good from unused land of the county's other places, at the county's cost", () => {
    const good = taking();
    expect(built(good, village)).toBe(12_000);
    expect(stockOf(good)).toBe(stockOf(before));
    expect(good.jurisdictions.arableDue[county]).toBe(0);
    const open = taking(() => {}, 0);
    expect(stockOf(open)).toBe(stockOf(before) - 12_000);
    const cost = open.jurisdictions.cash[county] - good.jurisdictions.cash[county];
    expect(Math.abs(cost - (12_000 * a.reclaimCost) / 10_000)).toBeLessThanOrEqual(rural.length);
    expect(good.jurisdictions.spent[county] - open.jurisdictions.spent[county]).toBe(cost);
    const cash = (w: World): number => sum(rural.map((j) => w.firms.cash[j * SECTORS + SERVICES]));
    expect(cash(good) - cash(open)).toBe(cost);
    for (const j of rural) expect(areasOf(good)[j]).toBe(areasOf(open)[j]);
    expect(stockOf(taking(() => {}, 0.25))).toBe(stockOf(before) - 9000);
  });

  it("are made good once: those under linked quota were by the homesteads that won it", () => {
    const under = (own: number, linked: number): World =>
      taking((w) => {
        w.jurisdictions.quotaLeft.fill(0);
        w.jurisdictions.quotaLeft[county] = own;
        w.settlements.quotaHeld[village] = linked;
        w.jurisdictions.cash[county] = -1e10;
        for (const j of inCounty(county))
          if (j !== village) w.firms.desire.fill(0, j * SECTORS, (j + 1) * SECTORS);
      });
    const linked = under(0, 20_000);
    expect(built(linked, village)).toBe(12_000);
    expect(linked.jurisdictions.arableDue[county]).toBe(0);
    const both = under(5000, 20_000);
    expect(built(both, village)).toBe(12_000);
    expect(both.jurisdictions.arableDue[county]).toBe(5000);
  });

  it("stay due where the county has no money or no unused land", () => {
    const poor = taking((w) => {
      w.jurisdictions.cash[county] = -1e10;
    });
    expect(poor.jurisdictions.arableDue[county]).toBe(12_000);
    expect(reclaimable(500, 1000, 1e6, 75)).toBe(500);
    expect(reclaimable(500, 200, 1e6, 75)).toBe(200);
    expect(reclaimable(500, 1000, 7500, 75)).toBe(100);
    expect(reclaimable(500, 1000, -5, 75)).toBe(0);
    expect(reclaimable(500, 1000, 0, 0)).toBe(500);
  });
});

describe("zoning", () => {
  it("keeps wild land as it is and protected fields from being built on, through years of every lever", () => {
    const run = openRun(
      { ...valleyWithEveryLever(40, 4), parameters: { buildingLandQuota: 0.2, arableBalance: 0 } },
      "zoning",
    );
    const { world } = run.built;
    const start = copyWorld(world).settlements;
    // So little reserve that places must build on fields.
    for (let j = 0; j < sizes.settlements; j++) {
      const spare = Math.floor(0.99 * world.settlements.reserve[j]);
      world.settlements.reserve[j] -= spare;
      world.settlements.ecological[j] += spare;
    }
    const wild = world.settlements.ecological.slice();
    runMonths(run, 48);
    expect(world.settlements.ecological).toEqual(wild);
    let lost = 0;
    for (let j = 0; j < sizes.settlements; j++) {
      const stock = world.settlements.arable[j] + world.settlements.abandoned[j];
      const guarded = Math.ceil(start.startArable[j] * a.farmlandProtection);
      expect(stock).toBeGreaterThanOrEqual(guarded);
      lost += Math.max(0, start.startArable[j] - stock);
    }
    expect(lost).toBeGreaterThan(0);
  });
});
