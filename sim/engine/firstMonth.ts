/** The first month of a scenario, from which any number of seeds set out. */
import type { Policy } from "../policy/policy.ts";
import type { ResolvedMeasure } from "../policy/resolve.ts";
import { buildWorld, type Built } from "../scenario/build/build.ts";
import type { Scenario } from "../scenario/scenario.ts";
import { resolveMeasures } from "./measures.ts";

export interface SizeOptions {
  /** Persons per agent, whole, 1 or more. */
  readonly scale?: number | undefined;
  readonly years?: number | undefined;
}

function withOptions(scenario: Scenario, { scale, years }: SizeOptions): Scenario {
  const whole = (name: string, value: number | undefined, most: number): void => {
    if (value !== undefined && (!Number.isInteger(value) || value < 1 || value > most)) {
      throw new RangeError(`${name} is ${value}; expected a whole number from 1 to ${most}.`);
    }
  };
  whole("scale", scale, 10_000);
  whole("years", years, 100);
  return { ...scenario, scale: scale ?? scenario.scale, years: years ?? scenario.years };
}

/** The first month of a scenario. It comes from the file and the synthesis seed, so all seeds share it. */
export interface FirstMonth {
  readonly scenario: Scenario;
  readonly built: Built;
  readonly measures: readonly ResolvedMeasure[];
}

const firstMonth = (scenario: Scenario, built: Built): FirstMonth => ({
  scenario,
  built,
  measures: resolveMeasures(scenario, built.world, built.places),
});

/**
 * @param shared whether its world stands in memory that threads share
 * @param room for how many policies there are books, where more will be tried than the scenario has
 */
export function buildFirstMonth(
  scenario: Scenario,
  options: SizeOptions,
  shared: boolean,
  room = 0,
): FirstMonth {
  const chosen = withOptions(scenario, options);
  const policies = Math.max(room, chosen.policies.length);
  const built = buildWorld(chosen, { shared, levers: policies > 0, policies });
  return firstMonth(chosen, built);
}

/** What a first month is made of: everything but the policies, and what a scenario says of itself. */
function makingsOf(scenario: Scenario): string {
  const { start, years, scale, world, drivers, shocks = [], parameters } = scenario;
  return JSON.stringify({ start, years, scale, world, drivers, shocks, parameters });
}

/**
 * The first month of another scenario, where it is made of the same and there are books for its policies; undefined
 * where it has to be built.
 *
 * @throws ScenarioError where the policies are in each other's way
 */
export function sameFirstMonth(
  { scenario, built }: FirstMonth,
  other: Scenario,
  options: SizeOptions,
): FirstMonth | undefined {
  const chosen = withOptions(other, options);
  const hasRoom = chosen.policies.length <= built.world.sizes.policies;
  if (!hasRoom || makingsOf(chosen) !== makingsOf(scenario)) return undefined;
  return firstMonth(chosen, built);
}

/**
 * The same first month under other policies: what they do begins with the first month, so the world is the same.
 *
 * @throws RangeError where there are no books for so many
 * @throws ScenarioError where the policies are in each other's way
 */
export function underPolicies({ scenario, built }: FirstMonth, policies: readonly Policy[]): FirstMonth {
  const { policies: room } = built.world.sizes;
  if (policies.length > room) {
    throw new RangeError(
      `there are ${policies.length} policies in a world made ready for ${room}; give prepareScenario more room.`,
    );
  }
  const chosen = { ...scenario, policies };
  return firstMonth(chosen, built);
}
