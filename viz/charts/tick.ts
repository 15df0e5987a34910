/** Figures along an axis. */
import { number } from "../i18n/format.ts";
import type { Language } from "../i18n/words.ts";

/** From the first figure of an axis to the second. */
export const stepOf = ([first, second]: readonly { readonly value: number }[]): number =>
  second === undefined ? Math.abs(first?.value ?? 0) : Math.abs(second.value - first.value);

/**
 * Axis figures: short, the unit stands in the head of the panel; with as many digits as neighbours need to differ.
 *
 * @param step from one figure of the axis to the next, in the unit
 */
export function tick(value: number, step: number, unit: string, language: Language): string {
  const [shown, apart] = unit === "share" ? [value * 100, step * 100] : [value, step];
  // A step of 0.5 needs one decimal, one of 0.25 two; what is left of the third is rounding.
  const decimals = [0, 1, 2].find((digits) => isWhole(apart * 10 ** digits)) ?? 3;
  const digits = apart > 0 ? Math.max(3, Math.floor(Math.log10(Math.abs(shown) / apart)) + 2) : 3;
  const text = number(shown, decimals, language, { compact: true, digits });
  return unit === "share" ? `${text}%` : text;
}

const isWhole = (value: number): boolean => Math.abs(value - Math.round(value)) < 1e-6;
