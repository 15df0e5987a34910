/** Units of measure that a header may name. */

/** What is measured. A plain number, such as a thousand, may be of anything that is counted. */
type Kind = "heads" | "land" | "money" | "minutes" | "number";

/** Patterns of units, what they measure, and their factor to persons, hectares, yuan or minutes. The longer come first. */
const UNITS: readonly (readonly [pattern: RegExp, kind: Kind, factor: number])[] = [
  [/万人|万户/, "heads", 10_000],
  [/亿元/, "money", 1e8],
  [/万元/, "money", 1e4],
  [/万亩/, "land", 10_000 / 15],
  [/亩/, "land", 1 / 15],
  [/万公顷|千公顷/, "land", Number.NaN],
  [/公顷/, "land", 1],
  [/平方公里|平方千米|km\s?[2²]|sq ?km/, "land", 100],
  [/分钟/, "minutes", 1],
  [/[（(][人户个][)）]/, "heads", 1],
  [/[（(]元[)）]/, "money", 1],
  [/\b(ten|10) ?thousand\b|\b10k\b/, "number", 10_000],
  [/\bthousands?\b/, "number", 1000],
  [/\bmillions?\b|\bmn\b/, "number", 1e6],
  [/\bmu\b/, "land", 1 / 15],
  [/\b(ha|hectares?)\b/, "land", 1],
  [/\byuan\b/, "money", 1],
  [/\b(persons|people)\b/, "heads", 1],
];

/** What the units of columns measure, and what one of them is in persons, hectares or yuan. */
const OF_COLUMNS: ReadonlyMap<string, readonly [Kind, number]> = new Map([
  ["persons", ["heads", 1]],
  ["towns", ["heads", 1]],
  ["villages", ["heads", 1]],
  ["ha", ["land", 1]],
  ["km2", ["land", 100]],
  ["yuan a year", ["money", 1]],
  ["yuan a month", ["money", 1]],
]);

export interface NamedUnit {
  readonly kind: Kind;
  readonly factor: number;
}

/** The unit that a header names, and the header without it. */
export function unitIn(name: string): { readonly rest: string; readonly unit?: NamedUnit } {
  for (const [pattern, kind, factor] of UNITS) {
    if (pattern.test(name)) return { rest: name.replace(pattern, " "), unit: { kind, factor } };
  }
  return { rest: name };
}

/** What a number in a named unit is multiplied with to be in that of a column; NaN where the two measure other things. */
export function factorTo(unit: string, named: NamedUnit | undefined): number {
  if (named === undefined) return 1;
  const [kind, factor] = OF_COLUMNS.get(unit) ?? [];
  if (factor === undefined) return NaN;
  if (named.kind === "number") return named.factor;
  return named.kind === kind ? named.factor / factor : NaN;
}
