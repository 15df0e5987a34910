import { describe, expect, it } from "vitest";
import { CITIES } from "../../../sim/scenario/import/cities.ts";
import { nationalDrivers, wageIndex } from "../../../sim/scenario/import/drivers.ts";
import { importUnits, readUnits } from "../../../sim/scenario/import/import.ts";
import { nationalAges } from "../../../sim/scenario/import/national.ts";
import { driverAt } from "../../../sim/scenario/drivers.ts";
import { resolveDrivers } from "../../../sim/scenario/drivers.ts";
import { QUZHOU } from "./quzhou.ts";
import { HEADER, imported, PLAIN, ROWS, scenarioOf, table, withCell, withColumn } from "./tables.ts";

describe("the county tables of two censuses", () => {
  it("are understood as they are: both censuses of each unit stand in the file", () => {
    const { counties, prefectures } = scenarioOf(QUZHOU, { start: 2010 }).world;
    expect(counties.map(({ code }) => code)).toEqual([
      "330802",
      "330803",
      "330822",
      "330824",
      "330825",
      "330881",
    ]);
    expect(prefectures).toEqual([{ id: "p3308", name: { en: "衢州市", zh: "衢州市" } }]);
    for (const { census } of counties) expect(census.map(({ year }) => year)).toEqual([2010, 2020]);
    expect(counties[3].census[0]).toEqual({
      year: 2010,
      residents: 245088,
      registered: 351578,
      urban: 93045,
      ages: [
        2587, 11924, 15924, 14834, 11082, 7237, 10142, 13601, 19224, 23745, 24104, 21941, 22078, 15111, 8380,
        9347, 7382, 4408, 2037,
      ],
      inMigrants: { sameCounty: 23962, sameProvince: 2211, otherProvince: 3092 },
      schoolingYears: 7.06,
      employment: { primary: 0.5332, secondary: 0.2288, tertiary: 0.238 },
      birthPermille: 10.56,
      deathPermille: 9.15,
      households: 92742,
      source: "table",
    });
    expect(counties[3].census[1]).toMatchObject({ residents: 258810, urban: 131023, registered: 351578 });
  });

  it("start in the latest census unless another is asked for", () => {
    expect(scenarioOf(QUZHOU).start).toBe(2020);
    expect(scenarioOf(QUZHOU, { start: 2010 }).start).toBe(2010);
  });

  it("keep units whose later census is missing when the earlier one is asked for", () => {
    const bare = QUZHOU.split("\n").map((line, k) =>
      k === 1 ? line.replace(/,528847.*$/, ",".repeat(21)) : line,
    );
    const { world } = scenarioOf(bare.join("\n"), { start: 2010 });
    expect(world.counties.map(({ census }) => census.length)).toEqual([1, 2, 2, 2, 2, 2]);
  });

  it("are told apart by prefecture, with and without 市", () => {
    const more = QUZHOU.replaceAll(/^33082.,衢州市/gm, (code) => code.replace("衢州市", "别州市"));
    expect(scenarioOf(more, { prefecture: "别州" }).world.counties).toHaveLength(3);
    expect(scenarioOf(more).world.prefectures).toHaveLength(2);
    expect(scenarioOf(more, { prefecture: "衢州市" }).title.zh).toBe("衢州市");
  });

  it("give the same bytes again, and another lie of the villages for another seed", () => {
    expect(imported(QUZHOU).yaml).toBe(imported(QUZHOU).yaml);
    expect(scenarioOf(QUZHOU, { seed: "b" }).world.synthesisSeed).not.toBe(
      scenarioOf(QUZHOU).world.synthesisSeed,
    );
  });
});

describe("the least that a table must have", () => {
  it("is name, population, urban share and place; all else is filled in and told", () => {
    const { yaml, assumptions } = imported(PLAIN, { file: "tables/plain.csv" });
    const { start, title, world } = scenarioOf(PLAIN, { file: "tables/plain.csv" });
    expect({ start, title: title.en }).toEqual({ start: 2020, title: "plain" });
    expect(world.counties.map(({ id, kind }) => `${id} ${kind}`)).toEqual([
      "kecheng core",
      "changshan county",
      "kaihua county",
    ]);
    expect(world.counties[0].census[0]).toMatchObject({
      residents: 528847,
      registered: 528847,
      urban: 405626,
    });
    const words = [
      "no year",
      "Core cities",
      "Areas",
      "one village for 1016 rural residents",
      "town",
      "Ages of 2020",
      "registered",
      "Outside labour",
      "left to the assumptions of the model (households, years of schooling",
    ];
    for (const word of words) expect(assumptions.filter((line) => line.includes(word))).not.toEqual([]);
    const head = yaml.slice(0, yaml.indexOf("urflow: 1")).replaceAll("\n#  ", "");
    for (const assumption of assumptions) expect(head).toContain(assumption);
    expect(yaml).not.toContain("tables/");
    for (const { synthesised, sources } of world.counties) {
      expect(synthesised).toEqual(["ages", "registered", "villages", "towns", "areaKm2"]);
      expect(sources).toMatchObject({ registered: "assumed", ages: "national-ages", seat: "table" });
    }
  });

  it("may come from a spreadsheet: mark of byte order, CRLF, semicolons, decimal commas, thousands, per cent", () => {
    const sheet = table(
      [
        ["Unit", "Population", "Urban share", "Lon", "Lat"],
        ["Kecheng", "528.847,0", "76,7 %", "118,87", "28,94"],
        ["Changshan", "259 966", "49,1%", "118,520", "28,9"],
        ["Kaihua", '"258,810"', "0,506", "118.41", "29.14"],
      ],
      ";",
    );
    const strange = scenarioOf(`\ufeff${sheet.replaceAll("\n", "\r\n")}`).world.counties;
    expect(strange).toEqual(scenarioOf(PLAIN).world.counties);
  });

  it("may have Chinese headers, and figures in 万人, 亩 and 亿元", () => {
    const csv = table([
      ["县区", "地级市", "常住人口(万人)", "城镇化率(%)", "经度", "纬度", "耕地面积(亩)", "财政收入(亿元)"],
      ["柯城区", "衢州市", 52.8847, 76.7, 118.87, 28.94, 90000, 63.23],
    ]);
    const [county] = scenarioOf(csv).world.counties;
    expect(county).toMatchObject({ name: { zh: "柯城区" }, arableHa: 6000, ownRevenue: 6323000000 });
    expect(county.census[0]).toMatchObject({ residents: 528847, urban: 405626 });
  });

  it("may leave the residents to the sum of the ages, and says so", () => {
    const { assumptions, units } = imported(QUZHOU.replace(",528847,", ",,"));
    expect(units[0].census[2020].residents).toBe(528847);
    expect(assumptions.join()).toContain("Residents of 柯城区 in 2020 are the sum of its ages, 528847.");
  });

  it("may come row by row and year by year", () => {
    const long = table([
      ["year", ...HEADER],
      [2010, "Kecheng", 464527, 0.693, 118.87, 28.94],
      [2020, "Kecheng", 528847, 0.767, 118.87, 28.94],
    ]);
    const { units, faults } = readUnits(long, "units.csv");
    expect(faults).toEqual([]);
    expect(units).toHaveLength(1);
    expect(units[0].census[2010].residents).toBe(464527);
    expect(units[0].census[2020].urban).toBe(Math.round(0.767 * 528847));
  });

  it("takes the year of a figure without one from the start that is asked for", () => {
    expect(scenarioOf(PLAIN, { start: 2015 }).world.counties[0].census[0].year).toBe(2015);
  });
});

describe("what a table tells", () => {
  it("stands in the scenario with the table as its source", () => {
    const csv = table([
      [
        ...HEADER,
        "area_km2",
        "towns",
        "villages",
        "arable_ha",
        "own_revenue_yuan",
        "plain",
        "hill",
        "mountain",
        "name_en",
      ],
      ["柯城区", 528847, "76.7%", 118.87, 28.94, 609, 10, 192, 9000, 6323000000, 0.15, 0.36, 0.49, "Kecheng"],
    ]);
    const [county] = scenarioOf(csv).world.counties;
    expect(county).toMatchObject({
      id: "kecheng",
      name: { en: "Kecheng", zh: "柯城区" },
      areaKm2: 609,
      towns: 10,
      villages: 192,
      arableHa: 9000,
      ownRevenue: 6323000000,
      terrain: { plain: 0.15, hill: 0.36, mountain: 0.49 },
    });
    for (const figure of ["areaKm2", "towns", "villages", "arableHa", "ownRevenue", "terrain"]) {
      expect(county.sources[figure]).toBe("table");
      expect(county.synthesised).not.toContain(figure);
    }
  });

  it("settles which seats are core cities", () => {
    const kinds = (csv: string): string[] => scenarioOf(csv).world.counties.map(({ kind }) => kind);
    expect(kinds(withColumn("kind", "county", "core", ""))).toEqual(["county", "core", "county"]);
    expect(kinds(withColumn("类型", "市辖区", "县", "县"))).toEqual(["core", "county", "county"]);
    // A large county-level city stands beside the largest district.
    const jinhua = table([
      HEADER,
      ["婺城区", 761662, 0.739, 119.65, 29.08],
      ["金东区", 315583, 0.468, 119.7, 29.1],
      ["义乌市", 1234015, 0.712, 120.07, 29.31],
      ["兰溪市", 560514, 0.372, 119.46, 29.21],
    ]);
    expect(kinds(jinhua)).toEqual(["core", "county", "core", "county"]);
  });

  it("includes travel times, the mean of both directions", () => {
    const csv = table([
      [...HEADER, "minutes_to_core", "minutes_to_Kaihua", "minutes_to_Changshan", "minutes_to_shanghai"],
      [...ROWS[0], "", "", 44, 190],
      [...ROWS[1], 46, 45, 0, ""],
      [...ROWS[2], 80, 0, 45, ""],
    ]);
    const links = scenarioOf(csv).world.links.map(({ from, to, minutes }) => `${from} ${to} ${minutes}`);
    expect(links.sort()).toEqual([
      "changshan kaihua 45",
      "changshan kecheng 45",
      "kaihua kecheng 80",
      "kecheng shanghai 190",
    ]);
    expect(imported(csv).assumptions.join()).toContain("two travel times between changshan and kecheng");
  });

  it("includes the labour markets outside, for a region anywhere", () => {
    const csv = table([
      [...HEADER, "kind", "workers", "monthly_wage_yuan"],
      ["Eeklo", 21161, 0.8, 3.556, 51.186, "core", "", ""],
      ["Maldegem", 24000, 0.5, 3.445, 51.208, "county", "", ""],
      ["Ghent", 260000, 1, 3.725, 51.054, "gateway", 150000, 20000],
      ["Bruges", 118000, 1, 3.224, 51.209, "gateway", "", ""],
    ]);
    const { counties, gateways } = scenarioOf(csv).world;
    expect(counties.map(({ id }) => id)).toEqual(["eeklo", "maldegem"]);
    expect(gateways).toMatchObject([
      {
        id: "ghent",
        workers: 150000,
        monthlyWage: 20000,
        sources: { workers: "table", monthlyWage: "table" },
      },
      { id: "bruges", workers: 70800, sources: { workers: "assumed", monthlyWage: "city-wages" } },
    ]);
  });

  it("is scaled where ages miss the residents a little, and told", () => {
    // One census table has 30,000 people too many in its ages.
    const slip = QUZHOU.replace("360229,185813,2184", "360229,185813,9184");
    const { units, faults } = readUnits(slip, "units.csv");
    expect(faults).toEqual([]);
    const { ages = [], residents } = units[4].census[2020];
    expect(ages.reduce((sum, band) => sum + band, 0)).toBe(residents);
    expect(imported(slip).assumptions.join()).toMatch(
      /Ages of 龙游县 in 2020 \(line 6\) sum to 367229, not to its 360229/,
    );
  });
});

describe("what is filled in", () => {
  it("are villages by rural residents, towns by villages, and areas by the distance to neighbours", () => {
    const [, changshan, kaihua] = scenarioOf(PLAIN).world.counties;
    expect(changshan.villages).toBe(Math.round((259966 - Math.round(0.491 * 259966)) / 1016));
    expect(changshan.towns).toBe(Math.round(changshan.villages / 16.75));
    // Changshan and Kaihua are 28.7 km apart, Kaihua and Kecheng 49.9 km.
    expect(kaihua.areaKm2).toBeGreaterThan(35 * 35);
    expect(kaihua.areaKm2).toBeLessThan(45 * 45);
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

describe("columns that are unknown", () => {
  it("are named, and change nothing", () => {
    const { assumptions } = imported(withColumn("coordinate_source", "x", "y", "z"));
    expect(assumptions[0]).toMatch(/^Columns that are not used: coordinate_source/);
    expect(scenarioOf(withColumn("gdp", 1, 2, 3)).world).toEqual(scenarioOf(PLAIN).world);
  });
});

describe("assumptions", () => {
  it("are told in English and Chinese, sentence by sentence", () => {
    const result = importUnits(withCell(0, "urban_share", "76.7%"));
    if (!result.ok) throw new Error("refused");
    expect(result.notes.map(({ en }) => en)).toEqual(result.assumptions);
    for (const { zh } of result.notes) expect(zh).toMatch(/[\u4e00-\u9fff].*。$/su);
  });
});
