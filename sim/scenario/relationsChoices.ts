/** What a policy leaves open: its options, what its measures say of them, and what the scenario chose. */
import type { Fault } from "./faults.ts";
import { didYouMean } from "./suggest.ts";
import { at, atKey, faultAt, itemsOf, keysOf, textOf, type Spot } from "./tree.ts";

export function choiceFaults(policy: Spot): Fault[] {
  const choices = at(policy, "choices");
  const choose = at(policy, "choose");
  const whens = itemsOf(at(policy, "measures")).map((measure) => at(measure, "when"));
  return [
    ...keysOf(choices).flatMap((id) => optionFault(at(choices, id, "default"), choices, id)),
    ...whens.flatMap((when) => [
      ...unknownChoices(when, choices),
      ...keysOf(when).flatMap((id) =>
        itemsOf(at(when, id)).flatMap((option) => optionFault(option, choices, id)),
      ),
    ]),
    ...rankFaults(at(policy, "designation", "by"), choices),
    ...unknownChoices(choose, choices),
    ...keysOf(choose).flatMap((id) => optionFault(at(choose, id), choices, id)),
  ];
}

/** A rank that hangs on a choice says it for one choice, and for each of its options. */
function rankFaults(by: Spot, choices: Spot): Fault[] {
  if (by.tree?.kind !== "map") return [];
  const named = keysOf(by);
  if (named.length !== 1) {
    const mend = "Name the one choice on which the rank hangs.";
    return [faultAt(by, "one choice", mend, named.length === 0 ? "no choice" : named.join(", "))];
  }
  const unknown = unknownChoices(by, choices);
  if (unknown.length > 0) return unknown;
  const [id] = named;
  const options = keysOf(at(choices, id, "options"));
  const ranked = keysOf(at(by, id));
  const missing = options.filter((option) => !ranked.includes(option));
  const strange = ranked.filter((option) => !options.includes(option));
  return [
    ...missing.map((option) =>
      faultAt(
        at(by, id),
        `a rank for each of ${options.join(", ")}`,
        `Add ${option}.`,
        `nothing for ${option}`,
      ),
    ),
    ...strange.map((option) =>
      faultAt(
        atKey(at(by, id), option),
        `one of ${options.join(", ")}`,
        "Rename or delete it.",
        "an unknown option",
      ),
    ),
  ];
}

/** Whether the measure is taken under what was chosen. What isn't well formed counts as taken: it has its own fault. */
export function isTaken(measure: Spot, policy: Spot): boolean {
  const when = at(measure, "when");
  return keysOf(when).every((id) => {
    const chosen = textOf(at(policy, "choose", id)) ?? textOf(at(policy, "choices", id, "default"));
    const options = itemsOf(at(when, id)).map(textOf);
    return options.length === 0 || chosen === undefined || options.includes(chosen);
  });
}

function unknownChoices(named: Spot, choices: Spot): Fault[] {
  const known = keysOf(choices);
  const unknown = keysOf(named).filter((id) => !known.includes(id));
  return unknown.map((id) => {
    const expected =
      known.length === 0 ? "a policy that leaves something to choose" : `one of ${known.join(", ")}`;
    const mend = `${didYouMean(id, known)}${known.length === 0 ? "Delete the key." : "Rename or delete the key."}`;
    return faultAt(atKey(named, id), expected, mend, "an unknown choice");
  });
}

function optionFault(spot: Spot, choices: Spot, id: string): Fault[] {
  const known = keysOf(at(choices, id, "options"));
  const option = textOf(spot);
  if (option === undefined || known.length === 0 || known.includes(option)) return [];
  return [
    faultAt(spot, `one of ${known.join(", ")}`, `${didYouMean(option, known)}Write one of these options.`),
  ];
}
