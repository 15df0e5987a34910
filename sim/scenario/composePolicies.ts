/** Puts the files of named policies in the place of their names. */
import { headFaults, type Resolve } from "./compose.ts";
import type { Fault } from "./faults.ts";
import { readTree } from "./read.ts";
import { ID_PATTERN } from "./schemaParts.ts";
import { TERM_KEYS } from "./schemaPolicy.ts";
import { didYouMean } from "./suggest.ts";
import { at, atKey, faultAt, itemsOf, rootSpot, textOf, withEntry, type Spot, type Tree } from "./tree.ts";

/** Policy files read so far; null where a file could not be read. */
export interface PolicyShelf {
  readonly resolve: Resolve;
  readonly trees: Map<string, Tree | null>;
  readonly faults: Fault[];
}

export const policyShelf = (resolve: Resolve): PolicyShelf => ({ resolve, trees: new Map(), faults: [] });

/**
 * The same scenario with every policy that the shelf has written out; unknown names stay names. What the scenario says
 * of a policy that it uses (`choose`, `from`, `until`, `purse`) comes to stand in the policy.
 */
export function composePolicies(tree: Tree, shelf: PolicyShelf): Tree {
  const policies = at(rootSpot(tree), "policies");
  if (tree.kind !== "map" || policies.tree?.kind !== "list") return tree;
  const items = itemsOf(policies).map((spot) => takeUsed(spot, shelf));
  const place = tree.entries.get("policies")?.place ?? policies.place;
  return withEntry(tree, "policies", { place, tree: { ...policies.tree, items } });
}

/** Names that no file answers to. A name whose file is broken has its faults already. */
export function unknownPolicies(tree: Tree, shelf: PolicyShelf): Fault[] {
  const named = itemsOf(at(rootSpot(tree), "policies")).filter((spot) => isUnknown(spot, shelf));
  return named.map((spot) =>
    faultAt(spot, "the id of a policy at hand", "Correct the name, or add the file to scenarios/policies."),
  );
}

function isUnknown(spot: Spot, shelf: PolicyShelf): boolean {
  const id = textOf(spot);
  return id !== undefined && ID_PATTERN.test(id) && !shelf.trees.has(id);
}

function takeUsed(spot: Spot, shelf: PolicyShelf): Tree {
  const item = spot.tree as Tree; // an item of a list is there
  const name = at(spot, "use");
  if (item.kind !== "map" || name.tree === undefined) return takeNamed(item, item, shelf) ?? item;
  const policy = takeNamed(name.tree, item, shelf);
  // Without a file only the name is left, whose fault is told.
  if (policy?.kind !== "map") return isName(name) ? name.tree : item;
  let used = policy;
  for (const [key, entry] of item.entries) {
    if (TERM_KEYS.includes(key)) used = withEntry(used, key, entry);
    else if (key !== "use") {
      const mend = `${didYouMean(key, TERM_KEYS)}Rename or delete the key.`;
      shelf.faults.push(
        faultAt(atKey(spot, key), `one of use, ${TERM_KEYS.join(", ")}`, mend, "an unknown key"),
      );
    }
  }
  return used;
}

const isName = (spot: Spot): boolean => ID_PATTERN.test(textOf(spot) ?? "");

/** The policy of that name, which remembers the entry that named it. */
function takeNamed(name: Tree, entry: Tree, shelf: PolicyShelf): Tree | undefined {
  const policy = takePolicy(name, shelf);
  return policy?.kind === "map" ? { ...policy, named: entry.place } : policy;
}

function takePolicy(item: Tree, shelf: PolicyShelf): Tree | undefined {
  const id = textOf(rootSpot(item));
  if (id === undefined || !ID_PATTERN.test(id)) return undefined;
  const known = shelf.trees.get(id);
  if (known !== undefined) return known ?? undefined;
  const text = shelf.resolve("policy", id);
  if (text === undefined) return undefined;
  const reading = readTree(text, `policies/${id}.yaml`);
  shelf.faults.push(...reading.faults);
  if (reading.tree !== undefined) shelf.faults.push(...headFaults(reading.tree, "urflow-policy", id));
  const tree = reading.tree?.kind === "map" ? reading.tree : null;
  shelf.trees.set(id, tree);
  return tree ?? undefined;
}
