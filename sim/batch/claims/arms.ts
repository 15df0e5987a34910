/** The runs of an experiment: each arm in each place with each seed, written as a scenario that extends the world. */
import { openSource } from "../store/sources.ts";
import type { Context } from "../commands/command.ts";
import type { Scenario } from "../../scenario/scenario.ts";
import type { Arm, Place, PolicyUse, Values } from "./claim.ts";
import type { ArmsJob } from "./job.ts";

/** One run that is asked for. */
export interface AskedRun {
  readonly place: Place;
  readonly arm: Arm;
  readonly seed: string;
  /** Assumptions changed on top of those of place and arm. */
  readonly changed: Values;
}

/** The same key, the same run: claims share what they have in common. */
export const keyOf = (asked: AskedRun): string =>
  JSON.stringify([worldKey(asked), asked.arm.policies, asked.seed]);

/** The same key, the same first month: world, size, years and assumptions. */
export function worldKey({ place, arm, changed }: Omit<AskedRun, "seed">): string {
  const { world, scale, years } = place;
  const given = Object.entries({ ...place.parameters, ...arm.parameters, ...changed });
  return JSON.stringify([world, scale, years, given.sort(([a], [b]) => (a < b ? -1 : 1))]);
}

/** The scenario of an arm, as a file would hold it; JSON is YAML. */
export function textOf(place: Place, policies: readonly PolicyUse[]): string {
  const id = `${place.world}-arm`;
  return JSON.stringify({
    urflow: 1,
    id,
    extends: place.world,
    title: { en: id, zh: id },
    summary: { en: "An arm of an experiment.", zh: "实验的一个处理组。" },
    policies,
  });
}

/**
 * Reads arms as scenarios. One is read and checked once for each place and arm; assumptions that are changed come from
 * the parameter table, so they need no check.
 *
 * @throws ScenarioError where a policy, an option or a value doesn't fit
 */
export function armReader({
  model,
  builtIns,
}: Pick<Context, "model" | "builtIns">): (asked: Omit<AskedRun, "seed">) => Scenario {
  const read = new Map<string, Scenario>();
  const parse = (place: Place, arm: Arm): Scenario => {
    const world = openSource(place.world, builtIns);
    const values = Object.entries({ ...place.parameters, ...arm.parameters });
    const set = [
      `years=${place.years}`,
      `scale=${place.scale}`,
      ...values.map(([id, value]) => `parameters.${id}=${value}`),
    ];
    return model.parse(textOf(place, arm.policies), {
      file: `${place.world}-arm.yaml`,
      resolve: (kind, id) =>
        kind === "scenario" && id === place.world ? world.text : world.resolve(kind, id),
      set,
    });
  };
  return ({ place, arm, changed }) => {
    const key = keyOf({ place, arm, seed: "", changed: {} });
    const scenario = read.get(key) ?? parse(place, arm);
    read.set(key, scenario);
    return { ...scenario, parameters: { ...scenario.parameters, ...changed } };
  };
}

/** What of a run is recorded. */
export interface Kept {
  readonly indicators: readonly string[];
  readonly yearsOf: (arm: Arm) => readonly number[];
}

/** A job with the runs that it performs, in the same order. */
export interface PackedJob {
  readonly job: ArmsJob;
  readonly runs: readonly AskedRun[];
}

/**
 * Packs runs into jobs: those on one first month together, up to so many that threads end at about the same time.
 *
 * @param most runs of a job
 */
export function packJobs(
  asked: readonly AskedRun[],
  scenarioOf: (asked: AskedRun) => Scenario,
  kept: Kept,
  most: number,
): PackedJob[] {
  const worlds = new Map<string, AskedRun[]>();
  for (const run of asked) {
    const key = worldKey(run);
    const runs = worlds.get(key) ?? [];
    runs.push(run);
    worlds.set(key, runs);
  }
  // One room for all: a thread then builds the first month of a world once.
  const room = Math.max(0, ...asked.map(({ arm }) => arm.policies.length));
  return [...worlds].flatMap(([key, runs]) =>
    slices(runs, most).map((slice) => {
      const scenarios = slice.map(scenarioOf);
      const job: ArmsJob = {
        key: `${key} ${room}`,
        scenario: { ...scenarios[0], policies: [] },
        room,
        runs: slice.map(({ arm, seed }, k) => ({
          policies: scenarios[k].policies,
          seed,
          years: kept.yearsOf(arm),
        })),
        indicators: kept.indicators,
      };
      return { job, runs: slice };
    }),
  );
}

function slices<T>(all: readonly T[], most: number): T[][] {
  const found: T[][] = [];
  for (let from = 0; from < all.length; from += most) found.push(all.slice(from, from + most));
  return found;
}
