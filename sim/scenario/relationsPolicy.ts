/** What must hold between the values of the policies, and between them and the world and the run. */
import { PARAMETERS } from "../policy/parameters.ts";
import type { Parameter } from "../policy/parameter.ts";
import type { Fault } from "./faults.ts";
import { mendOf } from "./mends.ts";
import { duplicateFaults, idsOf } from "./relationsWorld.ts";
import { MONTH_PATTERN } from "./schemaPolicy.ts";
import { didYouMean } from "./suggest.ts";
import { at, atKey, faultAt, itemsOf, keysOf, numberOf, textOf, type Spot } from "./tree.ts";

export function policyFaults(root: Spot): Fault[] {
  const policies = itemsOf(at(root, "policies"));
  const start = numberOf(at(root, "start"));
  const years = numberOf(at(root, "years"));
  const end = start === undefined || years === undefined ? undefined : start + years;
  const counties = idsOf(at(root, "world"), "counties");
  const ids = policies.map((policy) => (textOf(policy) === undefined ? at(policy, "id") : policy));
  return [...duplicateFaults(ids), ...policies.flatMap((policy) => onePolicy(policy, end, counties))];
}

/** Levers do not belong under `parameters`: they have a place, a time and a payer. */
export function leversAmongParameters(root: Spot): Fault[] {
  const parameters = at(root, "parameters");
  const levers = keysOf(parameters).filter((key) => tableRow(key)?.kind === "lever");
  return levers.map((key) => {
    const mend = "Move it by a measure of a policy, which says where, from when and who pays.";
    return faultAt(atKey(parameters, key), "a parameter of kind assumption", mend, "a lever of policies");
  });
}

function tableRow(id: string): Parameter | undefined {
  const table: Readonly<Record<string, Parameter>> = PARAMETERS;
  return Object.hasOwn(table, id) ? table[id] : undefined;
}

function onePolicy(policy: Spot, end: number | undefined, counties: ReadonlySet<string>): Fault[] {
  const measures = itemsOf(at(policy, "measures"));
  const designation = at(policy, "designation");
  return [
    ...duplicateFaults(measures.map((measure) => at(measure, "id"))),
    ...designationFaults(designation),
    ...measures.flatMap((measure) => [
      ...leverFaults(measure),
      ...monthFaults(measure, end),
      ...whereFaults(at(measure, "where"), designation, counties),
    ]),
  ];
}

function designationFaults(designation: Spot): Fault[] {
  if (designation.tree?.kind !== "map") return [];
  const ways = ["perCounty", "settlements"].filter((key) => at(designation, key).tree !== undefined);
  if (ways.length === 1) return [];
  const value =
    ways.length === 0 ? "without perCounty or settlements" : "with both perCounty and settlements";
  return [faultAt(designation, "either perCounty or settlements", "Write one of the two.", value)];
}

function leverFaults(measure: Spot): Fault[] {
  const id = textOf(at(measure, "lever"));
  const row = id === undefined ? undefined : tableRow(id);
  if (row === undefined) return [];
  const { kind, min, max, unit } = row;
  const spot = at(measure, "value");
  const value = numberOf(spot);
  if (kind !== "lever" || value === undefined || (value >= min && value <= max)) return [];
  const bounds = { type: "number", least: min, greatest: max };
  const mend = mendOf(spot.tree, bounds, `Write the value of ${id} in its unit, ${unit}.`);
  return [faultAt(spot, `a number from ${min} to ${max} (${unit})`, mend)];
}

function monthFaults(measure: Spot, end: number | undefined): Fault[] {
  const from = monthOf(at(measure, "from"));
  const until = monthOf(at(measure, "until"));
  const faults: Fault[] = [];
  if (from !== undefined && until !== undefined && from >= until) {
    const mend = "Write a later month, or delete the key: the measure then stays to the end.";
    faults.push(faultAt(at(measure, "until"), `a month after ${from}`, mend));
  }
  if (from !== undefined && end !== undefined && from >= `${end}-01`) {
    const mend = "Begin the measure earlier, or simulate more years.";
    faults.push(faultAt(at(measure, "from"), `a month before the end of the run, ${end}-01`, mend));
  }
  return faults;
}

function monthOf(spot: Spot): string | undefined {
  const text = textOf(spot);
  return text !== undefined && MONTH_PATTERN.test(text) ? text : undefined;
}

function whereFaults(where: Spot, designation: Spot, counties: ReadonlySet<string>): Fault[] {
  if (textOf(where) === "designated" && designation.tree === undefined) {
    const mend = "Add a designation to the policy, or say where by tiers, counties or settlements.";
    return [faultAt(where, "a policy that designates settlements", mend)];
  }
  const unknown = itemsOf(at(where, "counties")).filter((spot) => {
    const id = textOf(spot);
    return id !== undefined && !counties.has(id);
  });
  return unknown.map((spot) =>
    faultAt(
      spot,
      "the id of a county of the world",
      `${didYouMean(textOf(spot) ?? "", counties)}Correct the id.`,
    ),
  );
}
