/** Policies of a scenario with places as rows and months as numbers. */
import { LEVERS } from "../policy/levers.ts";
import { type ResolvedMeasure } from "../policy/resolve.ts";
import type { Measure, Policy } from "../policy/policy.ts";
import { limitFaults, ScenarioError } from "../scenario/faults.ts";
import type { Scenario } from "../scenario/scenario.ts";
import type { Places } from "../scenario/build/places.ts";
import { conflicts } from "./conflicts.ts";
import { TIER_NAMES } from "../world/tiers.ts";
import type { World } from "../world/world.ts";

/** Months from the scenario's start to `YYYY-MM`; negative before it. */
export function monthOf(date: string, startYear: number): number {
  return (Number(date.slice(0, 4)) - startYear) * 12 + Number(date.slice(5, 7)) - 1;
}

/** Settlements that a policy designates, in the order of rows. */
export function designated(policy: Policy, world: World, places: Places): number[] {
  const { designation } = policy;
  if (designation === undefined) return [];
  const { settlements: s } = world;
  const tier = TIER_NAMES.indexOf(designation.tier);
  if (designation.settlements !== undefined) {
    const named = new Set(designation.settlements);
    return places.places.flatMap((place, row) => (named.has(place.id) ? [row] : []));
  }
  const rank = (row: number): number => {
    const { by = "population" } = designation;
    if (by === "population") return -s.residents[row];
    const isFarFirst = by === "farFromSeat" || (by === "inTurn" && s.jurisdiction[row] % 2 === 1);
    return isFarFirst ? -s.minutesToSeat[row] : s.minutesToSeat[row];
  };
  const chosen: number[] = [];
  for (let county = 0; county < world.sizes.jurisdictions - 1; county++) {
    const candidates = places.places.flatMap((place, row) =>
      place.jurisdiction === county && s.tier[row] === tier ? [row] : [],
    );
    candidates.sort((a, b) => rank(a) - rank(b) || a - b);
    chosen.push(...candidates.slice(0, designation.perCounty ?? 1));
  }
  return chosen.sort((a, b) => a - b);
}

function placesOf(
  measure: Measure,
  scenario: Scenario,
  world: World,
  places: Places,
  chosen: readonly number[],
): number[] {
  const { where } = measure;
  if (where === "designated") return [...chosen];
  return places.places.flatMap((place, row) => {
    const tier = TIER_NAMES[place.tier];
    if (tier === "outside") return [];
    const county = scenario.world.counties[place.jurisdiction].id;
    if (where?.tiers !== undefined && !where.tiers.includes(tier)) return [];
    if (where?.counties !== undefined && !where.counties.includes(county)) return [];
    if (where?.settlements !== undefined && !where.settlements.includes(place.id)) return [];
    return [row];
  });
}

/** People of the region. */
function residentsOf({ settlements: s, sizes }: World): number {
  let agents = 0;
  for (let j = 0; j < sizes.settlements; j++)
    if (TIER_NAMES[s.tier[j]] !== "outside") agents += s.residents[j];
  return agents * sizes.scale;
}

/**
 * All measures in the order of their names, so that nothing depends on the order in which policies are written.
 *
 * @throws {ScenarioError} with every conflict: measures that want different values of one lever at one place and month
 */
export function resolveMeasures(scenario: Scenario, world: World, places: Places): ResolvedMeasure[] {
  const policies = [...scenario.policies].sort((a, b) => (a.id < b.id ? -1 : 1));
  const residents = residentsOf(world);
  const measures = policies.flatMap((policy, policyRow) => {
    const chosen = designated(policy, world, places);
    const written = [...policy.measures].sort((a, b) => (a.id < b.id ? -1 : 1));
    return written.map((measure): ResolvedMeasure => ({
      policy: policy.id,
      policyRow,
      measure: measure.id,
      lever: LEVERS.indexOf(measure.lever),
      settlements: Int32Array.from(placesOf(measure, scenario, world, places, chosen)),
      from: monthOf(measure.from, scenario.start),
      until: measure.until === undefined ? Infinity : monthOf(measure.until, scenario.start),
      value: measure.value,
      state: measure.payer === "state",
      cost: measure.cost,
      purse: policy.purse && policy.purse.yearly * (policy.purse.per === "resident" ? residents : 1),
    }));
  });
  const faults = conflicts(scenario, measures, places);
  if (faults.length > 0) throw new ScenarioError(limitFaults(faults));
  return measures;
}
