/** `urflow undo`: what remains of policies and shocks when they end at a year. */
import { Option, type Command } from "commander";
import { pairedEffects, type PairedEffect } from "../analysis/paired.ts";
import { identityOf, prepare, type Prepared } from "../prepare.ts";
import { undoSummary } from "../report/undo.ts";
import { performOnThreads } from "../runners/onThreads.ts";
import type { RunOutcome, RunTask } from "../runners/runner.ts";
import { armFiles } from "../store/armFiles.ts";
import { writeFiles } from "../store/atomic.ts";
import { everyYear } from "../store/comparisonFiles.ts";
import { withOutput } from "../store/output.ts";
import type { Scenario } from "../../scenario/scenario.ts";
import {
  options,
  seedsUpTo,
  settings,
  UsageError,
  whole,
  type Answer,
  type Context,
  type Respond,
} from "./command.ts";

/** The arms in the order in which they run. */
const ARMS = ["none", "kept", "undone"] as const;

interface UndoFlags {
  readonly at: number;
  readonly seeds: number;
  readonly jobs?: number;
  readonly set: readonly string[];
  readonly years?: number;
  readonly scale?: number;
  readonly out?: string;
  readonly json?: boolean;
}

export function addUndo(program: Command, context: Context, respond: Respond): void {
  program
    .command("undo")
    .summary("say what remains of policies and shocks when they are ended")
    .description(
      "Runs a scenario three times with the same seeds 1 to N: without its policies and shocks, with them, and with them " +
        "ended in January of the given year. Shows their effect in that year, their effect at the end where they stay, and " +
        "their effect at the end where they were ended: what does not return.",
    )
    .argument("<scenario>", "a built-in scenario or the path of a .yaml file")
    .addOption(
      new Option("--at <year>", "the calendar year in whose January they end")
        .argParser(whole(1000, 9999))
        .makeOptionMandatory(),
    )
    .addOption(options.seeds())
    .addOption(options.jobs())
    .addOption(options.set())
    .addOption(options.years())
    .addOption(options.scale())
    .addOption(options.out("write the effects of every year as tables into this folder"))
    .addOption(options.json())
    .addHelpText(
      "after",
      `
Examples:
  urflow undo valley-small-towns --at 2030 --seeds 8
  urflow undo valley --set 'policies=[rural-cluster-platform]' --at 2031 --seeds 8`,
    )
    .action(async (scenario: string, flags: UndoFlags) => {
      respond(await undo(context, scenario, flags), flags.json === true);
    });
}

async function undo(context: Context, name: string, flags: UndoFlags): Promise<Answer> {
  const { model, builtIns } = context;
  const set = settings(flags);
  const { at: year, out } = flags;
  const kept = prepare(model, builtIns, name, set);
  refuseYear(kept, year);
  const { policies, shocks = [] } = kept.scenario;
  const none = prepare(model, builtIns, name, [
    ...set,
    "policies=[]",
    ...(shocks.length === 0 ? [] : ["shocks=[]"]),
  ]);
  const ended = endings(kept.scenario, `${year}-01`);
  const undone = prepare(model, builtIns, name, [...set, ...ended]);
  const seeds = seedsUpTo(flags.seeds);
  const sides = [none, kept, undone];
  const tasks = sides.flatMap((prepared) =>
    seeds.map((seed): RunTask => ({
      source: prepared.source,
      run: identityOf(model, prepared, seed),
    })),
  );
  const { start, years } = kept.scenario;
  const perform = async (): Promise<readonly (readonly RunOutcome[])[]> => {
    const outcomes = await performOnThreads(context, tasks, flags.jobs);
    return sides.map((_, k) => outcomes.slice(k * seeds.length, (k + 1) * seeds.length));
  };
  const answer = ([control, withThem, withoutLater]: readonly (readonly RunOutcome[])[]): Answer => {
    const against = (other: typeof control, at: number): PairedEffect[] =>
      pairedEffects(control, other, at, model.catalogue);
    const effects = {
      before: against(withThem, year - start),
      kept: against(withThem, years),
      undone: against(withoutLater, years),
    };
    const hashes = (runs: typeof control): string[] => runs.map(({ hash }) => hash);
    return {
      text: undoSummary(
        { scenario: kept.scenario, year, seeds: seeds.length, out, ...effects },
        model.catalogue,
      ),
      json: {
        version: model.version,
        seeds,
        scenario: kept.scenario.id,
        year,
        set,
        policies: policies.map(({ id }) => id),
        shocks: shocks.map(({ id }) => id),
        ended,
        hashes: { none: hashes(control), kept: hashes(withThem), undone: hashes(withoutLater) },
        effects,
        ...(out === undefined ? {} : { out }),
      },
    };
  };
  if (out === undefined) return answer(await perform());
  return withOutput(context.disk, out, "undoing", ["inputs"], async () => {
    const runs = await perform();
    const ran = sides.map((prepared, k) => ({ arm: ARMS[k], prepared, outcomes: runs[k] }));
    const effects = [1, 2].map((k) => ({
      arm: ARMS[k],
      effects: everyYear(runs[0], runs[k], model.catalogue),
    }));
    await writeFiles(context.disk, out, armFiles("undoing", ran, effects, seeds, model));
    return answer(runs);
  });
}

/** Settings that end what is under way. What ends before, or begins after, is left as it is. */
function endings({ policies, shocks = [] }: Scenario, end: string): string[] {
  const goesOn = (
    parts: readonly { readonly from: string; readonly until?: string | undefined }[],
  ): boolean =>
    parts.some(({ from }) => from < end) && parts.some(({ until }) => until === undefined || until > end);
  return [
    ...policies.filter(({ measures }) => goesOn(measures)).map(({ id }) => `policies.${id}.until=${end}`),
    ...shocks.filter((shock) => goesOn([shock])).map(({ id }) => `shocks.${id}.until=${end}`),
  ];
}

function refuseYear({ scenario: { id, policies, shocks = [], start, years } }: Prepared, year: number): void {
  if (policies.length + shocks.length === 0) {
    throw new UsageError(
      `${id} has no policy and no shock; there is nothing to undo. Give one: --set 'policies=[rural-cluster-platform]'.`,
    );
  }
  if (year <= start || year >= start + years) {
    throw new UsageError(
      `--at is ${year}; expected a year after ${start} and before the end of the run, ${start + years}.`,
    );
  }
}
