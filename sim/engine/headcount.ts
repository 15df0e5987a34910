/** Everyone counted where the row says, and the members of all households: what the ledger holds the accounts against. */
import { type Crew, openTotals } from "../numerics/crew.ts";
import { ALIVE, CIRCULATING, NOBODY } from "../world/persons.ts";
import type { World } from "../world/world.ts";

export interface Headcount {
  /** By settlement: agents who live and who are registered there, and savings in its banks, yuan. */
  readonly residents: Float64Array;
  readonly registered: Float64Array;
  readonly deposits: Float64Array;
  /** Agents who live. */
  readonly alive: () => number;
  /** Members on the lists of all households; more than live where a list runs in a circle. */
  readonly members: () => number;
  /** Counts anew. */
  readonly take: (month: number) => void;
}

export function openHeadcount(world: World, crew: Crew): Headcount {
  const { persons, households, clock } = world;
  const { settlements, scale } = world.sizes;
  const counts = openTotals(crew, 3 * settlements + 2);
  const part = (k: number): Float64Array => counts.own.subarray(k * settlements, (k + 1) * settlements);
  const [residents, registered, deposits, rest] = [
    part(0),
    part(1),
    part(2),
    counts.own.subarray(3 * settlements),
  ];

  const countPersons = crew.loop({
    work(_month, _chunk, from, to) {
      const { flags, residence, mode, household, savings } = persons;
      const registeredAt = persons.registered;
      const { home } = households;
      let alive = 0;
      for (let i = from; i < to; i++) {
        if ((flags[i] & ALIVE) === 0) continue;
        alive++;
        residents[residence[i]]++;
        registered[registeredAt[i]]++;
        deposits[mode[i] === CIRCULATING ? home[household[i]] : residence[i]] += savings[i] * scale;
      }
      rest[0] += alive;
    },
  });

  const countMembers = crew.loop({
    work(_month, _chunk, from, to) {
      const { first } = households;
      const { next } = persons;
      const most = clock.personRows[0];
      let members = rest[1];
      for (let h = from; h < to; h++) {
        // A list that runs in a circle ends here once it has more than there are people.
        for (let i = first[h]; i !== NOBODY && members <= most; i = next[i]) members++;
      }
      rest[1] = members;
    },
  });

  return {
    residents,
    registered,
    deposits,
    alive: () => rest[0],
    members: () => rest[1],
    take(month) {
      counts.clear();
      countPersons(month, clock.personRows[0]);
      // All rows: one that is not in use must have no members.
      countMembers(month, world.sizes.households);
      counts.gather();
    },
  };
}
