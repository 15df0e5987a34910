import { describe, expect, it } from "vitest";
import { SECTORS } from "../../../sim/world/jurisdictions.ts";
import { VILLAGE } from "../../../sim/world/tiers.ts";
import type { World } from "../../../sim/world/world.ts";
import { openRun, runMonths } from "../../laws/run.ts";
import { fromFile, valleyWithEveryLever } from "../../laws/scenarios.ts";
import { benchFor, sum } from "../bench.ts";
import { a, before, bench, built, counties, crowded, inCounty, s } from "./crowded.ts";

describe("building land", () => {
  it("beyond the county's quota takes the quota that villages won, at a price that goes to them by what they hold", () => {
    const [c] = counties;
    const places = inCounty(c);
    const [big, small] = places.filter((j) => s.tier[j] === VILLAGE);
    const market = (quota: number, held: number): World =>
      bench.after((w) => {
        crowded(quota)(w);
        w.settlements.quotaHeld[big] = 3 * held;
        w.settlements.quotaHeld[small] = held;
      });
    const dry = market(0, 1000);
    const sold = sum(places.map((j) => built(dry, j)));
    // Each place rounds what it may buy down to whole square metres.
    expect(sold).toBeGreaterThan(4000 - places.length);
    expect(sold).toBeLessThanOrEqual(4000);
    const left = (j: number): number => dry.settlements.quotaHeld[j];
    expect(left(big) + left(small)).toBe(4000 - sold);
    expect(Math.abs(3000 - left(big) - 3 * (1000 - left(small)))).toBeLessThanOrEqual(4);
    expect(dry.jurisdictions.quotaUsed[c] - before.jurisdictions.quotaUsed[c]).toBe(sold);
    const ownSale = (j: number): number =>
      Math.floor(Math.floor((built(dry, j) * a.landPrice) / 10_000) * a.landCompensation);
    const price = sum([big, small].map((j) => dry.settlements.pool[j] - s.pool[j] - ownSale(j)));
    expect(Math.abs(price - (sold * a.quotaPrice) / 10_000)).toBeLessThanOrEqual(places.length + 2);
    const firmsPaid = sum(
      places.map((j) => 3e12 - sum([0, 1, 2].map((sector) => dry.firms.cash[j * SECTORS + sector]))),
    );
    expect(firmsPaid).toBe(
      price + sum(places.map((j) => Math.floor((built(dry, j) * a.landPrice) / 10_000))),
    );
    const wet = market(1e9, 1000);
    expect([wet.settlements.quotaHeld[big], wet.settlements.quotaHeld[small]]).toEqual([3000, 1000]);
  });

  it("a year's new quota is a share of what was built at the start, and what is left is carried on", () => {
    const january = benchFor("landUse", fromFile("valley", "scale=20"), 12);
    const rest = (w: World): void => {
      w.firms.desire.fill(0);
      w.firms.capital.fill(0);
    };
    const still = january.after(rest);
    for (const c of counties) {
      const fresh = still.jurisdictions.quotaLeft[c] - january.before.jurisdictions.quotaLeft[c];
      expect(fresh).toBe(Math.floor(a.buildingLandQuota * january.before.jurisdictions.startBuilt[c]));
    }
    const february = bench.after(rest);
    for (const c of counties) {
      expect(february.jurisdictions.quotaLeft[c]).toBe(before.jurisdictions.quotaLeft[c]);
    }
  });
});

describe("quota accounts", () => {
  it("add up to the square metre through years of every lever: granted and won, less used, is left and held", () => {
    const run = openRun(valleyWithEveryLever(40, 6), "quota");
    runMonths(run, 72, (world, name) => {
      if (name !== "landUse") return;
      const { settlements, jurisdictions: g } = world;
      for (const c of counties) {
        const held = sum(inCounty(c).map((j) => settlements.quotaHeld[j]));
        expect(g.quotaGranted[c] + g.quotaLinked[c] - g.quotaUsed[c]).toBe(g.quotaLeft[c] + held);
        expect(g.quotaLeft[c]).toBeGreaterThanOrEqual(0);
      }
    });
    expect(sum(run.built.world.jurisdictions.quotaUsed)).toBeGreaterThan(0);
    expect(sum(run.built.world.jurisdictions.quotaLinked)).toBeGreaterThan(0);
  });
});
