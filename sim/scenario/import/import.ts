/** The door of the import: the text of a table in, the text of a scenario file out, or all that is wrong at once. */
import { importTable, type ImportResult, type RegionOptions } from "./importTable.ts";
import { readTable } from "./read.ts";

export { readUnits } from "./read.ts";
export type { ImportResult } from "./importTable.ts";
export type { ImportedCensus, ImportedUnit } from "./unit.ts";

export interface ImportOptions extends RegionOptions {
  /** Name of the table in faults and sources; `units.csv` if nothing is said. */
  readonly file?: string | undefined;
}

/** Turns a table of units into a scenario. Never throws: what is wrong comes back as faults. */
export function importUnits(csv: string, options: ImportOptions = {}): ImportResult {
  const { file = "units.csv", start } = options;
  return importTable(readTable(csv, file, start), options);
}
