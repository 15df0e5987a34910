/** Small tables for tests, made from cells. */
import { expect } from "vitest";
import { formatFault, type Fault } from "../../../sim/scenario/faults.ts";
import { importUnits, type ImportOptions, type ImportResult } from "../../../sim/scenario/import/import.ts";
import type { Scenario } from "../../../sim/scenario/scenario.ts";
import { parseScenario } from "../../../sim/scenario/validate.ts";

/** A table of rows; cells are written as they are. */
export const table = (rows: readonly (readonly (string | number)[])[], separator = ","): string =>
  rows.map((row) => row.join(separator)).join("\n");

export const HEADER = ["unit", "population", "urban_share", "longitude", "latitude"] as const;

/** Three plain units in the west of Zhejiang; figures of the 2020 census, shares rounded. */
export const ROWS: readonly (readonly (string | number)[])[] = [
  ["Kecheng", 528847, 0.767, 118.87, 28.94],
  ["Changshan", 259966, 0.491, 118.52, 28.9],
  ["Kaihua", 258810, 0.506, 118.41, 29.14],
];

export const PLAIN = table([HEADER, ...ROWS]);

/** The plain table with one more column. */
export const withColumn = (name: string, ...cells: readonly (string | number)[]): string =>
  table([[...HEADER, name], ...ROWS.map((row, k) => [...row, cells[k] ?? ""])]);

/** The plain table with one cell changed; row 0 is Kecheng. */
export const withCell = (row: number, column: (typeof HEADER)[number], cell: string | number): string =>
  table([HEADER, ...ROWS.map((cells, k) => (k === row ? cells.with(HEADER.indexOf(column), cell) : cells))]);

type Good = Extract<ImportResult, { readonly ok: true }>;

/** The import of a table that must succeed. */
export function imported(csv: string, options: ImportOptions = {}): Good {
  const result = importUnits(csv, options);
  if (!result.ok) throw new Error(result.faults.map(formatFault).join("\n"));
  return result;
}

export const scenarioOf = (csv: string, options: ImportOptions = {}): Scenario =>
  parseScenario(imported(csv, options).yaml);

/** The faults of a table that must be refused, each of them telling. */
export function refusals(csv: string, options: ImportOptions = {}): readonly Fault[] {
  const result = importUnits(csv, { file: "units.csv", ...options });
  if (result.ok) throw new Error("the table was accepted");
  expect(result.faults.length).toBeGreaterThan(0);
  for (const fault of result.faults) {
    expect(fault.line).toBeGreaterThan(0);
    expect(fault.column).toBeGreaterThan(0);
    expect(fault.expected.length).toBeGreaterThan(3);
    expect(fault.mend).toMatch(/^[A-Z].*[.?]$/s);
    expect(formatFault(fault)).not.toMatch(/undefined|NaN|\[object/);
  }
  return result.faults;
}

export const told = (csv: string, options: ImportOptions = {}): string =>
  refusals(csv, options).map(formatFault).join("\n");
