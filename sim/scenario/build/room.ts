/** Room for people not born yet: rows that a world is made with beyond those of its first month. */
import type { Assumptions } from "../../policy/parameters.ts";
import type { DriverSeries } from "../../processes/process.ts";
import type { Scenario } from "../scenario.ts";
import { censusOf } from "./census.ts";
import { MOST_BIRTHS } from "./vital.ts";

/** Births a year and person for each child a woman has: 0.3 of all are women of 15-49, who have 35 years for them. */
const BIRTHS_PER_FERTILITY = 0.3 / 35;
/** Deaths a year and person are hardly ever fewer. */
const LEAST_DEATHS = 0.006;
/** Growth a year that there is room for in any case, and rows for chance in small worlds. */
const LEAST_GROWTH = 0.002;
const SPARE_ROWS = 512;

/** Rows for persons: all who are there or may come, and their growth at the births of the drivers. */
export function personRoom(
  agents: number,
  scenario: Scenario,
  { fertility }: DriverSeries,
  { birthsCounted }: Assumptions,
): number {
  let ratio = 1;
  for (let county = 0; county < scenario.world.counties.length; county++) {
    const { birthPermille = 0 } = censusOf(scenario, county);
    ratio = Math.max(
      ratio,
      birthPermille / 1000 / birthsCounted / (BIRTHS_PER_FERTILITY * Math.max(0.1, fertility[0])),
    );
  }
  let people = agents;
  for (let year = 0; year < scenario.years; year++) {
    const births = BIRTHS_PER_FERTILITY * fertility[year * 12] * Math.min(MOST_BIRTHS, ratio);
    people *= 1 + Math.max(LEAST_GROWTH, births - LEAST_DEATHS);
  }
  return Math.ceil(people) + SPARE_ROWS;
}
