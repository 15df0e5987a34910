import { describe, expect, it } from "vitest";
import { MAX_UNITS } from "../../../sim/scenario/import/choose.ts";
import { readUnits } from "../../../sim/scenario/import/import.ts";
import { QUZHOU } from "./quzhou.ts";
import { HEADER, PLAIN, refusals, ROWS, table, told, withCell, withColumn } from "./tables.ts";

const BANDS =
  "0,1_4,5_9,10_14,15_19,20_24,25_29,30_34,35_39,40_44,45_49,50_54,55_59,60_64,65_69,70_74,75_79,80_84,85plus"
    .split(",")
    .map((band) => `age_${band}`);
const AGES: readonly (string | number)[] = [
  4062, 23930, 26316, 23537, 27420, 27389, 31765, 38849, 39938, 38784, 46901, 48325, 42495, 31533, 28761,
  20635, 11188, 8949, 8070,
];
const aged = (ages: readonly (string | number)[]): string =>
  table([
    [...HEADER, ...BANDS],
    [...ROWS[0], ...ages],
  ]);

describe("a table that is refused", () => {
  it("says line, column, name of the column, value, expectation and mend", () => {
    expect(told(withCell(1, "population", "many"))).toBe(
      'units.csv:3:11 population is "many"; expected a whole number from 0 to 100000000 (persons). ' +
        "Write a number, or empty the cell if there is no figure.",
    );
  });

  it("tells all its faults at once, in the order of the lines", () => {
    const csv = table([
      HEADER,
      ["Kecheng", -5, 0.7, 118.87, 28.94],
      ["", 3000, 0.4, 118.52, 28.9],
      ["Kaihua", 258810, 50.6, 118.41, "north"],
    ]);
    const places = refusals(csv).map(({ line, path }) => `${line} ${path}`);
    expect(places).toEqual(["2 population", "3 unit", "4 urban_share", "4 latitude"]);
  });

  it("has an empty file, a header alone, or lacks a column that is needed", () => {
    expect(told("")).toContain("is empty");
    expect(told(HEADER.join(","))).toContain("a header alone");
    for (const column of HEADER) {
      const at = HEADER.indexOf(column);
      const csv = table([HEADER, ...ROWS].map((row) => row.toSpliced(at, 1)));
      expect(refusals(csv).map(({ path }) => path)).toEqual([column]);
    }
  });

  it("with a mistyped header hears which one was meant", () => {
    expect(told(PLAIN.replace("population", "popluation"))).toContain("Did you mean population?");
  });

  it("has a negative number, a half person, or a share that may be per cent", () => {
    expect(told(withCell(0, "population", -528847))).toContain("Delete the minus sign");
    expect(told(withCell(0, "population", 528847.5))).toContain("Write a whole number");
    expect(told(withCell(0, "urban_share", 76.7))).toContain("For per cent write 76.7% or 0.767.");
    expect(told(withCell(0, "urban_share", "120%"))).toContain("a share from 0 to 1");
    expect(told(PLAIN.replace("urban_share", "urban_pct"))).toContain("name the column urban_share");
    expect(told(PLAIN.replace("urban_share", "urban"))).toContain("Name the column urban_share");
  });

  it("has longitude and latitude swapped, in one row or in all", () => {
    const swapped = table([HEADER, ...ROWS.map(([a, b, c, east, north]) => [a, b, c, north, east])]);
    expect(refusals(swapped).map(({ line, path }) => `${line} ${path}`)).toEqual([
      "2 latitude",
      "3 latitude",
      "4 latitude",
    ]);
    expect(told(swapped)).toContain("are longitude and latitude swapped?");
    // 75.99 degrees may be a latitude; only the neighbours tell that it isn't.
    const kashgar = table([HEADER, ...ROWS, ["Kashgar", 711300, 0.6, 39.47, 75.99]]);
    expect(refusals(kashgar)).toMatchObject([{ line: 5, column: 20, path: "longitude, latitude" }]);
    expect(told(kashgar)).toContain("swapped");
  });

  it("lies far from every built-in labour market and has no gateways of its own", () => {
    const flanders = table([HEADER, ["Eeklo", 21161, 0.8, 3.556, 51.186]]);
    expect(told(flanders)).toContain("rows of kind gateway");
  });

  it("has a unit twice, which a code or a prefecture would tell apart", () => {
    const twice = table([HEADER, ...ROWS, ROWS[1]]);
    expect(refusals(twice)).toMatchObject([{ line: 5, column: 1, path: "unit" }]);
    expect(told(twice)).toContain("the first is in line 3");
    const coded = table([
      [...HEADER, "code"],
      [...ROWS[1], "330822"],
      [...ROWS[1], "330822"],
    ]);
    expect(refusals(coded)).toMatchObject([{ line: 3 }]);
  });

  it("has ages that do not sum, or only some of them", () => {
    expect(told(aged(AGES.with(5, 127389)))).toContain(
      "the first of 19 ages that sum to 628847; expected a sum of 528847",
    );
    expect(told(aged(AGES.with(5, "")))).toContain("without age_20_24");
    expect(refusals(aged(AGES.with(5, -1)))).toMatchObject([{ path: "ages" }, { path: "age_20_24" }]);
  });

  it("has more urban people than residents, or an urban share that contradicts them", () => {
    const urban = table([
      [...HEADER, "urban"],
      [...ROWS[0], 600000],
    ]);
    expect(refusals(urban)).toMatchObject([{ path: "urban_share" }, { path: "urban" }]);
    const unlike = table([
      [...HEADER, "urban"],
      [...ROWS[0], 300000],
    ]);
    expect(refusals(unlike)).toMatchObject([{ path: "urban_share" }]);
  });

  it("has registered people that are none of these residents", () => {
    expect(refusals(withColumn("registered", 44, 339800, 358500))).toMatchObject([
      { line: 2, path: "registered" },
    ]);
    expect(told(withColumn("registered", 442200, 339800, 35_850_000))).toContain("Is it in persons");
  });

  it("has more people of 65 than of 60, or more young and old than people", () => {
    const shares = (young: number, old60: number, old65: number): string =>
      table([
        [...HEADER, "age_0_14_share", "age_60plus_share", "age_65plus_share"],
        [...ROWS[0], young, old60, old65],
      ]);
    expect(refusals(shares(0.1, 0.2, 0.3))).toMatchObject([{ path: "age_65plus_share" }]);
    expect(refusals(shares(0.6, 0.5, 0.3))).toMatchObject([{ path: "age_0_14_share" }]);
  });

  it("has shares of employment or terrain that do not sum to 1", () => {
    const names = ["employment_primary_pct", "employment_secondary_pct", "employment_tertiary_pct"];
    const work = table([
      [...HEADER, ...names],
      [...ROWS[0], 25.2, 27.22, 37.58],
    ]);
    expect(told(work)).toContain("the first of three shares that sum to 0.9; expected shares that sum to 1");
    const land = table([
      [...HEADER, "plain", "hill", "mountain"],
      [...ROWS[0], "15%", "36%", "60%"],
    ]);
    expect(told(land)).toContain("shares that sum to 1.11");
  });

  it("has rows of the wrong length", () => {
    expect(refusals(`${PLAIN}\nLongyou,360229,0.516`)).toMatchObject([
      { line: 5, path: "the row", value: "3 cells long" },
    ]);
    expect(told(`${PLAIN}\nLongyou,360,229,0.516,119.17,29.03`)).toContain("6 cells long; expected 5 cells");
  });

  it("has a cell that is needed and empty, or a figure of the start year that is missing", () => {
    expect(refusals(withCell(2, "longitude", ""))).toMatchObject([
      { line: 4, column: 21, path: "longitude" },
    ]);
    expect(refusals(withCell(2, "population", ""))).toMatchObject([{ line: 4, path: "population" }]);
    expect(refusals(withCell(2, "urban_share", "NA"))).toMatchObject([
      { line: 4, column: 15, path: "urban or urban_share of 2020" },
    ]);
    const gap = QUZHOU.replace(/,528847.*$/m, ",".repeat(21));
    expect(refusals(gap, { start: 2020 })).toMatchObject([{ line: 2, path: "population of 2020" }]);
    expect(refusals(QUZHOU.replace(",405758,", ",,"), { start: 2020 })).toMatchObject([
      { line: 2, path: "urban or urban_share of 2020" },
    ]);
  });

  it("is asked for a year or a prefecture that it does not have", () => {
    expect(told(QUZHOU, { start: 2015 })).toContain(
      "start is 2015; expected a year of the table: 2010, 2020",
    );
    expect(told(QUZHOU, { prefecture: "衢州县" })).toContain("one of 衢州市");
    expect(told(PLAIN, { prefecture: "Quzhou" })).toContain("a table with a column prefecture");
  });

  it("has a code or a kind that is none", () => {
    expect(told(withColumn("code", "3.30802E+05"))).toContain('units.csv:2:35 code is "3.30802E+05"');
    expect(told(withColumn("kind", "village"))).toContain("core, county or gateway");
  });

  it("names no core city where it names all kinds", () => {
    expect(told(withColumn("kind", "county", "county", "county"))).toContain(
      "at least one county of kind core",
    );
  });

  it("has areas that are too small for the people, or arable land beyond the area", () => {
    expect(refusals(withColumn("area_km2", 5, 1099, 2224))).toMatchObject([
      { line: 2, column: 35, path: "area_km2", value: "5" },
    ]);
    const fields = table([
      [...HEADER, "area_km2", "arable_ha"],
      [...ROWS[0], 609, 70000],
    ]);
    expect(told(fields)).toContain("at most 60900 ha");
  });

  it("has travel times to nowhere, which is told once", () => {
    const csv = withColumn("minutes_to_atlantis", 10, 20, 30);
    expect(refusals(csv)).toMatchObject([{ line: 1, path: "minutes_to_atlantis" }]);
    expect(told(withColumn("minutes_to_kechen", 0, 20, 30))).toContain("Did you mean kecheng?");
  });

  it("has two columns for one figure", () => {
    const csv = table([
      [...HEADER, "pop"],
      [...ROWS[0], 528847],
    ]);
    expect(refusals(csv)).toMatchObject([{ line: 1, path: "header", value: '"pop"' }]);
  });

  it("has more units than one world may have, and hears of --prefecture", () => {
    const many = Array.from({ length: MAX_UNITS + 1 }, (_, k) => [
      `U${k}`,
      10000,
      0.5,
      118 + k / 100,
      29,
      `P${k % 3}`,
    ]);
    const csv = table([[...HEADER, "prefecture"], ...many]);
    expect(told(csv)).toMatch(/a table of 121 units; expected at most 120 units.*--prefecture/);
    expect(refusals(csv, { prefecture: "P7" })).toHaveLength(1);
  });

  it("may be ten megabytes of nonsense", () => {
    const line = `${"x".repeat(50)},${"y".repeat(50)}\n`;
    expect(refusals(line.repeat(100_000))).not.toHaveLength(0);
    expect(refusals(`${HEADER.join(",")}\n${line.repeat(100_000)}`).length).toBeLessThanOrEqual(200);
    expect(refusals(",".repeat(10_000_000))).toHaveLength(1);
    expect(refusals(`"${"\n".repeat(10_000_000)}`)).toHaveLength(1);
    expect(refusals("z".repeat(30_000_000))).toMatchObject([{ line: 1, column: 1 }]);
  });
});

describe("a table of which one prefecture is wanted", () => {
  const csv = table([
    [...HEADER, "prefecture"],
    [...ROWS[0], "Quzhou"],
    ["Wuxing", -1, 0.8, 120.18, 30.86, "Huzhou"],
  ]);

  it("is refused for faults of its rows alone", () => {
    expect(refusals(csv, { prefecture: "Huzhou" })).toMatchObject([{ line: 3 }]);
    expect(readUnits(csv, "units.csv").faults).toHaveLength(1);
    expect(() => refusals(csv, { prefecture: "Quzhou" })).toThrow("the table was accepted");
  });
});

describe("names that would reach into the prototype of an object", () => {
  it("are ordinary names of units and unknown headers", () => {
    const csv = table([
      [...HEADER, "__proto__", "constructor"],
      ...ROWS.map((row, k) => [["__proto__", "constructor", "toString"][k], ...row.slice(1), 1, 2]),
    ]);
    const { units, faults } = readUnits(csv, "units.csv");
    expect(faults).toEqual([]);
    expect(units.map(({ name }) => name)).toEqual(["__proto__", "constructor", "toString"]);
    expect(Object.keys(Object.prototype)).toEqual([]);
  });
});
