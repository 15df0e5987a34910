/** How schooled the grown-ups of each county are in the first month. */
import type { World } from "../../world/world.ts";

const GROWN_MONTHS = 25 * 12;

/** Mean years of those of 25 and more whose home is in each county, and of the whole region in the last row. */
export function startSchools({
  persons: p,
  households: h,
  settlements: s,
  jurisdictions: g,
  clock,
}: World): void {
  const counties = g.startSchooling.length;
  const years = new Float64Array(counties);
  const people = new Float64Array(counties);
  for (let i = 0; i < clock.personRows[0]; i++) {
    if (-p.born[i] < GROWN_MONTHS) continue;
    for (const row of [s.jurisdiction[h.home[p.household[i]]], counties - 1]) {
      years[row] += p.schooling[i];
      people[row]++;
    }
  }
  for (let row = 0; row < counties; row++)
    g.startSchooling[row] = people[row] > 0 ? years[row] / people[row] : 0;
}
