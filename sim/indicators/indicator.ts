/**
 * What an indicator is: a yearly figure measured on the world, never fed back into it.
 * The catalogue that lists them all is `catalogue.ts`.
 */

/** A short text in both languages of the page and the report. */
export interface Text {
  readonly en: string;
  readonly zh: string;
}

export interface IndicatorInfo {
  /** Dotted name in field words, `population.village`. Stable: it is a column name in every output file. */
  readonly id: string;
  readonly label: Text;
  /** `persons`, `share` (0-1), `yuan`, `yuan/year`, `ha`, `permille/year`, `ratio`, `minutes`, `years`, `utility`, `count`. */
  readonly unit: string;
  /** The formula in words or symbols, as the documentation prints it. */
  readonly formula: string;
  /** Which way is better: `up`, `down`, or null where a good direction can't be named. */
  readonly good: "up" | "down" | null;
}
