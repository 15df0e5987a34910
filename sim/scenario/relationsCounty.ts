/** What must hold between the figures of one county. */
import { BRANCHES } from "../world/functions.ts";
import type { Fault } from "./faults.ts";
import { PERSONS_TOLERANCE, SHARE_TOLERANCE } from "./limits.ts";
import { COUNTY_FIGURES } from "./schemaCounty.ts";
import { at, faultAt, itemsOf, numberOf, sum, valuesOf, type Spot } from "./tree.ts";

export function countyFaults(county: Spot, start: number | undefined): Fault[] {
  const census = at(county, "census");
  const rows = itemsOf(census);
  const faults = [
    ...shareFaults(at(county, "terrain"), 3),
    ...shareFaults(at(county, "functions"), BRANCHES),
    ...rows.flatMap(rowFaults),
    ...yearFaults(rows),
    ...figureFaults(county, COUNTY_FIGURES),
  ];
  const years = rows.map((row) => numberOf(at(row, "year")));
  if (start !== undefined && rows.length > 0 && !years.includes(start) && !years.includes(undefined)) {
    const mend = `Add the row of ${start}, or start in ${years.join(" or ")}.`;
    faults.push(
      faultAt(census, `a census row of the start year ${start}`, mend, `of ${years.join(", ")} alone`),
    );
  }
  return faults;
}

/** Registered people and others who live there in the start year: each is a person of the simulation. */
export function startResidents(county: Spot, start: number | undefined): number | undefined {
  const row = itemsOf(at(county, "census")).find((one) => numberOf(at(one, "year")) === start);
  if (row === undefined) return undefined;
  const residents = numberOf(at(row, "residents"));
  const registered = numberOf(at(row, "registered"));
  return residents === undefined || registered === undefined ? undefined : Math.max(residents, registered);
}

/** Every figure that is given names its source. */
export function figureFaults(thing: Spot, figures: readonly string[]): Fault[] {
  const sources = at(thing, "sources");
  if (sources.tree?.kind !== "map") return [];
  const bare = figures.filter(
    (name) => at(thing, name).tree !== undefined && at(sources, name).tree === undefined,
  );
  return bare.map((name) =>
    faultAt(at(sources, name), `the source of ${name}`, `Add ${name}: and a key of sources, or assumed.`),
  );
}

function rowFaults(row: Spot): Fault[] {
  const faults = shareFaults(at(row, "employment"), 3);
  const residents = numberOf(at(row, "residents"));
  if (residents === undefined) return faults;
  const ages = at(row, "ages");
  const bands = itemsOf(ages).map(numberOf);
  const total = bands.reduce<number>((all, band) => all + (band ?? Number.NaN), 0);
  if (bands.length > 0 && Math.abs(total - residents) > PERSONS_TOLERANCE * residents) {
    const mend = "Correct a band or the residents; ages count residents, not registered persons.";
    faults.push(faultAt(ages, `a sum of ${residents}, the residents`, mend, `a list that sums to ${total}`));
  }
  const urban = at(row, "urban");
  const urbanResidents = numberOf(urban);
  if (urbanResidents !== undefined && urbanResidents > residents) {
    const mend = "Urban residents are a part of the residents: correct one of the two.";
    faults.push(faultAt(urban, `at most ${residents}, the residents`, mend));
  }
  const inMigrants = at(row, "inMigrants");
  const came = sum(
    ["sameCounty", "sameProvince", "otherProvince"].map((from) => numberOf(at(inMigrants, from))),
  );
  if (came !== undefined && came > residents) {
    const value = `a map that sums to ${came}`;
    faults.push(
      faultAt(inMigrants, `at most ${residents}, the residents`, "Correct one of the numbers.", value),
    );
  }
  return faults;
}

/** Shares of one whole: all of them there, and their sum 1. */
function shareFaults(shares: Spot, count: number): Fault[] {
  const parts = valuesOf(shares).map(numberOf);
  if (parts.length !== count || parts.some((part) => part === undefined || part < 0 || part > 1)) return [];
  const total = parts.reduce<number>((all, part) => all + (part ?? 0), 0);
  if (Math.abs(total - 1) <= SHARE_TOLERANCE) return [];
  const value = `a map that sums to ${Number(total.toPrecision(6))}`;
  return [faultAt(shares, "shares that sum to 1", "Correct one of the shares.", value)];
}

function yearFaults(rows: readonly Spot[]): Fault[] {
  const seen = new Set<number>();
  const faults: Fault[] = [];
  for (const row of rows) {
    const year = numberOf(at(row, "year"));
    if (year === undefined) continue;
    if (seen.has(year)) faults.push(faultAt(at(row, "year"), "one row a year", "Delete one of the rows."));
    seen.add(year);
  }
  return faults;
}
