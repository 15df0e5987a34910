/** Threads of Node that share the loops of one run. */
import { Worker } from "node:worker_threads";
import type { CrewTask, Threads } from "../../engine/parallel/lead.ts";
import { dismissCrew, openBoard, reportFailure } from "../../engine/parallel/rounds.ts";

/** What a thread is given. */
export interface CrewMember {
  readonly task: CrewTask;
  /** Its number, from 1. */
  readonly me: number;
}

export interface NodeThreads extends Threads {
  /** Ends all threads and waits until they are gone; right also where none was started. */
  close(): Promise<void>;
}

/** Loops allocate next to nothing: small heaps keep a thread at some megabytes. What is shared lies outside of them. */
const HEAP = { maxYoungGenerationSizeMb: 4, maxOldGenerationSizeMb: 128 } as const;

/**
 * @param file the built file that each thread runs: run-thread.ts
 * @param workers how many work in all, this thread among them
 */
export function openThreads(file: string, workers: number): NodeThreads {
  const ended: Promise<unknown>[] = [];
  let dismiss = (): void => undefined;
  return {
    workers,
    start(task) {
      const board = openBoard(task.board);
      dismiss = () => dismissCrew(board);
      for (let me = 1; me < workers; me++) {
        const thread = new Worker(file, {
          workerData: { task, me } satisfies CrewMember,
          resourceLimits: HEAP,
        });
        // The leader hears of it in its next loop; the run then ends with this error.
        thread.on("error", (failure) => reportFailure(board, me, failure));
        ended.push(new Promise((resolve) => thread.once("exit", resolve)));
      }
    },
    async close() {
      dismiss();
      await Promise.all(ended);
    },
  };
}
