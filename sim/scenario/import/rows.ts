/** Rows of a table as drafts of units: one row each, or one for each year. */
import { shorten } from "../faults.ts";
import { numberIn, refuseCell, textIn, type Desk } from "./cells.ts";
import type { Figure } from "./census.ts";
import { columnOf, type Field } from "./columns.ts";
import type { Cell } from "./csv.ts";
import { blankKey, type Draft, draftOf, nameOf } from "./draft.ts";
import type { Headings } from "./header.ts";
import type { Heading } from "./heading.ts";
import type { Travel } from "./unit.ts";

/** How the rows of a table are to be read. */
export interface Reading {
  readonly headings: Headings;
  /** The year of figures of which neither column nor row names one. */
  readonly undatedYear: number;
  /** The year in which the region shall start, where one is asked for. */
  readonly start: number | undefined;
}

/** Beyond this many faults the rest of a table is not read: it is no table of units. */
const MOST_FAULTS = 5000;

export function readRows(
  desk: Desk,
  [header, ...rows]: readonly (readonly Cell[])[],
  reading: Reading,
): readonly Draft[] {
  const drafts = new Map<string, Draft>();
  for (const row of rows) {
    if (desk.faults.length > MOST_FAULTS) break;
    if (!hasAllCells(desk, row, reading.headings.length)) continue;
    readRow(desk, row, header, reading, drafts);
  }
  return [...drafts.values()];
}

function hasAllCells(desk: Desk, row: readonly Cell[], columns: number): boolean {
  const surplus = row.slice(columns).find(({ text }) => text !== "");
  if (surplus === undefined && row.length >= columns) return true;
  const mend =
    surplus === undefined
      ? "Add the missing cells; an empty cell still needs its separator."
      : "Put a cell that holds the separator in quotes, or delete the surplus cells.";
  const expected = `${columns} cells, as in the header`;
  refuseCell(desk, surplus ?? row[0], "the row", expected, mend, `${row.length} cells long`);
  return false;
}

function readRow(
  desk: Desk,
  row: readonly Cell[],
  header: readonly Cell[],
  { headings, undatedYear, start }: Reading,
  drafts: Map<string, Draft>,
): void {
  const fields = new Map<Field, string | number>();
  const cells = new Map<Field, Cell>();
  const figures: { cell: Cell; heading: Heading }[] = [];
  const travel: Travel[] = [];
  let at = row[0];
  headings.forEach((heading, k) => {
    if (heading === undefined) return;
    const { form, dated } = columnOf(heading.field);
    if (heading.field === "name") at = row[k];
    if (dated) {
      figures.push({ cell: row[k], heading });
      return;
    }
    const value = (form === "text" ? textIn : numberIn)(desk, row[k], heading);
    if (value === undefined) refuseEmpty(desk, row[k], heading);
    else if (heading.to !== undefined)
      travel.push({ to: heading.to, minutes: Number(value), at: row[k], header: header[k] });
    else {
      fields.set(heading.field, value);
      cells.set(heading.field, row[k]);
    }
  });
  const draft = draftOf(desk, drafts, { at, fields, cells, travel, line: row[0].line }, start);
  if (draft === undefined) return;
  const ownYear = fields.get("year");
  if (ownYear === undefined && headings.some((heading) => heading?.field === "year")) {
    const [name, line] = [shorten(nameOf(draft)), row[0].line];
    draft.notes.push({
      en: `The row of ${name} (line ${line}) names no year; it is read as one of ${undatedYear}.`,
      zh: `${name}的行（第${line}行）未注明年份，按${undatedYear}年读取。`,
    });
  }
  for (const { cell, heading } of figures) {
    const value = numberIn(desk, cell, heading);
    const year = heading.year ?? (typeof ownYear === "number" ? ownYear : undatedYear);
    if (value === undefined) {
      draft.blanks.set(blankKey(heading.field, year), cell);
      continue;
    }
    const figuresOfYear = draft.years.get(year) ?? new Map<Field, Figure>();
    if (!figuresOfYear.has(heading.field)) {
      figuresOfYear.set(heading.field, { value, cell, label: heading.label });
    }
    draft.years.set(year, figuresOfYear);
  }
}

const REQUIRED: ReadonlySet<Field> = new Set(["name", "longitude", "latitude"]);

/** What every row must have; a cell that was refused has its fault already. */
function refuseEmpty(desk: Desk, cell: Cell, heading: Heading): void {
  const last = desk.faults.at(-1);
  if (!REQUIRED.has(heading.field) || (last?.line === cell.line && last.column === cell.column)) return;
  const expected = heading.field === "name" ? "the name of the unit" : "a figure for every unit";
  refuseCell(desk, cell, heading.label, expected, "Fill in the cell, or delete the row.");
}
