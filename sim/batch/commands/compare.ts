/** `urflow compare`: what one scenario does against another, seed by seed. */
import type { Command } from "commander";
import { costsOf } from "../analysis/costs.ts";
import { pairedEffects, type PairedEffect } from "../analysis/paired.ts";
import { identityOf, inputFiles, prepare, type Prepared } from "../prepare.ts";
import { costSummary } from "../report/costs.ts";
import { comparisonSummary } from "../report/comparison.ts";
import { performOnThreads } from "../runners/onThreads.ts";
import type { RunTask } from "../runners/runner.ts";
import { comparisonFiles, type Comparison } from "../store/comparisonFiles.ts";
import { writeFiles } from "../store/atomic.ts";
import { withOutput } from "../store/output.ts";
import {
  options,
  seedsUpTo,
  settings,
  UsageError,
  type Answer,
  type Context,
  type Respond,
} from "./command.ts";
import { interaction } from "./interaction.ts";

interface CompareFlags {
  readonly with: readonly string[];
  readonly seeds: number;
  readonly jobs?: number;
  readonly set: readonly string[];
  readonly setOther: readonly string[];
  readonly years?: number;
  readonly scale?: number;
  readonly out?: string;
  readonly json?: boolean;
}

export function addCompare(program: Command, context: Context, respond: Respond): void {
  program
    .command("compare")
    .summary("say what one scenario changes against another, and how surely")
    .description(
      "Runs both scenarios with the same seeds 1 to N and shows OTHER minus BASE for every indicator: the mean over " +
        "the pairs, the band from the 5th to the 95th percentile, and in how many seeds the sign is the same. With " +
        "--with instead of OTHER: what each of several policies does alone, what they do together, and what of that is " +
        "more than the sum.",
    )
    .argument("<base>", "a built-in scenario or the path of a .yaml file")
    .argument("[other]", "the scenario that is compared with it")
    .addOption(
      options.set(
        "--with <policy>",
        "instead of OTHER: a policy that is tried on BASE, alone and with the others; give it two times or more",
      ),
    )
    .addOption(options.seeds())
    .addOption(options.jobs())
    .addOption(options.set("--set <path=value>", "change one value in both scenarios; may be given again"))
    .addOption(options.set("--set-other <path=value>", "change one value in OTHER alone; may be given again"))
    .addOption(options.years())
    .addOption(options.scale())
    .addOption(options.out("write the differences as tables into this folder"))
    .addOption(options.json())
    .addHelpText(
      "after",
      `
Examples:
  urflow compare valley valley-small-towns --seeds 8
  urflow compare valley --with innovative-small-towns --with rural-cluster-platform --seeds 8
  urflow compare valley valley --set-other parameters.registrationBarrier=0 --seeds 20 --out results/open-doors`,
    )
    .action(async (base: string, other: string | undefined, flags: CompareFlags) => {
      respond(await either(context, base, other, flags), flags.json === true);
    });
}

function either(
  context: Context,
  base: string,
  other: string | undefined,
  flags: CompareFlags,
): Promise<Answer> {
  const isWith = flags.with.length > 0;
  if (other !== undefined && !isWith) return compare(context, base, other, flags);
  if (other !== undefined || !isWith) {
    throw new UsageError(
      "Expected either a second scenario, or --with for each policy that is tried on the first.",
    );
  }
  if (flags.setOther.length > 0)
    throw new UsageError("--with goes without --set-other. Give --set for all arms.");
  return interaction(context, base, settings(flags), flags);
}

async function compare(
  context: Context,
  baseName: string,
  otherName: string,
  flags: CompareFlags,
): Promise<Answer> {
  const { model, builtIns, disk } = context;
  const set = settings(flags);
  const base = prepare(model, builtIns, baseName, set);
  const other = prepare(model, builtIns, otherName, [...set, ...flags.setOther]);
  refuseUnequal(base, other);
  const seeds = seedsUpTo(flags.seeds);
  const { out } = flags;
  if (out === undefined) return answer(context, await pair(context, base, other, seeds, flags.jobs));
  return withOutput(disk, out, "comparison", ["inputs/base", "inputs/other"], async () => {
    const comparison = await pair(context, base, other, seeds, flags.jobs);
    const inputs = new Map([...inputFiles(base, "inputs/base"), ...inputFiles(other, "inputs/other")]);
    await writeFiles(disk, out, comparisonFiles(comparison, inputs, model));
    return answer(context, comparison, out);
  });
}

/** Runs can be paired only where the same persons live through the same months. */
function refuseUnequal({ scenario: base }: Prepared, { scenario: other }: Prepared): void {
  const unequal = (["start", "years", "scale"] as const).find((key) => base[key] !== other[key]);
  if (unequal === undefined) return;
  const mend = unequal === "start" ? "Compare scenarios that start together" : `Give --${unequal} for both`;
  throw new UsageError(
    `${base.id} has ${unequal} ${base[unequal]} and ${other.id} has ${unequal} ${other[unequal]}; expected the same ` +
      `in both, or the runs cannot be paired. ${mend}.`,
  );
}

async function pair(
  context: Context,
  base: Prepared,
  other: Prepared,
  seeds: readonly string[],
  jobs?: number,
): Promise<Comparison> {
  const tasks = [base, other].flatMap((prepared) =>
    seeds.map((seed): RunTask => ({
      source: prepared.source,
      run: identityOf(context.model, prepared, seed),
    })),
  );
  const outcomes = await performOnThreads(context, tasks, jobs);
  return {
    seeds,
    base: { prepared: base, outcomes: outcomes.slice(0, seeds.length) },
    other: { prepared: other, outcomes: outcomes.slice(seeds.length) },
  };
}

function answer({ model }: Context, comparison: Comparison, out?: string): Answer {
  const { base, other, seeds } = comparison;
  const last = base.outcomes[0].years.length - 1;
  const middle = Math.round(last / 2);
  const at = (index: number): PairedEffect[] =>
    pairedEffects(base.outcomes, other.outcomes, index, model.catalogue);
  const shown = [...new Set([middle, last])].map((index) => at(index));
  const costs = costsOf(base.outcomes, other.outcomes);
  const summary = costSummary(costs, shown[shown.length - 1], model.catalogue);
  const side = ({ prepared, outcomes }: Comparison["base"]): object => ({
    scenario: { id: prepared.scenario.id, title: prepared.scenario.title },
    policies: prepared.scenario.policies.map(({ id, title }) => ({ id, title })),
    set: prepared.set,
    hashes: outcomes.map(({ hash }) => hash),
  });
  return {
    text: [
      comparisonSummary(comparison, shown, model.catalogue, out),
      ...(summary === undefined ? [] : [summary]),
    ].join("\n\n"),
    json: {
      version: model.version,
      seeds,
      base: side(base),
      other: side(other),
      effects: shown.flat(),
      costs,
      ...(out === undefined ? {} : { out }),
    },
  };
}
