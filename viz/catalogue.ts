/**
 * The regions that the page can show, read from the scenario files: a world is a file that extends no other;
 * its variant with the small-town policy is the file `<world>-small-towns`; a system of policy is a file over a world
 * that has a code of its own.
 */
import { parse } from "yaml";
import type { Fault } from "../sim/index.ts";
import { validateScenario } from "../sim/index.ts";
import type { Text } from "../sim/indicators/indicator.ts";
import type { Measure, Policy } from "../sim/policy/policy.ts";
import type { Scenario } from "../sim/scenario/scenario.ts";
import { bySystem } from "../sim/scenario/systems.ts";

/** The policy that the sliders move, a file in scenarios/policies/. */
export const POLICY = "innovative-small-towns";

/** `scenario/valley` or `policy/innovative-small-towns` -> the text of that file. */
export type ScenarioFiles = Readonly<Record<string, string>>;

export interface World {
  readonly id: string;
  readonly title: Text;
  /** Id of the scenario with the policy, or null where there is no such file. */
  readonly variant: string | null;
  /** Code of the system that the world itself shows, or null. */
  readonly code: string | null;
  /** The reader brought it: no file of that name comes with urflow. */
  readonly isBrought: boolean;
}

/** A scenario over a world that shows a system of policy; a world that shows one itself is not among them. */
export interface System {
  readonly id: string;
  /** Code of the system, as in A1. */
  readonly code: string;
  readonly title: Text;
  readonly world: string;
}

export type Reading =
  | { readonly ok: true; readonly scenario: Scenario }
  | { readonly ok: false; readonly faults: readonly Fault[] };

export interface Catalogue {
  /** Those that were added too; the same object all the time. */
  readonly files: ScenarioFiles;
  readonly worlds: readonly World[];
  /** In the order of their codes. */
  readonly systems: readonly System[];
  /** Adds files that are in no file of the page, and the worlds that they hold. */
  add(files: ScenarioFiles): void;
  world(id: string): World | undefined;
  system(id: string): System | undefined;
  /** The scenario file `id` with `settings` laid over it, read and checked. */
  read(id: string, settings: readonly string[]): Reading;
  /** The measures of the policy as published, or none where the world has no variant. */
  measures(world: World): readonly Measure[];
  /** The policy as published. */
  policy(world: World): Policy | undefined;
}

/** The head of a scenario file, as far as the catalogue needs it before anything is checked. */
interface Head {
  readonly extends?: string;
  readonly system?: string;
  readonly title?: Text;
}

type Heads = ReadonlyMap<string, Head>;

/** Builds the catalogue. Files that can't be read at all are left out: they fail where they are asked for. */
export function createCatalogue(given: ScenarioFiles, preferred = "valley"): Catalogue {
  const files = { ...given };
  const heads = headsOf(given);
  const systems = systemsOf(heads);
  let worlds = worldsOf(heads, false).toSorted(
    (a, b) => Number(b.id === preferred) - Number(a.id === preferred),
  );
  const readings = new Map<string, Reading>();

  const read = (id: string, settings: readonly string[]): Reading => {
    const key = [id, ...settings].join("\n");
    const known = readings.get(key);
    if (known !== undefined) return known;
    const reading = validateScenario(files[`scenario/${id}`] ?? "", {
      file: `${id}.yaml`,
      resolve: (kind, name) => files[`${kind}/${name}`],
      set: settings,
    });
    // A slider passes through many values; only the files as they are worth keeping.
    if (settings.length === 0) readings.set(key, reading);
    return reading;
  };
  const policy = (world: World): Policy | undefined => {
    if (world.variant === null) return undefined;
    const reading = read(world.variant, []);
    return reading.ok ? reading.scenario.policies.find(({ id }) => id === POLICY) : undefined;
  };
  return {
    files,
    get worlds() {
      return worlds;
    },
    systems,
    add(more) {
      Object.assign(files, more);
      const added = worldsOf(headsOf(more), true);
      worlds = [...worlds.filter(({ id }) => !added.some((world) => world.id === id)), ...added];
    },
    world: (id) => worlds.find((world) => world.id === id),
    system: (id) => systems.find((system) => system.id === id),
    read,
    policy,
    measures: (world) => policy(world)?.measures ?? [],
  };
}

function worldsOf(heads: Heads, isBrought: boolean): World[] {
  return [...heads]
    .filter(([, head]) => head.extends === undefined)
    .map(([id, head]): World => {
      const variant = `${id}-small-towns`;
      return {
        id,
        title: titleOf(id, head),
        variant: heads.has(variant) ? variant : null,
        code: head.system ?? null,
        isBrought,
      };
    });
}

function systemsOf(heads: Heads): System[] {
  const systems: System[] = [];
  for (const [id, head] of heads) {
    if (head.extends === undefined || head.system === undefined) continue;
    const world = rootOf(id, heads);
    if (world !== null) systems.push({ id, code: head.system, title: titleOf(id, head), world });
  }
  return systems.toSorted((a, b) => bySystem({ id: a.id, system: a.code }, { id: b.id, system: b.code }));
}

/** The world at the end of the chain of files that a file extends, or null where the chain is broken. */
function rootOf(id: string, heads: Heads): string | null {
  const seen = new Set<string>();
  let at: string | undefined = id;
  while (at !== undefined && !seen.has(at)) {
    seen.add(at);
    const head = heads.get(at);
    if (head === undefined) return null;
    if (head.extends === undefined) return at;
    at = head.extends;
  }
  return null;
}

function headsOf(files: ScenarioFiles): Map<string, Head> {
  const heads = new Map<string, Head>();
  for (const [key, text] of Object.entries(files)) {
    const id = idOf(key, "scenario/");
    if (id !== null) heads.set(id, readHead(text));
  }
  return heads;
}

const titleOf = (id: string, head: Head): Text => head.title ?? { en: id, zh: id };

function readHead(text: string): Head {
  try {
    // What stands before the world is a tenth of a file, what stands before the sources less; reading it all would hold
    // up the first picture. Only three keys are looked at, and a wrong type there is found when the file is checked.
    return (parse(text.split(/^(?:sources|world):/m, 1)[0] ?? "") as Head | null) ?? {};
  } catch {
    return {};
  }
}

const idOf = (key: string, prefix: string): string | null =>
  key.startsWith(prefix) ? key.slice(prefix.length) : null;
