/** Choosing who of a county's workers came from elsewhere. */
import { OUTSIDE, VILLAGE } from "../../world/tiers.ts";
import type { Places } from "./places.ts";
import type { Roster } from "./roster.ts";

const YOUNGEST_NEWCOMER = 16 * 12;
const OLDEST_NEWCOMER = 55 * 12;

/** Rows of a county's workers of an age to have come, rising. */
export interface Workers {
  /** Of seats and towns. */
  readonly urban: Uint32Array;
  readonly rural: Uint32Array;
}

/** The workers of each county. */
export function workersOf(roster: Roster, { places }: Places, counties: number): Workers[] {
  /** Twice the county, and one more in villages; -1 for everyone else. */
  const group = new Int32Array(roster.count).fill(-1);
  const sizes = new Uint32Array(2 * counties);
  for (let id = 0; id < roster.count; id++) {
    const { tier, jurisdiction } = places[roster.residence[id]];
    const months = roster.ageMonths[id];
    if (tier === OUTSIDE || months < YOUNGEST_NEWCOMER || months >= OLDEST_NEWCOMER) continue;
    group[id] = 2 * jurisdiction + (tier === VILLAGE ? 1 : 0);
    sizes[group[id]]++;
  }
  const rows = Array.from(sizes, (size) => new Uint32Array(size));
  sizes.fill(0);
  for (let id = 0; id < roster.count; id++) {
    const its = group[id];
    if (its >= 0) rows[its][sizes[its]++] = id;
  }
  return Array.from({ length: counties }, (_, c) => ({ urban: rows[2 * c], rural: rows[2 * c + 1] }));
}

/**
 * `count` workers at even steps, so that their ages are those of all: the part `urbanPart` among those of seats and towns,
 * as far as there are so many, the rest in villages. Fewer where there are not so many workers; nobody twice.
 */
export function chooseWorkers({ urban, rural }: Workers, count: number, urbanPart: number): Uint32Array {
  const inVillages = Math.min(rural.length, count - Math.min(urban.length, Math.round(count * urbanPart)));
  const inTowns = count - inVillages;
  const chosen = new Uint32Array(Math.min(inTowns, urban.length) + inVillages);
  let at = 0;
  const pick = (ids: Uint32Array, n: number): void => {
    for (let k = 0; k < n; k++) chosen[at++] = ids[Math.floor((k * ids.length) / n)];
  };
  pick(urban, Math.min(inTowns, urban.length));
  pick(rural, inVillages);
  return chosen;
}
