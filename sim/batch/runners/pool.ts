/** Work side by side on worker threads. */
import { Piscina } from "piscina";
import { outcomeOf, YEAR_DONE, type Reply } from "./reply.ts";
import { Interrupted, RunFailure, type Runner } from "./runner.ts";

export interface PoolOptions {
  /** The built file whose exports the threads perform. */
  readonly workerFile: string;
  readonly threads: number;
  readonly onYear: () => void;
  /** Ends all threads at once, also in mid-run. */
  readonly signal: AbortSignal;
}

/** Threads that live as long as the pool, so that their code stays warm. */
export interface Pool {
  /**
   * Has a thread perform a task.
   *
   * @param door the export of the worker file that takes it; its default without it
   * @throws Interrupted when the pool was stopped; ThreadEnded
   */
  call<Answer>(task: unknown, door?: string): Promise<Answer>;
  /** Ends all threads, also in mid-run. */
  close(): Promise<void>;
}

/** The thread itself ended: most often there was not enough memory. */
export class ThreadEnded extends Error {
  override readonly name = "ThreadEnded";

  constructor(trouble: string) {
    super(
      `its thread ended early (${trouble}). If memory is short, use fewer threads (--jobs) or a larger --scale.`,
    );
  }
}

export function openPool({ workerFile, threads, onYear, signal }: PoolOptions): Pool {
  const pool = new Piscina<unknown, unknown>({
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
    async call<Answer>(task: unknown, door?: string): Promise<Answer> {
      if (signal.aborted) throw new Interrupted();
      try {
        // Each door answers in a form of its own, which who knocks knows.
        return (await pool.run(task, door === undefined ? { signal } : { signal, name: door })) as Answer;
      } catch (failure) {
        if (signal.aborted) throw new Interrupted();
        throw new ThreadEnded(failure instanceof Error ? failure.message : String(failure));
      }
    },
    close: () => pool.destroy(),
  };
}

export function poolRunner(options: PoolOptions): Runner {
  const pool = openPool(options);
  return {
    async run(task) {
      try {
        return outcomeOf(await pool.call<Reply>(task), task);
      } catch (failure) {
        throw failure instanceof ThreadEnded ? new RunFailure(task.run, failure.message) : failure;
      }
    },
    close: () => pool.close(),
  };
}
