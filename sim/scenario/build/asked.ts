/** A sample of the people of each county who lead the same life: at even steps, in the order of rows. */
import { lifeOf, LIVES } from "../../processes/migration/lives.ts";
import { keenness } from "../../processes/migration/thinkers.ts";
import { ALIVE } from "../../world/persons.ts";
import type { World } from "../../world/world.ts";

export interface Circle {
  /** Agents who ever think about moving. */
  readonly people: number;
  /** Rows of those of them who are asked. */
  readonly asked: Uint32Array;
}

/**
 * Circles flat by county and life; people belong to the county of their family's home.
 *
 * @param most how many of a circle are asked
 */
export function whomToAsk(world: World, most: number): readonly Circle[] {
  const { persons: p, households: h, settlements: s, clock } = world;
  const circles = world.sizes.jurisdictions * LIVES;
  /** Circle of a person, or -1 for those who never think. */
  const circleOf = (i: number): number => {
    if ((p.flags[i] & ALIVE) === 0 || keenness(p.activity[i]) === 0) return -1;
    const county = s.jurisdiction[h.home[p.household[i]]];
    return county * LIVES + lifeOf(world, county, p.residence[i], p.activity[i]);
  };
  const rows = clock.personRows[0];
  const people = new Uint32Array(circles);
  for (let i = 0; i < rows; i++) {
    const circle = circleOf(i);
    if (circle >= 0) people[circle]++;
  }
  const found = Array.from(people, (count): Circle => ({
    people: count,
    asked: new Uint32Array(Math.min(most, count)),
  }));
  const met = new Uint32Array(circles);
  const chosen = new Uint32Array(circles);
  for (let i = 0; i < rows; i++) {
    const circle = circleOf(i);
    if (circle < 0) continue;
    const { asked } = found[circle];
    const stride = Math.max(1, people[circle] / most);
    const next = chosen[circle];
    if (next < asked.length && met[circle] === Math.floor(next * stride)) {
      asked[next] = i;
      chosen[circle]++;
    }
    met[circle]++;
  }
  return found;
}
