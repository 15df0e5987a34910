/**
 * Rounds of a crew that shares the loops of a simulation. The leader opens a round for one loop, takes chunks like
 * everyone, closes the round when none is left, and waits until nobody is inside. A worker that is late, or not yet
 * there, misses the round and nothing else: no chunk waits for anyone in particular.
 */
import type { Loop } from "../../numerics/crew.ts";
import { CHUNK, chunksOf } from "../../numerics/visits.ts";

/** Places in `Board.words`; those that change often stand on a cache line of their own. */
const ROUND = 0;
const NEXT = 16;
const INSIDE = 32;
const LOOP = 48;
const STEP = 49;
const ROWS = 50;
const FAILED = 51;
const LENGTH = 52;
const WORDS = 64;
/** Characters of what a worker says of its failure. */
const TEXT = 480;

/** How often a waiting worker looks before it sleeps: for two or three milliseconds. */
const LOOKS = 300_000;
/** Milliseconds after which a leader who waits looks whether someone has failed. */
const NAP = 250;

/** The value of ROUND after which there are no more; odd while a round is open, even in between. */
const END = -1;

export interface RoundBoard {
  readonly buffer: SharedArrayBuffer;
  readonly words: Int32Array;
  readonly text: Uint16Array;
}

export const openBoard = (buffer = new SharedArrayBuffer(WORDS * 4 + TEXT * 2)): RoundBoard => ({
  buffer,
  words: new Int32Array(buffer, 0, WORDS),
  text: new Uint16Array(buffer, WORDS * 4, TEXT),
});

/**
 * Runs one loop over the rows from 0, together with whoever comes.
 *
 * @param which number of the loop, the same to all workers
 * @param patience milliseconds to wait for those inside after the last chunk was taken
 * @throws Error where another worker failed, or one does not come out in time; and what the loop throws
 */
export function leadRound(
  board: RoundBoard,
  which: number,
  loop: Loop,
  step: number,
  rows: number,
  patience = 60_000,
): void {
  const { words } = board;
  // Nobody is inside: the last round ended so.
  Atomics.store(words, NEXT, 0);
  Atomics.store(words, LOOP, which);
  Atomics.store(words, STEP, step);
  Atomics.store(words, ROWS, rows);
  Atomics.add(words, ROUND, 1);
  Atomics.notify(words, ROUND);
  try {
    loop.open?.(step);
    takeChunks(board, loop, step, rows);
  } finally {
    Atomics.add(words, ROUND, 1);
    awaitOthers(words, patience);
  }
  throwFailure(board);
}

/** Takes part in all rounds until the leader dismisses the crew. */
export function followRounds(board: RoundBoard, loops: readonly Loop[]): void {
  const { words } = board;
  for (let seen = 0; ;) {
    if (!changesSoon(words, ROUND, seen)) Atomics.wait(words, ROUND, seen);
    seen = Atomics.load(words, ROUND);
    if (seen === END) return;
    if ((seen & 1) === 0) continue;
    Atomics.add(words, INSIDE, 1);
    try {
      // Still open: from here on the leader waits for us.
      if (Atomics.load(words, ROUND) === seen) joinRound(board, loops);
    } finally {
      if (Atomics.sub(words, INSIDE, 1) === 1) Atomics.notify(words, INSIDE);
    }
  }
}

/** Ends the work of all followers, those too that come only now. */
export function dismissCrew({ words }: RoundBoard): void {
  Atomics.store(words, ROUND, END);
  Atomics.notify(words, ROUND);
}

/** Tells the leader why a worker can't go on; the first one is heard. */
export function reportFailure({ words, text }: RoundBoard, worker: number, failure: unknown): void {
  if (Atomics.load(words, FAILED) !== 0) return;
  const said = failure instanceof Error ? `${failure.name}: ${failure.message}` : String(failure);
  const length = Math.min(TEXT, said.length);
  for (let k = 0; k < length; k++) text[k] = said.charCodeAt(k);
  words[LENGTH] = length;
  Atomics.store(words, FAILED, worker);
}

/** @throws Error where a worker has reported a failure */
function throwFailure({ words, text }: RoundBoard): void {
  const worker = Atomics.load(words, FAILED);
  if (worker === 0) return;
  throw new Error(
    `thread ${worker} of the run failed: ${String.fromCharCode(...text.subarray(0, words[LENGTH]))}`,
  );
}

function joinRound(board: RoundBoard, loops: readonly Loop[]): void {
  const { words } = board;
  const rows = words[ROWS];
  // Who comes when all is taken need not take in the month first.
  if (Atomics.load(words, NEXT) >= chunksOf(rows)) return;
  const loop = loops[words[LOOP]];
  loop.open?.(words[STEP]);
  takeChunks(board, loop, words[STEP], rows);
}

/** Chunks go to whoever is free: a fixed division would make all wait for the thread whose core has other work. */
function takeChunks({ words }: RoundBoard, loop: Loop, step: number, rows: number): void {
  const chunks = chunksOf(rows);
  for (;;) {
    const chunk = Atomics.add(words, NEXT, 1);
    if (chunk >= chunks) return;
    loop.work(step, chunk, chunk * CHUNK, Math.min(rows, (chunk + 1) * CHUNK));
  }
}

/** Looks at a word again and again: to fall asleep and be woken takes longer than most rounds where agents are few. */
function changesSoon(words: Int32Array, at: number, value: number): boolean {
  for (let k = 0; k < LOOKS; k++) if (Atomics.load(words, at) !== value) return true;
  return false;
}

/** Waits until nobody is inside, or someone is known to have failed, who perhaps never comes out. */
function awaitOthers(words: Int32Array, patience: number): void {
  const nap = Math.min(NAP, patience);
  for (let waited = 0; waited < patience;) {
    const inside = Atomics.load(words, INSIDE);
    if (inside === 0 || Atomics.load(words, FAILED) !== 0) return;
    const changes =
      changesSoon(words, INSIDE, inside) || Atomics.wait(words, INSIDE, inside, nap) !== "timed-out";
    // Whenever someone comes out, patience begins anew.
    waited = changes ? 0 : waited + nap;
  }
  const inside = Atomics.load(words, INSIDE);
  if (inside === 0) return;
  throw new Error(
    `${inside === 1 ? "a thread" : `${inside} threads`} of the run did not answer within ${patience} ms. If memory ` +
      "is short, use fewer threads or a larger scale.",
  );
}
