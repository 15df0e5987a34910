/** Runs side by side, with a bar of the years that are done. */
import type { Context } from "../commands/command.ts";
import { performAll } from "../experiment.ts";
import { poolRunner } from "./pool.ts";
import type { RunOutcome, RunTask } from "./runner.ts";

/**
 * Performs tasks on threads, one for each processor unless told otherwise.
 *
 * @returns outcomes in the order of the tasks
 * @throws RunFailures after all other runs have ended; Interrupted at once
 */
export async function performOnThreads(
  { workerFile, signal, bar, cores }: Context,
  tasks: readonly RunTask[],
  jobs = cores,
): Promise<RunOutcome[]> {
  const threads = Math.min(jobs, tasks.length);
  const progress = bar(
    tasks.reduce((years, { run }) => years + run.years, 0),
    "simulated years",
  );
  const runner = poolRunner({ workerFile, threads, onYear: progress.tick, signal });
  try {
    return await performAll(runner, tasks, threads);
  } finally {
    progress.stop();
    await runner.close();
  }
}
