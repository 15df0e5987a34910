/**
 * Births of each county over those that the drivers give for its women, where the census of the start year counts them.
 * Censuses miss some births; the same part everywhere. Deaths are too few and too unevenly counted to tell counties
 * apart beyond their ages.
 */
import { pow } from "../../numerics/elementary.ts";
import type { Assumptions } from "../../policy/parameters.ts";
import { fertilityByAge, OLDEST } from "../../processes/demography/rates.ts";
import type { DriverSeries } from "../../processes/process.ts";
import { ALIVE, FEMALE } from "../../world/persons.ts";
import type { World } from "../../world/world.ts";
import type { Scenario } from "../scenario.ts";
import { censusOf } from "./census.ts";

/** Ratios beyond these are held to be slips of the count. */
const LEAST = 0.5;
const MOST_BIRTHS = 2;

/**
 * Births of a county's women over those of the drivers; 1 where its census doesn't count births.
 *
 * @param permille births of the start year per 1,000 residents, as counted
 * @param expected births that the drivers give for the women among `people`
 */
export function birthRatio(
  permille: number | undefined,
  people: number,
  expected: number,
  a: Assumptions,
): number {
  if (permille === undefined || permille === 0 || expected === 0) return 1;
  const born = (permille / 1000 / a.birthsCounted) * people;
  return pow(Math.max(LEAST, Math.min(MOST_BIRTHS, born / expected)), a.countyBirths);
}

export function startBirths(
  world: World,
  scenario: Scenario,
  a: Assumptions,
  { fertility }: DriverSeries,
): void {
  const { persons: p, settlements: s, jurisdictions: g, clock, sizes } = world;
  const births = fertilityByAge(fertility[0], a.childbearingAge);
  const expected = new Float64Array(sizes.jurisdictions);
  const people = new Float64Array(sizes.jurisdictions);
  for (let i = 0; i < clock.personRows[0]; i++) {
    if ((p.flags[i] & ALIVE) === 0) continue;
    const county = s.jurisdiction[p.residence[i]];
    people[county]++;
    if ((p.flags[i] & FEMALE) !== 0) {
      expected[county] += births[Math.min(OLDEST, Math.floor(-p.born[i] / 12))];
    }
  }
  g.fertility.fill(1);
  for (let county = 0; county < scenario.world.counties.length; county++) {
    const { birthPermille } = censusOf(scenario, county);
    g.fertility[county] = birthRatio(birthPermille, people[county], expected[county], a);
  }
}
