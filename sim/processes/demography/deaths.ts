/** A death: the row is free for someone else, and savings go to the family, or without one to the state. */
import { openBook } from "../../world/book.ts";
import { leaveHousehold } from "../../world/kinship.ts";
import { Activity, MOST_SAVINGS, NOBODY } from "../../world/persons.ts";
import type { World } from "../../world/world.ts";

export function openDeaths(world: World): (person: number, month: number) => void {
  const { persons: p, households: h, jurisdictions, clock } = world;
  const { scale, jurisdictions: counties } = world.sizes;
  const outside = counties - 1;
  const book = openBook(world);

  /** Savings go to the first other member of the household, and without one to the state. */
  const inherit = (i: number, household: number): void => {
    if (p.savings[i] === 0) return;
    let heir = h.first[household];
    while (heir !== NOBODY && (heir === i || p.savings[heir] + p.savings[i] > MOST_SAVINGS))
      heir = p.next[heir];
    const amount = p.savings[i] * scale;
    if (heir === NOBODY) {
      jurisdictions.cash[outside] += amount;
      return;
    }
    book.strike(heir);
    p.savings[heir] += p.savings[i];
    book.enter(heir);
  };

  return (i: number, month: number): void => {
    book.strike(i);
    const household = p.household[i];
    inherit(i, household);
    leaveHousehold(world, i);
    h.event[household] = month + 1;
    p.flags[i] = 0;
    p.activity[i] = Activity.none;
    p.savings[i] = 0;
    p.next[i] = clock.freePerson[0];
    clock.freePerson[0] = i;
    clock.alive[0]--;
    clock.deaths[0]++;
  };
}
