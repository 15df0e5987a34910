/** A table as units: every row read, every fault told at once. */
import { limitFaults, shorten, type Fault } from "../faults.ts";
import { FORBIDDEN_KEYS } from "../limits.ts";
import { numberIn, refuseCell, textIn, type Desk } from "./cells.ts";
import { bandName, BAND_FROM, ageField, columnOf, type Field } from "./columns.ts";
import { readCsv, wholeFault, type Cell } from "./csv.ts";
import { headingOf, suggestHeader, type Heading } from "./headers.ts";
import { censusOf } from "./census.ts";
import type { Note } from "./notes.ts";
import type { ImportedCensus, ImportedUnit } from "./unit.ts";

/** The year of figures whose column names none. */
export const UNDATED_YEAR = 2020;

export interface UnitTable {
  readonly units: readonly ImportedUnit[];
  readonly faults: readonly Fault[];
  /** What was understood in a way that the reader of the table should know. */
  readonly notes: readonly Note[];
}

interface DatedCell {
  readonly cell: Cell;
  readonly heading: Heading;
}

/** One row, or several rows of one unit and different years. */
interface Draft {
  readonly first: readonly Cell[];
  readonly name: string;
  /** The cell of the name, where faults of the whole row are told. */
  readonly at: Cell;
  readonly fields: Map<Field, string | number>;
  readonly years: Map<number, Map<Field, { value: number; cell: Cell; label: string }>>;
}

/**
 * Reads a table of units.
 *
 * @param csv the text of the table; see docs/import.md for its columns
 * @param file its name in faults
 * @param undatedYear the year of columns that name none
 */
export function readUnits(csv: string, file = "units.csv", undatedYear = UNDATED_YEAR): UnitTable {
  const sheet = readCsv(csv, file);
  const [header] = sheet.rows;
  if (header === undefined || sheet.faults.some(({ value }) => value === "an open quote")) {
    return { units: [], faults: sheet.faults, notes: [] };
  }
  const desk: Desk = { file, comma: sheet.separator === ",", faults: [...sheet.faults] };
  const { headings, notes } = readHeader(desk, header);
  const drafts = new Map<string, Draft>();
  if (desk.faults.length === sheet.faults.length) {
    for (const row of sheet.rows.slice(1)) readRow(desk, row, header, headings, undatedYear, drafts);
    if (sheet.rows.length === 1) {
      desk.faults.push(wholeFault(file, "a header alone", "rows of units", "Give one row to each unit."));
    }
  }
  const units = [...drafts.values()].flatMap((draft) => finishUnit(desk, draft, notes) ?? []);
  const undated = headings.some(
    (heading) => heading?.year === undefined && heading && columnOf(heading.field).dated,
  );
  const byRow = headings.some((heading) => heading?.field === "year");
  if (undated && !byRow && units.length > 0) {
    notes.push({
      en: `Columns that name no year are read as figures of ${undatedYear}.`,
      zh: `未注明年份的列按${undatedYear}年的数据读取。`,
    });
  }
  return { units, faults: limitFaults(inOrder(desk.faults)), notes };
}

const inOrder = (faults: readonly Fault[]): Fault[] =>
  [...faults].sort((a, b) => a.line - b.line || a.column - b.column);

function readHeader(
  desk: Desk,
  header: readonly Cell[],
): { headings: (Heading | undefined)[]; notes: Note[] } {
  const headings = header.map(({ text }) => (FORBIDDEN_KEYS.has(text) ? undefined : headingOf(text)));
  const first = new Map<string, Cell>();
  headings.forEach((heading, k) => {
    if (heading === undefined) return;
    const key = `${heading.field} ${heading.year ?? ""}`;
    const before = first.get(key);
    if (before === undefined) first.set(key, header[k]);
    else {
      const mend = `Delete or rename one of the two; the other is "${shorten(before.text)}", column ${before.column}.`;
      refuseCell(desk, header[k], "header", "each figure and year once", mend);
    }
  });
  const has = (...fields: Field[]): boolean =>
    headings.some((heading) => heading && fields.includes(heading.field));
  const unknown = header.filter((cell, k) => headings[k] === undefined && cell.text !== "");
  const suggestions = unknown.map(
    ({ text }) => suggestHeader(text) && `${shorten(text)}: ${suggestHeader(text)}`,
  );
  const hint = suggestions.filter((text) => text !== "").join("");
  const need = (known: boolean, name: string, expected: string): void => {
    if (known) return;
    const mend = `${hint}Add the column, or rename the one that has it. docs/import.md lists all names.`;
    desk.faults.push({
      ...wholeFault(desk.file, "missing", expected, mend),
      line: header[0].line,
      path: name,
    });
  };
  need(has("name"), "unit", "a column with the names of the units (unit, name or 县区)");
  need(has("residents"), "population", "a column with the residents (population, residents or 常住人口)");
  need(
    has("urban", "urbanShare"),
    "urban_share",
    "a column with urban residents or their share (urban, urban_share)",
  );
  need(has("longitude"), "longitude", "a column with degrees east (longitude, lon or 经度)");
  need(has("latitude"), "latitude", "a column with degrees north (latitude, lat or 纬度)");
  const notes: Note[] = [];
  if (unknown.length > 0) {
    const names = unknown.slice(0, 20).map(({ text }) => shorten(text, 30));
    const more = unknown.length > 20 ? ` (+${unknown.length - 20})` : "";
    notes.push({
      en: `Columns that are not used: ${names.join(", ")}${more}. ${hint}`.trim(),
      zh: `未使用的列：${names.join("、")}${more}。`,
    });
  }
  for (const heading of headings) {
    if (heading === undefined || heading.unitNamed) continue;
    if (heading.field !== "arableHa" && heading.field !== "ownRevenue") continue;
    const { unit } = columnOf(heading.field);
    notes.push({
      en: `The column ${shorten(heading.label)} names no unit and is read as ${unit}.`,
      zh: `列“${shorten(heading.label)}”未注明单位，按${unit === "ha" ? "公顷" : "元/年"}读取。`,
    });
  }
  return { headings, notes };
}

function readRow(
  desk: Desk,
  row: readonly Cell[],
  header: readonly Cell[],
  headings: readonly (Heading | undefined)[],
  undatedYear: number,
  drafts: Map<string, Draft>,
): void {
  const surplus = row.slice(header.length).find(({ text }) => text !== "");
  if (surplus !== undefined || row.length < header.length) {
    const value = `${row.length} cells`;
    const mend =
      row.length < header.length
        ? "Add the missing cells; an empty cell still needs its separator."
        : "Put a cell that holds the separator in quotes, or delete the surplus cells.";
    refuseCell(desk, surplus ?? row[0], "the row", `${header.length} cells, as in the header`, mend, value);
    return;
  }
  const fields = new Map<Field, string | number>();
  const figures: DatedCell[] = [];
  let at = row[0];
  headings.forEach((heading, k) => {
    if (heading === undefined) return;
    const { form, dated } = columnOf(heading.field);
    if (heading.field === "name") at = row[k];
    if (dated) figures.push({ cell: row[k], heading });
    else {
      const value = (form === "text" ? textIn : numberIn)(desk, row[k], heading);
      if (value !== undefined) fields.set(heading.field, value);
      else if (isRequired(heading.field)) refuseEmpty(desk, row[k], heading);
    }
  });
  const name = String(fields.get("name") ?? "");
  const ownYear = fields.get("year");
  const draft = draftOf(desk, drafts, name, at, row, fields);
  if (draft === undefined) return;
  for (const { cell, heading } of figures) {
    const value = numberIn(desk, cell, heading);
    if (value === undefined) continue;
    const year = heading.year ?? (typeof ownYear === "number" ? ownYear : undatedYear);
    const rowOfYear = draft.years.get(year) ?? new Map<Field, { value: number; cell: Cell; label: string }>();
    if (!rowOfYear.has(heading.field)) rowOfYear.set(heading.field, { value, cell, label: heading.label });
    draft.years.set(year, rowOfYear);
  }
}

const isRequired = (field: Field): boolean =>
  field === "name" || field === "longitude" || field === "latitude";

function refuseEmpty(desk: Desk, cell: Cell, heading: Heading): void {
  if (desk.faults.some((fault) => fault.line === cell.line && fault.column === cell.column)) return;
  const expected = heading.field === "name" ? "the name of the unit" : "a figure for every unit";
  refuseCell(desk, cell, heading.label, expected, "Fill in the cell, or delete the row.");
}

/** The draft that the row belongs to: a new one, or that of the same unit in another year. */
function draftOf(
  desk: Desk,
  drafts: Map<string, Draft>,
  name: string,
  at: Cell,
  row: readonly Cell[],
  fields: Map<Field, string | number>,
): Draft | undefined {
  const code = fields.get("code");
  const key = code === undefined ? `${String(fields.get("prefecture") ?? "")}\n${name}` : `code ${code}`;
  const known = name === "" ? undefined : drafts.get(key);
  const year = fields.get("year");
  if (known === undefined) {
    const draft: Draft = { first: row, name, at, fields, years: new Map() };
    if (typeof year === "number") draft.years.set(year, new Map());
    drafts.set(name === "" ? `row ${row[0].line}` : key, draft);
    return draft;
  }
  if (typeof year === "number" && !known.years.has(year)) {
    known.years.set(year, new Map());
    for (const [field, value] of fields) if (!known.fields.has(field)) known.fields.set(field, value);
    return known;
  }
  const what = typeof year === "number" ? `a second row of ${year}` : "there twice";
  const mend = `Delete one of the two rows, or tell them apart by a code; the first is in line ${known.at.line}.`;
  refuseCell(desk, at, "unit", "each unit once", mend, `"${shorten(name)}", ${what}`);
  return undefined;
}

function finishUnit(desk: Desk, { name, at, fields, years }: Draft, notes: Note[]): ImportedUnit | undefined {
  const before = desk.faults.length;
  const text = (field: Field): string | undefined => {
    const value = fields.get(field);
    return typeof value === "string" ? value : undefined;
  };
  const number = (field: Field): number | undefined => {
    const value = fields.get(field);
    return typeof value === "number" ? value : undefined;
  };
  const census: Record<number, ImportedCensus> = {};
  for (const [year, figures] of [...years].sort(([a], [b]) => a - b)) {
    const row = censusOf(desk, figures, name, year, notes);
    if (row !== undefined) census[year] = row;
  }
  const longitude = number("longitude");
  const latitude = number("latitude");
  if (name !== "" && Object.keys(census).length === 0 && desk.faults.length === before) {
    refuseCell(
      desk,
      at,
      "population",
      "the residents of at least one year",
      "Fill them in, or delete the row.",
      "missing",
    );
  }
  const code = text("code");
  if (code !== undefined && !/^\d{6,12}$/.test(code)) {
    refuseCell(
      desk,
      at,
      "code",
      "6 to 12 digits",
      "Correct the code, or empty the cell.",
      `"${shorten(code)}"`,
    );
  }
  const kind = kindOf(desk, at, text("kind"));
  const terrain = sharesOf(desk, at, ["plain", "hill", "mountain"], number);
  if (longitude === undefined || latitude === undefined || name === "") return undefined;
  return {
    name,
    nameEn: text("nameEn"),
    code,
    prefecture: text("prefecture"),
    kind,
    longitude,
    latitude,
    areaKm2: number("areaKm2"),
    towns: number("towns"),
    villages: number("villages"),
    terrain,
    arableHa: number("arableHa"),
    ownRevenue: number("ownRevenue"),
    census,
    line: at.line,
  };
}

const KINDS: ReadonlyMap<string, "core" | "county"> = new Map([
  ["core", "core"],
  ["core city", "core"],
  ["city", "core"],
  ["中心城市", "core"],
  ["county", "county"],
  ["county seat", "county"],
  ["县", "county"],
]);

function kindOf(desk: Desk, at: Cell, text: string | undefined): "core" | "county" | undefined {
  if (text === undefined) return undefined;
  const kind = KINDS.get(text.toLowerCase());
  if (kind === undefined) {
    refuseCell(
      desk,
      at,
      "kind",
      "core or county",
      "Write core for a core city, county for others.",
      `"${shorten(text)}"`,
    );
  }
  return kind;
}

function sharesOf(
  desk: Desk,
  at: Cell,
  fields: readonly ["plain", "hill", "mountain"],
  number: (field: Field) => number | undefined,
): { plain: number; hill: number; mountain: number } | undefined {
  const values = fields.map(number);
  if (values.every((value) => value === undefined)) return undefined;
  const [plain, hill, mountain] = values;
  const sum = (plain ?? 0) + (hill ?? 0) + (mountain ?? 0);
  if (plain === undefined || hill === undefined || mountain === undefined || Math.abs(sum - 1) > 0.005) {
    const expected = "three shares that sum to 1: plain, hill and mountain";
    refuseCell(
      desk,
      at,
      "terrain",
      expected,
      "Correct them, or empty all three.",
      `shares that sum to ${sum}`,
    );
    return undefined;
  }
  return { plain, hill, mountain };
}

/** For messages: the names of age bands that a row lacks. */
export const bandsMissing = (has: (field: Field) => boolean): string[] =>
  BAND_FROM.flatMap((_, band) => (has(ageField(band)) ? [] : [bandName(band)]));
