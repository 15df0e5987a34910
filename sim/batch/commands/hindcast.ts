/** `urflow hindcast`: start units as one census found them, run to the next, and hold the end against it. */
import { join } from "node:path";
import type { Command } from "commander";
import { parameterIds } from "../../policy/parameters.ts";
import { parseCalibration, uncertaintyOf } from "../calibrate/file.ts";
import { hindcastJson } from "../hindcast/answer.ts";
import {
  type Asked,
  bandLine,
  headLine,
  importLine,
  inputFiles,
  type Named,
  planOf,
} from "../hindcast/about.ts";
import { hindcastFiles } from "../hindcast/files.ts";
import { hindcast, type Hindcast } from "../hindcast/hindcast.ts";
import { NOTHING_KNOWN, setOfSeed, settingsOf, type Uncertainty } from "../hindcast/parameters.ts";
import { taskOf } from "../hindcast/runs.ts";
import { hindcastSummary } from "../hindcast/summary.ts";
import { readTable } from "../hindcast/table.ts";
import { END, START, unitWorlds, type UnitWorld } from "../hindcast/worlds.ts";
import { performOnThreads } from "../runners/onThreads.ts";
import type { RunOutcome } from "../runners/runner.ts";
import { writeFiles } from "../store/atomic.ts";
import { withOutput } from "../store/output.ts";
import { options, seedsUpTo, settings, type Answer, type Context, type Respond } from "./command.ts";

interface HindcastFlags {
  readonly seeds: number;
  readonly jobs?: number;
  readonly set: readonly string[];
  readonly scale: number;
  readonly calibration?: string;
  readonly out?: string;
  readonly json?: boolean;
}

export function addHindcast(program: Command, context: Context, respond: Respond): void {
  program
    .command("hindcast")
    .summary("start units in one census and hold the run against the next")
    .description(
      `Starts every prefecture of a table as the census of ${START} found it, runs to ${END}, and compares ` +
        "population, urban share and share of 65 and more with the census, unit by unit, and with predictions that " +
        "need no model.",
    )
    .argument("<units>", "the path of a .csv table of units (docs/import.md lists its columns)")
    .addOption(options.seeds().default(8))
    .addOption(options.jobs())
    .addOption(options.set("--set <path=value>", "change one value in every world; may be given again"))
    .addOption(options.scale().default(100))
    .option(
      "--calibration <file>",
      "what urflow calibrate wrote: sets of parameters for the seeds to draw from, and what they miss; none: the " +
        "parameters as they stand (default: the one that comes with urflow)",
    )
    .addOption(options.out("write units.csv, scores.csv, hindcast.json and manifest.json into this folder"))
    .addOption(options.json())
    .addHelpText(
      "after",
      `
Examples:
  urflow hindcast units.csv
  urflow hindcast units.csv --seeds 20 --calibration none --set parameters.considerRate=0.3
  urflow hindcast units.csv --json | jq .scores.population`,
    )
    .action(async (file: string, flags: HindcastFlags) => {
      respond(await answer(context, file, flags), flags.json === true);
    });
}

async function answer(context: Context, file: string, flags: HindcastFlags): Promise<Answer> {
  const { model, disk } = context;
  const csv = await readTable(disk, file);
  const worlds = unitWorlds(model, csv, file);
  const calibration = await calibrationOf(context, flags.calibration);
  const uncertainty = calibration === undefined ? NOTHING_KNOWN : uncertaintyOf(calibration.file);
  const asked: Asked = { ...flags, urflow: model.version, table: file, worlds, calibration };
  const work = async (): Promise<Made> => make(context, worlds, uncertainty, flags);
  const { out } = flags;
  const { result, outcomes } =
    out === undefined
      ? await work()
      : await withOutput(disk, out, "hindcast", ["inputs"], async () => {
          const made = await work();
          const plan = planOf(asked, made.outcomes);
          const inputs = inputFiles(asked, csv);
          await writeFiles(disk, out, hindcastFiles(made.result, plan, inputs));
          return made;
        });
  const about = [headLine(asked, outcomes), importLine(asked), bandLine(asked)];
  const written = out === undefined ? "" : `\n\nwritten to ${out}`;
  return { text: hindcastSummary(result, about) + written, json: hindcastJson(result) };
}

/** Where the calibration that comes with urflow lies, among the built-in scenarios. */
const BUILT_IN = ["calibration", `china-${START}-${END}.json`];

async function calibrationOf(
  { disk, builtIns }: Context,
  asked: string | undefined,
): Promise<Named | undefined> {
  if (asked === "none") return undefined;
  const assumptions = parameterIds("assumption");
  if (asked !== undefined)
    return { name: asked, file: parseCalibration(await readTable(disk, asked), asked, assumptions) };
  const bytes = await disk.read(join(builtIns, ...BUILT_IN));
  if (bytes === undefined) return undefined;
  const name = "the calibration that comes with urflow";
  return { name, file: parseCalibration(new TextDecoder().decode(bytes), name, assumptions) };
}

interface Made {
  readonly result: Hindcast;
  /** By world and seed. */
  readonly outcomes: readonly (readonly RunOutcome[])[];
}

async function make(
  context: Context,
  worlds: readonly UnitWorld[],
  uncertainty: Uncertainty,
  flags: HindcastFlags,
): Promise<Made> {
  const seeds = seedsUpTo(flags.seeds);
  const drawn = seeds.map((_, k) => {
    const set = setOfSeed(uncertainty.sets, k);
    return set === undefined ? [] : settingsOf(set);
  });
  // The user's own settings come last and win over the drawn ones.
  const user = settings(flags);
  const tasks = worlds.flatMap((world) =>
    seeds.map((seed, k) => taskOf(context, { world, seed, set: [...drawn[k], ...user] })),
  );
  const all = await performOnThreads(context, tasks, flags.jobs);
  const outcomes = worlds.map((_, w) => all.slice(w * seeds.length, (w + 1) * seeds.length));
  const runs = worlds.map(({ prefecture, units }, w) => ({ prefecture, units, outcomes: outcomes[w] }));
  return { result: hindcast(runs, uncertainty), outcomes };
}
