/** The figures of one unit and year, as far as they must agree with each other. */
import { splitWhole } from "../../numerics/rounding.ts";
import { BAND_FROM } from "../bands.ts";
import { shorten } from "../faults.ts";
import { PERSONS_TOLERANCE, SHARE_TOLERANCE } from "../limits.ts";
import { refuseCell, type Desk } from "./cells.ts";
import { ageField, bandName, type Field } from "./columns.ts";
import type { Cell } from "./csv.ts";
import type { Note } from "./notes.ts";
import type { ImportedCensus } from "./unit.ts";

/** Ages may miss the residents by this part and are scaled to them: published county tables hold such slips. */
export const AGES_TOLERANCE = 0.06;

/** Registered people over residents, or the other way round, at most; Dongguan has four residents to one registered. */
const MOST_AWAY = 20;

export interface Figure {
  readonly value: number;
  readonly cell: Cell;
  /** The header of its column. */
  readonly label: string;
}

export type Figures = ReadonlyMap<Field, Figure>;

/**
 * The year's row, or undefined where the table has no residents for it.
 *
 * @param notes takes what was set right
 */
export function censusOf(
  desk: Desk,
  figures: Figures,
  name: string,
  year: number,
  notes: Note[],
): ImportedCensus | undefined {
  let ages = agesOf(desk, figures);
  const total = ages?.reduce((sum, band) => sum + band, 0);
  const residents = figures.get("residents")?.value ?? total;
  if (residents === undefined) return undefined;
  const value = (field: Field): number | undefined => figures.get(field)?.value;
  const given = figures.get("residents");
  if (given === undefined) {
    notes.push({
      en: `Residents of ${shorten(name)} in ${year} are the sum of its ages, ${residents}.`,
      zh: `${shorten(name)}${year}年的常住人口取年龄合计${residents}。`,
    });
  }
  if (given !== undefined && residents < 1) {
    refuseCell(desk, given.cell, given.label, "at least one resident", "Correct it, or delete the row.");
    return undefined;
  }
  if (given !== undefined && ages !== undefined && total !== undefined) {
    const miss = Math.abs(total - residents) / residents;
    if (miss > AGES_TOLERANCE) {
      const first = figures.get(ageField(0)) ?? given;
      const mend = "Correct a band or the residents; ages count residents, not registered persons.";
      const expected = `a sum of ${residents}, the residents`;
      refuseCell(desk, first.cell, first.label, expected, mend, `the first of 19 ages that sum to ${total}`);
    } else if (miss > PERSONS_TOLERANCE) {
      ages = scaled(ages, residents);
      const [line, who] = [given.cell.line, shorten(name)];
      notes.push({
        en: `Ages of ${who} in ${year} (line ${line}) sum to ${total}, not to its ${residents} residents; they are scaled to these.`,
        zh: `${who}${year}年的年龄合计为${total}，与常住人口${residents}不符（第${line}行），已按常住人口调整。`,
      });
    }
  }
  plausible(desk, figures.get("registered"), residents / MOST_AWAY, residents * MOST_AWAY);
  plausible(desk, figures.get("households"), 0, Math.max(residents, figures.get("registered")?.value ?? 0));
  return {
    residents,
    registered: value("registered"),
    urban: urbanOf(desk, figures, residents),
    ages,
    ageShares: ages === undefined ? ageSharesOf(desk, figures) : undefined,
    inMigrants: inMigrantsOf(desk, figures, residents),
    schoolingYears: value("schoolingYears"),
    employment: employmentOf(desk, figures),
    birthPermille: value("birthPermille"),
    deathPermille: value("deathPermille"),
    households: value("households"),
  };
}

/** A figure so far from the residents that its unit must be another. */
function plausible(desk: Desk, figure: Figure | undefined, least: number, most: number): void {
  if (figure === undefined || (figure.value >= least && figure.value <= most)) return;
  const expected = `from ${Math.ceil(least)} to ${Math.floor(most)}, beside the residents`;
  refuseCell(
    desk,
    figure.cell,
    figure.label,
    expected,
    "Is it in persons, and of the same unit? Correct one of the two.",
  );
}

function scaled(ages: readonly number[], residents: number): number[] {
  const whole = new Float64Array(ages.length);
  splitWhole(residents, Float64Array.from(ages), whole);
  return [...whole];
}

function agesOf(desk: Desk, figures: Figures): number[] | undefined {
  const given = BAND_FROM.flatMap((_, band) => figures.get(ageField(band)) ?? []);
  if (given.length === 0) return undefined;
  if (given.length === BAND_FROM.length) return given.map(({ value }) => value);
  const missing = BAND_FROM.flatMap((_, band) => (figures.has(ageField(band)) ? [] : [bandName(band)]));
  const mend = "Fill in the missing bands, or empty all of this row.";
  const value = `without ${missing.slice(0, 4).join(", ")}${missing.length > 4 ? " and others" : ""}`;
  refuseCell(desk, given[0].cell, "ages", "all 19 age bands of the census, or none", mend, value);
  return undefined;
}

function ageSharesOf(desk: Desk, figures: Figures): ImportedCensus["ageShares"] {
  const [young, old60, old65] = [figures.get("young"), figures.get("old60"), figures.get("old65")];
  const any = young ?? old60 ?? old65;
  if (any === undefined) return undefined;
  if (old60 !== undefined && old65 !== undefined && old65.value > old60.value) {
    const mend = "Those of 65 and over are a part of those of 60 and over: correct one of the two.";
    refuseCell(desk, old65.cell, old65.label, `at most ${old60.value}, the share of 60 and over`, mend);
  }
  if ((young?.value ?? 0) + Math.max(old60?.value ?? 0, old65?.value ?? 0) > 1) {
    const mend = "Correct one of the shares.";
    refuseCell(desk, any.cell, any.label, "shares of the young and the old that leave room for others", mend);
  }
  return { young: young?.value, old60: old60?.value, old65: old65?.value };
}

function urbanOf(desk: Desk, figures: Figures, residents: number): number | undefined {
  const urban = figures.get("urban");
  const share = figures.get("urbanShare");
  if (urban !== undefined && urban.value > residents) {
    const mend = "Urban residents are a part of the residents: correct one of the two.";
    refuseCell(desk, urban.cell, urban.label, `at most ${residents}, the residents`, mend);
  }
  if (urban !== undefined && share !== undefined && Math.abs(urban.value / residents - share.value) > 0.01) {
    const mend = "Correct one of the two, or delete the share.";
    refuseCell(desk, share.cell, share.label, `${urban.value / residents}, urban over all residents`, mend);
  }
  if (urban !== undefined) return urban.value;
  return share === undefined ? undefined : Math.round(share.value * residents);
}

function inMigrantsOf(desk: Desk, figures: Figures, residents: number): ImportedCensus["inMigrants"] {
  const [county, province, other] = [
    figures.get("sameCounty"),
    figures.get("sameProvince"),
    figures.get("otherProvince"),
  ];
  if (county === undefined || province === undefined || other === undefined) return undefined;
  const sum = county.value + province.value + other.value;
  if (sum > residents) {
    const mend = "Correct one of the three numbers.";
    const value = `the first of three that sum to ${sum}`;
    refuseCell(desk, county.cell, county.label, `at most ${residents}, the residents`, mend, value);
  }
  return { sameCounty: county.value, sameProvince: province.value, otherProvince: other.value };
}

function employmentOf(desk: Desk, figures: Figures): ImportedCensus["employment"] {
  const [primary, secondary, tertiary] = [
    figures.get("primary"),
    figures.get("secondary"),
    figures.get("tertiary"),
  ];
  if (primary === undefined || secondary === undefined || tertiary === undefined) return undefined;
  const sum = primary.value + secondary.value + tertiary.value;
  if (Math.abs(sum - 1) > SHARE_TOLERANCE) {
    const value = `the first of three shares that sum to ${Number(sum.toPrecision(6))}`;
    const mend = "Correct one of the three; write shares from 0 to 1, or per cent under a header with pct.";
    refuseCell(desk, primary.cell, primary.label, "shares that sum to 1", mend, value);
  }
  return { primary: primary.value, secondary: secondary.value, tertiary: tertiary.value };
}
