import { describe, expect, it } from "vitest";
import { driverAt, resolveDrivers } from "../../../sim/scenario/drivers.ts";
import { CITIES } from "../../../sim/scenario/import/cities.ts";
import { nationalDrivers, wageIndex } from "../../../sim/scenario/import/drivers.ts";
import { nationalAges } from "../../../sim/scenario/import/national.ts";
import { HEADER, imported, PLAIN, ROWS, scenarioOf, table, withColumn } from "./tables.ts";

describe("what is filled in", () => {
  it("are villages by rural residents, towns by villages, and areas by the distance to neighbours", () => {
    const [, changshan, kaihua] = scenarioOf(PLAIN).world.counties;
    expect(changshan.villages).toBe(Math.round((259966 - Math.round(0.491 * 259966)) / 1016));
    expect(changshan.towns).toBe(Math.round(changshan.villages / 16.75));
    // Changshan and Kaihua are 28.7 km apart, Kaihua and Kecheng 49.9 km.
    expect(kaihua.areaKm2).toBeGreaterThan(35 * 35);
    expect(kaihua.areaKm2).toBeLessThan(45 * 45);
  });

  it("are areas that an island far away leaves as they are, and its own by its rural residents", () => {
    const area = (csv: string): number[] => scenarioOf(csv).world.counties.map(({ areaKm2 }) => areaKm2);
    const pair = table([HEADER, ROWS[1], ROWS[2]]);
    const [changshan, kaihua, island] = area(`${pair}\nYongxing,90000,0,112.34,16.83`);
    expect([changshan, kaihua]).toEqual(area(pair));
    expect(island).toBe(750);
  });

  it("are ages by the national pattern, which meets the residents", () => {
    for (const year of [1990, 2010, 2015, 2020, 2025]) {
      const ages = nationalAges(year, 12345);
      expect(ages).toHaveLength(19);
      expect(ages.reduce((sum, band) => sum + band, 0)).toBe(12345);
    }
    // Residents of 65 and more: 8.9 % in 2010, 13.5 % in 2020 (communiques of the two censuses).
    const old = (year: number): number =>
      nationalAges(year, 1e6)
        .slice(14)
        .reduce((sum, band) => sum + band / 1e6, 0);
    expect(old(2010)).toBeCloseTo(0.089, 3);
    expect(old(2020)).toBeCloseTo(0.135, 3);
  });

  it("are ages that keep the shares of the young and the old, where the table has these", () => {
    const part = (ages: readonly number[], from: number, to?: number): number =>
      ages.slice(from, to).reduce((sum, band) => sum + band, 0) / 1e6;
    const known = { young: 0.1, old60: 0.3, old65: 0.22 };
    const ages = nationalAges(2020, 1e6, known);
    expect(part(ages, 0, 4)).toBeCloseTo(0.1, 5);
    expect(part(ages, 13)).toBeCloseTo(0.3, 5);
    expect(part(ages, 14)).toBeCloseTo(0.22, 5);
    expect(ages.reduce((sum, band) => sum + band, 0)).toBe(1e6);
    // Within a group the pattern is the country's.
    const plain = nationalAges(2020, 1e6);
    expect(ages[5] / ages[8]).toBeCloseTo(plain[5] / plain[8], 3);
    expect(part(nationalAges(2020, 1e6, { old65: 0.22 }), 14)).toBeCloseTo(0.22, 5);
    expect(part(nationalAges(2020, 1e6, { old60: 0.3 }), 13)).toBeCloseTo(0.3, 5);
    const csv = withColumn("65岁及以上占比", "14.7%", "19.3%", "20.3%");
    const [kecheng] = scenarioOf(csv).world.counties;
    expect(part(kecheng.census[0].ages, 14) * 1e6).toBeCloseTo(0.147 * 528847, -1);
    expect(imported(csv).assumptions.join()).toContain("within the shares of the table: all units");
  });

  it("are cities by size over travel time, none of them within the region", () => {
    const gatewayIds = (csv: string): string[] => scenarioOf(csv).world.gateways.map(({ id }) => id);
    expect(gatewayIds(PLAIN)).toContain("hangzhou");
    expect(gatewayIds(PLAIN)).toHaveLength(5);
    const mianyang = table([HEADER, ["Fucheng", 1300000, 0.8, 104.74, 31.46]]);
    expect(gatewayIds(mianyang).slice(0, 2)).toEqual(["chengdu", "chongqing"]);
    const gongshu = table([HEADER, ["Gongshu", 1120985, 1, 120.14, 30.32]]);
    expect(gatewayIds(gongshu)).not.toContain("hangzhou");
    const yuhang = [...HEADER, "prefecture"];
    const cells = ["Yuhang", 1226000, 0.8, 120.3, 30.42];
    expect(gatewayIds(table([yuhang, [...cells, "杭州市"]]))).not.toContain("hangzhou");
    // Next door is still outside.
    expect(gatewayIds(table([yuhang, [...cells, "Huzhou"]]))[0]).toBe("hangzhou");
    expect(new Set(CITIES.map(({ id }) => id)).size).toBe(CITIES.length);
  });

  it("are workers of a gateway by its residents nearest to the start, in whatever order the years stand", () => {
    const years = [2020, 2010];
    for (const order of [years, years.toReversed()]) {
      const csv = table([
        ["unit", "longitude", "latitude", "kind", ...order.flatMap((y) => [`pop_${y}`, `urban_share_${y}`])],
        ["Kecheng", 118.87, 28.94, "core", ...order.flatMap((y) => [y === 2010 ? 464527 : 528847, 0.7])],
        [
          "Hangzhou",
          120.16,
          30.27,
          "gateway",
          ...order.flatMap((y) => [y === 2010 ? 8_700_000 : 11_936_000, ""]),
        ],
      ]);
      const workers = (start: number): number => scenarioOf(csv, { start }).world.gateways[0].workers;
      expect([workers(2010), workers(2020)]).toEqual([0.6 * 8_700_000, 0.6 * 11_936_000]);
    }
  });

  it("are drivers for any start, and wages that grow as they do", () => {
    for (const start of [1990, 2000, 2010, 2020, 2025]) {
      const drivers = nationalDrivers(start);
      for (const driver of Object.values(drivers))
        expect(Number.isFinite(driverAt(driver, start))).toBe(true);
    }
    const scenario = scenarioOf(PLAIN, { start: 2010 });
    const { outsideWage, farmPrice } = resolveDrivers(scenario, 121);
    expect(outsideWage[120]).toBeCloseTo(1 / wageIndex(2010), 2);
    expect(farmPrice[0]).toBe(1);
  });

  it("is the size of agents, so that there are about a hundred thousand", () => {
    for (const [population, scale] of [
      [3000, 1],
      [259966, 2],
      [2_300_000, 20],
      [40_000_000, 200],
    ]) {
      const csv = table([HEADER, ["Somewhere", population, 0.5, 118.5, 28.9]]);
      expect(scenarioOf(csv).scale).toBe(scale);
    }
  });
});
