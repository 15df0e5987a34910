/** Which units of a table make the region, and in which year it starts. */
import { shorten, type Fault } from "../faults.ts";
import { didYouMean } from "../suggest.ts";
import { wholeFault } from "./csv.ts";
import { namesOf } from "./notes.ts";
import { UNDATED_YEAR, type UnitTable } from "./read.ts";
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
