/** The runs of a hindcast: every world with every seed, on as many threads as there are. */
import { END, START, type UnitWorld } from "./worlds.ts";
import { performAll } from "../experiment.ts";
import type { Context } from "../commands/command.ts";
import { identityOf, type Prepared } from "../prepare.ts";
import { poolRunner } from "../runners/pool.ts";
import type { RunOutcome, RunTask } from "../runners/runner.ts";
import { digestOf } from "../store/manifest.ts";

export const YEARS = END - START;

/** A world, laid over with settings, and its seed. */
export interface PlannedRun {
  readonly world: UnitWorld;
  readonly seed: string;
  readonly set: readonly string[];
}

/**
 * The run of a world as a task for a thread.
 *
 * @throws ScenarioError where a setting doesn't fit
 */
export function taskOf({ model }: Pick<Context, "model">, { world, seed, set }: PlannedRun): RunTask {
  const all = [`years=${YEARS}`, ...set];
  const name = world.scenario.id;
  const source = { name, file: `${name}.yaml`, text: world.yaml, files: {} };
  const scenario = model.parse(world.yaml, { file: source.file, resolve: () => undefined, set: all });
  const prepared: Prepared = { scenario, source, set: all, digest: digestOf(scenario) };
  return { source, run: identityOf(model, prepared, seed) };
}

/** Performs tasks on threads. Outcomes are in the order of the tasks. */
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
