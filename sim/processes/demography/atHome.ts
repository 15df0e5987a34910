/** Who of a family is at home, by age: those left behind, whom members away miss. Counted once a year. */
import { NOBODY } from "../../world/persons.ts";
import type { World } from "../../world/world.ts";

const GROWN_MONTHS = 16 * 12;
const OLD_MONTHS = 65 * 12;
const MOST = 255;

/** Counts the children under 16 and the elders of 65 and more at home of every `stride`-th household from `first` on. */
export function countAtHome(
  { households: h, persons: p, clock }: World,
  month: number,
  first: number,
  stride: number,
): void {
  const rows = clock.householdRows[0];
  for (let k = first; k < rows; k += stride) {
    let children = 0;
    let elders = 0;
    for (let i = h.first[k]; i !== NOBODY; i = p.next[i]) {
      if (p.residence[i] !== h.home[k]) continue;
      const months = month - p.born[i];
      if (months < GROWN_MONTHS) children++;
      else if (months >= OLD_MONTHS) elders++;
    }
    h.children[k] = Math.min(MOST, children);
    h.elders[k] = Math.min(MOST, elders);
  }
}
