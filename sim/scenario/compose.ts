/** Puts a scenario together from the files that it extends. Named policies: `composePolicies.ts`. */
import { readTree } from "./read.ts";
import type { Fault } from "./faults.ts";
import { MAX_EXTENDS } from "./limits.ts";
import { ID_PATTERN } from "./schemaParts.ts";
import { SYSTEM_KEYS } from "./schemaSystem.ts";
import {
  at,
  faultAt,
  rootSpot,
  textOf,
  type Entry,
  type List,
  type Mapping,
  type Spot,
  type Tree,
} from "./tree.ts";

/** Gives the text of the file that an id names, or undefined where there is none. */
export type Resolve = (kind: "scenario" | "policy", id: string) => string | undefined;

export interface Composition {
  /** Absent where one of the files could not be read: what lacks would be taken for a fault of its own. */
  readonly tree?: Mapping | undefined;
  readonly faults: readonly Fault[];
}

/** Reads a file and, below it, the chain of files that it extends. */
export function composeScenario(text: string, file: string, resolve: Resolve): Composition {
  const faults: Fault[] = [];
  const layers: Mapping[] = [];
  const seen = new Set<string>();
  let next: { text: string; file: string; id?: string } | undefined = { text, file };
  while (next !== undefined) {
    const reading = readTree(next.text, next.file);
    faults.push(...reading.faults);
    if (reading.tree === undefined) return { faults };
    faults.push(...headFaults(reading.tree, "urflow", next.id));
    if (reading.tree.kind !== "map") return { faults };
    layers.push(layers.length === 0 ? reading.tree : without(reading.tree, SYSTEM_KEYS));
    const extending = at(rootSpot(reading.tree), "extends");
    if (extending.tree === undefined) break;
    const id = textOf(at(rootSpot(reading.tree), "id"));
    if (id !== undefined) seen.add(id);
    next = extended(extending, seen, layers.length, resolve, faults);
    if (next === undefined) return { faults };
  }
  return { tree: layers.reduceRight(overlayMap), faults };
}

/** The version and the id stand in every file; laying files over one another would hide that one lacks them. */
export function headFaults(tree: Tree, version: string, id: string | undefined): Fault[] {
  const root = rootSpot(tree);
  if (tree.kind !== "map") {
    return [faultAt(root, "a map of keys", `Begin with the line ${version}: 1.`)];
  }
  const faults: Fault[] = [];
  for (const key of [version, "id"]) {
    if (!tree.entries.has(key))
      faults.push(faultAt(at(root, key), `the key ${key}`, `Add the key ${key} to this file.`));
  }
  const own = at(root, "id");
  if (id !== undefined && own.tree !== undefined && textOf(own) !== id) {
    faults.push(faultAt(own, id, "Give the file and its id the same name."));
  }
  return faults;
}

function extended(
  spot: Spot,
  seen: ReadonlySet<string>,
  depth: number,
  resolve: Resolve,
  faults: Fault[],
): { text: string; file: string; id: string } | undefined {
  const id = textOf(spot);
  if (id === undefined || !ID_PATTERN.test(id)) {
    faults.push(faultAt(spot, "the id of another scenario", "Write its file name without .yaml."));
  } else if (seen.has(id)) {
    faults.push(faultAt(spot, "a scenario that does not extend this one", "Break the circle of extends."));
  } else if (depth >= MAX_EXTENDS) {
    faults.push(
      faultAt(spot, `at most ${MAX_EXTENDS} files that extend one another`, "Put some of them together."),
    );
  } else {
    const text = resolve("scenario", id);
    if (text !== undefined) return { text, file: `${id}.yaml`, id };
    faults.push(faultAt(spot, "the id of a scenario at hand", "Correct the name, or add the file."));
  }
  return undefined;
}

/** What a file says of itself alone isn't said of the one that extends it. */
function without(tree: Mapping, keys: readonly string[]): Mapping {
  return { ...tree, entries: new Map([...tree.entries].filter(([key]) => !keys.includes(key))) };
}

/** Lays a tree over another: maps merge, lists of things with ids merge by id, all else is replaced. */
export function overlay(below: Tree, above: Tree): Tree {
  if (below.kind === "map" && above.kind === "map") return overlayMap(below, above);
  if (below.kind === "list" && above.kind === "list" && isListOfThings(below) && isListOfThings(above)) {
    return overlayList(below, above);
  }
  return above;
}

function overlayMap(below: Mapping, above: Mapping): Mapping {
  const entries = new Map<string, Entry>(below.entries);
  for (const [key, entry] of above.entries) {
    const under = below.entries.get(key);
    entries.set(key, under === undefined ? entry : { ...entry, tree: overlay(under.tree, entry.tree) });
  }
  return { ...above, entries };
}

function overlayList(below: List, above: List): List {
  const items = [...below.items];
  const indexOf = new Map(items.map((item, index) => [idOf(item), index]));
  for (const item of above.items) {
    const index = indexOf.get(idOf(item));
    if (index === undefined) items.push(item);
    else items[index] = overlay(items[index], item);
  }
  return { ...above, items };
}

const isListOfThings = (list: List): boolean =>
  list.items.length > 0 && list.items.every((item) => idOf(item) !== undefined);

/** The id of a thing in a list. */
export const idOf = (tree: Tree): string | undefined =>
  tree.kind === "map" ? textOf(at(rootSpot(tree), "id")) : undefined;
