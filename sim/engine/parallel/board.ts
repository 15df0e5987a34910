/**
 * What the workers of a crew share beside the columns of the model: a few signals, a row of counts for each
 * worker and the sums of each chunk, all in one buffer.
 */
import { chunksOf, type ChunkKernel } from "./kernel.ts";

/** Words of `Board.signals`, each on a cache line of its own, for threads write them at the same time. */
export const Signal = {
  /** The next chunk that nobody has taken. */
  next: 0,
  /** Workers beside the leader that have finished the round. */
  arrived: 16,
  /** Raised by one to start a round; a round is one step, or the end. */
  round: 32,
  /** The step of the round; -1 ends the work. */
  step: 48,
  /** 0, or the number of a worker whose kernel threw. */
  failed: 64,
} as const;

const SIGNAL_WORDS = 80;
/** Rows and sums start on a cache line. */
const LINE = 64;

/** Sizes of a kernel that a board is laid out for. */
export type BoardSizes = Pick<ChunkKernel, "agents" | "counts" | "sums">;

export interface Board {
  readonly buffer: ArrayBufferLike;
  readonly workers: number;
  readonly signals: Int32Array;
  /** One row a worker. */
  readonly rows: readonly Int32Array[];
  /** The sums of chunk k start at k * sums. */
  readonly chunkSums: Float64Array;
}

const onLine = (bytes: number): number => Math.ceil(bytes / LINE) * LINE;

/**
 * A board with nothing on it.
 *
 * @param shared whether it is in memory that threads share; needed with more than one worker
 * @throws RangeError where there is no worker
 */
export function createBoard(sizes: BoardSizes, workers: number, shared: boolean): Board {
  if (!(Number.isInteger(workers) && workers >= 1)) {
    throw new RangeError(`board: workers is ${workers}; expected a whole number from 1`);
  }
  const bytes = onLine(SIGNAL_WORDS * 4) + workers * onLine(sizes.counts * 4) + sumBytes(sizes);
  return openBoard(shared ? new SharedArrayBuffer(bytes) : new ArrayBuffer(bytes), sizes, workers);
}

/** The board that `createBoard` made with the same sizes and workers, seen by another thread. */
export function openBoard(buffer: ArrayBufferLike, sizes: BoardSizes, workers: number): Board {
  const rowBytes = onLine(sizes.counts * 4);
  const firstRow = onLine(SIGNAL_WORDS * 4);
  const rows = Array.from(
    { length: workers },
    (_, worker) => new Int32Array(buffer, firstRow + worker * rowBytes, sizes.counts),
  );
  return {
    buffer,
    workers,
    signals: new Int32Array(buffer, 0, SIGNAL_WORDS),
    rows,
    chunkSums: new Float64Array(buffer, firstRow + workers * rowBytes, chunksOf(sizes.agents) * sizes.sums),
  };
}

function sumBytes(sizes: BoardSizes): number {
  return chunksOf(sizes.agents) * sizes.sums * 8;
}
