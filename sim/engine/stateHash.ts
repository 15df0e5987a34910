/**
 * The state hash of a step, chained over the run: equal hashes mean equal runs. Every month it takes in all tables
 * of places, accounts and flows; persons, households and enterprises, which are most of the bytes, and roads each twelfth
 * month and at the end. What a month did to them shows in the counts and accounts at once.
 */
import { chain, createHash, hashHex, hashWords } from "../numerics/hash.ts";
import type { World } from "../world/world.ts";

export const FIRST_LINK = "0000000000000000";

/** Words of the tables of places, and of all tables. The chain itself stands in the clock and is left out. */
export function stateHash(world: World, previous: string, everyPerson: boolean): string {
  const { offsets, buffer } = world;
  const { clock } = world;
  // The clock holds the hash: it is set to zero while the state is read, so that the link has one meaning.
  clock.hash0[0] = 0;
  clock.hash1[0] = 0;
  const end = everyPerson ? offsets.end : offsets.households;
  const words = new Uint32Array(buffer, offsets.clock, (end - offsets.clock) / 4);
  const state = createHash();
  hashWords(state, words);
  const next = previous === FIRST_LINK ? hashHex(state) : chain(previous, state);
  clock.hash0[0] = parseInt(next.slice(0, 8), 16);
  clock.hash1[0] = parseInt(next.slice(8), 16);
  return next;
}

/** The chain as it stands in a world. */
export function hashOf(world: World): string {
  const hex = (word: number): string => word.toString(16).padStart(8, "0");
  return hex(world.clock.hash0[0]) + hex(world.clock.hash1[0]);
}
