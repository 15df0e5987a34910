/** `urflow calibrate`: tune parameters to a later census, and say how well that serves where it was not fitted. */
import { basename, dirname, extname } from "node:path";
import { type Command, InvalidArgumentError, Option } from "commander";
import { calibrate, type AskedRun, type CalibrationPlan } from "../calibrate/calibrate.ts";
import { DEFAULT_PRIORS, parsePriors } from "../calibrate/priors.ts";
import { recordOf } from "../calibrate/record.ts";
import { calibrationSummary } from "../calibrate/summary.ts";
import { settingsOf } from "../hindcast/parameters.ts";
import { taskOf } from "../hindcast/runs.ts";
import { readTable } from "../hindcast/table.ts";
import { END, unitWorlds, type UnitWorld } from "../hindcast/worlds.ts";
import { shellWord } from "../prepare.ts";
import { performOnThreads } from "../runners/onThreads.ts";
import type { RunTask } from "../runners/runner.ts";
import { writeFiles } from "../store/atomic.ts";
import type { Disk } from "../store/disk.ts";
import { jsonText } from "../store/manifest.ts";
import { options, settings, UsageError, whole, type Answer, type Context, type Respond } from "./command.ts";

interface CalibrateFlags {
  readonly out: string;
  readonly draws: number;
  readonly rounds: number;
  readonly keep: number;
  readonly seed: string;
  readonly parameters: string;
  readonly date?: string;
  readonly jobs?: number;
  readonly set: readonly string[];
  readonly scale: number;
  readonly json?: boolean;
}

const shareOption = (flags: string, text: string): Option =>
  new Option(flags, text).argParser((word) => {
    const value = /^\d*\.?\d+$/.test(word) ? Number(word) : NaN;
    if (value > 0 && value <= 1) return value;
    throw new InvalidArgumentError("Expected a share above 0 and at most 1, as in 0.1.");
  });

const dateOption = (): Option =>
  new Option("--date <date>", "date to write into the file, for it holds no clock").argParser((word) => {
    if (/^\d{4}-\d\d-\d\d$/.test(word)) return word;
    throw new InvalidArgumentError("Expected a date as in 2026-01-31.");
  });

export function addCalibrate(program: Command, context: Context, respond: Respond): void {
  program
    .command("calibrate")
    .summary("tune parameters to a later census, and keep what fits as data")
    .description(
      "Draws sets of parameters, runs every prefecture of a table with each, and keeps the sets that end nearest the " +
        `census of ${END}: approximate Bayesian computation. Each prefecture is also predicted from the others alone. ` +
        "urflow hindcast --calibration reads the file.",
    )
    .argument("<units>", "the path of a .csv table of units (docs/import.md lists its columns)")
    .addOption(new Option("--out <file>", "the file to write, JSON").makeOptionMandatory())
    .addOption(
      new Option("--draws <number>", "sets of parameters in all").argParser(whole(1, 1_000_000)).default(300),
    )
    .addOption(
      new Option("--rounds <number>", "rounds in which they are drawn").argParser(whole(1, 20)).default(3),
    )
    .addOption(shareOption("--keep <share>", "share of the sets that is kept").default(0.1))
    .option("--seed <text>", "any text; the same seed draws the same sets", "1")
    .addOption(
      new Option(
        "--parameters <list>",
        "assumptions to tune, with bounds where they are narrower than the table's; none: only measure what is missed",
      ).default(DEFAULT_PRIORS),
    )
    .addOption(dateOption())
    .addOption(options.jobs())
    .addOption(options.set("--set <path=value>", "change one value in every world; may be given again"))
    .addOption(options.scale().default(200))
    .addOption(options.json())
    .addHelpText(
      "after",
      `
Examples:
  urflow calibrate units.csv --out calibration.json
  urflow calibrate units.csv --out calibration.json --draws 1000 --parameters considerRate=0.1..0.6,networkWeight`,
    )
    .action(async (file: string, flags: CalibrateFlags) => {
      respond(await answer(context, file, flags), flags.json === true);
    });
}

async function answer(context: Context, file: string, flags: CalibrateFlags): Promise<Answer> {
  const { model, disk } = context;
  const { out, draws, rounds, keep, seed, scale } = flags;
  const priors = flags.parameters === "none" ? [] : parsePriors(flags.parameters, model.parameters);
  await refuseOther(disk, out);
  const worlds = unitWorlds(model, await readTable(disk, file), file);
  refuseBlind(worlds, file);
  const set = settings(flags);
  const base = new Map(worlds.map((world) => [world, taskOf(context, { world, seed, set })]));
  const plan: CalibrationPlan = { priors, draws, rounds, share: keep, seed };
  const calibration = await calibrate(worlds, plan, (runs) =>
    performOnThreads(
      context,
      runs.map((run) => tuned(base, run)),
      flags.jobs,
    ),
  );
  const [first] = worlds;
  const record = recordOf(worlds, calibration, {
    version: model.version,
    date: flags.date,
    command: commandOf(file, flags),
    scale,
    set: flags.set,
    given: model.parse(first.yaml, { file, resolve: () => undefined, set }).parameters,
  });
  await writeFiles(disk, dirname(out), new Map([[basename(out), jsonText(record)]]));
  return { text: calibrationSummary(record, out), json: record };
}

/** Only an older calibration is written over, and that is known before hours of runs. */
async function refuseOther(disk: Disk, out: string): Promise<void> {
  if (extname(out) !== ".json")
    throw new UsageError(`--out ${out}: expected the name of a JSON file. Let it end in .json.`);
  const found = await disk.read(out);
  if (found === undefined || new TextDecoder().decode(found).includes('"urflow-calibration"')) return;
  throw new UsageError(
    `--out ${out}: there is a file that is no calibration; expected an older one, or none. Choose another name.`,
  );
}

/** Without a later census there is nothing to come near to. */
function refuseBlind(worlds: readonly UnitWorld[], file: string): void {
  if (worlds.some(({ units }) => units.some(({ end }) => Number.isFinite(end.population)))) return;
  throw new UsageError(
    `${file}: no unit has a population of ${END}; expected one at least. Add a column population_${END}.`,
  );
}

/** The task of a world with other values; they lie within the bounds of the table, so that no setting is refused. */
function tuned(base: ReadonlyMap<UnitWorld, RunTask>, { world, seed, values }: AskedRun): RunTask {
  const task = base.get(world);
  if (task === undefined) throw new RangeError(`${world.prefecture} is not among the worlds`);
  const set = [...task.run.set, ...settingsOf({ weight: 1, values })];
  return { ...task, run: { ...task.run, seed, set } };
}

/** The command that gives the file again. */
function commandOf(
  file: string,
  { out, draws, rounds, keep, seed, parameters, scale, date, set }: CalibrateFlags,
): string {
  const given = { out: basename(out), draws, rounds, keep, seed, scale, parameters, date };
  const flagWords = Object.entries(given).flatMap(([name, value]) =>
    value === undefined ? [] : [`--${name}`, String(value)],
  );
  const words = [
    "urflow",
    "calibrate",
    basename(file),
    ...flagWords,
    ...set.flatMap((one) => ["--set", one]),
  ];
  return words.map(shellWord).join(" ");
}
