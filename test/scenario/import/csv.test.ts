import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { readCsv } from "../../../sim/scenario/import/csv.ts";

const texts = (csv: string): string[][] =>
  readCsv(csv, "t.csv").rows.map((row) => row.map(({ text }) => text));

describe("reading comma-separated values", () => {
  it("takes cells apart at commas and lines at any of the three line ends", () => {
    for (const end of ["\n", "\r\n", "\r"]) {
      expect(texts(`a,b${end}1,2${end}`)).toEqual([
        ["a", "b"],
        ["1", "2"],
      ]);
    }
  });

  it("skips a mark of byte order, blank lines and rows of empty cells", () => {
    expect(texts("\ufeffa,b\n\n,\n1,2\n\n")).toEqual([
      ["a", "b"],
      ["1", "2"],
    ]);
  });

  it("keeps separators, quotes and line ends within quotes", () => {
    expect(texts('a,b\n"x, ""y""\nz",2')).toEqual([
      ["a", "b"],
      ['x, "y"\nz', "2"],
    ]);
  });

  it("finds semicolons and tabs by the header, and believes a line sep=", () => {
    expect(readCsv("a;b\n1,5;2", "t.csv")).toMatchObject({ separator: ";", faults: [] });
    expect(texts("a\tb\n1,5\t2")[1]).toEqual(["1,5", "2"]);
    expect(readCsv("\r\n \r\na;b\r\n1,5;2", "t.csv")).toMatchObject({ separator: ";", faults: [] });
    expect(texts("sep=;\na,x;b\n1;2")).toEqual([
      ["a,x", "b"],
      ["1", "2"],
    ]);
  });

  it("knows the line and column of each cell, behind line ends within quotes too", () => {
    const { rows } = readCsv('a,b\n"one\ntwo",2\n3,4', "t.csv");
    expect(rows[1][1]).toEqual({ text: "2", line: 3, column: 6 });
    expect(rows[2]).toEqual([
      { text: "3", line: 4, column: 1 },
      { text: "4", line: 4, column: 3 },
    ]);
  });

  it("tells of an open quote and of text behind a closing one, with their places", () => {
    expect(readCsv('a,b\n1,"2', "t.csv").faults).toMatchObject([
      { line: 2, column: 3, value: "an open quote" },
    ]);
    expect(readCsv('a,b\n"1"x,2', "t.csv").faults).toMatchObject([{ line: 2, column: 4 }]);
  });

  it("refuses what is no text in UTF-8 at its place", () => {
    const [fault] = readCsv("a,b\n1,\u0000", "t.csv").faults;
    expect(fault).toMatchObject({ line: 2, column: 3 });
    expect(fault.mend).toContain("CSV UTF-8");
    expect(readCsv("\u884e,\ufffd", "t.csv").faults).toHaveLength(1);
  });

  it("refuses an empty file", () => {
    for (const nothing of ["", "\n\n", "\ufeff", " , \n,"]) {
      expect(readCsv(nothing, "t.csv").faults).toMatchObject([{ value: "empty" }]);
    }
  });

  it("gives back any cells that were written by the rules", () => {
    const cell = fc.string({ unit: "grapheme-ascii" }).map((text) => text.trim());
    const rows = fc
      .integer({ min: 1, max: 5 })
      .chain((width) => fc.array(fc.array(cell, { minLength: width, maxLength: width }), { minLength: 1 }))
      .filter((grid) => grid.every((row) => row.some((text) => text !== "")));
    fc.assert(
      fc.property(rows, fc.constantFrom("\n", "\r\n"), (grid, end) => {
        const quoted = (text: string): string => `"${text.replaceAll('"', '""')}"`;
        const csv = grid.map((row) => row.map(quoted).join(",")).join(end);
        expect(texts(csv)).toEqual(grid);
      }),
      { seed: 11, numRuns: 200 },
    );
  });

  it("never throws, and places every cell where it stands", () => {
    const sign = fc.constantFrom('"', ",", ";", "\n", "\r", "\t", " ", "a", "1", "\ufeff", "sep=");
    fc.assert(
      fc.property(fc.array(sign, { maxLength: 40 }), (signs) => {
        const csv = signs.join("");
        const lines = csv.replace(/^\ufeff/, "").split(/\r\n|\n|\r/);
        for (const row of readCsv(csv, "t.csv").rows) {
          for (const { line, column } of row) {
            expect(line).toBeLessThanOrEqual(lines.length);
            expect(column).toBeLessThanOrEqual(lines[line - 1].length + 1);
          }
        }
      }),
      { seed: 12, numRuns: 500 },
    );
  });
});
