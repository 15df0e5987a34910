/** Drafts of units: what the rows of one unit tell of it, one row for each year. */
import { shorten } from "../faults.ts";
import { refuseCell, type Desk } from "./cells.ts";
import type { Figure } from "./census.ts";
import { columnOf, type Field } from "./columns.ts";
import type { Cell } from "./csv.ts";
import type { Note } from "./notes.ts";
import type { Travel } from "./unit.ts";

/** What one row tells, whatever the year. */
export interface Row {
  /** The cell of the name, where faults of the whole row are told. */
  readonly at: Cell;
  readonly fields: Map<Field, string | number>;
  /** The cells of these fields. */
  readonly cells: Map<Field, Cell>;
  readonly travel: Travel[];
  readonly line: number;
}

export interface Draft extends Omit<Row, "line"> {
  readonly years: Map<number, Map<Field, Figure>>;
  /** Lines of its rows. */
  readonly lines: number[];
  /** Empty cells of figures that a start year must have, by `blankKey`. */
  readonly blanks: Map<string, Cell>;
  readonly notes: Note[];
  /** Year of the row whose figures hold where rows differ; undefined where rows name no year. */
  from: number | undefined;
  /** Columns in which they differ. */
  readonly differing: Set<string>;
}

/** Names the figure of a year. */
export const blankKey = (field: Field, year: number): string => `${field} ${year}`;

export const nameOf = ({ fields }: Pick<Draft, "fields">): string => String(fields.get("name") ?? "");

const yearOf = ({ fields }: Pick<Row, "fields">): number | undefined => {
  const year = fields.get("year");
  return typeof year === "number" ? year : undefined;
};

/**
 * The draft that a row belongs to: a new one, or that of the same unit in another year.
 *
 * @param start the year whose row holds where rows differ in what belongs to no year; without it the latest
 */
export function draftOf(
  desk: Desk,
  drafts: Map<string, Draft>,
  row: Row,
  start: number | undefined,
): Draft | undefined {
  const name = nameOf(row);
  const code = row.fields.get("code");
  const own = code === undefined ? `${String(row.fields.get("prefecture") ?? "")}\n${name}` : `code ${code}`;
  const known = name === "" ? undefined : drafts.get(own);
  const year = yearOf(row);
  if (known === undefined) {
    const { line, ...rest } = row;
    const years = new Map(year === undefined ? [] : [[year, new Map<Field, Figure>()]]);
    const draft: Draft = {
      ...rest,
      years,
      lines: [line],
      blanks: new Map(),
      notes: [],
      from: year,
      differing: new Set(),
    };
    drafts.set(name === "" ? `row ${line}` : own, draft);
    return draft;
  }
  known.lines.push(row.line);
  if (year !== undefined && !known.years.has(year)) {
    known.years.set(year, new Map());
    merge(known, row, year, start);
    return known;
  }
  const what = year === undefined ? "there twice" : `a second row of ${year}`;
  const mend = `Delete one of the two rows, or tell them apart by a code; the first is in line ${known.at.line}.`;
  refuseCell(desk, row.at, "unit", "each unit once", mend, `"${shorten(name)}", ${what}`);
  return undefined;
}

/** Adds what belongs to no year from the row of one more year. */
function merge(known: Draft, row: Row, year: number, start: number | undefined): void {
  const holds = year === start || (known.from !== start && year > (known.from ?? -Infinity));
  for (const [field, value] of row.fields) {
    if (field === "year") continue;
    const before = known.fields.get(field);
    if (before !== undefined && before !== value) known.differing.add(columnOf(field).names[0]);
    if (before !== undefined && !holds) continue;
    known.fields.set(field, value);
    const cell = row.cells.get(field);
    if (cell !== undefined) known.cells.set(field, cell);
  }
  for (const way of row.travel) {
    const at = known.travel.findIndex(({ to }) => to === way.to);
    if (at >= 0 && known.travel[at].minutes !== way.minutes)
      known.differing.add(`minutes_to_${shorten(way.to)}`);
    if (at < 0) known.travel.push(way);
    else if (holds) known.travel[at] = way;
  }
  if (holds) known.from = year;
}

/** What is told where rows of one unit differ in what belongs to no year. */
export function differenceOf(draft: Draft): Note[] {
  if (draft.differing.size === 0 || draft.from === undefined) return [];
  const name = shorten(nameOf(draft));
  const columns = [...draft.differing];
  return [
    {
      en: `Rows of ${name} differ in ${columns.join(", ")}; that of ${draft.from} holds.`,
      zh: `${name}各年的行在${columns.join("、")}上不一致，以${draft.from}年的行为准。`,
    },
  ];
}
