/** What the header of a table means: for each of its columns a field, a year, a unit. */
import { BAND_FROM } from "../bands.ts";
import { didYouMean } from "../suggest.ts";
import { ageField, bandName, columnOf, COLUMNS, type Field } from "./columns.ts";
import { factorTo, type NamedUnit, unitIn } from "./units.ts";

export interface Heading {
  /** As it is written. */
  readonly label: string;
  readonly field: Field;
  readonly year?: number | undefined;
  /** The header names per cent. */
  readonly percent: boolean;
  /** What a number is multiplied with to come to the unit of the field: 10,000 under 万人. */
  readonly factor: number;
  /** Whether the header names the unit. */
  readonly unitNamed: boolean;
  /** Of travel times: the unit or city that the column leads to, as it is written. */
  readonly to?: string | undefined;
}

const PERCENT = /%|\bpct\b|\bper ?cent(age)?\b/;
const SHARE = /\bshare\b|占比|比重|比例/;
const PERMILLE = /‰|\bper ?mille?\b|\bper thousand\b/;
/** `minutes_to_hangzhou`, `minutes to 杭州`, `到杭州分钟`. */
const MINUTES = /^(?:minutes[ _]+to[ _]+(.+)|到(.+?)[ _]*[（(]?分钟[)）]?)$/i;
const YEAR = /(?<!\d)((?:19|20|21)\d\d)年?(?!\d)/;

/** Names without spaces and signs, so that `Urban_Share` and `urban share` are one. */
const squeeze = (name: string): string => name.replaceAll(/[^\p{L}\p{N}]/gu, "");

/** What squeezed names stand for, without the words of units; the first field that has a name keeps it. */
const KNOWN: ReadonlyMap<string, Field> = new Map(
  Object.entries(COLUMNS)
    .flatMap(([field, { names }]) =>
      // Keys of COLUMNS are fields; Object.entries forgets that.
      names.map((name) => [squeeze(withoutUnit(name.replaceAll("_", " ")).rest), field as Field] as const),
    )
    // Shares of ages are told from ages by the word for a share, which is taken off here.
    .filter(([, field]) => !["young", "old60", "old65"].includes(field))
    .toReversed(),
);

/** The documented names, for suggestions. */
const NAMES: readonly string[] = [
  ...Object.values(COLUMNS).map(({ names }) => names[0]),
  ...BAND_FROM.map((_, band) => bandName(band)),
];

/** The heading of a column, or undefined where the name is unknown. */
export function headingOf(label: string): Heading | undefined {
  const travel = MINUTES.exec(label);
  const to = travel?.[1] ?? travel?.[2];
  if (to !== undefined) return { label, field: "minutes", percent: false, factor: 1, unitNamed: true, to };
  const plain = label
    .normalize("NFKC")
    // urbanShare as urban share.
    .replaceAll(/(?<=[a-z])(?=[A-Z])/g, " ")
    .toLowerCase()
    .replaceAll(/[_\s]+/g, " ")
    .trim();
  const year = YEAR.exec(plain)?.[1];
  const dateless = year === undefined ? plain : plain.replace(YEAR, " ").trim();
  const { rest, percent, share, unit } = withoutUnit(dateless);
  const known =
    (percent || share ? groupOf(rest.replaceAll(/[()\s]+/g, " ").trim()) : ageOf(dateless)) ??
    KNOWN.get(squeeze(rest));
  if (known === undefined) return undefined;
  const field = known === "urban" && (percent || share) ? "urbanShare" : known;
  const column = columnOf(field);
  if (year !== undefined && !column.dated) return undefined;
  // A share of the arable land is no arable land.
  if ((percent || share) && column.form !== "share") return undefined;
  const factor = factorTo(column.unit, unit);
  if (Number.isNaN(factor)) return undefined;
  return {
    label,
    field,
    year: year === undefined ? undefined : Number(year),
    percent,
    factor,
    unitNamed: unit !== undefined || percent || share,
  };
}

/** `Did you mean population? ` for an unknown header, or nothing. */
export const suggestHeader = (label: string): string => didYouMean(label.replace(YEAR, "").trim(), NAMES);

function withoutUnit(name: string): {
  rest: string;
  percent: boolean;
  share: boolean;
  unit?: NamedUnit;
} {
  const percent = PERCENT.test(name);
  const share = SHARE.test(name);
  return { percent, share, ...unitIn(name.replace(PERCENT, " ").replace(SHARE, " ").replace(PERMILLE, " ")) };
}

/** Ages that are told as parts of all residents: under 15, 60 and over, 65 and over. */
function groupOf(name: string): Field | undefined {
  if (/^(?:ages?|年龄)? ?0 ?[- 至到–~] ?14 ?岁?(?:人口)?$/.test(name)) return "young";
  const open = /^(?:ages?|年龄)? ?(60|65) ?(?:\+|plus|岁?及?以上|岁\+)(?:人口)?$/.exec(name)?.[1];
  if (open === undefined) return undefined;
  return open === "60" ? "old60" : "old65";
}

/** `age 1 4`, `1-4岁`, `85+`, `age 85plus`: the band, if it is one of the census. */
function ageOf(name: string): Field | undefined {
  const match =
    /^(?:ages?|年龄)? ?(\d{1,2})(?: ?[-–~ 至到] ?(\d{1,2}))? ?(\+|plus| and over|岁?及?以上|岁)?$/.exec(name);
  if (match === null || !/age|年龄|岁|[-–~至到+]|plus|over/.test(name)) return undefined;
  const from = Number(match[1]);
  const band = BAND_FROM.findIndex((first) => first === from);
  if (band < 0) return undefined;
  const last = band === BAND_FROM.length - 1;
  const open = match[3] !== undefined && match[3] !== "岁";
  const until = match[2] === undefined ? undefined : Number(match[2]);
  const fits = last ? until === undefined : !open && (until ?? from) === BAND_FROM[band + 1] - 1;
  return fits ? ageField(band) : undefined;
}
