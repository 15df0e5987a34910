/** One row of THE parameter table: what it means, its unit and bounds, its default and where that comes from. */
export interface Parameter {
  readonly label: { readonly en: string; readonly zh: string };
  /** One sentence: what the number does in the model. */
  readonly doc: string;
  /** `share` (0-1), `per-year`, `yuan`, `minutes`, `persons`, …; `code` for a rule or a law, of which there is no more or less. */
  readonly unit: string;
  readonly min: number;
  readonly max: number;
  readonly default: number;
  /** A citation, or the honest word `assumed`. */
  readonly source: string;
  /**
   * `assumption`: how the world works; set by `parameters:` in a scenario, one value for the whole world.
   * `lever`: what someone decides; set by the measures of a policy, at a place, from a month until a month.
   */
  readonly kind: "assumption" | "lever";
  /** Of a rule or a law: what its values are called, in the order of their numbers from 0. */
  readonly values?: readonly RuleValue[] | undefined;
  /**
   * Of a lever: how several measures meet at one place and month. Amounts `add` up, to the greatest value of the row
   * and no further; shares, rates and rules must `agree`, and a run in which they don't is refused.
   */
  readonly stack?: "add" | "agree" | undefined;
}

export interface RuleValue {
  readonly id: string;
  readonly en: string;
  readonly zh: string;
}

/** A rule is kept or isn't: it is not paid for in part, and doesn't rest while a treasury is empty. */
export const isRule = ({ unit }: Parameter): boolean => unit === "code";

/** What a value is in words: the name of a rule's or a law's value, else the number with its unit. */
export function sayValue(row: Parameter, value: number, language: "en" | "zh"): string {
  return isRule(row) ? (row.values?.[value]?.[language] ?? String(value)) : `${value} ${row.unit}`;
}

/** Bounds in words: `0 – 1`, the names of a rule's values, or the numbers and names of a law's. */
export function sayBounds({ kind, min, max, values }: Parameter, between = " – "): string {
  if (values === undefined) return `${min}${between}${max}`;
  return values.map(({ id }, value) => (kind === "assumption" ? `${value} ${id}` : id)).join(", ");
}
