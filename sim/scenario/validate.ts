/** The door for scenario files: text in, a checked scenario out, or all that is wrong with it at once. */
import { checkTree } from "./check.ts";
import { composeScenario, type Resolve } from "./compose.ts";
import { composePolicies, policyShelf, unknownPolicies } from "./composePolicies.ts";
import { limitFaults, ScenarioError, type Fault } from "./faults.ts";
import { finish } from "./finish.ts";
import { applyOverrides } from "./overrides.ts";
import { keepPolicyPlaces } from "./policyPlaces.ts";
import { leversAmongParameters, policyFaults } from "./relationsPolicy.ts";
import { shockedBeyond, shockFaults } from "./relationsShocks.ts";
import { sourceFaults } from "./relationsSources.ts";
import { worldFaults } from "./relationsWorld.ts";
import type { Scenario } from "./scenario.ts";
import { ScenarioFile } from "./schema.ts";
import { rootSpot, type Tree } from "./tree.ts";

export interface ParseOptions {
  /** Name of the file in messages; `scenario.yaml` if nothing is said. */
  readonly file?: string | undefined;
  /** Gives the texts of the files that `extends` and `policies` name. Without it there are none. */
  readonly resolve?: Resolve | undefined;
  /** Settings `path=value`, laid over the file in this order before it is checked. */
  readonly set?: readonly string[] | undefined;
}

export type Validation =
  | { readonly ok: true; readonly scenario: Scenario }
  | { readonly ok: false; readonly faults: readonly Fault[] };

/**
 * Reads and checks a scenario.
 *
 * @param text contents of a YAML file
 * @returns the scenario with its extended file, policies and settings put in and defaults filled
 * @throws {ScenarioError} with every fault, where there is one
 */
export function parseScenario(text: string, options: ParseOptions = {}): Scenario {
  const result = validateScenario(text, options);
  if (result.ok) return result.scenario;
  throw new ScenarioError(result.faults);
}

/** The same as `parseScenario`, but hands the faults back. It throws nothing but what `resolve` throws. */
export function validateScenario(text: string, options: ParseOptions = {}): Validation {
  const { file = "scenario.yaml", resolve = () => undefined, set = [] } = options;
  const composed = composeScenario(text, file, resolve);
  if (composed.tree === undefined) return { ok: false, faults: limitFaults(composed.faults) };
  const shelf = policyShelf(resolve);
  const settle = (tree: Tree): Tree => composePolicies(tree, shelf);
  const applied = applyOverrides(settle(composed.tree), set, settle);
  const root = rootSpot(applied.tree);
  const checked = checkTree(ScenarioFile, applied.tree);
  const faults = [
    ...composed.faults,
    ...shelf.faults,
    ...applied.faults,
    ...leversAmongParameters(root),
    ...checked.faults,
    ...unknownPolicies(applied.tree, shelf),
    ...worldFaults(root),
    ...sourceFaults(root),
    ...policyFaults(root),
    ...shockFaults(root),
  ];
  if (faults.length > 0 || checked.data === undefined)
    return { ok: false, faults: limitFaults(inOrder(faults)) };
  const scenario = finish(checked.data, set);
  keepPolicyPlaces(scenario.policies, root);
  const beyond = shockedBeyond(root, scenario);
  return beyond.length > 0 ? { ok: false, faults: limitFaults(beyond) } : { ok: true, scenario };
}

/** In the order of the lines; each place and path is told once, by the first check that found it. */
function inOrder(faults: readonly Fault[]): Fault[] {
  const first = new Map<string, Fault>();
  for (const fault of faults) {
    const key = `${fault.file}\n${fault.line}\n${fault.column}\n${fault.path}`;
    if (!first.has(key)) first.set(key, fault);
  }
  const files = [...new Set(faults.map((fault) => fault.file))];
  return [...first.values()].sort(
    (a, b) => files.indexOf(a.file) - files.indexOf(b.file) || a.line - b.line || a.column - b.column,
  );
}
