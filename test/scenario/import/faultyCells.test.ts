import { describe, expect, it } from "vitest";
import { readUnits } from "../../../sim/scenario/import/import.ts";
import { QUZHOU } from "./quzhou.ts";
import { HEADER, PLAIN, refusals, ROWS, table, told, withCell, withColumn } from "./tables.ts";

describe("a table is refused that", () => {
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

  it("has a share in a column of per cent", () => {
    for (const group of ["0_14", "60plus", "65plus"]) {
      expect(told(withColumn(`age_${group}_pct`, 0.15, 20, 20))).toContain(
        `If 0.15 is a share, name the column age_${group}_share.`,
      );
    }
  });

  it("has a letter of the compass in the wrong column", () => {
    const at = (longitude: string, latitude: string): string =>
      table([HEADER, ["Kecheng", 528847, 0.767, longitude, latitude]]);
    const both = refusals(at("28.94N", "118.87E"));
    expect(both).toMatchObject([{ path: "longitude" }, { path: "latitude" }]);
    for (const { mend } of both) expect(mend).toContain("swapped");
    expect(refusals(at("118.87", "28.94W"))).toMatchObject([{ line: 2, column: 29, path: "latitude" }]);
    const { units } = readUnits(at("118.87° E", "28.94 n"));
    expect(units).toMatchObject([{ longitude: 118.87, latitude: 28.94 }]);
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

  it("has a code or a kind that is none", () => {
    expect(told(withColumn("code", "3.30802E+05"))).toContain('units.csv:2:35 code is "3.30802E+05"');
    expect(told(withColumn("kind", "village"))).toContain("core, county or gateway");
  });
});
