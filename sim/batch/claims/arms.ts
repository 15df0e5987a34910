/** The runs of an experiment: each arm in each place with each seed, written as a scenario that extends the world. */
import { digestOf } from "../store/manifest.ts";
import { identityOf } from "../prepare.ts";
import { openSource, type Source } from "../store/sources.ts";
import type { Context } from "../commands/command.ts";
import type { RunTask } from "../runners/runner.ts";
import type { Arm, Place, PolicyUse, Values } from "./claim.ts";

/** One run that is asked for. */
export interface AskedRun {
  readonly place: Place;
  readonly arm: Arm;
  readonly seed: string;
  /** Assumptions changed on top of those of place and arm. */
  readonly changed: Values;
}

/** The same key, the same run: claims share what they have in common. */
export function keyOf({ place, arm, seed, changed }: AskedRun): string {
  const { world, scale, years } = place;
  const given = Object.entries({ ...place.parameters, ...arm.parameters, ...changed });
  const values = given.sort(([a], [b]) => (a < b ? -1 : 1));
  return JSON.stringify([world, scale, years, arm.policies, values, seed]);
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
 * Makes tasks for threads. A scenario is read and checked once for each place and arm.
 *
 * @throws ScenarioError where a policy, an option or a value doesn't fit
 */
export function taskMaker({
  model,
  builtIns,
}: Pick<Context, "model" | "builtIns">): (asked: AskedRun) => RunTask {
  const made = new Map<string, RunTask>();
  const prepare = (place: Place, arm: Arm): RunTask => {
    const text = textOf(place, arm.policies);
    const world = openSource(place.world, builtIns);
    const file = `${place.world}-arm.yaml`;
    const set = [
      `years=${place.years}`,
      `scale=${place.scale}`,
      ...settingsOf({ ...place.parameters, ...arm.parameters }),
    ];
    const files: Record<string, string> = { [`scenario/${place.world}`]: world.text };
    const resolve = (kind: "scenario" | "policy", id: string): string | undefined => {
      const found = files[`${kind}/${id}`] ?? world.resolve(kind, id);
      if (found !== undefined) files[`${kind}/${id}`] = found;
      return found;
    };
    const scenario = model.parse(text, { file, resolve, set });
    const source: Source = { name: `${place.world}-arm`, file, text, files };
    return { source, run: identityOf(model, { scenario, source, set, digest: digestOf(scenario) }, "") };
  };
  return ({ place, arm, seed, changed }) => {
    const key = keyOf({ place, arm, seed: "", changed: {} });
    const task = made.get(key) ?? prepare(place, arm);
    made.set(key, task);
    return { ...task, run: { ...task.run, seed, set: [...task.run.set, ...settingsOf(changed)] } };
  };
}

const settingsOf = (values: Values): string[] =>
  Object.entries(values).map(([id, value]) => `parameters.${id}=${value}`);
