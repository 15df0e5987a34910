/** `urflow compare BASE --with A --with B`: what policies do alone, together, and beyond the sum of the two. */
import { ScenarioError } from "../../scenario/faults.ts";
import { costsOf } from "../analysis/costs.ts";
import { addedUp } from "../analysis/interaction.ts";
import { pairedEffects, type PairedEffect } from "../analysis/paired.ts";
import { identityOf, prepare, type Prepared } from "../prepare.ts";
import { interactionSummary } from "../report/interaction.ts";
import { performOnThreads } from "../runners/onThreads.ts";
import type { RunOutcome, RunTask } from "../runners/runner.ts";
import { armFiles } from "../store/armFiles.ts";
import { type Files, writeFiles } from "../store/atomic.ts";
import { everyYear } from "../store/comparisonFiles.ts";
import { withOutput } from "../store/output.ts";
import { seedsUpTo, UsageError, type Answer, type Context } from "./command.ts";

export interface WithFlags {
  readonly with: readonly string[];
  readonly seeds: number;
  readonly jobs?: number | undefined;
  /** Folder for the effects of every year. */
  readonly out?: string | undefined;
}

/** Policies of an arm: those that the base has, and some of those that are tried. */
function armOf(
  context: Context,
  name: string,
  set: readonly string[],
  base: Prepared,
  tried: readonly string[],
): Prepared {
  const own = base.scenario.policies.length;
  // What the base says of its own policies stays as it is.
  const more =
    own === 0
      ? [`policies=[${tried.join(", ")}]`]
      : tried.map((policy, k) => `policies.${own + k}=${policy}`);
  try {
    return prepare(context.model, context.builtIns, name, [...set, ...more]);
  } catch (failure) {
    if (!(failure instanceof ScenarioError)) throw failure;
    // The user wrote --with, and not the setting that it stands for.
    const setting = tried.join(", ");
    throw new ScenarioError(
      failure.faults.map((fault) =>
        fault.setting !== undefined && more.includes(fault.setting)
          ? { ...fault, file: "--with", setting }
          : fault,
      ),
    );
  }
}

/** @param set settings of all arms */
export async function interaction(
  context: Context,
  name: string,
  set: readonly string[],
  { with: tried, seeds: count, jobs, out }: WithFlags,
): Promise<Answer> {
  if (tried.length < 2) {
    throw new UsageError("--with is given once; expected two policies or more. Give it for each.");
  }
  const base = prepare(context.model, context.builtIns, name, set);
  const sides = [
    base,
    ...tried.map((one) => armOf(context, name, set, base, [one])),
    armOf(context, name, set, base, tried),
  ];
  const seeds = seedsUpTo(count);
  const tasks = sides.flatMap((prepared) =>
    seeds.map((seed): RunTask => ({
      source: prepared.source,
      run: identityOf(context.model, prepared, seed),
    })),
  );
  const perform = async (): Promise<Arms> => {
    const outcomes = await performOnThreads(context, tasks, jobs);
    const runs = sides.map((_, k) => outcomes.slice(k * seeds.length, (k + 1) * seeds.length));
    return { base, tried, sides, runs, seeds };
  };
  if (out === undefined) return answer(context, await perform());
  return withOutput(context.disk, out, "interaction", ["inputs"], async () => {
    const arms = await perform();
    await writeFiles(context.disk, out, filesOf(context, arms));
    return answer(context, arms, out);
  });
}

/** Effects of each policy alone, of all together, and what is beyond the sum, for every year. */
function filesOf({ model }: Context, { tried, sides, runs, seeds }: Arms): Files {
  const names = ["base", ...tried, "together"];
  const [control, all] = [runs[0], runs[runs.length - 1]];
  const effects = sides.slice(1).map((_, k) => ({
    arm: names[k + 1],
    effects: everyYear(control, runs[k + 1], model.catalogue),
  }));
  const sum = addedUp(control, runs.slice(1, -1), all);
  const beyond = { arm: "beyond the sum", effects: everyYear(sum, all, model.catalogue) };
  const ran = sides.map((prepared, k) => ({ arm: names[k], prepared, outcomes: runs[k] }));
  return armFiles("interaction", ran, [...effects, beyond], seeds, model);
}

interface Arms {
  readonly base: Prepared;
  /** The policies as they were asked for. */
  readonly tried: readonly string[];
  /** The base, each policy alone, and all of them. */
  readonly sides: readonly Prepared[];
  readonly runs: readonly (readonly RunOutcome[])[];
  readonly seeds: readonly string[];
}

function answer({ model }: Context, { base, tried, sides, runs, seeds }: Arms, out?: string): Answer {
  const control = runs[0];
  const end = control[0].years.length - 1;
  const shown = [...new Set([Math.round(end / 2), end])];
  const against = (from: Parameters<typeof pairedEffects>[0], to: typeof from): PairedEffect[][] =>
    shown.map((at) => pairedEffects(from, to, at, model.catalogue));
  const before = new Set(base.scenario.policies.map(({ id }) => id));
  const arms = sides.slice(1).map(({ scenario }, k) => ({
    policies: scenario.policies.map(({ id }) => id).filter((id) => !before.has(id)),
    hashes: runs[k + 1].map(({ hash }) => hash),
    effects: against(control, runs[k + 1]),
    costs: costsOf(control, runs[k + 1]),
  }));
  const all = runs[runs.length - 1];
  const beyond = against(addedUp(control, runs.slice(1, -1), all), all);
  return {
    text: interactionSummary(
      { base: base.scenario.id, tried, arms, beyond, seeds: seeds.length, out },
      model.catalogue,
    ),
    json: {
      version: model.version,
      seeds,
      base: { scenario: base.scenario.id, set: base.set, hashes: control.map(({ hash }) => hash) },
      arms: arms.map((arm) => ({ ...arm, effects: arm.effects.flat() })),
      interaction: beyond.flat(),
      ...(out === undefined ? {} : { out }),
    },
  };
}
