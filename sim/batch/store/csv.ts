/** Comma-separated values as RFC 4180 states them, but with `\n` as line end, in UTF-8. */
import type { Column, Table } from "./table.ts";

/**
 * The table as CSV text with one header line. Numbers are written so that reading them back gives the same double.
 */
export function toCsv({ rows, columns }: Table): string {
  const cells = columns.map(cellWriter);
  const lines: string[] = [columns.map((column) => quote(column.name)).join(",")];
  for (let row = 0; row < rows; row++) {
    let line = "";
    for (let column = 0; column < cells.length; column++)
      line += (column === 0 ? "" : ",") + cells[column](row);
    lines.push(line);
  }
  lines.push("");
  return lines.join("\n");
}

function cellWriter(column: Column): (row: number) => string {
  const { kind, values } = column;
  switch (kind) {
    case "text":
      return (row) => quote(values[row]);
    case "number":
      return (row) => numberText(values[row]);
    case "whole":
    case "flag":
      return (row) => String(values[row]);
  }
}

/** The shortest text that reads back as the same double; empty for NaN. */
export function numberText(value: number): string {
  if (Number.isNaN(value)) return "";
  return Object.is(value, -0) ? "-0" : String(value);
}

const quote = (text: string): string => (/[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text);

/**
 * Fields of a CSV text, line by line, the header included.
 *
 * @throws Error when a quoted field is left open or is followed by anything but a comma or a line end.
 */
export function parseCsv(text: string): string[][] {
  const lines: string[][] = [];
  let line: string[] = [];
  let at = 0;
  while (at < text.length) {
    const field = text[at] === '"' ? quotedField(text, at) : plainField(text, at);
    line.push(field.value);
    at = field.end;
    const next = text[at];
    if (next === ",") {
      at += 1;
      // A comma at the very end still opens one more, empty, field.
      if (at === text.length) line.push("");
      else continue;
    } else if (next === "\r" && text[at + 1] === "\n") at += 2;
    else if (next === "\n") at += 1;
    else if (next !== undefined)
      throw new Error(`CSV line ${lines.length + 1}: text follows a closing quote.`);
    lines.push(line);
    line = [];
  }
  return lines;
}

function plainField(text: string, from: number): { value: string; end: number } {
  let end = from;
  while (end < text.length && text[end] !== "," && text[end] !== "\n" && text[end] !== "\r") end += 1;
  return { value: text.slice(from, end), end };
}

function quotedField(text: string, from: number): { value: string; end: number } {
  let end = from;
  do {
    end = text.indexOf('"', end + 1);
    if (end < 0) throw new Error("CSV: a quoted field is left open.");
    // Two quotes in a row are one quote within the field.
  } while (text[end + 1] === '"' && ++end > 0);
  return { value: text.slice(from + 1, end).replaceAll('""', '"'), end: end + 1 };
}
