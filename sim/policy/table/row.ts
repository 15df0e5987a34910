/** How rows of the table are written. */
import type { Parameter } from "../parameter.ts";

/** How the world works: label in both languages, meaning, unit, bounds, default, source. */
export const assumption = (
  en: string,
  zh: string,
  doc: string,
  unit: string,
  [min, max]: readonly [number, number],
  value: number,
  source: string,
): Parameter => ({
  label: { en, zh },
  doc,
  unit,
  min,
  max,
  default: value,
  source,
  kind: "assumption",
});

/** What someone decides; 0 without policy. */
export const lever = (
  en: string,
  zh: string,
  doc: string,
  unit: string,
  [min, max]: readonly [number, number],
  source: string,
): Parameter => ({ label: { en, zh }, doc, unit, min, max, default: 0, source, kind: "lever" });

/** The honest word for a number that no source gives. */
export const ASSUMED = "assumed";
