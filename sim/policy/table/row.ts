/** How rows of the table are written. */
import type { Parameter, RuleValue } from "../parameter.ts";

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

/** What someone decides; 0 without policy. Amounts, in yuan or hectares, add up where policies meet. */
export const lever = (
  en: string,
  zh: string,
  doc: string,
  unit: string,
  [min, max]: readonly [number, number],
  source: string,
): Parameter => ({
  label: { en, zh },
  doc,
  unit,
  min,
  max,
  default: 0,
  source,
  kind: "lever",
  stack: /^(yuan|ha)\b/.test(unit) ? "add" : "agree",
});

/** A rule that a process follows, chosen by name; the first of its values is what holds without policy. */
export const rule = (
  en: string,
  zh: string,
  doc: string,
  values: readonly RuleValue[],
  source: string,
): Parameter => ({ ...lever(en, zh, doc, "code", [0, values.length - 1], source), values });

/** Which of several laws of the literature holds, chosen by name or number; the first is the default. */
export const law = (
  en: string,
  zh: string,
  doc: string,
  values: readonly RuleValue[],
  source: string,
): Parameter => ({ ...assumption(en, zh, doc, "code", [0, values.length - 1], 0, source), values });

/** The honest word for a number that no source gives. */
export const ASSUMED = "assumed";
