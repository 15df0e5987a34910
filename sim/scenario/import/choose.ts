/** Which units of a table make the region, and in which year it starts. */
import { kilometres } from "../build/places.ts";
import { shorten, type Fault } from "../faults.ts";
import { MIN_AGENTS } from "../limits.ts";
import { didYouMean } from "../suggest.ts";
import type { Field } from "./columns.ts";
import { wholeFault, type Cell } from "./csv.ts";
import { FARTHEST_KM } from "./gateways.ts";
import { namesOf } from "./notes.ts";
import { UNDATED_YEAR, type UnitTable } from "./read.ts";
import { blankKey } from "./draft.ts";
import type { ImportedUnit } from "./unit.ts";

/** Units of one world; a file of more would be longer than a scenario may be. */
export const MAX_UNITS = 120;

export interface Choice {
  readonly units: readonly ImportedUnit[];
  readonly faults: readonly Fault[];
}

/** The units of a prefecture, or all; the faults of their rows, and of what concerns all rows. */
export function chooseUnits(table: UnitTable, prefecture: string | undefined): Choice {
  const { file } = table;
  if (prefecture === undefined) {
    const faults = [...table.faults, ...tooMany(table.units, file)];
    return { units: table.units, faults: faults.length > 0 ? faults : noUnits(table) };
  }
  const wanted = bare(prefecture);
  const faults = table.faults.filter(({ line }) => {
    const own = table.prefectureOf.get(line);
    return own === undefined || bare(own) === wanted;
  });
  const units = table.units.filter(
    (unit) => unit.prefecture !== undefined && bare(unit.prefecture) === wanted,
  );
  if (units.length > 0 || faults.length > 0) return { units, faults: [...faults, ...tooMany(units, file)] };
  const names = [...new Set(table.prefectureOf.values())];
  const expected =
    names.length === 0 ? "a table with a column prefecture" : `one of ${namesOf(names, 20).en}`;
  const mend = `${didYouMean(prefecture, names)}Correct the name, or leave it out to take all units.`;
  const fault = wholeFault(file, `"${shorten(prefecture)}"`, expected, mend);
  return { units, faults: [{ ...fault, path: "prefecture" }] };
}

/** Gateways are what lies around a region. */
function noUnits({ units, file }: UnitTable): Fault[] {
  if (units.length > 0) return [];
  const mend = "Give one row to each unit of the region; leave its kind empty.";
  return [wholeFault(file, "a table of gateways alone", "at least one unit", mend)];
}

/** 衢州 and 衢州市 are one. */
const bare = (prefecture: string): string =>
  prefecture
    .normalize("NFKC")
    .trim()
    .toLowerCase()
    .replace(/(市|地区|盟|自治州)$/u, "");

function tooMany(units: readonly ImportedUnit[], file: string): Fault[] {
  if (units.length <= MAX_UNITS) return [];
  const names = [...new Set(units.flatMap(({ prefecture }) => prefecture ?? []))];
  const mend =
    names.length > 1
      ? `Take one prefecture (--prefecture), such as ${shorten(names[0])}.`
      : "Leave out rows, or put small units together.";
  return [
    wholeFault(file, `a table of ${units.length} units`, `at most ${MAX_UNITS} units in one world`, mend),
  ];
}

/** The latest year of which all have residents and urban residents; else the one of which most have. */
export function commonYear(units: readonly ImportedUnit[]): number {
  const counts = new Map<number, number>();
  for (const { census } of units) {
    for (const [year, row] of Object.entries(census)) {
      if (row.urban !== undefined) counts.set(Number(year), (counts.get(Number(year)) ?? 0) + 1);
    }
  }
  const [best] = [...counts].sort(([a, m], [b, n]) => n - m || b - a);
  return best?.[0] ?? UNDATED_YEAR;
}

/** What is missing in the start year, which alone must be whole, and units that lie nowhere near the others. */
export function startFaults(
  { file, blanksOf, cellsOf }: UnitTable,
  units: readonly ImportedUnit[],
  start: number,
): Fault[] {
  const years = [...new Set(units.flatMap(({ census }) => Object.keys(census)))].sort();
  if (!years.includes(String(start))) {
    const mend = "Start in one of these years, or add columns of that year.";
    const fault = wholeFault(file, String(start), `a year of the table: ${years.join(", ")}`, mend);
    return [{ ...fault, path: "start" }];
  }
  const missing = units.flatMap((unit): Fault[] => {
    const row = unit.census[start];
    if (row?.urban !== undefined) return [];
    const blank = (field: Field): Cell | undefined => blanksOf.get(unit)?.get(blankKey(field, start));
    const cell = row === undefined ? blank("residents") : (blank("urban") ?? blank("urbanShare"));
    const { line, column } = cell ?? { line: unit.line, column: 1 };
    const path = row === undefined ? `population of ${start}` : `urban or urban_share of ${start}`;
    const mend = "Fill it in, delete the row, or start in another year.";
    const value = `missing for ${shorten(unit.name)}`;
    return [{ file, line, column, path, value, expected: "a figure of the start year", mend }];
  });
  return [
    ...missing,
    ...astray(units, cellsOf, file),
    ...(missing.length > 0 ? [] : tooFew(units, start, file)),
  ];
}

/** A region of fewer people than a world has agents. */
function tooFew(units: readonly ImportedUnit[], start: number, file: string): Fault[] {
  const persons = personsOf(units, start);
  if (persons >= MIN_AGENTS) return [];
  const mend = "Add the units around, or correct the population: is it in thousands?";
  const fault = wholeFault(file, `${persons} in all units together`, `at least ${MIN_AGENTS} persons`, mend);
  return [{ ...fault, path: "population" }];
}

/** Residents of the start year, or those registered where they are more. */
export const personsOf = (units: readonly ImportedUnit[], start: number): number =>
  units.reduce((sum, { census }) => {
    const { residents, registered = 0 } = census[start];
    return sum + Math.max(residents, registered);
  }, 0);

/** Units that a slip in their coordinates has moved to another part of the world. */
function astray(units: readonly ImportedUnit[], cellsOf: UnitTable["cellsOf"], file: string): Fault[] {
  if (units.length < 3) return [];
  const middle = (values: readonly number[]): number => [...values].sort((a, b) => a - b)[values.length >> 1];
  const longitude = middle(units.map((unit) => unit.longitude));
  const latitude = middle(units.map((unit) => unit.latitude));
  return units.flatMap((unit): Fault[] => {
    const km = kilometres(unit.longitude, unit.latitude, longitude, latitude);
    if (km <= FARTHEST_KM) return [];
    const value = `${unit.longitude}, ${unit.latitude} for ${shorten(unit.name)}`;
    const expected = `a place within ${FARTHEST_KM} km of the middle of the region (${longitude}, ${latitude})`;
    const mend = "Are longitude and latitude swapped, or is a sign or a digit wrong?";
    const { line, column } = cellsOf.get(unit)?.get("longitude") ?? { line: unit.line, column: 1 };
    return [{ file, line, column, path: "longitude, latitude", value, expected, mend }];
  });
}
