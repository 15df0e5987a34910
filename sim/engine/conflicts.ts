/** Measures that want different values of one lever at one place in one month: a run with such is refused. */
import { LEVERS } from "../policy/levers.ts";
import { addsUp, type ResolvedMeasure } from "../policy/resolve.ts";
import { type Parameter, sayValue } from "../policy/parameter.ts";
import { monthText } from "../policy/months.ts";
import { PARAMETERS } from "../policy/parameters.ts";
import type { Fault, Place } from "../scenario/faults.ts";
import { placeOfPolicy } from "../scenario/policyPlaces.ts";
import type { Places } from "../scenario/build/places.ts";
import type { Scenario } from "../scenario/scenario.ts";

/** Places that a fault names; the others are counted. */
const NAMED = 3;
/** Later than any month that can be written. */
const NEVER = "9999-99";

/**
 * All conflicts, each pair of measures once. Which places a policy designates is known only once the world is built, so
 * this can't be seen in the file alone. A value of 0 asks for nothing, and is in nobody's way.
 */
export function conflicts(scenario: Scenario, measures: readonly ResolvedMeasure[], places: Places): Fault[] {
  const faults: Fault[] = [];
  measures.forEach((one, k) => {
    if (addsUp(one.lever) || one.value === 0) return;
    for (const other of measures.slice(k + 1)) {
      if (other.lever !== one.lever || other.value === one.value || other.value === 0) continue;
      const from = Math.max(0, one.from, other.from);
      const until = Math.min(scenario.years * 12, one.until, other.until);
      if (from >= until) continue;
      const there = new Set(one.settlements);
      const shared = [...other.settlements].filter((settlement) => there.has(settlement));
      if (shared.length > 0) faults.push(conflict(scenario, one, other, shared, [from, until], places));
    }
  });
  return faults;
}

/** Whether some measures would be in each other's way if they met at a place: worth building the world to see. */
export function mayConflict({ policies }: Scenario): boolean {
  const all = policies.flatMap(({ measures }) => measures);
  return all.some((one, k) =>
    all.slice(k + 1).some((other) => {
      const differ = one.lever === other.lever && one.value !== other.value;
      const row: Parameter = PARAMETERS[one.lever];
      if (!differ || row.stack === "add" || one.value === 0 || other.value === 0) return false;
      return one.from < (other.until ?? NEVER) && other.from < (one.until ?? NEVER);
    }),
  );
}

function conflict(
  scenario: Scenario,
  one: ResolvedMeasure,
  other: ResolvedMeasure,
  shared: readonly number[],
  [from, until]: readonly [number, number],
  { places }: Places,
): Fault {
  const row: Parameter = PARAMETERS[LEVERS[one.lever]];
  const path = (measure: ResolvedMeasure): string => `policies.${measure.policy}.measures.${measure.measure}`;
  const month = (count: number): string => monthText(scenario.start * 12 + count);
  const named = shared.slice(0, NAMED).map((settlement) => places[settlement].id);
  const more = shared.length > NAMED ? ` and ${shared.length - NAMED} more` : "";
  const last = until - 1;
  return {
    ...placeOf(scenario, other.policy),
    path: `${path(other)}.value`,
    value: sayValue(row, other.value, "en"),
    expected:
      `${sayValue(row, one.value, "en")}, which ${path(one)} sets for ${LEVERS[one.lever]} ` +
      `at ${named.join(", ")}${more}, ${month(from)} to ${month(last)}`,
    mend: "Give both the same value, or other places or months, or leave one of the two policies out.",
  };
}

/** The entry of the policy among those of the scenario; the head of the file where the policy was made without one. */
function placeOf({ id, policies }: Scenario, name: string): Place {
  const policy = policies.find((one) => one.id === name);
  const place = policy && placeOfPolicy(policy);
  return place ?? { file: `${id}.yaml`, line: 1, column: 1 };
}
