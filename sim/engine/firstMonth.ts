/** The first month of a scenario, from which any number of seeds set out. */
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

/** @param shared whether its world stands in memory that threads share */
export function buildFirstMonth(scenario: Scenario, options: SizeOptions, shared: boolean): FirstMonth {
  const chosen = withOptions(scenario, options);
  const built = buildWorld(chosen, { shared, levers: chosen.policies.length > 0 });
  return { scenario: chosen, built, measures: resolveMeasures(chosen, built.world, built.places) };
}
