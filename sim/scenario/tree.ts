/**
 * The contents of a file with the place of every key and value. Files are laid over one another and settings
 * over files in this form, so that a fault found at the end still knows the line it comes from.
 */
import { formatPath, shorten, type Fault, type Path, type Place } from "./faults.ts";

export interface Scalar {
  readonly kind: "scalar";
  readonly value: string | number | boolean | null;
  /** As it was written, without quotes. */
  readonly source: string;
  readonly quoted: boolean;
  readonly place: Place;
}

export interface List {
  readonly kind: "list";
  readonly items: readonly Tree[];
  readonly place: Place;
}

export interface Mapping {
  readonly kind: "map";
  readonly entries: ReadonlyMap<string, Entry>;
  readonly place: Place;
  /** Where a scenario names it, for the contents of a policy's own file. */
  readonly named?: Place | undefined;
}

export interface Entry {
  /** Where the key stands. */
  readonly place: Place;
  readonly tree: Tree;
}

export type Tree = Scalar | List | Mapping;

/** A path from the root and what stands there; `place` is that of the nearest thing that exists. */
export interface Spot {
  readonly path: Path;
  readonly tree: Tree | undefined;
  readonly place: Place;
}

export const rootSpot = (tree: Tree): Spot => ({ path: [], tree, place: tree.place });

/** One or more steps down; a step to nothing keeps the place of the map or list that lacks it. */
export function at(spot: Spot, ...path: Path): Spot {
  let { tree, place } = spot;
  for (const segment of path) {
    tree = childOf(tree, segment);
    place = tree?.place ?? place;
  }
  return { path: [...spot.path, ...path], tree, place };
}

/** One step down, with the place of the key instead of that of its value. */
export function atKey(spot: Spot, key: string): Spot {
  const entry = spot.tree?.kind === "map" ? spot.tree.entries.get(key) : undefined;
  return { ...at(spot, key), place: entry?.place ?? spot.place };
}

export function childOf(tree: Tree | undefined, segment: string | number): Tree | undefined {
  if (tree?.kind === "map") return tree.entries.get(String(segment))?.tree;
  if (tree?.kind === "list" && typeof segment === "number") return tree.items[segment];
  return undefined;
}

/** The entries of a list, none for anything else. */
export const itemsOf = (spot: Spot): Spot[] =>
  spot.tree?.kind === "list" ? spot.tree.items.map((_, index) => at(spot, index)) : [];

/** The values of a map, none for anything else. */
export const valuesOf = (spot: Spot): Spot[] => keysOf(spot).map((key) => at(spot, key));

export const keysOf = (spot: Spot): string[] =>
  spot.tree?.kind === "map" ? [...spot.tree.entries.keys()] : [];

export function numberOf(spot: Spot): number | undefined {
  const value = spot.tree?.kind === "scalar" ? spot.tree.value : undefined;
  return typeof value === "number" ? value : undefined;
}

export function textOf(spot: Spot): string | undefined {
  const value = spot.tree?.kind === "scalar" ? spot.tree.value : undefined;
  return typeof value === "string" ? value : undefined;
}

/** The sum, or undefined where a part is missing: its own fault has been told. */
export function sum(parts: readonly (number | undefined)[]): number | undefined {
  let total = 0;
  for (const part of parts) {
    if (part === undefined) return undefined;
    total += part;
  }
  return total;
}

/** The fault of what stands at a spot. `value` says it in words where the value alone would not tell. */
export function faultAt(spot: Spot, expected: string, mend: string, value?: string): Fault {
  return { ...spot.place, path: formatPath(spot.path), value: value ?? sayTree(spot.tree), expected, mend };
}

/** A value in a message: `-5`, `"14"`, `a list of 19`. */
export function sayTree(tree: Tree | undefined): string {
  if (tree === undefined) return "missing";
  if (tree.kind === "list")
    return tree.items.length === 0 ? "an empty list" : `a list of ${tree.items.length}`;
  if (tree.kind === "map") {
    const keys = [...tree.entries.keys()];
    return keys.length === 0 ? "an empty map" : `a map with ${shorten(keys.join(", "))}`;
  }
  if (tree.value === null) return "empty";
  return typeof tree.value === "string" ? `"${shorten(tree.value)}"` : String(tree.value);
}

/** Plain data for the schema. Keys that would reach into a prototype were refused when the file was read. */
export function plainOf(tree: Tree): unknown {
  if (tree.kind === "scalar") return tree.value;
  if (tree.kind === "list") return tree.items.map(plainOf);
  return Object.fromEntries([...tree.entries].map(([key, entry]) => [key, plainOf(entry.tree)]));
}

/** A map with some entries set anew; the order of the others stays. */
export const withEntry = (map: Mapping, key: string, entry: Entry): Mapping => ({
  ...map,
  entries: new Map([...map.entries, [key, entry]]),
});

export const withItem = (list: List, index: number, item: Tree): List => ({
  ...list,
  items: list.items.with(index, item),
});
