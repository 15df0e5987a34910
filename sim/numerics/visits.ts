/**
 * Who is visited this step: each of many people independently with one probability. Instead of a draw for each
 * person there is one for each visited person: the gap to the next follows the geometric law.
 *
 * The chunks are part of the model: chance is keyed by (key, step, chunk), so it does not matter which thread
 * takes which chunk, or in which order.
 */
import { geometricSkip } from "./distributions.ts";
import { ln1p } from "./elementary.ts";
import type { RootKey } from "./keyed.ts";
import { uniform } from "./threefry.ts";

/** People in a chunk. */
export const CHUNK = 1024;

/** Room for the draws of one chunk: at most one a person, and one that leaves the chunk. */
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
  const { key0, key1 } = root;
  const lnMiss = ln1p(-probability);
  let counter = chunk * DRAWS_PER_CHUNK;
  let index = from + geometricSkip(uniform(key0, key1, counter++, step), lnMiss);
  while (index < to) {
    out[count++] = index;
    index += 1 + geometricSkip(uniform(key0, key1, counter++, step), lnMiss);
  }
  return count;
}
