/** Where and how someone lives who has joined the household of another. */
import { FARMING, Mode, NONE, OUTSIDE_WORK, RETIRED, SEARCHING } from "../../world/persons.ts";
import { OUTSIDE, TOWN } from "../../world/tiers.ts";
import { reachRow } from "../../world/travel.ts";
import type { World } from "../../world/world.ts";

/**
 * Whoever lives away goes on so, with the new family's home as the home. Whoever lived at home moves to the new one, or
 * along with a host who has settled elsewhere for good. Work goes on where it can be reached from there each day; else
 * it has to be found anew. The guest is struck from the book, and on the list of the host's household.
 */
export function openFollowing(world: World): (guest: number, host: number, month: number) => void {
  const { persons: p, households: h, settlements: s, jurisdictions: g, zonePairs } = world;
  const { zones, scale } = world.sizes;

  const work = (i: number, place: number): void => {
    const does = p.activity[i];
    const at = p.workplace[i];
    if (does === NONE || does === RETIRED || at === place) {
      p.workplace[i] = place;
      return;
    }
    const outside = s.tier[place] === OUTSIDE;
    if (does === FARMING && p.mode[i] === Mode.home && s.tier[place] <= TOWN) p.workplace[i] = place;
    else if (does !== FARMING && does !== OUTSIDE_WORK && !outside && reachRow(world, place, at) >= 0) {
      if (p.mode[i] === Mode.home) p.mode[i] = Mode.commuting;
    } else {
      p.workplace[i] = place;
      p.activity[i] = outside ? OUTSIDE_WORK : SEARCHING;
    }
  };

  /** Who comes to be registered in another county, or in a city, is that county's to provide for. */
  const register = (i: number, to: number): void => {
    const from = p.registered[i];
    const county = s.jurisdiction[to];
    if (s.jurisdiction[from] !== county || (s.tier[from] <= TOWN && s.tier[to] > TOWN))
      g.naturalised[county] += scale;
    p.registered[i] = to;
  };

  return (guest, host, month) => {
    const home = h.home[p.household[guest]];
    const from = p.residence[guest];
    if (p.mode[guest] >= Mode.circulating) {
      if (from === home) p.mode[guest] = p.workplace[guest] === home ? Mode.home : Mode.commuting;
      return;
    }
    const follows = p.mode[host] === Mode.settled;
    const to = follows ? p.residence[host] : home;
    p.mode[guest] = follows ? Mode.settled : Mode.home;
    if (follows) p.left[guest] = month;
    p.residence[guest] = to;
    // Registration goes along with a bride or groom, but not to the cities outside.
    if (s.tier[to] !== OUTSIDE) register(guest, to);
    if (from !== to) zonePairs.people[s.zone[from] * zones + s.zone[to]] += scale;
    work(guest, to);
  };
}
