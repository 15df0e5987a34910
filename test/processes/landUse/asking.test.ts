import { describe, expect, it } from "vitest";
import { charge, landShortage } from "../../../sim/processes/landUse/asking.ts";
import { MANUFACTURING, PROCESSING, SECTORS, SERVICES } from "../../../sim/world/jurisdictions.ts";
import { TOWN } from "../../../sim/world/tiers.ts";
import type { World } from "../../../sim/world/world.ts";
import { rowsWhere } from "../bench.ts";
import { a, bench, count, crowded, s } from "./crowded.ts";

describe("building land", () => {
  it("is needed where capital and wishes outgrow the land, by the hectare that carries them", () => {
    expect(landShortage(30e6, 0, 15e6, 20_000)).toBe(0);
    expect(landShortage(30e6, 15e6, 15e6, 20_000)).toBe(10_000);
    expect(landShortage(30e6, 15e6, 15e6, 50_000)).toBe(0);
  });

  describe("that shops and works of a town ask for", () => {
    const [town] = rowsWhere(count, (j) => s.tier[j] === TOWN);
    const row = town * SECTORS;
    /** Wishes of the three sectors, m2 of land; capital stands on land that just carries it. */
    const wishing = (wishes: readonly number[], capital: readonly number[] = [0, 0, 0]): World =>
      bench.after((w) => {
        crowded(1e9)(w);
        for (let sector = 0; sector < SECTORS; sector++) {
          w.firms.capital[row + sector] = (capital[sector] * a.capitalPerHectare) / 10_000;
          w.firms.desire[row + sector] = (12.000001 * wishes[sector] * a.capitalPerHectare) / 10_000;
        }
        w.settlements.industrial[town] = capital[PROCESSING] + capital[MANUFACTURING];
        w.settlements.commercial[town] = capital[SERVICES];
      });
    const paidBy = (w: World): number[] =>
      [0, 1, 2].map((sector) => Math.round(((1e12 - w.firms.cash[row + sector]) / a.landPrice) * 10_000));

    it("goes to those who asked, whatever capital stands there", () => {
      const shops = wishing([0, 0, 6000], [4000, 50_000, 1000]).settlements;
      expect([shops.industrial[town], shops.commercial[town]]).toEqual([54_000, 7000]);
      const works = wishing([1000, 5000, 0], [0, 0, 90_000]).settlements;
      expect([works.industrial[town], works.commercial[town]]).toEqual([6000, 90_000]);
      const both = wishing([1000, 2000, 6000]).settlements;
      expect([both.industrial[town], both.commercial[town]]).toEqual([3000, 6000]);
    });

    it("is paid for by those who asked, each for its part", () => {
      expect(paidBy(wishing([0, 0, 6000]))).toEqual([0, 0, 6000]);
      expect(paidBy(wishing([0, 6000, 0]))).toEqual([0, 6000, 0]);
      expect(paidBy(wishing([1000, 2000, 6000]))).toEqual([1000, 2000, 6000]);
    });
  });

  it("is paid for by others of the place where those who asked have too little, to the last yuan", () => {
    const cash = Float64Array.from([7, 100, 50, 60]);
    expect(charge(cash, 1, 120, [0, 1, 5, 0])).toBe(120);
    expect([...cash]).toEqual([7, 80, 0, 10]);
    expect(charge(Float64Array.from([-5, 3, 0]), 0, 10, [1, 1, 1])).toBe(3);
  });
});
