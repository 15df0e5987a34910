/** A scenario made ready to run: read, laid together, checked. Nothing is written before all are ready. */
import type { Scenario } from "../scenario/scenario.ts";
import type { Model } from "./model.ts";
import { digestOf, type RunIdentity } from "./store/manifest.ts";
import { openSource, type Source } from "./store/sources.ts";

export interface Prepared {
  readonly scenario: Scenario;
  readonly source: Source;
  readonly set: readonly string[];
  /** SHA-256 of the scenario as it was read. */
  readonly digest: string;
}

/**
 * @param name id of a built-in scenario, or a path
 * @param set `path=value` settings
 * @throws UnreadableScenario, ScenarioError
 */
export function prepare(model: Model, builtIns: string, name: string, set: readonly string[]): Prepared {
  const reader = openSource(name, builtIns);
  const scenario = model.parse(reader.text, { file: reader.file, resolve: reader.resolve, set });
  return { scenario, source: reader.source(), set, digest: digestOf(scenario) };
}

/** What names a run of this scenario. */
export const identityOf = (model: Model, { scenario, set, digest }: Prepared, seed: string): RunIdentity => ({
  urflow: model.version,
  scenario: scenario.id,
  scenarioDigest: digest,
  set,
  seed,
  scale: scenario.scale,
  years: scenario.years,
});

/** The texts that the scenario was made of, laid out so that the copy runs as the original did. */
export function inputFiles({ scenario, source }: Prepared, folder: string): Map<string, string> {
  const files = new Map([[`${folder}/${scenario.id}.yaml`, source.text]]);
  for (const key of Object.keys(source.files).sort()) {
    const [kind, id] = key.split("/");
    files.set(`${folder}/${kind === "policy" ? "policies/" : ""}${id}.yaml`, source.files[key]);
  }
  return files;
}

/**
 * The command that gives a run again: a built-in by its id, a file of the user by its copy among the inputs.
 *
 * @param inputs folder of the inputs, from the folder in which the command is to be given
 */
export function commandOf({ scenario, source, set }: Prepared, seed: string, inputs: string): string {
  const name = source.name === scenario.id ? scenario.id : `${inputs}/${scenario.id}.yaml`;
  const settings = set.flatMap((setting) => ["--set", setting]);
  return ["urflow", "run", name, "--seed", seed, ...settings].map(shellWord).join(" ");
}

/** A word as a shell reads it back. */
export const shellWord = (word: string): string =>
  /^[\w@%+=:,./-]+$/.test(word) ? word : `'${word.replaceAll("'", `'\\''`)}'`;
