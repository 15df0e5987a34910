/** Families of the first month. */
import { Mode } from "../../world/persons.ts";
import type { Scenario } from "../scenario.ts";
import { arrange, type Lists, number } from "./arrange.ts";
import { censusOf } from "./census.ts";
import type { Places } from "./places.ts";
import type { Roster } from "./roster.ts";

/** Where the census doesn't tell; assumed. */
const DEFAULT_HOUSEHOLD_SIZE = 2.7;

const CHILD_MONTHS = 18 * 12;
const OLD_MONTHS = 60 * 12;
/** Grown-ups at home, those away, elders, children: in this order each home's people are dealt out. */
const CLASSES = 4;

export interface Families {
  /** Household of each agent of the roster. */
  readonly household: Uint32Array;
  /** Home settlement of each household. */
  readonly householdHome: Uint16Array;
}

/**
 * Deals the people of each home settlement to households of the county's mean size: adults at home first, one to
 * each in turn, then those away, elders and children, so that most families keep an adult and some are all away.
 *
 * @param lists to be written over
 */
export function formHouseholds(
  scenario: Scenario,
  places: Places["places"],
  roster: Roster,
  lists: Lists,
): Families {
  const { home, count: agents } = roster;
  const members = new Uint32Array(places.length);
  for (let i = 0; i < agents; i++) members[home[i]]++;
  const counts = Uint32Array.from(members, (people, place) =>
    people === 0 ? 0 : Math.max(1, Math.round(people / Math.max(1.5, meanSize(scenario, places, place)))),
  );

  const { order } = lists;
  dealingOrder(roster, places.length, lists);
  const household = new Uint32Array(agents);
  const householdHome = new Uint16Array(counts.reduce((sum, count) => sum + count, 0));
  let at = 0;
  let first = 0;
  for (let place = 0; place < places.length; place++) {
    const count = counts[place];
    for (let k = 0; k < members[place]; k++) household[order[at++]] = first + (k % count);
    householdHome.fill(place, first, first + count);
    first += count;
  }
  return { household, householdHome };
}

function meanSize(scenario: Scenario, places: Places["places"], place: number): number {
  const county = places[place].jurisdiction;
  const row = county < scenario.world.counties.length ? censusOf(scenario, county) : undefined;
  return row?.households === undefined ? DEFAULT_HOUSEHOLD_SIZE : row.registered / row.households;
}

/** By home, and within each home in the order in which people are dealt out. */
function dealingOrder({ home, ageMonths, mode }: Roster, places: number, { order, other }: Lists): void {
  const classOf = (id: number): number => {
    if (ageMonths[id] < CHILD_MONTHS) return 3;
    if (mode[id] === Mode.circulating) return 1;
    return ageMonths[id] < OLD_MONTHS ? 0 : 2;
  };
  number(order);
  arrange(order, CLASSES, classOf, other);
  arrange(other, places, (id) => home[id], order);
}
