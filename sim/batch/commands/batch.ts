/** `urflow batch`: scenarios with many seeds, kept as they end, and gone on with after a kill. */
import type { Command } from "commander";
import { prepare, type Prepared } from "../prepare.ts";
import { counted } from "../report/counted.ts";
import { quantileSummary } from "../report/quantiles.ts";
import { performOnThreads } from "../runners/onThreads.ts";
import { Interrupted } from "../runners/runner.ts";
import { combine, finishedRuns, type FinishedRun } from "../store/combine.ts";
import { withOutput } from "../store/output.ts";
import { claimPlan, foldersOf, plannedRuns, type BatchPlan, type PlannedRun } from "../store/plan.ts";
import {
  options,
  seedsUpTo,
  settings,
  UsageError,
  type Answer,
  type Context,
  type Respond,
} from "./command.ts";

interface BatchFlags {
  readonly seeds: number;
  readonly jobs?: number;
  readonly set: readonly string[];
  readonly years?: number;
  readonly scale?: number;
  readonly out: string;
  readonly json?: boolean;
}

export function addBatch(program: Command, context: Context, respond: Respond): void {
  program
    .command("batch")
    .summary("run scenarios with many seeds and keep every run")
    .description(
      "Runs scenarios with the seeds 1 to N side by side and keeps every run as it ends. After an interruption or " +
        "a kill the same command goes on where it stopped.",
    )
    .argument("<scenario...>", "built-in scenarios or paths of .yaml files")
    .addOption(options.seeds())
    .addOption(options.jobs())
    .addOption(options.set("--set <path=value>", "change one value in every scenario; may be given again"))
    .addOption(options.years())
    .addOption(options.scale())
    .addOption(options.out("the folder of this batch").makeOptionMandatory())
    .addOption(options.json())
    .addHelpText(
      "after",
      `
Examples:
  urflow batch valley valley-small-towns --seeds 20 --out results/towns
  urflow batch quzhou --seeds 8 --jobs 2 --scale 100 --out results/quzhou`,
    )
    .action(async (names: string[], flags: BatchFlags) => {
      respond(await batch(context, names, flags), flags.json === true);
    });
}

async function batch(context: Context, names: readonly string[], flags: BatchFlags): Promise<Answer> {
  const { model, disk, build } = context;
  const set = settings(flags);
  const scenarios = names.map((name) => prepare(model, context.builtIns, name, set));
  refuseTwins(scenarios);
  const seeds = seedsUpTo(flags.seeds);
  const plan: BatchPlan = {
    format: 1,
    urflow: model.version,
    build: build(),
    scenarios: scenarios.map(({ scenario: { id }, digest }) => ({ id, digest })),
    set,
    seeds,
  };
  const { out } = flags;
  return withOutput(disk, out, "batch", foldersOf(scenarios), async () => {
    await claimPlan(disk, out, plan, scenarios);
    const runs = plannedRuns(model, out, scenarios, seeds);
    const found = await finishedRuns(disk, runs);
    const made = await perform(context, runs, found, flags.jobs).catch(async (failure: unknown) => {
      if (!(failure instanceof Interrupted)) throw failure;
      // Counted on the disk: a thread may have ended a run and not yet told us.
      const kept = (await finishedRuns(disk, runs)).size;
      throw new Interrupted(
        `Interrupted: ${kept} of ${runs.length} runs are kept in ${out}. The same command goes on from there.`,
      );
    });
    const finished = runs.flatMap(({ name }) => found.get(name) ?? made.get(name) ?? []);
    const quantiles = await combine(disk, out, model.version, finished);
    return {
      text: [quantileSummary(quantiles, model.catalogue), "", countLine(runs.length, found.size, out)].join(
        "\n",
      ),
      json: {
        out,
        seeds: seeds.length,
        found: found.size,
        made: made.size,
        runs: finished.map(({ name, run, hash }) => ({
          folder: name,
          scenario: run.scenario,
          seed: run.seed,
          hash,
        })),
      },
    };
  });
}

function refuseTwins(scenarios: readonly Prepared[]): void {
  const ids = scenarios.map(({ scenario }) => scenario.id);
  const twin = ids.find((id, index) => ids.indexOf(id) !== index);
  if (twin === undefined) return;
  throw new UsageError(
    `Two scenarios have the id ${twin}; expected a different one for each. Give one a new id.`,
  );
}

/** Performs the runs that are missing. */
async function perform(
  context: Context,
  runs: readonly PlannedRun[],
  found: ReadonlyMap<string, FinishedRun>,
  jobs: number | undefined,
): Promise<Map<string, FinishedRun>> {
  const missing = runs.filter(({ name }) => !found.has(name));
  if (missing.length === 0) return new Map();
  const outcomes = await performOnThreads(context, missing, jobs);
  return new Map(
    missing.map(({ name, run }, index) => {
      const { hash, manifest = "" } = outcomes[index];
      return [name, { name, run, hash, manifest }];
    }),
  );
}

function countLine(runs: number, found: number, out: string): string {
  const before = found === 0 ? "" : ` (${found} of them found finished)`;
  return `${counted(runs, "run")} in ${out}${before}`;
}
