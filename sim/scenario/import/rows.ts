/** Rows of a table as drafts of units: one row each, or one for each year. */
import { shorten } from "../faults.ts";
import { numberIn, refuseCell, textIn, type Desk } from "./cells.ts";
import type { Figure } from "./census.ts";
import { columnOf, type Field } from "./columns.ts";
import type { Cell } from "./csv.ts";
import type { Headings } from "./header.ts";
import type { Heading } from "./heading.ts";
import type { Travel } from "./unit.ts";

export interface Draft {
  readonly name: string;
  /** The cell of the name, where faults of the whole row are told. */
  readonly at: Cell;
  readonly fields: Map<Field, string | number>;
  /** The cells of these fields. */
  readonly cells: Map<Field, Cell>;
  readonly years: Map<number, Map<Field, Figure>>;
  readonly travel: Travel[];
  /** Lines of its rows. */
  readonly lines: number[];
  /** Empty cells of figures that a start year must have, by `blankKey`. */
  readonly blanks: Map<string, Cell>;
}

/** Names the figure of a year. */
export const blankKey = (field: Field, year: number): string => `${field} ${year}`;

/** Beyond this many faults the rest of a table is not read: it is no table of units. */
const MOST_FAULTS = 5000;

export function readRows(
  desk: Desk,
  [header, ...rows]: readonly (readonly Cell[])[],
  headings: Headings,
  undatedYear: number,
): readonly Draft[] {
  const drafts = new Map<string, Draft>();
  for (const row of rows) {
    if (desk.faults.length > MOST_FAULTS) break;
    if (!hasAllCells(desk, row, headings.length)) continue;
    readRow(desk, row, { header, headings, undatedYear }, drafts);
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
  { header, headings, undatedYear }: { header: readonly Cell[]; headings: Headings; undatedYear: number },
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
  const draft = draftOf(desk, drafts, { at, fields, cells, travel, line: row[0].line });
  if (draft === undefined) return;
  const ownYear = fields.get("year");
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

/** The draft that the row belongs to: a new one, or that of the same unit in another year. */
function draftOf(
  desk: Desk,
  drafts: Map<string, Draft>,
  row: Pick<Draft, "at" | "fields" | "cells" | "travel"> & { readonly line: number },
): Draft | undefined {
  const { at, fields, cells, travel, line } = row;
  const name = String(fields.get("name") ?? "");
  const code = fields.get("code");
  const own = code === undefined ? `${String(fields.get("prefecture") ?? "")}\n${name}` : `code ${code}`;
  const known = name === "" ? undefined : drafts.get(own);
  const year = fields.get("year");
  if (known === undefined) {
    const draft: Draft = {
      name,
      at,
      fields,
      cells,
      years: new Map(),
      travel,
      lines: [line],
      blanks: new Map(),
    };
    if (typeof year === "number") draft.years.set(year, new Map());
    drafts.set(name === "" ? `row ${line}` : own, draft);
    return draft;
  }
  known.lines.push(line);
  if (typeof year === "number" && !known.years.has(year)) {
    known.years.set(year, new Map());
    for (const [field, value] of fields) if (!known.fields.has(field)) known.fields.set(field, value);
    for (const [field, cell] of cells) if (!known.cells.has(field)) known.cells.set(field, cell);
    if (known.travel.length === 0) known.travel.push(...travel);
    return known;
  }
  const what = typeof year === "number" ? `a second row of ${year}` : "there twice";
  const mend = `Delete one of the two rows, or tell them apart by a code; the first is in line ${known.at.line}.`;
  refuseCell(desk, at, "unit", "each unit once", mend, `"${shorten(name)}", ${what}`);
  return undefined;
}
