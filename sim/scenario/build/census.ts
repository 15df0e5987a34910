/** The start year's census of a county. */
import type { CensusRow, Scenario } from "../scenario.ts";

/** Years of schooling where the census doesn't tell; assumed. */
const DEFAULT_SCHOOLING = 9;

/** The census row of the start year; the schema has checked that there is one. */
export function censusOf(scenario: Scenario, county: number): CensusRow {
  const row = scenario.world.counties[county].census.find(({ year }) => year === scenario.start);
  if (row === undefined) throw new RangeError(`county ${county} has no census row for ${scenario.start}`);
  return row;
}

/** Agents who live in the county. */
export const residentsOf = (scenario: Scenario, county: number): number =>
  Math.round(censusOf(scenario, county).residents / scenario.scale);

/** Mean years of schooling of its adults. */
export const schoolingOf = (scenario: Scenario, county: number): number =>
  censusOf(scenario, county).schoolingYears ?? DEFAULT_SCHOOLING;
