/** Follows the path of a setting through a tree and puts its value there. */
import { idOf } from "./compose.ts";
import type { Fault, Place } from "./faults.ts";
import { didYouMean } from "./suggest.ts";
import { withEntry, withItem, type List, type Mapping, type Tree } from "./tree.ts";

/** A setting `path=value`, read. */
export interface Setting {
  /** `["policies", "innovative-small-towns", "measures", "land", "value"]` */
  readonly path: readonly string[];
  readonly value: Tree;
  readonly place: Place;
}

/** The tree with the value in its place, or the fault of a path that leads to nothing. */
export function setPath(tree: Tree, setting: Setting): Tree | Fault {
  if (setting.path[0] === "extends") {
    return faultOf(setting, 0, "a path within the scenario", "Choose another scenario instead.");
  }
  return setBelow(tree, setting, 0);
}

function setBelow(tree: Tree, setting: Setting, depth: number): Tree | Fault {
  if (depth === setting.path.length) return setting.value;
  if (tree.kind === "map") return setInMap(tree, setting, depth);
  if (tree.kind === "list") return setInList(tree, setting, depth);
  const before = setting.path.slice(0, depth).join(".");
  return faultOf(setting, depth, `nothing below ${before}`, `Shorten the path to ${before}.`);
}

/**
 * The last step of a path may name a key that isn't there yet: whether the format knows it is the schema's
 * to say. An earlier step must lead to something, but for maps whose keys are known elsewhere: parameters, drivers,
 * what a policy leaves to choose, and its purse.
 */
function setInMap(map: Mapping, setting: Setting, depth: number): Tree | Fault {
  const key = setting.path[depth];
  const entry = map.entries.get(key);
  const last = depth === setting.path.length - 1;
  const optional =
    (depth === 0 && (key === "parameters" || key === "drivers")) ||
    (depth === 2 && setting.path[0] === "policies" && (key === "choose" || key === "purse"));
  if (entry === undefined && !last && !optional) {
    const known = [...map.entries.keys()];
    const there = `Known here: ${known.slice(0, 24).join(", ")}.`;
    const mend = `${didYouMean(key, known)}${there}${policyMend(setting, 0, depth)}`;
    return faultOf(setting, depth, "a path to something that is there", mend);
  }
  const below = entry?.tree ?? { kind: "map", entries: new Map(), place: setting.place };
  const value = setBelow(below, setting, depth + 1);
  if ("expected" in value) return value;
  return withEntry(map, key, { place: last ? setting.place : (entry?.place ?? setting.place), tree: value });
}

/** The number after the last adds a thing to the list. */
function setInList(list: List, setting: Setting, depth: number): Tree | Fault {
  const step = setting.path[depth];
  const ids = list.items.map(idOf);
  const byId = ids.indexOf(step);
  const index = byId < 0 && /^\d{1,6}$/.test(step) ? Number(step) : byId;
  const item = list.items[index];
  if (index === list.items.length && depth === setting.path.length - 1) {
    return { ...list, items: [...list.items, setting.value] };
  }
  if (item === undefined) {
    const known = ids.filter((id) => id !== undefined);
    const there =
      known.length > 0
        ? `Known here: ${known.slice(0, 24).join(", ")}.`
        : `The list has ${ids.length} entries.`;
    return faultOf(
      setting,
      depth,
      "a path to something that is there",
      `${didYouMean(step, known)}${there}${policyMend(setting, 1, depth)}`,
    );
  }
  const value = setBelow(item, setting, depth + 1);
  return "expected" in value ? value : withItem(list, index, value);
}

/** A policy that is set but not in force. `expected` is the step at which the path breaks off then. */
function policyMend({ path }: Setting, expected: number, depth: number): string {
  if (depth !== expected || path[0] !== "policies" || path.length < 2) return "";
  // A place in the list is no name of a policy.
  const id = /^\d+$/.test(path[1]) ? "its-id" : path[1];
  return ` To add the policy, set policies=[${id}] first.`;
}

function faultOf(setting: Setting, depth: number, expected: string, mend: string): Fault {
  const column = setting.path.slice(0, depth).reduce((sum, segment) => sum + segment.length + 1, 1);
  const path = setting.path.slice(0, depth + 1).join(".");
  return { ...setting.place, column, path, value: "not there", expected, mend };
}
