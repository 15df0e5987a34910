/**
 * What the page shows, and its one codec: the address is a list of `path=value`, the same that the command takes.
 * `#scenario=valley-small-towns&policies.innovative-small-towns.measures.land.value=20&view.year=2035`
 * runs what `urflow run valley-small-towns --set policies.innovative-small-towns.measures.land.value=20` runs.
 * `scenario` and what begins with `view.` belong to the page; every other path is a setting of the scenario.
 */
import { formatSetting } from "../sim/index.ts";
import type { FlowKind } from "../sim/engine/result.ts";
import type { Measure } from "../sim/policy/policy.ts";
import { POLICY, type World } from "./catalogue.ts";
import type { Language } from "./i18n/words.ts";

export const SPANS = ["year", "since"] as const;
/** Flows of the shown year, or cumulated since the start. */
export type Span = (typeof SPANS)[number];

export interface PageState {
  /** Id of the world: the scenario without the policy. */
  readonly world: string;
  /** Id of the system that is open: a scenario over that world, run as it is written; null for the world with sliders. */
  readonly system: string | null;
  /** Measure id -> value in its lever's unit; what is absent is 0. All 0: the baseline. */
  readonly levers: Readonly<Record<string, number>>;
  /** Further settings of the scenario, `path=value`, in the order given. */
  readonly settings: readonly string[];
  /** Calendar year; null is the last one. */
  readonly year: number | null;
  readonly language: Language;
  readonly flow: FlowKind;
  readonly span: Span;
  /** Indicator of the panel that the reader chooses. */
  readonly indicator: string;
  /** Section of the model's description that is open; null for the simulation. */
  readonly model: string | null;
}

/** One arm of the comparison: a scenario file and what is laid over it. */
export interface Arm {
  readonly scenario: string;
  readonly set: readonly string[];
}

const leverPrefix = `policies.${POLICY}.measures.`;

/** The path of a measure's value. */
export const leverPath = (measure: string): string => `${leverPrefix}${measure}.value`;

/** The measure that a path speaks of, or null. */
export function measureOf(path: string): string | null {
  if (!path.startsWith(leverPrefix) || !path.endsWith(".value")) return null;
  const id = path.slice(leverPrefix.length, -".value".length);
  return id.includes(".") ? null : id;
}

/** The path of what is chosen of a policy. */
export const choicePath = (policy: string, choice: string): readonly string[] => [
  "policies",
  policy,
  "choose",
  choice,
];

/** Splits at the first `=`; null where there is none or no path before it. */
export function splitPair(text: string): { readonly path: string; readonly value: string } | null {
  const at = text.indexOf("=");
  return at < 1 ? null : { path: text.slice(0, at).trim(), value: text.slice(at + 1).trim() };
}

/** True where every lever is at zero, so that the policy isn't part of the run. */
export const isBaseline = (levers: PageState["levers"]): boolean =>
  Object.values(levers).every((value) => value === 0);

/** The world as it is, with those settings that do not speak of policies. */
export function baselineArm(state: PageState): Arm {
  return { scenario: state.world, set: state.settings.filter((setting) => !setting.startsWith("policies.")) };
}

/** What the page runs: a system, the baseline, or the variant with each measure that differs from the published one set. */
export function mainArm(state: PageState, variant: string | null, published: readonly Measure[]): Arm {
  if (state.system !== null) return { scenario: state.system, set: state.settings };
  if (variant === null || isBaseline(state.levers)) return baselineArm(state);
  const moved = published.filter(({ id, value }) => (state.levers[id] ?? 0) !== value);
  return {
    scenario: variant,
    set: [
      ...moved.map(({ id }) => formatSetting(leverPath(id).split("."), state.levers[id] ?? 0)),
      ...state.settings,
    ],
  };
}

export const armKey = (arm: Arm): string => [arm.scenario, ...arm.set].join("\n");

/** The values of the published package. */
export const packageOf = (measures: readonly Measure[]): Record<string, number> =>
  Object.fromEntries(measures.map(({ id, value }) => [id, value]));

/** The arm as the command line finds it: a region that the reader brought is the file that the page lets save. */
export function commandArm(arm: Arm, world: World | undefined): Arm {
  if (world?.isBrought !== true) return arm;
  const policy = arm.scenario === world.variant ? [`policies=[${POLICY}]`] : [];
  return { scenario: `./${world.id}.yaml`, set: [...policy, ...arm.set] };
}

/** The line that runs one seed of an arm in a shell. */
export function runCommand(arm: Arm, seed: string): string {
  const settings = arm.set.flatMap((setting) => ["--set", setting]);
  return ["urflow", "run", arm.scenario, "--seed", seed, ...settings].map(quoted).join(" ");
}

/** The line that compares two arms over the same seeds. What is set in both is told once. */
export function compareCommand(base: Arm, other: Arm, seeds: number): string {
  const both = base.set.flatMap((setting) => ["--set", setting]);
  const own = other.set.filter((setting) => !base.set.includes(setting));
  const words = ["urflow", "compare", base.scenario, other.scenario, "--seeds", String(seeds), ...both];
  return [...words, ...own.flatMap((setting) => ["--set-other", setting])].map(quoted).join(" ");
}

/** Single quotes where a shell would read more than letters. */
export const quoted = (word: string): string =>
  /^[\w.,:=/@%+-]+$/.test(word) ? word : `'${word.replaceAll("'", `'\\''`)}'`;
