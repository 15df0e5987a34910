/**
 * Who belongs to which household, as lists through `persons.next`. The counts of members are the book's: strike a
 * person before a change of household, and enter it after.
 */
import type { World } from "./world.ts";

/** Puts a person who is on no list at the head of a household's. */
export function joinHousehold({ persons, households }: World, person: number, household: number): void {
  persons.household[person] = household;
  persons.next[person] = households.first[household];
  households.first[household] = person;
}

/** Takes a person off the list of the household; the row goes on to name it. */
export function leaveHousehold({ persons, households }: World, person: number): void {
  const household = persons.household[person];
  if (households.first[household] === person) {
    households.first[household] = persons.next[person];
    return;
  }
  let before = households.first[household];
  while (persons.next[before] !== person) before = persons.next[before];
  persons.next[before] = persons.next[person];
}
