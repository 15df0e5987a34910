/** The header line of a table: what each column means, which ones are missing, double or unknown. */
import { shorten } from "../faults.ts";
import { FORBIDDEN_KEYS } from "../limits.ts";
import { refuseCell, type Desk } from "./cells.ts";
import { columnOf, type Field } from "./columns.ts";
import { wholeFault, type Cell } from "./csv.ts";
import { headingOf, suggestHeader, type Heading } from "./heading.ts";
import type { Note } from "./notes.ts";

/** By column; undefined where the name is unknown. */
export type Headings = readonly (Heading | undefined)[];

export function readHeader(
  desk: Desk,
  header: readonly Cell[],
): { headings: Headings; notes: readonly Note[] } {
  const headings = header.map(({ text }) => (FORBIDDEN_KEYS.has(text) ? undefined : headingOf(text)));
  const first = new Map<string, Cell>();
  headings.forEach((heading, k) => {
    if (heading === undefined) return;
    const key = `${heading.field} ${heading.year ?? ""} ${heading.to ?? ""}`;
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
    ({ text }) => suggestHeader(text) && `For ${shorten(text)}: ${suggestHeader(text)}`,
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
      en: `The column ${shorten(heading.label)} names no unit of measure and is read as ${unit}.`,
      zh: `列“${shorten(heading.label)}”未注明单位，按${unit === "ha" ? "公顷" : "元/年"}读取。`,
    });
  }
  return { headings, notes };
}
