/** Numbers as tables write them: with thousands separators, per cent signs, decimal commas, full-width digits. */

/** What a cell says. A text that may be read in two ways gives both. */
export interface NumberReading {
  readonly values: readonly number[];
  /** The cell has a per cent sign; values are as written, 12.3 for "12.3 %". */
  readonly percent: boolean;
}

const MISSING = new Set([
  "",
  "-",
  "--",
  "—",
  "——",
  "–",
  ".",
  "..",
  "...",
  "…",
  "na",
  "n/a",
  "nan",
  "null",
  "none",
  "无",
]);

/** Whether the cell says that there is no figure. */
export const isMissing = (text: string): boolean => MISSING.has(text.toLowerCase());

/**
 * @param comma whether the table is separated by commas: a comma within a number then parts thousands alone
 * @returns no value where the text is no number
 */
export function readNumber(text: string, comma: boolean): NumberReading {
  const plain = text.normalize("NFKC").replaceAll("\u2212", "-").trim();
  const percent = /\s*%$/.test(plain);
  const bare = plain
    .replace(/\s*%$/, "")
    // Spaces and apostrophes part thousands in some countries.
    .replaceAll(/(?<=\d)[\s'’_](?=\d{3}(?!\d))/g, "");
  return { values: readingsOf(bare, comma), percent };
}

function readingsOf(text: string, comma: boolean): number[] {
  if (text.length > 40) return [];
  if (/^[+-]?(\d+\.?\d*|\.\d+)(e[+-]?\d{1,3})?$/i.test(text)) return finite(text);
  const grouped = /^[+-]?\d{1,3}(,\d{3})+(\.\d+)?$/.test(text) ? finite(text.replaceAll(",", "")) : [];
  if (comma) return grouped;
  const decimal = /^[+-]?\d+,\d+$/.test(text) ? finite(text.replace(",", ".")) : [];
  const dotted = /^[+-]?\d{1,3}((\.\d{3})+,\d+|(\.\d{3}){2,})$/.test(text)
    ? finite(text.replaceAll(".", "").replace(",", "."))
    : [];
  return [...grouped, ...decimal, ...dotted];
}

const finite = (text: string): number[] => [Number(text)].filter(Number.isFinite);
