/**
 * The people of the first month, agent by agent, in the observed numbers: residents by county, town and country,
 * age band; those registered here and living outside; families that span both. What the census doesn't tell
 * (which household, which village) is synthesised from the synthesis seed.
 */
import type { Assumptions } from "../../policy/parameters.ts";
import type { Scenario } from "../scenario.ts";
import { arrange, type Lists, listsFor, number } from "./arrange.ts";
import { sendAway } from "./away.ts";
import { censusOf, residentsOf } from "./census.ts";
import { formHouseholds } from "./families.ts";
import { gapOf } from "./gap.ts";
import { bringNewcomers } from "./newcomers.ts";
import type { Places } from "./places.ts";
import { enterResidents } from "./residents.ts";
import type { Roads } from "./roads.ts";
import { openRoster, type Roster, type StartPeople } from "./roster.ts";

/** More months than anyone is old. */
const AGES = 2048;
/** How many ways of spreading a life over places there are: codes of Mode. */
const MODES = 4;

export function synthesisePeople(
  scenario: Scenario,
  places: Places,
  roads: Roads,
  assumptions: Assumptions,
): StartPeople {
  const figures = scenario.world.counties.map((_, county) =>
    gapOf(censusOf(scenario, county), scenario.scale, assumptions),
  );
  const room = figures.reduce((sum, { away }, county) => sum + away + residentsOf(scenario, county), 0);
  const roster = openRoster(scenario, assumptions, room);
  const gaps = figures.map((figure, county) => ({
    ...figure,
    ...enterResidents(roster, scenario, places, county, assumptions),
  }));
  const { fromCounty, fromBeyond } = bringNewcomers(roster, places, gaps, assumptions);
  gaps.forEach((gap, county) =>
    sendAway(roster, scenario, places, roads, county, gap, gap.away - fromCounty[county]),
  );
  const lists = listsFor(roster.count);
  const families = formHouseholds(scenario, places.places, roster, lists);
  worldOrder(roster, places.places.length, lists);
  return { roster, order: lists.order, ...families, newcomers: fromBeyond };
}

/**
 * By residence, mode, age and luck key: those who live alike stand side by side, and loops over people then take the
 * same way many times in a row.
 */
function worldOrder(
  { residence, mode, ageMonths, keyOf }: Roster,
  settlements: number,
  { order, other }: Lists,
): void {
  number(order);
  arrange(order, 0x10000, (id) => keyOf(id) & 0xffff, other);
  arrange(other, 0x10000, (id) => keyOf(id) >>> 16, order);
  arrange(order, MODES * AGES, (id) => mode[id] * AGES + ageMonths[id], other);
  arrange(other, settlements, (id) => residence[id], order);
}
