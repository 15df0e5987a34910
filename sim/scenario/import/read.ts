/** A table as units: every row read, every fault told at once. */
import { limitFaults, type Fault } from "../faults.ts";
import type { Desk } from "./cells.ts";
import { columnOf, type Field } from "./columns.ts";
import { readCsv, wholeFault, type Cell } from "./csv.ts";
import { readHeader } from "./header.ts";
import type { Note } from "./notes.ts";
import { readRows } from "./rows.ts";
import { settleDraft } from "./settle.ts";
import type { ImportedGateway, ImportedUnit } from "./unit.ts";

/** The year of figures whose column names none. */
export const UNDATED_YEAR = 2020;

/** A whole table, before anything is chosen from it. */
export interface UnitTable {
  /** Its name in faults. */
  readonly file: string;
  readonly units: readonly ImportedUnit[];
  readonly gateways: readonly ImportedGateway[];
  /** All of them, by line. */
  readonly faults: readonly Fault[];
  /** What was understood in a way that the author of the table should know; those of a unit are with the unit. */
  readonly notes: readonly Note[];
  /** The prefecture that stands in a line, where one does. */
  readonly prefectureOf: ReadonlyMap<number, string>;
  /** Empty cells of each unit, by `blankKey`. */
  readonly blanksOf: ReadonlyMap<ImportedUnit, ReadonlyMap<string, Cell>>;
  /** Cells of the figures of each unit that belong to no year. */
  readonly cellsOf: ReadonlyMap<ImportedUnit, ReadonlyMap<Field, Cell>>;
}

/**
 * Reads a table of units as it stands, and tells all that is wrong with it.
 *
 * @param csv the text of the table; see docs/import.md for its columns
 * @param file its name in faults
 */
export function readUnits(
  csv: string,
  file = "units.csv",
): { readonly units: ImportedUnit[]; readonly faults: Fault[] } {
  const { units, faults } = readTable(csv, file);
  return { units: [...units], faults: [...limitFaults(faults)] };
}

/** @param start the year in which the region shall start, and of columns that name none; 2020 is theirs without it */
export function readTable(csv: string, file: string, start?: number): UnitTable {
  const undatedYear = start ?? UNDATED_YEAR;
  const sheet = readCsv(csv, file);
  const [header] = sheet.rows;
  const prefectureOf = new Map<number, string>();
  const blanksOf = new Map<ImportedUnit, ReadonlyMap<string, Cell>>();
  const cellsOf = new Map<ImportedUnit, ReadonlyMap<Field, Cell>>();
  const nothing = { file, units: [], gateways: [], notes: [], prefectureOf, blanksOf, cellsOf };
  // Behind an open quote nothing is where it seems to be.
  if (header === undefined || sheet.faults.some(({ value }) => value === "an open quote")) {
    return { ...nothing, faults: sheet.faults };
  }
  const desk: Desk = { file, comma: sheet.separator === ",", faults: [...sheet.faults] };
  const { headings, notes } = readHeader(desk, header);
  if (desk.faults.length > sheet.faults.length) return { ...nothing, faults: inOrder(desk.faults) };
  if (sheet.rows.length === 1) {
    desk.faults.push(wholeFault(file, "a header alone", "rows of units", "Give one row to each unit."));
  }
  const drafts = readRows(desk, sheet.rows, { headings, undatedYear, start });
  const units: ImportedUnit[] = [];
  const gateways: ImportedGateway[] = [];
  for (const draft of drafts) {
    const prefecture = draft.fields.get("prefecture");
    if (typeof prefecture === "string") for (const line of draft.lines) prefectureOf.set(line, prefecture);
    const settled = settleDraft(desk, draft);
    if (settled.unit !== undefined) {
      units.push(settled.unit);
      blanksOf.set(settled.unit, draft.blanks);
      cellsOf.set(settled.unit, draft.cells);
    }
    if (settled.gateway !== undefined) gateways.push(settled.gateway);
  }
  const dateless = headings.some(
    (heading) => heading !== undefined && heading.year === undefined && columnOf(heading.field).dated,
  );
  const byRow = headings.some((heading) => heading?.field === "year");
  const undated: Note = {
    en: `Columns that name no year are read as figures of ${undatedYear}.`,
    zh: `未注明年份的列按${undatedYear}年的数据读取。`,
  };
  return {
    file,
    units,
    gateways,
    faults: inOrder(desk.faults),
    notes: dateless && !byRow ? [...notes, undated] : notes,
    prefectureOf,
    blanksOf,
    cellsOf,
  };
}

const inOrder = (faults: readonly Fault[]): Fault[] =>
  [...faults].sort((a, b) => a.line - b.line || a.column - b.column);
