/** Counts the people of a world anew from the rows of persons, by county, tier and age band. */
import { ALIVE } from "../../../sim/world/persons.ts";
import { TIER_NAMES, VILLAGE } from "../../../sim/world/tiers.ts";
import type { World } from "../../../sim/world/world.ts";

/** First age of each census band, years. */
const FROM = [0, 1, 5, 10, 15, 20, 25, 30, 35, 40, 45, 50, 55, 60, 65, 70, 75, 80, 85];

export function ageBandOf(months: number): number {
  let band = FROM.length - 1;
  while (FROM[band] * 12 > months) band--;
  return band;
}

export interface Counted {
  /** By county and tier. */
  readonly residents: readonly Float64Array[];
  /** By county and band: residents of towns, seats and cores, and of villages. */
  readonly urbanByBand: readonly Float64Array[];
  readonly ruralByBand: readonly Float64Array[];
  readonly registered: Float64Array;
}

/** In agents; the outside is the last county. */
export function countPeople({ persons: p, settlements: s, clock, sizes }: World): Counted {
  const make = (length: number): Float64Array[] =>
    Array.from({ length: sizes.jurisdictions }, () => new Float64Array(length));
  const residents = make(TIER_NAMES.length);
  const urbanByBand = make(FROM.length);
  const ruralByBand = make(FROM.length);
  const registered = new Float64Array(sizes.jurisdictions);
  for (let i = 0; i < clock.personRows[0]; i++) {
    if ((p.flags[i] & ALIVE) === 0) continue;
    const place = p.residence[i];
    const county = s.jurisdiction[place];
    residents[county][s.tier[place]]++;
    registered[s.jurisdiction[p.registered[i]]]++;
    const bands = s.tier[place] === VILLAGE ? ruralByBand : urbanByBand;
    bands[county][ageBandOf(clock.month[0] - p.born[i])]++;
  }
  return { residents, urbanByBand, ruralByBand, registered };
}
