/** Runs side by side on worker threads. */
import { Piscina } from "piscina";
import { outcomeOf, YEAR_DONE, type Reply } from "./reply.ts";
import { Interrupted, RunFailure, type Runner } from "./runner.ts";

export interface PoolOptions {
  /** The built file whose default export performs a task. */
  readonly workerFile: string;
  readonly threads: number;
  readonly onYear: () => void;
  /** Ends all threads at once, also in mid-run. */
  readonly signal: AbortSignal;
}

export function poolRunner({ workerFile, threads, onYear, signal }: PoolOptions): Runner {
  const pool = new Piscina<unknown, Reply>({
    filename: workerFile,
    minThreads: threads,
    maxThreads: threads,
    // What a thread prints would stand in the middle of the answer.
    recordTiming: false,
  });
  pool.on("message", (message: unknown) => {
    if (message === YEAR_DONE) onYear();
  });
  return {
    async run(task) {
      if (signal.aborted) throw new Interrupted();
      let reply: Reply;
      try {
        reply = await pool.run(task, { signal });
      } catch (failure) {
        if (signal.aborted) throw new Interrupted();
        // The thread itself ended: most often there was not enough memory.
        const trouble = failure instanceof Error ? failure.message : String(failure);
        throw new RunFailure(
          task.run,
          `its thread ended early (${trouble}). If memory is short, use fewer threads (--jobs) or a larger --scale.`,
        );
      }
      return outcomeOf(reply, task);
    },
    close: () => pool.destroy(),
  };
}
