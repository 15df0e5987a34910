/**
 * Loops over many rows that several workers may share, with the same result for any number of them. Rows stand in
 * chunks, which are part of the model; workers are not. In a loop a worker changes only the rows of the chunk at hand
 * and memory of its own; all else stands still until the loop has ended. What it tells of other places are whole
 * numbers in totals of its own, which add up exactly in any order.
 */
import { CHUNK } from "./visits.ts";

export interface Loop {
  /** Called by the leader, and by each other worker before its first chunk: takes in what no column keeps. */
  readonly open?: (step: number) => void;
  /** The rows [from, to) of a chunk. */
  readonly work: (step: number, chunk: number, from: number, to: number) => void;
}

/** Who shares the loops of one part of the model, seen by one of them. All ask for the same things in the same order. */
export interface Crew {
  readonly workers: number;
  /** Number of this worker; 0 leads, does all that is not a loop, and starts the loops. */
  readonly me: number;
  /** Memory that all workers see, all zero at first. */
  readonly memory: (bytes: number) => ArrayBufferLike;
  /** Returns what runs the loop over the rows from 0. Only the leader calls it. */
  readonly loop: (loop: Loop) => (step: number, rows: number) => void;
}

/** Chunk after chunk, by one worker. */
export function runAlone(loop: Loop, step: number, rows: number): void {
  loop.open?.(step);
  for (let from = 0, chunk = 0; from < rows; from += CHUNK, chunk++) {
    loop.work(step, chunk, from, Math.min(rows, from + CHUNK));
  }
}

/** A crew of one, which needs no memory that threads share. */
export const ALONE: Crew = {
  workers: 1,
  me: 0,
  memory: (bytes) => new ArrayBuffer(bytes),
  loop: (loop) => (step, rows) => runAlone(loop, step, rows),
};

/** Sums of whole numbers below 2^53 in size, to which every worker adds in a row of its own. */
export interface Totals {
  /** The row of this worker. */
  readonly own: Float64Array;
  /** Sets all rows to nothing, before a loop. */
  readonly clear: () => void;
  /** Adds all rows up into the leader's own, after a loop. */
  readonly gather: () => void;
}

export function openTotals({ workers, me, memory }: Crew, length: number): Totals {
  const rows = Array.from({ length: workers }, () => new Float64Array(memory(length * 8)));
  const own = rows[me];
  return {
    own,
    clear() {
      for (const row of rows) row.fill(0);
    },
    gather() {
      for (const row of rows) {
        if (row === own) continue;
        for (let k = 0; k < length; k++) own[k] += row[k];
      }
    },
  };
}
