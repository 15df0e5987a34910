/** Rows for those who are born or come: free ones first, then the next that was never used. */
import { NOBODY } from "./persons.ts";
import type { World } from "./world.ts";

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
