/** Rows for those who are born or come: free ones first, then the next that was never used. */
import { NOBODY } from "./persons.ts";
import type { World } from "./world.ts";

/** Columns that change where people are born, or come and found a household: rows taken, and what then stands in them. */
export const NEW_ROW_COLUMNS = [
  "clock.personRows",
  "clock.freePerson",
  "clock.householdRows",
  "clock.alive",
  "persons.key",
  "persons.household",
  "persons.next",
  "persons.savings",
  "persons.born",
  "persons.left",
  "persons.residence",
  "persons.workplace",
  "persons.registered",
  "persons.activity",
  "persons.mode",
  "persons.schooling",
  "persons.flags",
  "households.first",
  "households.home",
] as const;

/** A row for a new person, or NOBODY where the table is full. */
export function takePersonRow({ clock, persons, sizes }: World): number {
  const free = clock.freePerson[0];
  if (free !== NOBODY) {
    clock.freePerson[0] = persons.next[free];
    return free;
  }
  if (clock.personRows[0] >= sizes.persons) return NOBODY;
  return clock.personRows[0]++;
}

/** A row for a new household, without members yet, or NOBODY where the table is full. */
export function takeHouseholdRow({ clock, sizes }: World): number {
  if (clock.householdRows[0] >= sizes.households) return NOBODY;
  return clock.householdRows[0]++;
}
