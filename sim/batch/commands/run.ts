/** `urflow run`: one scenario, one seed, and what came of it. */
import { dirname, join } from "node:path";
import type { Command } from "commander";
import { commandOf, identityOf, inputFiles, prepare, type Prepared } from "../prepare.ts";
import { aboutLines } from "../report/about.ts";
import { counted } from "../report/counted.ts";
import { headline } from "../report/headline.ts";
import { reportHtml } from "../report/report.ts";
import { runSummary } from "../report/summary.ts";
import { runInSlices } from "../runners/perform.ts";
import { ScenarioError } from "../../scenario/faults.ts";
import { Interrupted, RunFailure } from "../runners/runner.ts";
import { openThreads } from "../runners/threads.ts";
import { writeFiles, type Files } from "../store/atomic.ts";
import type { Disk } from "../store/disk.ts";
import { MANIFEST_NAME, parseManifest, staleNames } from "../store/manifest.ts";
import { withOutput } from "../store/output.ts";
import { tableFiles, withManifest } from "../store/runFiles.ts";
import type { RunResult } from "../../engine/result.ts";
import { options, settings, type Answer, type Context, type Respond } from "./command.ts";

interface RunFlags {
  readonly seed?: string;
  readonly set: readonly string[];
  readonly years?: number;
  readonly scale?: number;
  readonly threads?: number;
  readonly out?: string;
  readonly json?: boolean;
}

export function addRun(program: Command, context: Context, respond: Respond): void {
  program
    .command("run")
    .summary("run a scenario once and say what came of it")
    .description("Runs a scenario once and says what came of it. With --out also writes tables and a report.")
    .argument("<scenario>", "a built-in scenario (see urflow list) or the path of a .yaml file")
    .option("--seed <text>", "any text; the same seed gives the same run (default: the scenario's own)")
    .addOption(options.set())
    .addOption(options.years())
    .addOption(options.scale())
    .addOption(options.threads())
    .addOption(options.out("write tables, manifest.json and report.html into this folder"))
    .addOption(options.json())
    .addHelpText(
      "after",
      `
Examples:
  urflow run valley
  urflow run valley-small-towns --seed 7 --out results/valley
  urflow run valley --years 10 --set parameters.belongingWeight=2
  urflow run quzhou --scale 1 --threads 4
  urflow run ./my-county.yaml --json | jq .headline.en`,
    )
    .action(async (name: string, flags: RunFlags) => {
      respond(await runOnce(context, name, flags), flags.json === true);
    });
}

/** How fast a run went that was shared among threads. */
interface Pace {
  readonly threads: number;
  /** From the scenario to the result, making the world included. */
  readonly seconds: number;
  /** Agents of the start times months, in a second. */
  readonly agentMonthsPerSecond: number;
}

interface Ran {
  readonly result: RunResult;
  /** Told where threads were asked for; no file holds it. */
  readonly pace?: Pace | undefined;
}

async function runOnce(context: Context, name: string, flags: RunFlags): Promise<Answer> {
  const prepared = prepare(context.model, context.builtIns, name, settings(flags));
  const seed = flags.seed ?? prepared.scenario.seed;
  const { out, threads } = flags;
  if (out === undefined)
    return answer(context, prepared, await simulate(context, prepared, seed, threads), []);
  return withOutput(context.disk, out, "run", ["inputs", "inputs/policies"], async () => {
    const ran = await simulate(context, prepared, seed, threads);
    const files = outputFiles(context, prepared, seed, ran.result);
    await replaceFiles(context.disk, out, files);
    return answer(context, prepared, ran, [...files.keys()], out);
  });
}

async function replaceFiles(disk: Disk, folder: string, files: Files): Promise<void> {
  const older = await disk.read(join(folder, MANIFEST_NAME));
  await writeFiles(disk, folder, files);
  const stale = staleNames(older === undefined ? undefined : parseManifest(older), files);
  for (const name of stale) await disk.remove(join(folder, name));
}

async function simulate(
  { model, bar, signal, workerFile }: Context,
  prepared: Prepared,
  seed: string,
  workers: number | undefined,
): Promise<Ran> {
  const run = identityOf(model, prepared, seed);
  const threads =
    workers === undefined || workers === 1
      ? undefined
      : openThreads(join(dirname(workerFile), "run-thread.js"), workers);
  const progress = bar(run.years, "simulated years");
  const began = performance.now();
  try {
    const result = await runInSlices(model, prepared.scenario, { ...run, threads }, progress.tick, signal);
    return { result, pace: workers === undefined ? undefined : paceOf(result, workers, began) };
  } catch (failure) {
    if (failure instanceof Interrupted) throw failure;
    if (failure instanceof ScenarioError) throw failure;
    throw new RunFailure(run, failure instanceof Error ? failure.message : String(failure));
  } finally {
    await threads?.close();
    progress.stop();
  }
}

function paceOf({ agents, years }: RunResult, threads: number, began: number): Pace {
  const seconds = (performance.now() - began) / 1000;
  return { threads, seconds, agentMonthsPerSecond: (agents * (years.length - 1) * 12) / seconds };
}

function paceText({ threads, seconds, agentMonthsPerSecond }: Pace): string {
  const millions = (agentMonthsPerSecond / 1e6).toFixed(2);
  return `${counted(threads, "thread")}: ${seconds.toFixed(1)} s, ${millions} million agent-months a second`;
}

function outputFiles({ model }: Context, prepared: Prepared, seed: string, result: RunResult): Files {
  const command = commandOf(prepared, seed, "inputs");
  const report = reportHtml(prepared.scenario, result, command, model);
  const files = new Map([
    ...tableFiles(result, model.catalogue),
    ["report.html", report] as const,
    ...inputFiles(prepared, "inputs"),
  ]);
  return withManifest(files, result, identityOf(model, prepared, seed), command);
}

function answer(
  { model }: Context,
  { scenario: { system, about } }: Prepared,
  { result, pace }: Ran,
  files: readonly string[],
  out?: string,
): Answer {
  const { scenario, policies, overrides, seed, scale, version, hash, agents, years, indicators, cuts } =
    result;
  const units = new Map(model.catalogue.map(({ id, unit }) => [id, unit]));
  const series = Object.entries(indicators).map(([id, values]) => [
    id,
    { unit: units.get(id) ?? "", values: [...values] },
  ]);
  return {
    text: [
      runSummary(result, model.catalogue, aboutLines({ system, about }), out),
      ...(pace === undefined ? [] : [paceText(pace)]),
    ].join("\n"),
    json: {
      scenario,
      ...(system === undefined ? {} : { system }),
      ...(about === undefined ? {} : { about }),
      policies,
      set: overrides,
      seed,
      scale,
      version,
      hash,
      agents,
      years,
      headline: headline(result),
      indicators: Object.fromEntries(series),
      cuts,
      ...(pace === undefined ? {} : { pace }),
      ...(out === undefined ? {} : { out, files }),
    },
  };
}
