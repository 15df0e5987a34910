import { describe, expect, it } from "vitest";
import { MAX_UNITS } from "../../../sim/scenario/import/choose.ts";
import { readUnits } from "../../../sim/scenario/import/import.ts";
import { QUZHOU } from "./quzhou.ts";
import { HEADER, PLAIN, refusals, ROWS, table, told, withCell } from "./tables.ts";

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

  it("has two columns for one figure", () => {
    const csv = table([
      [...HEADER, "pop"],
      [...ROWS[0], 528847],
    ]);
    expect(refusals(csv)).toMatchObject([{ line: 1, path: "header", value: '"pop"' }]);
  });

  it("has rows of the wrong length", () => {
    expect(refusals(`${PLAIN}\nLongyou,360229,0.516`)).toMatchObject([
      { line: 5, path: "the row", value: "3 cells long" },
    ]);
    expect(told(`${PLAIN}\nLongyou,360,229,0.516,119.17,29.03`)).toContain("6 cells long; expected 5 cells");
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

  it("is asked for a year or a prefecture that it does not have", () => {
    expect(told(QUZHOU, { start: 2015 })).toContain(
      "start is 2015; expected a year of the table: 2010, 2020",
    );
    expect(told(QUZHOU, { prefecture: "衢州县" })).toContain("one of 衢州市");
    expect(told(PLAIN, { prefecture: "Quzhou" })).toContain("a table with a column prefecture");
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
