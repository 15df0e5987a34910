/**
 * Room for people not born yet: rows that a world is made with beyond those of its first month. A row is free again
 * after a death, so there must be rows for as many as ever live at a time.
 */
import type { Assumptions } from "../../policy/parameters.ts";
import { fertilityByAge, OLDEST, yearlyDeath } from "../../processes/demography/rates.ts";
import type { DriverSeries } from "../../processes/process.ts";
import type { Scenario } from "../scenario.ts";
import { censusOf } from "./census.ts";
import type { Places } from "./places.ts";
import type { StartPeople } from "./roster.ts";
import { birthRatio } from "./vital.ts";

/** Chance makes this many standard deviations of births and deaths at most. */
const LUCK = 6;
/** Part of the people expected that there is room for in any case, and rows for small worlds. */
const MARGIN = 0.005;
const SPARE_ROWS = 512;
/** Age at which those who may come count, all from the start: before the years in which most children are born. */
const COMING = 18;

/** Women and men of the start by completed age, and the largest ratio of births that any county has, 1 at least. */
function startAges(
  { roster, order }: StartPeople,
  scenario: Scenario,
  { places }: Places,
  births: Float64Array,
  a: Assumptions,
): { readonly women: Float64Array; readonly men: Float64Array; readonly ratio: number } {
  const women = new Float64Array(OLDEST + 2);
  const men = new Float64Array(OLDEST + 2);
  const counties = scenario.world.counties.length;
  const people = new Float64Array(counties + 1);
  const expected = new Float64Array(counties + 1);
  for (const id of order) {
    const age = Math.min(OLDEST, Math.floor(roster.ageMonths[id] / 12));
    const county = places[roster.residence[id]].jurisdiction;
    people[county]++;
    if (roster.female[id] === 1) expected[county] += births[age];
    (roster.female[id] === 1 ? women : men)[age]++;
  }
  let ratio = 1;
  for (let county = 0; county < counties; county++) {
    const { birthPermille } = censusOf(scenario, county);
    ratio = Math.max(ratio, birthRatio(birthPermille, people[county], expected[county], a));
  }
  return { women, men, ratio };
}

/**
 * Rows for persons: the most who are expected to live in any year, by the ages of the start and the rates of births and
 * deaths of the drivers, with all who may come from the start on, births everywhere as in the county that has the most
 * for its women, and room for chance. Where a rate lies between two ages, the one that leaves more people holds.
 *
 * @param mayCome agents who live elsewhere and may come
 */
export function personRoom(
  people: StartPeople,
  mayCome: number,
  scenario: Scenario,
  places: Places,
  { fertility, mortality }: DriverSeries,
  a: Assumptions,
): number {
  const start = startAges(people, scenario, places, fertilityByAge(fertility[0], a.childbearingAge), a);
  const births = fertilityByAge(1, a.childbearingAge);
  const death = Float64Array.from({ length: OLDEST + 1 }, (_, age) =>
    yearlyDeath(age, a.gompertzSlope, a.modalAge, a.infantMortality),
  );
  let { women, men } = start;
  women[COMING] += mayCome / 2;
  men[COMING] += mayCome / 2;
  let living = people.order.length + mayCome;
  let events = 0;
  let most = living;
  for (let year = 0; year < scenario.years; year++) {
    const months = [year * 12, year * 12 + 12] as const;
    const children = Math.max(...fertility.subarray(...months)) * start.ratio;
    const dying = Math.min(...mortality.subarray(...months));
    const nextWomen = new Float64Array(OLDEST + 2);
    const nextMen = new Float64Array(OLDEST + 2);
    let born = 0;
    let died = 0;
    for (let age = 0; age < OLDEST; age++) {
      const lives = 1 - Math.min(1, dying * Math.min(death[age], death[age + 1]));
      born += women[age] * children * Math.max(births[age], births[age + 1]);
      nextWomen[age + 1] = women[age] * lives;
      nextMen[age + 1] = men[age] * lives;
      died += (women[age] + men[age]) * (1 - lives);
    }
    died += women[OLDEST] + men[OLDEST];
    nextWomen[0] = born / 2;
    nextMen[0] = born / 2;
    women = nextWomen;
    men = nextMen;
    living += born - died;
    events += born + died;
    most = Math.max(most, living * (1 + MARGIN) + LUCK * Math.sqrt(events));
  }
  return Math.ceil(most) + SPARE_ROWS;
}
