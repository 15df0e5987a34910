/** What must hold between the values of the policies, and between them and the world and the run. */
import { PARAMETERS } from "../policy/parameters.ts";
import { monthNumber, shiftMonth } from "../policy/months.ts";
import { isRule, type Parameter } from "../policy/parameter.ts";
import type { Fault } from "./faults.ts";
import { mendOf } from "./mends.ts";
import { duplicateFaults, idsOf } from "./relationsWorld.ts";
import { MONTH_PATTERN } from "./schemaMeasure.ts";
import { choiceFaults, isTaken } from "./relationsChoices.ts";
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
    ...choiceFaults(policy),
    ...orderFaults(policy),
    ...lateFaults(policy, end),
    ...measures.flatMap((measure) => [
      ...leverFaults(measure),
      ...orderFaults(measure),
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
  const spot = at(measure, "value");
  if (row === undefined || row.kind !== "lever" || spot.tree?.kind !== "scalar") return [];
  if (isRule(row)) return ruleFaults(spot, row);
  const { min, max, unit } = row;
  const value = numberOf(spot);
  if (value !== undefined && value >= min && value <= max) return [];
  const bounds = { type: "number", least: min, greatest: max };
  const mend = mendOf(spot.tree, bounds, `Write the value of ${id} in its unit, ${unit}.`);
  return [faultAt(spot, `a number from ${min} to ${max} (${unit})`, mend)];
}

/** A rule is chosen by the name of its value; the number of the value does too. */
function ruleFaults(spot: Spot, { values = [], max }: Parameter): Fault[] {
  const names = values.map(({ id }) => id);
  const [name, value] = [textOf(spot), numberOf(spot)];
  if (name !== undefined && names.includes(name)) return [];
  if (value !== undefined && Number.isInteger(value) && value >= 0 && value <= max) return [];
  const mend = `${didYouMean(name ?? "", names)}Write one of these words.`;
  return [faultAt(spot, `one of ${names.join(", ")}`, mend)];
}

function orderFaults(spot: Spot): Fault[] {
  const from = monthOf(at(spot, "from"));
  const until = monthOf(at(spot, "until"));
  if (from === undefined || until === undefined || from < until) return [];
  const mend = "Write a later month, or delete the key: the measure then stays to the end.";
  return [faultAt(at(spot, "until"), `a month after ${from}`, mend)];
}

/** A later phase may lie behind the end of a short run; a policy of which nothing begins in it is a mistake. */
function lateFaults(policy: Spot, end: number | undefined): Fault[] {
  if (end === undefined) return [];
  const all = itemsOf(at(policy, "measures")).map((measure) => at(measure, "from"));
  const written = all.flatMap((spot) => monthOf(spot) ?? []).sort();
  const taken = itemsOf(at(policy, "measures")).filter((measure) => isTaken(measure, policy));
  const begins = taken.map((measure) => at(measure, "from"));
  const moved = monthOf(at(policy, "from"));
  const shift =
    moved === undefined || written.length === 0 ? 0 : monthNumber(moved) - monthNumber(written[0]);
  const months = begins.flatMap((spot) => {
    const from = monthOf(spot);
    return from === undefined ? [] : [{ spot, from: shiftMonth(from, shift) }];
  });
  if (months.length === 0 || months.some(({ from }) => from < `${end}-01`)) return [];
  const spot = moved === undefined ? months[0].spot : at(policy, "from");
  const mend = "Begin the measures earlier, or simulate more years.";
  return [faultAt(spot, `a month before the end of the run, ${end}-01`, mend)];
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
