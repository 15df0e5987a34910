/** One run, from a parsed scenario to its result or its files. The same steps are taken in every thread. */
import type { RunResult } from "../../engine/result.ts";
import { ScenarioError } from "../../scenario/faults.ts";
import type { Scenario } from "../../scenario/scenario.ts";
import type { Model, RunOptions, Stepper } from "../model.ts";
import { writeFolder } from "../store/atomic.ts";
import type { Disk } from "../store/disk.ts";
import { MANIFEST_NAME, sha256 } from "../store/manifest.ts";
import { tableFiles, withManifest } from "../store/runFiles.ts";
import { collectGarbage } from "./collect.ts";
import { Interrupted, RunFailure, type RunOutcome, type RunTask } from "./runner.ts";

/** Milliseconds of work after which a run lets the thread hear signals and draw its bar. */
const SLICE = 40;

/** Runs to the end without a pause, as is right in a thread of its own. */
export function runThrough(
  model: Model,
  scenario: Scenario,
  options: RunOptions,
  onYear: () => void,
): RunResult {
  const run = model.begin(scenario, options);
  while (run.month < run.months) {
    run.step();
    if (run.month % 12 === 0) onYear();
  }
  return run.result();
}

/**
 * Runs in slices, so that the thread stays awake in between.
 *
 * @throws Interrupted when the signal says so
 */
export async function runInSlices(
  model: Model,
  scenario: Scenario,
  options: RunOptions,
  onYear: () => void,
  signal: AbortSignal,
): Promise<RunResult> {
  const run = model.begin(scenario, options);
  collectGarbage();
  await stepInSlices(run, onYear, signal);
  return run.result();
}

/**
 * Steps anything of months to its end in slices.
 *
 * @throws Interrupted when the signal says so
 */
export async function stepInSlices(
  run: Pick<Stepper, "month" | "months" | "step">,
  onYear: () => void,
  signal: AbortSignal,
): Promise<void> {
  let until = performance.now() + SLICE;
  while (run.month < run.months) {
    if (performance.now() > until) {
      await new Promise<void>((resume) => setImmediate(resume));
      until = performance.now() + SLICE;
    }
    if (signal.aborted) throw new Interrupted();
    run.step();
    if (run.month % 12 === 0) onYear();
  }
}

/**
 * A whole task, as a runner's thread does it: parse, run, write.
 *
 * @throws ScenarioError where policies are in each other's way; RunFailure when the model stops; StoreError when the files cannot be written
 */
export async function perform(
  model: Model,
  disk: Disk,
  task: RunTask,
  onYear: () => void,
): Promise<RunOutcome> {
  const result = simulate(model, task, onYear);
  const { hash, agents, startYear, years, indicators, counties, outlays } = result;
  const outcome = { hash, agents, startYear, years, indicators, counties, outlays };
  if (task.keep === undefined) return outcome;
  const files = withManifest(tableFiles(result, model.catalogue), result, task.run, task.keep.command);
  await writeFolder(disk, task.keep.folder, files);
  return { ...outcome, manifest: sha256(files.get(MANIFEST_NAME) ?? "") };
}

function simulate(model: Model, { source, run }: RunTask, onYear: () => void): RunResult {
  try {
    const scenario = model.parse(source.text, {
      file: source.file,
      resolve: (kind, id) => source.files[`${kind}/${id}`],
      set: run.set,
    });
    return runThrough(model, scenario, run, onYear);
  } catch (failure) {
    if (failure instanceof ScenarioError) throw failure;
    throw new RunFailure(run, failure instanceof Error ? failure.message : String(failure));
  }
}
