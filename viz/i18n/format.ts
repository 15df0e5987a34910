/** Figures as people write them, by unit and language. */
import type { Language } from "./words.ts";
import { isWord, say } from "./words.ts";

const LOCALES: Readonly<Record<Language, string>> = { en: "en-GB", zh: "zh-CN" };

/** Stands for a figure that isn't there (a flow before the first year, a rate of nobody). */
export const NOTHING = "–";

export interface FormatOptions {
  /** Short form for axes: 1.2M, 120万. */
  readonly compact?: boolean;
  /** Significant digits of the short form; 3 unless told otherwise. */
  readonly digits?: number;
  /** Plus sign for what is above zero. */
  readonly signed?: boolean;
  /** Leave the unit out. */
  readonly bare?: boolean;
}

/** `value` in `unit`, as a figure with its unit: 38 %, 1,240 persons, 2.31. */
export function figure(value: number, unit: string, language: Language, options: FormatOptions = {}): string {
  if (!Number.isFinite(value)) return NOTHING;
  const isPercent = unit === "share" || unit === "per-year";
  const shown = isPercent ? value * 100 : value;
  const text = number(shown, digitsFor(shown, unit), language, options);
  if (isPercent) {
    const percent = options.bare ? text : text + percentSign(language);
    return unit === "share"
      ? percent
      : `${percent}${language === "en" ? " " : ""}${say(language, "unit.per-year")}`;
  }
  const word = `unit.${unit}`;
  if (options.bare || unit === "ratio" || unit === "count" || !isWord(word)) return text;
  return `${text}${language === "en" ? " " : ""}${plainWord(word, language)}`;
}

/** The name of a unit, for the head of a chart. */
export function unitName(unit: string, language: Language): string {
  if (unit === "share") return "%";
  const word = `unit.${unit}`;
  return isWord(word) ? plainWord(word, language) : unit;
}

/** A number with a fixed count of decimals and a true minus sign. */
export function number(
  value: number,
  decimals: number,
  language: Language,
  { compact = false, digits = 3, signed = false }: FormatOptions = {},
): string {
  // Intl would write "-0" for what rounds to nothing from below.
  const rounded = Number(value.toFixed(decimals)) === 0 ? 0 : value;
  const large = compact && Math.abs(rounded) >= 1000;
  return new Intl.NumberFormat(LOCALES[language], {
    notation: large ? "compact" : "standard",
    maximumSignificantDigits: large ? digits : undefined,
    maximumFractionDigits: large ? undefined : decimals,
    minimumFractionDigits: large || compact ? undefined : decimals,
    signDisplay: signed ? "exceptZero" : "auto",
  })
    .format(rounded)
    .replace("-", "−");
}

/** English sets the sign off by a narrow space, Chinese does not. */
export const percentSign = (language: Language): string => (language === "en" ? "\u202f%" : "%");

/** Decimals that a figure of this unit deserves. */
function digitsFor(value: number, unit: string): number {
  const size = Math.abs(value);
  if (unit === "persons" || unit === "count" || unit === "personYears" || unit === "persons/year") return 0;
  if (unit === "ratio") return 2;
  if (unit === "share" || unit === "per-year") return size < 10 && size % 1 !== 0 ? 1 : 0;
  if (unit.startsWith("yuan") || unit.startsWith("ha")) return size < 10 && size % 1 !== 0 ? 1 : 0;
  return size < 10 ? 1 : 0;
}

function plainWord(id: string, language: Language): string {
  // The words of units have no slots.
  return say(language, id as "unit.persons");
}
