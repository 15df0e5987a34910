/**
 * Comma-separated values (RFC 4180) as cells that know their place. Semicolons and tabs separate as well, lines end in
 * any of the three ways, a mark of byte order is skipped.
 */
import { shorten, type Fault } from "../faults.ts";

export interface Cell {
  /** Without the quotes around it and without spaces at its ends. */
  readonly text: string;
  /** Counted from 1. */
  readonly line: number;
  /** Counted from 1. */
  readonly column: number;
}

export interface Sheet {
  /** Rows in which something stands; the first is the header. */
  readonly rows: readonly (readonly Cell[])[];
  readonly separator: string;
  readonly faults: readonly Fault[];
}

/** Characters of one table: all 2,800 counties of China with two censuses take a tenth. */
export const MAX_TABLE_LENGTH = 20_000_000;
export const MAX_TABLE_CELLS = 2_000_000;

const SEPARATORS = [",", ";", "\t"] as const;
const LINE_END = /\r\n|\n|\r/;

export function readCsv(text: string, file: string): Sheet {
  const body = text.replace(/^\ufeff/, "");
  const refused = refusal(body, file);
  if (refused !== undefined) return { rows: [], separator: ",", faults: [refused] };
  // Excel's own way to name the separator.
  const named = /^sep=([,;\t])(\r\n|\n|\r)/.exec(body);
  const separator = named?.[1] ?? separatorOf(body);
  const scan: Scan = { body, separator, at: 0, line: 1, lineStart: 0, cells: 0, faults: [], file };
  if (named !== null) passLineEnd(scan, named[0].length - named[2].length);
  const rows: Cell[][] = [];
  while (scan.at < body.length) {
    const row = readRow(scan);
    if (scan.cells > MAX_TABLE_CELLS) {
      const value = `a table of more than ${MAX_TABLE_CELLS} cells`;
      const expected = `at most ${MAX_TABLE_CELLS} cells`;
      scan.faults.push(wholeFault(file, value, expected, "Leave out columns and rows that are not needed."));
      break;
    }
    if (row.some((cell) => cell.text !== "")) rows.push(row);
  }
  if (rows.length === 0 && scan.faults.length === 0) {
    scan.faults.push(wholeFault(file, "empty", "a header line and rows", "Give one row to each unit."));
  }
  return { rows, separator, faults: scan.faults };
}

export const wholeFault = (file: string, value: string, expected: string, mend: string): Fault => ({
  file,
  line: 1,
  column: 1,
  path: "",
  value,
  expected,
  mend,
});

interface Scan {
  readonly body: string;
  readonly separator: string;
  readonly file: string;
  readonly faults: Fault[];
  at: number;
  line: number;
  lineStart: number;
  /** Cells up to now. */
  cells: number;
}

function refusal(body: string, file: string): Fault | undefined {
  if (body.length > MAX_TABLE_LENGTH) {
    const expected = `at most ${MAX_TABLE_LENGTH} characters`;
    return wholeFault(
      file,
      `${body.length} characters long`,
      expected,
      "Leave out rows that are not needed.",
    );
  }
  // What is no text, and signs that turn the direction of writing, so that a line shows what it isn't.
  const strange =
    /(?![\t\n\r\u0085])[\p{Cc}\p{Cs}\u2028\u2029\ufffd\ufffe\uffff\u202a-\u202e\u2066-\u2069]/u.exec(body);
  if (strange === null) return undefined;
  const before = body.slice(0, strange.index).split(LINE_END);
  return {
    ...wholeFault(
      file,
      `not plain text (character ${shorten(strange[0])})`,
      "text in UTF-8",
      "Save the table as CSV UTF-8 (in Excel: Save as, CSV UTF-8).",
    ),
    line: before.length,
    column: before[before.length - 1].length + 1,
  };
}

/** The sign that stands most often in the header, the first line that isn't blank, outside quotes; a comma where none stands. */
function separatorOf(body: string): string {
  const header = (/^[ \r\n]*([^\r\n]*)/.exec(body)?.[1] ?? "").replaceAll(/"[^"]*"/g, "");
  const counts = SEPARATORS.map((sign) => header.split(sign).length);
  return SEPARATORS[counts.indexOf(Math.max(...counts))];
}

function readRow(scan: Scan): Cell[] {
  const { body, separator } = scan;
  const row: Cell[] = [];
  for (;;) {
    row.push(readCell(scan));
    if (++scan.cells > MAX_TABLE_CELLS) return row;
    const next = body[scan.at];
    if (next === separator) {
      scan.at += 1;
      continue;
    }
    if (next !== undefined) passLineEnd(scan, scan.at);
    return row;
  }
}

/** Goes to the beginning of the next line; `end` is where this one ends. */
function passLineEnd(scan: Scan, end: number): void {
  scan.at = end + (scan.body.startsWith("\r\n", end) ? 2 : 1);
  scan.line += 1;
  scan.lineStart = scan.at;
}

function readCell(scan: Scan): Cell {
  const { body, separator, line } = scan;
  const column = scan.at - scan.lineStart + 1;
  let from = scan.at;
  while (body[from] === " ") from += 1;
  if (body[from] !== '"') {
    const end = plainEnd(body, separator, scan.at);
    const text = body.slice(scan.at, end).trim();
    scan.at = end;
    return { text, line, column };
  }
  const text = readQuoted(scan, from, column);
  const end = plainEnd(body, separator, scan.at);
  const rest = body.slice(scan.at, end).trim();
  if (rest !== "") {
    const value = `"${shorten(rest, 20)}" after a closing quote`;
    const mend = 'Put the whole cell in quotes; a quote within it is written twice: "".';
    const place = { file: scan.file, line: scan.line, column: scan.at - scan.lineStart + 1 };
    scan.faults.push({ ...place, path: "", value, expected: "the next cell or line", mend });
  }
  scan.at = end;
  return { text: text.trim(), line, column };
}

/** The text between quotes; stops behind the closing one. */
function readQuoted(scan: Scan, from: number, column: number): string {
  const { body, line } = scan;
  let end = from;
  do {
    end = body.indexOf('"', end + 1);
    if (end < 0) {
      const fault = wholeFault(scan.file, "an open quote", "a closing quote", 'Close the cell with ".');
      scan.faults.push({ ...fault, line, column });
      scan.at = body.length;
      return body.slice(from + 1);
    }
    // Two quotes in a row are one quote within the cell.
  } while (body[end + 1] === '"' && ++end > 0);
  const text = body.slice(from + 1, end);
  const lines = text.split(LINE_END);
  if (lines.length > 1) {
    scan.line += lines.length - 1;
    scan.lineStart = end - lines[lines.length - 1].length;
  }
  scan.at = end + 1;
  return text.replaceAll('""', '"');
}

function plainEnd(body: string, separator: string, from: number): number {
  let end = from;
  while (end < body.length && body[end] !== separator && body[end] !== "\n" && body[end] !== "\r") end += 1;
  return end;
}
