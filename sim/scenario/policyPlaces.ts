/**
 * Where a scenario names each of its policies: beside the data, so that two files that say the same are the same
 * scenario, and forgotten with it.
 */
import type { Policy } from "../policy/policy.ts";
import type { Place } from "./faults.ts";
import { at, itemsOf, type Spot } from "./tree.ts";

const places = new WeakMap<Policy, Place>();

/** Keeps the places of policies that were made of the list under `policies`, in its order. */
export function keepPolicyPlaces(policies: readonly Policy[], root: Spot): void {
  itemsOf(at(root, "policies")).forEach(({ tree, place }, k) => {
    places.set(policies[k], (tree?.kind === "map" ? tree.named : undefined) ?? place);
  });
}

/** The entry of the policy in its scenario's list; undefined for a policy that wasn't read from a file. */
export const placeOfPolicy = (policy: Policy): Place | undefined => places.get(policy);
