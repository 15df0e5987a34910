/** Figures as readers expect them; written out by hand, because the machine's language must not change a file. */

import type { Text } from "../../indicators/indicator.ts";

const ABSENT = "–";

/** `41.3 %`, `12,345`, `1.23 bn`: the value in its unit, without the unit's name (see `unitLabel`). */
export function figure(value: number, unit: string): string {
  if (!Number.isFinite(value)) return ABSENT;
  switch (unit) {
    case "share":
      return `${fixed(value * 100, 1)} %`;
    case "ratio":
      return fixed(value, Math.abs(value) < 10 ? 3 : 1);
    case "minutes":
    case "permille/year":
      return fixed(value, 1);
    case "yuan":
    case "yuan/year":
      return money(value);
    default:
      return Number.isInteger(value) || Math.abs(value) >= 100 ? grouped(value) : fixed(value, 2);
  }
}

/** As `figure`, with its sign also where it is positive; a difference of shares is in points of per cent. */
export function difference(value: number, unit: string): string {
  const text =
    unit === "share" && Number.isFinite(value) ? `${fixed(value * 100, 2)} pp` : figure(value, unit);
  return value > 0 && /[1-9]/.test(text) ? `+${text}` : text;
}

/** The unit's name beside a figure; shares carry their sign with them. */
export const unitLabel = (unit: string): string =>
  unit === "share" || unit === "ratio" || unit === "count" ? "" : unit;

const UNITS_ZH: Readonly<Record<string, string>> = {
  persons: "人",
  "persons/year": "人/年",
  yuan: "元",
  "yuan/year": "元/年",
  "yuan/month": "元/月",
  ha: "公顷",
  minutes: "分钟",
  "permille/year": "‰/年",
  utility: "效用",
  years: "年",
};

/** The unit's name in both languages. */
export const unitText = (unit: string): Text => ({
  en: unitLabel(unit),
  zh: UNITS_ZH[unit] ?? unitLabel(unit),
});

/** The figure in both languages: Chinese counts large sums of money in units of ten thousand and of a hundred million. */
export function figureText(value: number, unit: string): Text {
  const en = figure(value, unit);
  return { en, zh: isMoney(unit) && Math.abs(value) >= 1e6 ? chineseMoney(value) : en };
}

export const isMoney = (unit: string): boolean => unit === "yuan" || unit === "yuan/year";

function chineseMoney(yuan: number): string {
  const size = Math.abs(yuan);
  if (size >= 1e8) return `${fixed(yuan / 1e8, size >= 1e10 ? 0 : 2)}亿`;
  return `${fixed(yuan / 1e4, 0)}万`;
}

function money(yuan: number): string {
  const size = Math.abs(yuan);
  if (size >= 1e9) return `${fixed(yuan / 1e9, size >= 1e11 ? 0 : 2)} bn`;
  if (size >= 1e6) return `${fixed(yuan / 1e6, size >= 1e8 ? 0 : 2)} m`;
  return grouped(yuan);
}

/** Whole number with a comma at every three digits. */
export const grouped = (value: number): string => group(fixed(value, 0));

/** Decimals by the shortest rounding that JavaScript defines exactly; a rounded zero has no sign. */
export function fixed(value: number, digits: number): string {
  const text = value.toFixed(digits);
  return /[1-9]/.test(text) ? text : text.replace("-", "");
}

const group = (digits: string): string => digits.replaceAll(/\B(?=(\d{3})+(?!\d))/g, ",");
