/**
 * Who is visited this step: each of many people independently with one probability. Instead of a draw for
 * each person there is one for each visited person: the gap to the next follows the geometric law.
 *
 * The chunks are part of the model: chance is keyed by (key, step, chunk), so it does not matter which thread
 * takes which chunk, or in which order.
 */
import { gapAt, type Gaps, gapsOf } from "./gaps.ts";
import type { RootKey } from "./keyed.ts";
import { uniforms } from "./threefry-batch.ts";

/** People in a chunk. */
export const CHUNK = 1024;

/** How many chunks a number of rows fills, the last one perhaps in part. */
export const chunksOf = (rows: number): number => Math.ceil(rows / CHUNK);

/** Of no probability at all. */
const NO_GAPS = gapsOf(0);

/** Draws made at a time: few are wasted at the end of a chunk. */
const BATCH = 16;
const counters = new Uint32Array(BATCH);
const draws = new Float64Array(BATCH);

/**
 * Room for the draws of one chunk: one a person, one that leaves the chunk, and the rest of the last batch.
 */
const DRAWS_PER_CHUNK = 2048;

/**
 * Writes the indices visited in [from, to) to `out`, in rising order, and returns how many there are.
 *
 * @param root key of this run and purpose; steps and chunks are told apart by the counter
 * @param step number of the step, unsigned 32 bits
 * @param chunk number of the chunk, below 2^21
 * @param from first index of the chunk
 * @param to index after the last; at most `from + CHUNK`
 * @param probability chance of each index; at or below 0 none, at or above 1 all
 * @param out at least `to - from` long
 * @param gaps of this probability; who visits often with the same one makes them once
 * @throws RangeError where the range is longer than a chunk
 */
export function visitChunk(
  root: RootKey,
  step: number,
  chunk: number,
  from: number,
  to: number,
  probability: number,
  out: Int32Array,
  gaps: Gaps = NO_GAPS,
): number {
  if (to - from > CHUNK) {
    throw new RangeError(
      `visitChunk: the range [${from}, ${to}) of chunk ${chunk} holds ${to - from} indices; ` +
        `expected at most ${CHUNK}. Split it into chunks.`,
    );
  }
  if (!(probability > 0)) return 0;
  let count = 0;
  if (probability >= 1) {
    for (let index = from; index < to; index++) out[count++] = index;
    return count;
  }
  const between = gaps.probability === probability ? gaps : gapsOf(probability);
  // Few draws where few visits are expected; which draws they are doesn't depend on it.
  const batch = Math.min(BATCH, 2 + Math.ceil(probability * (to - from)));
  let counter = chunk * DRAWS_PER_CHUNK;
  let index = from - 1;
  for (;;) {
    for (let k = 0; k < batch; k++) counters[k] = counter++;
    uniforms(root.key0, root.key1, counters, step, draws, batch);
    for (let k = 0; k < batch; k++) {
      index += 1 + gapAt(between, draws[k]);
      if (index >= to) return count;
      out[count++] = index;
    }
  }
}
