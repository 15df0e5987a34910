/** Families of the first month. */
import { Mode } from "../../world/persons.ts";
import type { Scenario } from "../scenario.ts";
import { censusOf } from "./census.ts";
import type { Places } from "./places.ts";
import type { StartPerson } from "./roster.ts";

/** Where the census doesn't tell; assumed. */
const DEFAULT_HOUSEHOLD_SIZE = 2.7;

/**
 * Deals the people of each home settlement to households of the county's mean size: adults at home first, one to
 * each in turn, then those away, elders and children, so that most families keep an adult and some are all away.
 */
export function formHouseholds(
  scenario: Scenario,
  places: Places["places"],
  persons: readonly StartPerson[],
): number[] {
  const byHome: number[][] = places.map(() => []);
  persons.forEach((person, id) => byHome[person.home].push(id));
  const householdHome: number[] = [];
  byHome.forEach((members, home) => {
    if (members.length === 0) return;
    const county = places[home].jurisdiction;
    const row = county < scenario.world.counties.length ? censusOf(scenario, county) : undefined;
    const size = row?.households === undefined ? DEFAULT_HOUSEHOLD_SIZE : row.registered / row.households;
    const count = Math.max(1, Math.round(members.length / Math.max(1.5, size)));
    const first = householdHome.length;
    const order = (id: number): number => {
      const { ageMonths, mode } = persons[id];
      if (ageMonths < 18 * 12) return 3;
      if (mode === Mode.circulating) return 1;
      return ageMonths < 60 * 12 ? 0 : 2;
    };
    members
      .map((id) => ({ id, order: order(id) }))
      .sort((a, b) => a.order - b.order || a.id - b.id)
      .forEach(({ id }, k) => (persons[id].household = first + (k % count)));
    for (let h = 0; h < count; h++) householdHome.push(home);
  });
  return householdHome;
}
