/** Choosing who of a county's workers came from elsewhere. */
import { OUTSIDE, VILLAGE } from "../../world/tiers.ts";
import type { Places } from "./places.ts";
import type { Roster } from "./roster.ts";

const YOUNGEST_NEWCOMER = 16 * 12;
const OLDEST_NEWCOMER = 55 * 12;

/**
 * `count` workers of a county at even steps, so that their ages are those of its workers: the part `urbanPart` among
 * those of seats and towns, as far as there are so many, the rest in villages. Fewer where there are not so many workers;
 * nobody twice.
 */
export function chooseWorkers(
  roster: Roster,
  { places }: Places,
  county: number,
  count: number,
  urbanPart: number,
): Uint32Array {
  const tierIf = (id: number): number => {
    const { tier, jurisdiction } = places[roster.residence[id]];
    const months = roster.ageMonths[id];
    return jurisdiction === county && months >= YOUNGEST_NEWCOMER && months < OLDEST_NEWCOMER
      ? tier
      : OUTSIDE;
  };
  const urban = rowsWhere(roster.count, (id) => tierIf(id) !== OUTSIDE && tierIf(id) !== VILLAGE);
  const rural = rowsWhere(roster.count, (id) => tierIf(id) === VILLAGE);
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

/** Rows below `count` of which `holds` is true, rising. */
function rowsWhere(count: number, holds: (id: number) => boolean): Uint32Array {
  let n = 0;
  for (let id = 0; id < count; id++) if (holds(id)) n++;
  const rows = new Uint32Array(n);
  n = 0;
  for (let id = 0; id < count; id++) if (holds(id)) rows[n++] = id;
  return rows;
}
