/** Many runs, as many at a time as there are threads. */
import { RunFailure, type Runner, type RunOutcome, type RunTask } from "./runners/runner.ts";

/**
 * Performs all tasks. A run that fails does not stop the others, for their results are worth keeping; a disk that
 * cannot be written, or an interruption, does.
 *
 * @returns outcomes in the order of the tasks
 * @throws RunFailures after all other runs have ended; StoreError or Interrupted at once
 */
export async function performAll(
  runner: Runner,
  tasks: readonly RunTask[],
  threads: number,
): Promise<RunOutcome[]> {
  const outcomes: RunOutcome[] = [];
  const failures: RunFailure[] = [];
  let next = 0;
  let stopped = false;
  const work = async (): Promise<void> => {
    while (next < tasks.length && !stopped) {
      const index = next++;
      try {
        outcomes[index] = await runner.run(tasks[index]);
      } catch (failure) {
        if (!(failure instanceof RunFailure)) {
          stopped = true;
          throw failure;
        }
        failures.push(failure);
      }
    }
  };
  const workers = await Promise.allSettled(Array.from({ length: Math.min(threads, tasks.length) }, work));
  const stop = workers.find((worker) => worker.status === "rejected");
  if (stop !== undefined) throw stop.reason;
  if (failures.length > 0) throw new RunFailures(failures, tasks.length);
  return outcomes;
}

/** Some runs of many failed. */
export class RunFailures extends Error {
  override readonly name = "RunFailures";

  constructor(failures: readonly RunFailure[], runs: number) {
    const shown = failures.slice(0, 5).map(({ message }) => `  ${message}`);
    if (failures.length > shown.length) shown.push(`  … and ${failures.length - shown.length} more`);
    super([`${failures.length} of ${runs} runs failed:`, ...shown].join("\n"));
  }
}
