/**
 * The protocol of a chunk kernel: a step over many agents whose result does not depend on how many threads
 * share the work, or on which of them takes which part.
 *
 * - The agents stand in fixed chunks of `CHUNK` rows. The chunks are part of the model, the threads are not.
 * - Within a step a kernel reads columns that nobody changes, and writes only the rows of the chunk at hand.
 * - What it changes elsewhere it hands in: whole numbers into its worker's row of counts, which add up
 *   exactly in any order; real numbers into the chunk's own sums, which are added in the order of the chunks.
 * - One worker closes the step: it alone changes, from those totals, the columns that the next step reads.
 */
export { CHUNK, chunksOf } from "../../numerics/visits.ts";

export interface ChunkKernel {
  readonly name: string;
  /** Rows that are split into chunks. */
  readonly agents: number;
  /** Length of a worker's row of counts. A step's total of each must stay below 2^31 in size. */
  readonly counts: number;
  /** How many real-number totals a step has. */
  readonly sums: number;
  /** Called by each worker before its first chunk of a step; no column changes between this and `close`. */
  readonly open: (step: number) => void;
  /**
   * Works on the agents [from, to). Adds to `counts`, and to `sums[at]` up to `sums[at + this.sums - 1]`,
   * which are 0 before.
   */
  readonly work: (
    step: number,
    chunk: number,
    from: number,
    to: number,
    counts: Int32Array,
    sums: Float64Array,
    at: number,
  ) => void;
  /** Called by one worker when all chunks are done, with the totals of the step. */
  readonly close: (step: number, counts: Int32Array, sums: Float64Array) => void;
}
