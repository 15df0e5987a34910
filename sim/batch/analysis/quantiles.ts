/** What many seeds of one scenario say about each indicator in each year. */
import { bands, mean } from "../../numerics/statistics.ts";
import { parseCsv } from "../store/csv.ts";
import { table, type Column, type Table } from "../store/table.ts";

/** Reads the file indicators.csv of a run back into the table it was made from. */
export function readIndicators(text: string): Table {
  const [header = [], ...lines] = parseCsv(text);
  const columns = header.map((name, index): Column => {
    const fields = lines.map((line) => line[index] ?? "");
    if (name === "year") return { name, kind: "whole", values: Int32Array.from(fields, Number) };
    if (name !== "value") return { name, kind: "text", values: fields };
    const values = Float64Array.from(fields, (field) => (field === "" ? NaN : Number(field)));
    return { name, kind: "number", values };
  });
  return table(columns);
}

/**
 * scenario, year, indicator, unit, seeds, mean, q05, q50, q95: one row for each group of runs, in the order in which
 * the groups first appear. Quantiles are of type 7 (linear interpolation).
 *
 * @param indicators tables of indicators of several runs, one below the other
 */
export function quantileTable(indicators: Table): Table {
  const scenario = texts(indicators, "scenario");
  const indicator = texts(indicators, "indicator");
  const unit = texts(indicators, "unit");
  const year = numbers(indicators, "year");
  const value = numbers(indicators, "value");
  const groups = new Map<string, number[]>();
  for (let row = 0; row < indicators.rows; row++) {
    const key = `${scenario[row]} ${indicator[row]} ${year[row]}`;
    const rows = groups.get(key);
    if (rows === undefined) groups.set(key, [row]);
    else rows.push(row);
  }
  const firsts = [...groups.values()].map((rows) => rows[0]);
  const samples = [...groups.values()].map((rows) => Float64Array.from(rows, (row) => value[row]));
  const fans = samples.map(bands);
  const column = (name: string, values: readonly number[]): Column => ({
    name,
    kind: "number",
    values: Float64Array.from(values),
  });
  return table([
    { name: "scenario", kind: "text", values: firsts.map((row) => scenario[row]) },
    { name: "year", kind: "whole", values: Int32Array.from(firsts, (row) => year[row]) },
    { name: "indicator", kind: "text", values: firsts.map((row) => indicator[row]) },
    { name: "unit", kind: "text", values: firsts.map((row) => unit[row]) },
    { name: "seeds", kind: "whole", values: Int32Array.from(samples, (sample) => sample.length) },
    column("mean", samples.map(mean)),
    column(
      "q05",
      fans.map(({ low }) => low),
    ),
    column(
      "q50",
      fans.map(({ median }) => median),
    ),
    column(
      "q95",
      fans.map(({ high }) => high),
    ),
  ]);
}

function texts({ columns }: Table, name: string): readonly string[] {
  const found = columns.find((column) => column.name === name);
  if (found?.kind !== "text") throw new Error(`The table has no column of text called ${name}.`);
  return found.values;
}

function numbers({ columns }: Table, name: string): ArrayLike<number> {
  const found = columns.find((column) => column.name === name);
  if (found?.kind !== "whole" && found?.kind !== "number") {
    throw new Error(`The table has no column of numbers called ${name}.`);
  }
  return found.values;
}
