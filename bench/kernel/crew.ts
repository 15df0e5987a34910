/** Threads of Node for a crew that runs the migration kernel. */
import { once } from "node:events";
import { Worker } from "node:worker_threads";
import { createBoard } from "../../sim/engine/parallel/board.ts";
import { dismiss, leadSteps } from "../../sim/engine/parallel/crew.ts";
import type { MigrationSizes, MigrationWorld } from "../../sim/engine/parallel/migration/columns.ts";
import { migrationKernel } from "../../sim/engine/parallel/migration/kernel.ts";

/** What a thread needs to follow. */
export interface Following {
  readonly world: SharedArrayBuffer;
  readonly board: SharedArrayBuffer;
  readonly sizes: MigrationSizes;
  readonly seed: string;
  readonly worker: number;
  readonly workers: number;
}

export interface Crew {
  /** Bytes that the crew shares beside the world. */
  readonly bytes: number;
  run(from: number, to: number): void;
  close(): Promise<void>;
}

/**
 * A crew of this thread and `workers - 1` others; resolves when all stand ready. The world must be in
 * shared memory where there are others.
 */
export async function gatherCrew(world: MigrationWorld, seed: string, workers: number): Promise<Crew> {
  const kernel = migrationKernel(world, seed);
  const board = createBoard(kernel, workers, workers > 1);
  const threads = Array.from({ length: workers - 1 }, (_, k) => {
    // Both buffers are shared ones where there is more than one worker: see above.
    const following: Following = {
      world: world.buffer as SharedArrayBuffer,
      board: board.buffer as SharedArrayBuffer,
      sizes: world.sizes,
      seed,
      worker: k + 1,
      workers,
    };
    return new Worker(new URL("./kernel-thread.js", import.meta.url), { workerData: following });
  });
  await Promise.all(threads.map((thread) => once(thread, "message")));
  return {
    bytes: board.buffer.byteLength,
    run: (from, to) => leadSteps(kernel, board, from, to),
    async close() {
      dismiss(board);
      await Promise.all(threads.map((thread) => once(thread, "exit")));
    },
  };
}
