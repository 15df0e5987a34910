/** The runs of a hindcast: every world with every seed. */
import { END, START, type UnitWorld } from "./worlds.ts";
import type { Context } from "../commands/command.ts";
import { identityOf, type Prepared } from "../prepare.ts";
import type { RunTask } from "../runners/runner.ts";
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
