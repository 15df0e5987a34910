/** Who of a family is at home, by age: those left behind, whom members away miss. Counted at the end of each year. */
import type { World } from "../../world/world.ts";

const GROWN_MONTHS = 16 * 12;
const OLD_MONTHS = 65 * 12;
const MOST = 255;

/** Counts the children under 16 and the elders of 65 and more at home of all households, in one pass over people. */
export function countAtHome({ households: h, persons: p, clock }: World, month: number): void {
  const { children, elders, home } = h;
  const { flags, household, residence, born } = p;
  const rows = clock.personRows[0];
  children.fill(0, 0, clock.householdRows[0]);
  elders.fill(0, 0, clock.householdRows[0]);
  for (let i = 0; i < rows; i++) {
    if (flags[i] === 0) continue;
    const months = month - born[i];
    if (months >= GROWN_MONTHS && months < OLD_MONTHS) continue;
    const family = household[i];
    if (residence[i] !== home[family]) continue;
    const count = months < GROWN_MONTHS ? children : elders;
    if (count[family] < MOST) count[family]++;
  }
}
