/** What must hold of the chosen units together, in the year in which their region starts. */
import { kilometres } from "../build/places.ts";
import { shorten, type Fault } from "../faults.ts";
import { MIN_AGENTS } from "../limits.ts";
import type { Field } from "./columns.ts";
import { wholeFault, type Cell } from "./csv.ts";
import { blankKey } from "./draft.ts";
import { FARTHEST_KM } from "./gateways.ts";
import type { UnitTable } from "./read.ts";
import type { ImportedUnit } from "./unit.ts";

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
  const books = { file, cellsOf };
  return [
    ...missing,
    ...totals(units, start, books),
    ...astray(units, books),
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

type Books = Pick<UnitTable, "file" | "cellsOf">;

/** A row that sums up the others, as tables of a prefecture often have: its people would be there twice. */
function totals(units: readonly ImportedUnit[], start: number, { file, cellsOf }: Books): Fault[] {
  if (units.length < 3) return [];
  const residents = units.map(({ census }) => census[start]?.residents ?? 0);
  const all = residents.reduce((sum, persons) => sum + persons, 0);
  return units.flatMap((unit, k): Fault[] => {
    if (2 * residents[k] !== all) return [];
    const { line, column } = cellsOf.get(unit)?.get("name") ?? { line: unit.line, column: 1 };
    const value = `${shorten(unit.name)} with ${residents[k]} residents`;
    const mend = "It is the sum of all the others: delete the row.";
    return [{ file, line, column, path: "unit", value, expected: "a unit, not a total", mend }];
  });
}

/** Units that a slip in their coordinates has moved to another part of the world. */
function astray(units: readonly ImportedUnit[], { file, cellsOf }: Books): Fault[] {
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
