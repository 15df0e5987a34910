// oxlint-disable-next-line typescript/triple-slash-reference -- every project that reaches this file needs it
/// <reference path="./seedrandom-alea.d.ts" />
/**
 * Keyed chance: a draw is `uniform(key0, key1, person's luck key, drawCounter(step, index))`, where the key
 * comes from the seed and the purpose. It depends on nothing else, so a policy, a log or the number of
 * threads shifts no one else's luck, and the same person meets the same luck in every arm of an experiment.
 */
// Alea alone, not the package's main file: that one stirs in Math.random as it loads and asks for
// node:crypto.
import alea from "seedrandom/lib/alea.js";
import { bits, block } from "./threefry.ts";

/** A 64-bit key as two unsigned 32-bit words. */
export type RootKey = { readonly key0: number; readonly key1: number };

/**
 * What a draw is for. Ids are part of every recorded result: append only, never renumber, never reuse.
 * Several draws for one purpose in one step are told apart by the index of `drawCounter`.
 */
export const Purpose = {
  /** Making the people and places of the first month. */
  synthesis: 1,
  /** Who thinks about moving this month. */
  consider: 2,
  /** Which of the alternatives is chosen. */
  choice: 3,
  /** Which places come to mind. */
  candidates: 4,
  /** Who is hired. */
  hire: 5,
  /** Who loses a job. */
  separate: 6,
  birth: 7,
  death: 8,
  schooling: 9,
  /** Enterprises: entry, investment, moves, closing. */
  firm: 10,
  /** Chance within a policy, such as a lottery for places. */
  policy: 11,
  /** The benchmark kernel. */
  kernel: 12,
  /** Measurement noise and other disturbances from outside. */
  noise: 13,
  /** Who pays a platform. */
  platform: 14,
  /** Dealings between counties: who volunteers, what border land suits. */
  coordination: 15,
  /** Enterprises that think of moving, and where to. */
  relocate: 16,
  /** How an enterprise fares from year to year. */
  efficiency: 17,
  /** Who comes from elsewhere. */
  arrival: 18,
  /** Who marries, whom, and where the couple lives. */
  marriage: 19,
  /** How places are built at the start. */
  style: 20,
  /** What works of places make at the start. */
  functions: 21,
} as const;

export type Purpose = (typeof Purpose)[keyof typeof Purpose];

/** Words that keep the deriving of keys apart from each other and from draws. */
const PURPOSE_TAG = 0x70757270;
const CHILD_TAG = 0x6368696c;

const WORDS = new Uint32Array(2);

/**
 * The key of a whole run. Any string is a seed, the empty one too; equal strings give equal keys, in every
 * engine.
 */
export function rootKey(seed: string): RootKey {
  const generator = alea(seed);
  return { key0: generator.int32() >>> 0, key1: generator.int32() >>> 0 };
}

/** The key of all draws for one purpose. */
export function purposeKey(root: RootKey, purpose: number): RootKey {
  block(root.key0, root.key1, purpose, PURPOSE_TAG, WORDS);
  return { key0: WORDS[0], key1: WORDS[1] };
}

/**
 * The luck key of a newborn: an unsigned 32-bit word from the parent's key, the ordinal of the birth (0 for
 * the first child, which also tells twins apart) and the month. It doesn't depend on anyone else's births.
 * Among a million people about a hundred pairs share a key by chance, and so their luck where they meet the
 * same choice.
 */
export function childKey(parentKey: number, ordinal: number, month: number): number {
  return bits(parentKey, CHILD_TAG, ordinal, month);
}

/** Draws that one person may make for one purpose in one step. */
export const DRAWS_PER_STEP = 64;

/**
 * The counter of a draw: step * 64 + index as an unsigned 32-bit word.
 *
 * @param step 0 to 67,108,863 (beyond, counters repeat: at monthly steps, five million years)
 * @param index which draw within the step and purpose, 0 to 63; unchecked, for it runs in hot loops
 */
export function drawCounter(step: number, index: number): number {
  return (step * DRAWS_PER_STEP + index) >>> 0;
}
