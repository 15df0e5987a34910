/** The start year's census of a county. */
import type { CensusRow, Scenario } from "../scenario.ts";

/** The census row of the start year; the schema has checked that there is one. */
export function censusOf(scenario: Scenario, county: number): CensusRow {
  const row = scenario.world.counties[county].census.find(({ year }) => year === scenario.start);
  if (row === undefined) throw new RangeError(`county ${county} has no census row for ${scenario.start}`);
  return row;
}
