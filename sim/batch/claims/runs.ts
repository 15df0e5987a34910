/** Performs the runs that experiments ask for, each once, and keeps the figures that contrasts need. */
import { ScenarioError } from "../../scenario/faults.ts";
import type { Bar, Context } from "../commands/command.ts";
import { poolRunner } from "../runners/pool.ts";
import { RunFailure, type RunTask } from "../runners/runner.ts";
import { type AskedRun, keyOf, taskMaker } from "./arms.ts";
import type { Figures } from "./effects.ts";

export interface Runs {
  /** Performs those of the runs that haven't been yet; a world that can't run so is remembered as that. */
  readonly perform: (asked: readonly AskedRun[], label: string) => Promise<void>;
  /** Figures of a run that was performed; undefined where the world can't run so. */
  readonly figures: (asked: AskedRun) => Figures | undefined;
  /** Runs performed up to now. */
  readonly count: () => number;
  readonly close: () => Promise<void>;
}

/** Performs one task; throws RunFailure where that world can't run. */
export type PerformOne = (task: RunTask) => Promise<{ readonly indicators: Figures }>;

/**
 * @param indicators ids whose figures are kept
 * @param side how many runs go on at the same time
 */
export function openRuns(
  taskOf: (asked: AskedRun) => RunTask,
  performOne: PerformOne,
  indicators: ReadonlySet<string>,
  side: number,
  bar: (total: number, label: string) => Bar,
  close: () => Promise<void>,
): Runs {
  const done = new Map<string, Figures | undefined>();

  const one = async (asked: AskedRun, task: RunTask): Promise<Figures | undefined> => {
    try {
      const { indicators: all } = await performOne(task);
      return Object.fromEntries([...indicators].map((id) => [id, all[id]]));
    } catch (failure) {
      // As it stands a scenario must run; with an assumption at the end of its range it may be refused.
      const isWorlds = failure instanceof RunFailure || failure instanceof ScenarioError;
      if (isWorlds && Object.keys(asked.changed).length > 0) return undefined;
      throw failure;
    }
  };

  return {
    async perform(asked, label) {
      const open = new Map(asked.map((run) => [keyOf(run), run]));
      for (const key of open.keys()) if (done.has(key)) open.delete(key);
      if (open.size === 0) return;
      // A scenario that can't be read is told before the first run, not after the last.
      const queue = [...open].map(([key, run]) => ({ key, run, task: taskOf(run) }));
      const progress = bar(open.size, label);
      let next = 0;
      const work = async (): Promise<void> => {
        while (next < queue.length) {
          const { key, run, task } = queue[next++];
          done.set(key, await one(run, task));
          progress.tick();
        }
      };
      try {
        await Promise.all(Array.from({ length: Math.min(side, queue.length) }, work));
      } finally {
        progress.stop();
      }
    },
    figures(asked) {
      const key = keyOf(asked);
      if (!done.has(key)) throw new RangeError(`not yet performed: ${key}`);
      return done.get(key);
    },
    count: () => done.size,
    close,
  };
}

/** Runs on threads that live as long as the lab, so that their code stays warm. */
export function runsOnThreads(context: Context, indicators: ReadonlySet<string>, jobs = context.cores): Runs {
  const { workerFile, signal, bar } = context;
  const runner = poolRunner({ workerFile, threads: jobs, onYear: () => {}, signal });
  return openRuns(
    taskMaker(context),
    (task) => runner.run(task),
    indicators,
    jobs,
    bar,
    () => runner.close(),
  );
}
