/** One worker's share of a step, and the closing of a step when all shares are done. */
import { Signal, type Board } from "./board.ts";
import { CHUNK, chunksOf, type ChunkKernel } from "./kernel.ts";

/**
 * Takes chunks that nobody has taken until none is left. Chunks go to whoever is free: a fixed division
 * would make all wait for the thread whose core has other work.
 */
export function workShare(kernel: ChunkKernel, board: Board, worker: number, step: number): void {
  const { signals, chunkSums } = board;
  const row = board.rows[worker];
  const chunks = chunksOf(kernel.agents);
  row.fill(0);
  kernel.open(step);
  for (;;) {
    const chunk = Atomics.add(signals, Signal.next, 1);
    if (chunk >= chunks) return;
    workChunk(kernel, step, chunk, row, chunkSums);
  }
}

/** One chunk, whoever takes it. */
export function workChunk(
  kernel: ChunkKernel,
  step: number,
  chunk: number,
  row: Int32Array,
  chunkSums: Float64Array,
): void {
  const at = chunk * kernel.sums;
  chunkSums.fill(0, at, at + kernel.sums);
  const from = chunk * CHUNK;
  kernel.work(step, chunk, from, Math.min(from + CHUNK, kernel.agents), row, chunkSums, at);
}

/** Adds up what the workers and chunks handed in, and closes the step with it. */
export function closeStep(kernel: ChunkKernel, board: Board, step: number): void {
  const counts = new Int32Array(kernel.counts);
  // Whole numbers: any order of workers gives the same total.
  for (const row of board.rows) {
    for (let k = 0; k < counts.length; k++) counts[k] += row[k];
  }
  const sums = new Float64Array(kernel.sums);
  // Real numbers: always in the order of the chunks.
  for (let at = 0; at < board.chunkSums.length; at++) sums[at % kernel.sums] += board.chunkSums[at];
  kernel.close(step, counts, sums);
}
