/**
 * Whose year brings something. Everyone's year is looked at once, in the month of the year that the row gives: a twelfth
 * of all each month. For most it brings nothing, and to find that out changes nothing: so several workers can share it.
 */
import { ALONE } from "../../numerics/crew.ts";
import { drawCounter, Purpose, purposeKey } from "../../numerics/keyed.ts";
import { uniforms } from "../../numerics/threefry-batch.ts";
import { CHUNK, chunksOf } from "../../numerics/visits.ts";
import { FEMALE, MARRIED, NONE, RETIRED } from "../../world/persons.ts";
import type { Setting } from "../process.ts";
import { comesOfAge } from "./schooling.ts";
import type { Year } from "./year.ts";

/** Rows of a chunk whose turn it is in one month, at most. */
const PER_CHUNK = Math.ceil(CHUNK / 12);

/** Calls `live` for everyone whose year may bring something, with the draw that decides on death, by rising row. */
export type TakeTurns = (month: number, live: (person: number, draw: number) => void) => void;

export function openTurns({ world, assumptions: a, root, crew = ALONE }: Setting, year: Year): TakeTurns {
  const { persons: p, jurisdictions, clock } = world;
  const death = purposeKey(root, Purpose.death);
  const retires = a.retirementAge * 12;
  const chunks = chunksOf(world.sizes.persons);
  /** How many of each chunk, who they are, and their draws. */
  const counts = new Int32Array(crew.memory(chunks * 4));
  const found = new Int32Array(crew.memory(chunks * PER_CHUNK * 4));
  const draws = new Float64Array(crew.memory(chunks * PER_CHUNK * 8));
  const rows = new Int32Array(PER_CHUNK);
  const keys = new Uint32Array(PER_CHUNK);
  const luck = new Float64Array(PER_CHUNK);
  let mostFertile = 0;

  /**
   * Errs on the side of those for whom it does: someone may have married into another county before it is their turn, so
   * the highest fertility of any counts here.
   */
  const mayMatter = (i: number, month: number, draw: number): boolean => {
    const age = year.ageOf(i, month);
    if (draw < year.deathChance(i, age, month)) return true;
    const months = month - p.born[i];
    const activity = p.activity[i];
    if (
      activity === NONE
        ? comesOfAge(p.schooling[i], months, month, retires)
        : months >= retires && activity !== RETIRED
    )
      return true;
    if ((p.flags[i] & FEMALE) === 0) return false;
    return (
      year.expects(i, age, month, mostFertile) ||
      ((p.flags[i] & MARRIED) === 0 && year.isWooed(i, age, month))
    );
  };

  const look = crew.loop({
    open() {
      mostFertile = jurisdictions.fertility.reduce((most, one) => Math.max(most, one), 0);
    },
    work(month, chunk, from, to) {
      let n = 0;
      // The first row of the chunk whose number has the remainder of the month.
      const turn = from + ((12 + (month % 12) - (from % 12)) % 12);
      for (let i = turn; i < to; i += 12) {
        // Who is born this month has a first turn next year.
        if (p.flags[i] === 0 || p.born[i] === month) continue;
        keys[n] = p.key[i];
        rows[n++] = i;
      }
      uniforms(death.key0, death.key1, keys, drawCounter(month, 0), luck, n);
      const first = chunk * PER_CHUNK;
      let at = first;
      for (let k = 0; k < n; k++) {
        if (!mayMatter(rows[k], month, luck[k])) continue;
        found[at] = rows[k];
        draws[at++] = luck[k];
      }
      counts[chunk] = at - first;
    },
  });

  return (month, live) => {
    const taken = clock.personRows[0];
    look(month, taken);
    for (let chunk = 0; chunk < chunksOf(taken); chunk++) {
      const first = chunk * PER_CHUNK;
      for (let at = first; at < first + counts[chunk]; at++) live(found[at], draws[at]);
    }
  };
}
