/** `urflow hindcast`: start units as one census found them, run to the next, and hold the end against it. */
import type { Command } from "commander";
import { hindcastJson } from "../hindcast/answer.ts";
import { hindcast, type Hindcast } from "../hindcast/hindcast.ts";
import { setOfSeed, settingsOf, type Uncertainty } from "../hindcast/parameters.ts";
import { NO_DISCREPANCY } from "../hindcast/predict.ts";
import { performOnThreads, taskOf } from "../hindcast/runs.ts";
import { hindcastSummary } from "../hindcast/summary.ts";
import { readTable } from "../hindcast/table.ts";
import { END, START, unitWorlds, type UnitWorld } from "../hindcast/worlds.ts";
import { options, seedsUpTo, settings, type Answer, type Context, type Respond } from "./command.ts";

interface HindcastFlags {
  readonly seeds: number;
  readonly jobs?: number;
  readonly set: readonly string[];
  readonly scale: number;
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
    .addOption(options.json())
    .addHelpText(
      "after",
      `
Examples:
  urflow hindcast units.csv
  urflow hindcast units.csv --seeds 20 --set parameters.considerRate=0.3
  urflow hindcast units.csv --json | jq .scores.population`,
    )
    .action(async (file: string, flags: HindcastFlags) => {
      respond(await answer(context, file, flags), flags.json === true);
    });
}

async function answer(context: Context, file: string, flags: HindcastFlags): Promise<Answer> {
  const { model, disk } = context;
  const worlds = unitWorlds(model, await readTable(disk, file), file);
  const uncertainty: Uncertainty = { sets: [], discrepancy: NO_DISCREPANCY };
  const result = await run(context, worlds, uncertainty, flags);
  const json = hindcastJson(result);
  const text = hindcastSummary(result, about(worlds, flags));
  return { text, json };
}

async function run(
  context: Context,
  worlds: readonly UnitWorld[],
  { sets, discrepancy }: Uncertainty,
  flags: HindcastFlags,
): Promise<Hindcast> {
  const seeds = seedsUpTo(flags.seeds);
  // The user's own settings come last and win over the drawn ones.
  const drawn = seeds.map((_, k) => {
    const set = setOfSeed(sets, k);
    return set === undefined ? [] : settingsOf(set);
  });
  const user = settings(flags);
  const tasks = worlds.flatMap((world) =>
    seeds.map((seed, k) => taskOf(context, { world, seed, set: [...drawn[k], ...user] })),
  );
  const outcomes = await performOnThreads(context, tasks, flags.jobs);
  return hindcast(
    worlds.map(({ prefecture, units }, k) => ({
      prefecture,
      units,
      outcomes: outcomes.slice(k * seeds.length, (k + 1) * seeds.length),
    })),
    discrepancy,
  );
}

function about(worlds: readonly UnitWorld[], { seeds, scale }: HindcastFlags): string[] {
  const units = worlds.reduce((sum, world) => sum + world.units.length, 0);
  return [
    `${START} to ${END}: ${units} units in ${worlds.length} worlds, ${seeds === 1 ? "seed 1" : `seeds 1 to ${seeds}`}, ` +
      `${scale} persons an agent`,
    "bands: of the seeds alone, which is too narrow",
  ];
}
