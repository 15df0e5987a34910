import * as fc from "fast-check";
import { parquetReadObjects } from "hyparquet";
import { describe, expect, test } from "vitest";
import { parseCsv, toCsv } from "../../../sim/batch/store/csv.ts";
import { toParquet } from "../../../sim/batch/store/parquet.ts";
import { stack, table, type Table } from "../../../sim/batch/store/table.ts";

const anyTable = fc
  .array(
    fc.record({
      text: fc.string({ unit: "grapheme" }),
      whole: fc.integer({ min: -(2 ** 31), max: 2 ** 31 - 1 }),
      number: fc.double(),
      flag: fc.boolean(),
    }),
    { maxLength: 30 },
  )
  .map((rows): Table =>
    table([
      { name: "a text", kind: "text", values: rows.map(({ text }) => text) },
      { name: "whole", kind: "whole", values: Int32Array.from(rows, ({ whole }) => whole) },
      { name: "number", kind: "number", values: Float64Array.from(rows, ({ number }) => number) },
      { name: "flag", kind: "flag", values: rows.map(({ flag }) => flag) },
    ]),
  );

const column = (of: Table, index: number): ArrayLike<unknown> => of.columns[index].values;

describe("a table as CSV", () => {
  test("reads back with the same texts and the same doubles, whatever they are", () => {
    fc.assert(
      fc.property(anyTable, (written) => {
        const [header, ...lines] = parseCsv(toCsv(written));
        expect(header).toEqual(["a text", "whole", "number", "flag"]);
        expect(lines.length).toBe(written.rows);
        lines.forEach(([text, whole, number, flag], row) => {
          expect(text).toBe(column(written, 0)[row]);
          expect(Number(whole)).toBe(column(written, 1)[row]);
          expect(number === "" ? NaN : Number(number)).toBe(column(written, 2)[row]);
          expect(flag).toBe(String(column(written, 3)[row]));
        });
      }),
      { seed: 14, numRuns: 300 },
    );
  });

  test("quotes as RFC 4180 asks and ends every line with a line feed", () => {
    const names = ["plain", 'a "quoted" one', "comma, here", "two\nlines", ""];
    const written = toCsv(table([{ name: "name", kind: "text", values: names }]));
    expect(written).toBe('name\nplain\n"a ""quoted"" one"\n"comma, here"\n"two\nlines"\n\n');
  });

  test("leaves a missing number empty and keeps the sign of a negative zero", () => {
    const values = Float64Array.of(NaN, -0, 0.1 + 0.2);
    expect(toCsv(table([{ name: "x", kind: "number", values }]))).toBe("x\n\n-0\n0.30000000000000004\n");
  });

  test("reads what other programs write: carriage returns, quotes where none are needed", () => {
    expect(parseCsv('a,b\r\n"1","two ""2"""\r\n3,')).toEqual([
      ["a", "b"],
      ["1", 'two "2"'],
      ["3", ""],
    ]);
  });

  test("refuses a quote that is left open or followed by text", () => {
    expect(() => parseCsv('a\n"open')).toThrow("left open");
    expect(() => parseCsv('"a"b\n')).toThrow("line 1");
  });
});

describe("a table as Parquet", () => {
  test("reads back with another program's eyes: the same types, the same doubles, null for a missing number", async () => {
    await fc.assert(
      fc.asyncProperty(
        anyTable.filter(({ rows }) => rows > 0),
        async (written) => {
          const bytes = toParquet(written, "urflow test");
          const rows = await parquetReadObjects({ file: Uint8Array.from(bytes).buffer });
          expect(rows.length).toBe(written.rows);
          rows.forEach((read, row) => {
            const number = column(written, 2)[row];
            expect(read).toEqual({
              "a text": column(written, 0)[row],
              whole: column(written, 1)[row],
              number: Number.isNaN(number) ? null : number,
              flag: column(written, 3)[row],
            });
          });
        },
      ),
      { seed: 15, numRuns: 100 },
    );
  });

  test("has the same bytes for the same table", () => {
    const [first, second] = [
      fc.sample(anyTable, { seed: 3, numRuns: 5 }),
      fc.sample(anyTable, { seed: 3, numRuns: 5 }),
    ];
    expect(second.map((one) => toParquet(one, "x"))).toEqual(first.map((one) => toParquet(one, "x")));
  });
});

describe("a table", () => {
  test("refuses columns of different lengths", () => {
    const short = { name: "short", kind: "text", values: ["1"] } as const;
    const long = { name: "long", kind: "text", values: ["1", "2"] } as const;
    expect(() => table([short, long])).toThrow("Column long has 2 rows; expected 1.");
  });

  test("stacks tables of the same columns and refuses others", () => {
    const of = (...values: number[]): Table =>
      table([{ name: "x", kind: "number", values: Float64Array.from(values) }]);
    expect(column(stack([of(1), of(), of(2, 3)]), 0)).toEqual(Float64Array.of(1, 2, 3));
    const other = table([{ name: "y", kind: "number", values: Float64Array.of(1) }]);
    expect(() => stack([of(1), other])).toThrow("Column y (number) stands where x (number) is expected.");
  });
});
