/**
 * The state hash of a step, chained over the run: equal hashes mean equal runs. Every month it takes in all tables
 * of places, accounts and flows; persons, households and enterprises, which are most of the bytes, roads, and levers,
 * where any is set, each twelfth month and at the end. What a month did to them shows in the counts and accounts at
 * once. Which of the policies was charged with what is no part of it: a world is the same whatever its measures are
 * called. Levers at 0 are none, for a world without policies has none of its own.
 *
 * The state is read in segments of fixed length, each hashed for itself, and the hash of the state is that of theirs in
 * order: so several workers can read it. Segments are part of what a hash means, workers are not.
 */
import { ALONE, type Crew, runAlone } from "../numerics/crew.ts";
import { chain, createHash, hashHex, hashWords, type HashState } from "../numerics/hash.ts";
import { CHUNK, chunksOf } from "../numerics/visits.ts";
import type { World } from "../world/world.ts";

export const FIRST_LINK = "0000000000000000";

/** Words in a row of a segment; a segment is a chunk of such rows, a quarter of a million bytes. */
const ROW_WORDS = 64;

/**
 * The next link of the chain; also writes it into the clock.
 *
 * @param meanwhile what the leader does while others read the state, which it must not change
 */
export type TakeHash = (previous: string, everyPerson: boolean, meanwhile?: () => void) => string;

/** @param crew who shares the reading */
export function openStateHash(world: World, crew: Crew = ALONE): TakeHash {
  const { offsets, buffer, clock, levers } = world;
  const words = new Uint32Array(buffer, offsets.clock, (offsets.outlays - offsets.clock) / 4);
  const rowsOf = (end: number): number => Math.ceil((end - offsets.clock) / 4 / ROW_WORDS);
  const wordsOf = (end: number): number => (end - offsets.clock) / 4;
  /** Two words of each segment. */
  const found = new Uint32Array(crew.memory(chunksOf(rowsOf(offsets.outlays)) * 8));
  /** Words to be read, told to all. */
  const length = new Uint32Array(crew.memory(4));

  let besides: (() => void) | undefined;

  const segments = {
    open: (): void => besides?.(),
    work(_month: number, segment: number, from: number): void {
      const state = createHash();
      hashWords(state, words, from * ROW_WORDS, Math.min(length[0], (from + CHUNK) * ROW_WORDS));
      writeHash(state, found, segment * 2);
    },
  };
  const shareSegments = crew.loop(segments);

  const isNotZero = (value: number): boolean => value !== 0;
  /** Where all that is hashed ends: behind the levers, or before them where none is set. */
  const everyEnd = (): number =>
    levers.value.some(isNotZero) || levers.state.some(isNotZero) ? offsets.outlays : offsets.levers;

  const read = (everyPerson: boolean): HashState => {
    const end = everyPerson ? everyEnd() : offsets.households;
    const rows = rowsOf(end);
    length[0] = wordsOf(end);
    // Each month there is little to read: without anything else to do it isn't worth a round.
    if (everyPerson || besides !== undefined) shareSegments(0, rows);
    else runAlone(segments, 0, rows);
    const state = createHash();
    hashWords(state, found, 0, chunksOf(rows) * 2);
    return state;
  };

  return (previous, everyPerson, meanwhile) => {
    besides = meanwhile;
    let next = previous;
    // The clock holds the hash: it is set to zero while the state is read, so that the link has one meaning.
    clock.hash0[0] = 0;
    clock.hash1[0] = 0;
    try {
      const state = read(everyPerson);
      next = previous === FIRST_LINK ? hashHex(state) : chain(previous, state);
    } finally {
      // Where what is done meanwhile fails, the chain stays as it was.
      clock.hash0[0] = parseInt(next.slice(0, 8), 16);
      clock.hash1[0] = parseInt(next.slice(8), 16);
    }
    return next;
  };
}

function writeHash(state: HashState, into: Uint32Array, at: number): void {
  const hex = hashHex(state);
  into[at] = parseInt(hex.slice(0, 8), 16);
  into[at + 1] = parseInt(hex.slice(8), 16);
}

/** The same, once. */
export const stateHash = (world: World, previous: string, everyPerson: boolean): string =>
  openStateHash(world)(previous, everyPerson);

/** The chain as it stands in a world. */
export function hashOf(world: World): string {
  const hex = (word: number): string => word.toString(16).padStart(8, "0");
  return hex(world.clock.hash0[0]) + hex(world.clock.hash1[0]);
}
