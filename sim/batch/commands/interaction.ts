/** `urflow compare BASE --with A --with B`: what policies do alone, together, and beyond the sum of the two. */
import { costsOf } from "../analysis/costs.ts";
import { addedUp } from "../analysis/interaction.ts";
import { pairedEffects, type PairedEffect } from "../analysis/paired.ts";
import { identityOf, prepare, type Prepared } from "../prepare.ts";
import { interactionSummary } from "../report/interaction.ts";
import { performOnThreads } from "../runners/onThreads.ts";
import type { RunOutcome, RunTask } from "../runners/runner.ts";
import { seedsUpTo, UsageError, type Answer, type Context } from "./command.ts";

export interface WithFlags {
  readonly with: readonly string[];
  readonly seeds: number;
  readonly jobs?: number | undefined;
}

/** Policies of an arm: those that the base has, and some of those that are tried. */
function armOf(
  context: Context,
  name: string,
  set: readonly string[],
  base: Prepared,
  tried: readonly string[],
): Prepared {
  const own = base.scenario.policies.map(({ id }) => id);
  return prepare(context.model, context.builtIns, name, [
    ...set,
    `policies=[${[...own, ...tried].join(", ")}]`,
  ]);
}

/** @param set settings of all arms */
export async function interaction(
  context: Context,
  name: string,
  set: readonly string[],
  { with: tried, seeds: count, jobs }: WithFlags,
): Promise<Answer> {
  if (tried.length < 2) {
    throw new UsageError(
      `--with is given ${tried.length} time(s); expected two policies or more. Give it for each.`,
    );
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
  const outcomes = await performOnThreads(context, tasks, jobs);
  const runs = sides.map((_, k) => outcomes.slice(k * seeds.length, (k + 1) * seeds.length));
  return answer(context, { base, tried, sides, runs, seeds });
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

function answer({ model }: Context, { base, tried, sides, runs, seeds }: Arms): Answer {
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
      { base: base.scenario.id, tried, arms, beyond, seeds: seeds.length },
      model.catalogue,
    ),
    json: {
      version: model.version,
      seeds,
      base: { scenario: base.scenario.id, set: base.set, hashes: control.map(({ hash }) => hash) },
      arms: arms.map((arm) => ({ ...arm, effects: arm.effects.flat() })),
      interaction: beyond.flat(),
    },
  };
}
