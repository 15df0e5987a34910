/** Cells of a table as values, each fault with its place, its expectation and its mend. */
import { isPrintable, shorten, type Fault } from "../faults.ts";
import { columnOf, type Field } from "./columns.ts";
import type { Cell } from "./csv.ts";
import type { Heading } from "./heading.ts";
import { isMissing, readNumber } from "./numbers.ts";

/** What is needed to read a cell and to say what is wrong with it. */
export interface Desk {
  readonly file: string;
  /** Whether commas separate the cells. */
  readonly comma: boolean;
  readonly faults: Fault[];
}

export function refuseCell(
  desk: Desk,
  cell: Cell,
  path: string,
  expected: string,
  mend: string,
  value = cell.text === "" ? "empty" : `"${shorten(cell.text)}"`,
): void {
  desk.faults.push({ file: desk.file, line: cell.line, column: cell.column, path, value, expected, mend });
}

/** The text of a cell; undefined where it is empty or refused. */
export function textIn(desk: Desk, cell: Cell, heading: Heading): string | undefined {
  const text = cell.text.replaceAll(/\s+/g, " ");
  if (isMissing(text)) return undefined;
  if (text.length <= 100 && Array.from(text).every(isPrintable)) return text;
  refuseCell(desk, cell, heading.label, "a text of at most 100 printable signs", "Shorten or retype it.");
  return undefined;
}

/** The number of a cell in the unit of its field; undefined where it is empty or refused. */
export function numberIn(desk: Desk, cell: Cell, heading: Heading): number | undefined {
  if (isMissing(cell.text)) return undefined;
  const { form, min, max, unit } = columnOf(heading.field);
  const refuse = (mend: string): undefined => {
    refuseCell(desk, cell, heading.label, expectation(heading), mend);
    return undefined;
  };
  const degree = unit.startsWith("degrees") ? degreesOf(cell.text, heading.field) : undefined;
  const { values, percent } = readNumber(degree ?? cell.text, desk.comma);
  if (values.length === 0) return refuse(mendOfText(cell.text, desk.comma, unit));
  if (percent && form !== "share") return refuse("Write the number itself, not per cent.");
  const inPercent = form === "share" && (percent || heading.percent);
  const scaled = values.map((value) => settle(value, inPercent ? 0.01 : heading.factor, form));
  const fitting = scaled.filter((value) => value >= min && value <= max && isWhole(value, form));
  if (fitting.length === 1) {
    const [value] = fitting;
    // A share in a column of per cent: 0.45 % of the people in towns, or of 65 and over, is no county.
    if (NEVER_TINY.has(heading.field) && heading.percent && !percent && value > 0 && value <= 0.01) {
      const share = shorten(cell.text, 20);
      return refuse(`If ${share} is a share, name the column ${columnOf(heading.field).names[0]}.`);
    }
    return value;
  }
  if (fitting.length > 1) return refuse(`Write ${fitting[0]} or ${fitting[1]}: the comma may mean either.`);
  return refuse(mendOfNumber(scaled[0], heading));
}

/** Shares that are above 1 % wherever people live, or nothing. */
const NEVER_TINY: ReadonlySet<Field> = new Set(["urbanShare", "young", "old60", "old65"]);

/** A number in per cent, in 万人 or 亩, without the crumbs of its multiplication. */
function settle(value: number, factor: number, form: string): number {
  if (factor === 1) return value;
  const digits = Number((value * factor).toPrecision(12));
  return form === "whole" ? Math.round(digits) : digits;
}

const isWhole = (value: number, form: string): boolean => form !== "whole" || Number.isInteger(value);

/** Where a number in the wrong unit or sign most likely came from. */
function mendOfNumber(value: number, { field, percent }: Heading): string {
  const { form, min, max, unit } = columnOf(field);
  if (form === "share" && !percent && value > 1 && value <= 100) {
    return `For per cent write ${value}% or ${Number((value / 100).toPrecision(12))}.`;
  }
  if (value < min && min === 0) return "Delete the minus sign, or empty the cell if there is no figure.";
  if (field === "latitude" && value >= -180 && value <= 180) {
    return "It may be a longitude: are longitude and latitude swapped?";
  }
  if (field === "latitude" || field === "longitude") {
    return "Write degrees with decimals, north and east positive.";
  }
  if (form === "whole" && value > min && value < max) {
    if (field === "urban" && value <= 1) return "Name the column urban_share if it is a share.";
    return `Write a whole number, ${Math.round(value)} for example; a column of 10,000 persons is named in 万人.`;
  }
  return `Write it in the unit ${unit}.`;
}

function mendOfText(text: string, comma: boolean, unit: string): string {
  if (/^\s*[+-]?\d+,\d+\s*%?$/.test(text) && comma) return `Write ${text.trim().replace(",", ".")}.`;
  if (unit.startsWith("degrees") && /[NESW]$/i.test(text)) {
    return "Are longitude and latitude swapped? One is east or west, the other north or south.";
  }
  if (unit.startsWith("degrees")) return "Write degrees with decimals, such as 118.87.";
  return "Write a number, or empty the cell if there is no figure.";
}

/** What a column takes, in words. */
export function expectation({ field, percent, factor }: Heading): string {
  const { form, min, max, unit } = columnOf(field);
  if (form === "text") return "a text";
  if (form === "share")
    return percent ? "per cent from 0 to 100" : "a share from 0 to 1, or per cent with the sign %";
  const number = form === "whole" && factor === 1 ? "a whole number" : "a number";
  return `${number} from ${Number((min / factor).toPrecision(6))} to ${Number((max / factor).toPrecision(6))} (${unit})`;
}

/** `118.87° E` as `118.87`, `3.5W` as `-3.5`; a letter that belongs to the other column stays, and is no number. */
function degreesOf(text: string, field: Field): string {
  const match = /^([+-]?[\d.,]+)\s*°?\s*([NESW])?$/i.exec(text.normalize("NFKC").trim());
  if (match === null || (match[2] !== undefined && (field === "latitude") !== /[NS]/i.test(match[2])))
    return text;
  const negative = /[SW]/i.test(match[2] ?? "");
  return negative ? `-${match[1]}` : match[1];
}
