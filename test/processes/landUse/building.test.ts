import { describe, expect, it } from "vitest";
import { affordable, protectedArable } from "../../../sim/processes/landUse/building.ts";
import { SECTORS, SERVICES } from "../../../sim/world/jurisdictions.ts";
import { TOWN, VILLAGE } from "../../../sim/world/tiers.ts";
import { copyWorld, type World } from "../../../sim/world/world.ts";
import { rowsWhere, sum } from "../bench.ts";
import { a, before, bench, built, count, counties, crowded, inCounty, s, set, sizes } from "./crowded.ts";

const taken = (w: World, j: number): number => built(w, j) - built(before, j);

describe("building land", () => {
  it("is asked for by the twelfth part of the investment wished for that the land in place can't carry", () => {
    const free = bench.after(crowded(1e9));
    for (const c of counties) for (const j of inCounty(c)) expect(built(free, j)).toBe(12_000);
  });

  it("is shared out by what is asked, alike for all places of the county, up to its quota", () => {
    for (const c of counties) {
      const places = inCounty(c);
      const quota = 3000 * places.length;
      const short = bench.after(crowded(quota));
      for (const j of places) expect(Math.abs(built(short, j) - 3000)).toBeLessThanOrEqual(1);
      expect(short.jurisdictions.quotaLeft[c]).toBeLessThanOrEqual(places.length);
    }
    const none = bench.after(crowded(0));
    for (const c of counties) for (const j of inCounty(c)) expect(built(none, j)).toBe(0);
  });

  it("comes beyond the quota where a policy gives extra land, and leaves the quota alone", () => {
    const [town] = rowsWhere(count, (j) => s.tier[j] === TOWN);
    const extra = bench.after((w) => {
      crowded(0)(w);
      set(w, "townLandQuota", town, 6);
    });
    // Six hectares a year are half a hectare a month.
    expect(built(extra, town)).toBe(5000);
    expect(sum(inCounty(s.jurisdiction[town]).map((j) => built(extra, j)))).toBe(5000);
    const both = bench.after((w) => {
      crowded(1e6)(w);
      set(w, "townLandQuota", town, 6);
    });
    const asked = 12_000 * inCounty(s.jurisdiction[town]).length;
    expect(1e6 - both.jurisdictions.quotaLeft[s.jurisdiction[town]]).toBe(asked - 5000);
  });

  it("is paid for; the county keeps what is not compensation, and each yuan shows as land value", () => {
    const world = bench.after(crowded(1e9));
    for (const c of counties) {
      const places = inCounty(c);
      const paid = Math.floor((12_000 * a.landPrice) / 10_000);
      const compensation = Math.floor(paid * a.landCompensation);
      for (const j of places) {
        expect(world.settlements.pool[j] - before.settlements.pool[j]).toBe(compensation);
        expect(3e12 - sum([0, 1, 2].map((sector) => world.firms.cash[j * SECTORS + sector]))).toBe(paid);
      }
      const revenue = places.length * (paid - compensation);
      expect(world.jurisdictions.revenue[c] - before.jurisdictions.revenue[c]).toBe(revenue);
      expect(world.jurisdictions.cash[c] - before.jurisdictions.cash[c]).toBe(revenue);
    }
    const { zones } = sizes;
    const seatOf = (j: number): number => s.zone[s.seat[j]];
    const [village] = rowsWhere(count, (j) => s.tier[j] === VILLAGE);
    const pair = s.zone[village] * zones + seatOf(village);
    const inZone = rowsWhere(count, (j) => s.zone[j] === s.zone[village]).length;
    const paid = Math.floor((12_000 * a.landPrice) / 10_000);
    const compensation = Math.floor(paid * a.landCompensation);
    expect(world.zonePairs.landValue[pair] - before.zonePairs.landValue[pair]).toBe(
      inZone * (paid - compensation),
    );
    const back = seatOf(village) * zones + s.zone[village];
    expect(world.zonePairs.landValue[back] - before.zonePairs.landValue[back]).toBe(inZone * compensation);
  });

  it("is bought no farther than the money goes", () => {
    const [town] = rowsWhere(count, (j) => s.tier[j] === TOWN);
    const poor = bench.after((w) => {
      crowded(1e9)(w);
      for (let sector = 0; sector < SECTORS; sector++) w.firms.cash[town * SECTORS + sector] = -1;
      w.firms.cash[town * SECTORS + SERVICES] = 300_000;
    });
    expect(built(poor, town)).toBe(Math.floor(300_000 / (a.landPrice / 10_000)));
    expect(poor.firms.cash[town * SECTORS + SERVICES]).toBeGreaterThanOrEqual(0);
  });

  it.each([0.4, 0.9, 1])(
    "costs less where a policy cuts the price by %d; a state that pays makes the county whole",
    (part) => {
      const [town] = rowsWhere(count, (j) => s.tier[j] === TOWN);
      const cut = (state: boolean): World =>
        bench.after((w) => {
          crowded(1e9)(w);
          set(w, "landPriceCut", town, part, state);
        });
      const [plain, byCounty, byState] = [bench.after(crowded(1e9)), cut(false), cut(true)];
      const spentOn = (w: World): number =>
        3e12 - sum([0, 1, 2].map((sector) => w.firms.cash[town * SECTORS + sector]));
      expect(spentOn(byCounty) / spentOn(plain)).toBeCloseTo(1 - part, 6);
      expect(spentOn(byState)).toBe(spentOn(byCounty));
      const county = s.jurisdiction[town];
      const lost = spentOn(plain) - spentOn(byCounty);
      expect(byCounty.jurisdictions.policyCost[county]).toBe(lost);
      expect(plain.jurisdictions.cash[county] - byCounty.jurisdictions.cash[county]).toBe(lost);
      expect(byState.jurisdictions.cash[county]).toBe(plain.jurisdictions.cash[county]);
      // The discount is not at the cost of the families who gave the land up.
      for (const world of [byCounty, byState]) {
        expect(world.settlements.pool[town]).toBe(plain.settlements.pool[town]);
        expect(Math.min(...world.zonePairs.landValue)).toBeGreaterThanOrEqual(0);
        const { revenue, landRevenue, spent } = world.jurisdictions;
        expect(landRevenue[county]).toBeGreaterThanOrEqual(before.jurisdictions.landRevenue[county]);
        // What the treasury has of it is what it took less what it spent, and what the state made good.
        const made = world === byState ? lost : 0;
        const book = revenue[county] - spent[county] + made;
        const was = before.jurisdictions.revenue[county] - before.jurisdictions.spent[county];
        expect(world.jurisdictions.cash[county] - before.jurisdictions.cash[county]).toBe(book - was);
      }
    },
  );

  it("comes from reserve first, then from idle fields, then from tilled ones, but not from protected or wild land", () => {
    const [village] = rowsWhere(count, (j) => s.tier[j] === VILLAGE && s.startArable[j] > 1e5);
    const stock = s.arable[village] + s.abandoned[village];
    const guarded = Math.ceil(s.startArable[village] * a.farmlandProtection);
    /** The village with so much reserve, idle and tilled land; the rest of its fields is put aside. */
    const world = (reserve: number, idle: number, tilled: number): World =>
      bench.after(
        (w) => {
          crowded(1e9)(w);
          w.settlements.reserve[village] = reserve;
          w.settlements.abandoned[village] = idle;
          w.settlements.arable[village] = tilled;
        },
        { assumptions: { ...a, abandonmentSpeed: 0, arableBalance: 0 } },
      );
    const bare = world(4000, 3000, stock - 3000);
    expect(built(bare, village)).toBe(12_000);
    expect(bare.settlements.reserve[village]).toBe(0);
    expect(bare.settlements.abandoned[village]).toBe(0);
    expect(bare.settlements.arable[village]).toBe(stock - 3000 - 5000);
    const kept = world(4000, 3000, guarded - 2500);
    expect(built(kept, village)).toBe(4500);
    expect(kept.settlements.abandoned[village] + kept.settlements.arable[village]).toBe(guarded);
    expect(kept.settlements.ecological[village]).toBeGreaterThanOrEqual(s.ecological[village]);
    expect(built(world(0, 0, guarded), village)).toBe(0);
  });

  it("is kept off more fields where a policy protects them", () => {
    const [village] = rowsWhere(count, (j) => s.tier[j] === VILLAGE && s.startArable[j] > 1e5);
    const half = a.farmlandProtection + (1 - a.farmlandProtection) / 2;
    const guarded = bench.after((w) => {
      crowded(1e9)(w);
      set(w, "farmlandReserve", village, 0.5);
      w.settlements.reserve[village] = 0;
      w.settlements.abandoned[village] = 0;
      w.settlements.arable[village] = Math.ceil(half * s.startArable[village]) + 700;
    });
    expect(built(guarded, village)).toBe(700);
    expect(protectedArable(1000, 0.8, 0)).toBe(800);
    expect(protectedArable(1000, 0.8, 0.5)).toBe(900);
    expect(protectedArable(1000, 0.8, 1)).toBe(1000);
  });

  it("can be paid for as far as the purse reaches: ordinary land first, then land with bought quota", () => {
    expect(affordable(1000, 10, 5, 50)).toBe(50 + 33);
    expect(affordable(400, 10, 5, 50)).toBe(40);
    expect(affordable(1000, 0, 5, 50)).toBe(250);
    expect(affordable(0, 0, 0, 50)).toBe(Infinity);
  });
});

it("the workbench itself takes no land in the month that is compared", () => {
  expect(sum(rowsWhere(count, () => true).map((j) => taken(copyWorld(before), j)))).toBe(0);
});
