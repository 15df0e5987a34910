import { describe, expect, it } from "vitest";
import { readUnits } from "../../../sim/scenario/import/import.ts";
import { QUZHOU } from "./quzhou.ts";
import { HEADER, imported, PLAIN, ROWS, scenarioOf, table } from "./tables.ts";

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

  describe("year by year, with figures of the unit that differ from row to row", () => {
    const rows = [
      [2010, "Kecheng", 464527, 0.693, 118.87, 28.94, 600, 500, 70, "县"],
      [2020, "Kecheng", 528847, 0.767, 118.87, 28.94, 609, 3000, 60, ""],
      [2010, "Kaihua", 245088, 0.38, 118.41, 29.14, 2224, 200, "", "县"],
      [2020, "Kaihua", 258810, 0.506, 118.41, 29.14, 2224, 900, "", "县"],
    ];
    const header = ["year", ...HEADER, "area_km2", "财政收入(万元)", "minutes_to_kaihua", "kind"];

    it.each([rows, rows.toReversed()])(
      "takes those of the start year, else of the latest, and says so",
      (...order) => {
        const csv = table([header, ...order]);
        const kecheng = (start?: number): unknown => {
          const { links, counties } = scenarioOf(csv, { start }).world;
          const county = counties.find(({ id }) => id === "kecheng");
          return [county?.areaKm2, county?.ownRevenue, links[0].minutes];
        };
        expect(kecheng()).toEqual([609, 30_000_000, 60]);
        expect(kecheng(2020)).toEqual([609, 30_000_000, 60]);
        expect(kecheng(2010)).toEqual([600, 5_000_000, 70]);
        const said = imported(csv).assumptions.join("\n");
        expect(said).toContain(
          "Rows of Kecheng differ in area_km2, own_revenue_yuan, minutes_to_kaihua; that of 2020 holds.",
        );
        expect(said).toContain("Rows of Kaihua differ in own_revenue_yuan; that of 2020 holds.");
      },
    );
  });

  it("says what year it takes for a row that names none", () => {
    const csv = table([
      ["year", ...HEADER],
      [2020, ...ROWS[0]],
      ["", ...ROWS[1]],
    ]);
    expect(imported(csv).assumptions.join()).toContain(
      "The row of Changshan (line 3) names no year; it is read as one of 2020.",
    );
  });

  it("may begin before the outside series do, and says what stands there instead", () => {
    const said = (start: number): string => imported(PLAIN, { start }).assumptions.join();
    expect(said(1953)).toContain("Before 1990 the outside series stand as in their first year");
    expect(said(1990)).not.toContain("Before 1990");
  });

  it("takes the year of a figure without one from the start that is asked for", () => {
    expect(scenarioOf(PLAIN, { start: 2015 }).world.counties[0].census[0].year).toBe(2015);
  });
});
