/** Policies of a scenario, resolved to rows and months, and laid over each other. */
import type { World } from "../world/world.ts";
import { parameterIds } from "./parameters.ts";

/** One measure with its places as rows of settlements and its months as numbers. */
export interface ResolvedMeasure {
  readonly policy: string;
  readonly measure: string;
  /** Index of the lever in table order: see `LEVERS`. */
  readonly lever: number;
  readonly settlements: Int32Array;
  /** First month in force and first month no longer in force, since the start. */
  readonly from: number;
  readonly until: number;
  readonly value: number;
  readonly state: boolean;
}

/** Levers in table order; the column index of `levers`. */
export const LEVERS = parameterIds("lever");
export const leverIndex = (id: (typeof LEVERS)[number]): number => LEVERS.indexOf(id);

/**
 * Sets the levers of every settlement for a month. Where two measures set the same lever at the same place,
 * the larger value holds: a promise of less doesn't take back a promise of more.
 *
 * Reads: measures. Writes: levers.value, levers.state. Only months in which a measure begins or ends change
 * anything, but all are recomputed, so that a resumed run finds the same levers.
 */
export function resolveLevers(world: World, measures: readonly ResolvedMeasure[], month: number): void {
  const { value, state } = world.levers;
  const stride = world.sizes.levers;
  value.fill(0);
  state.fill(0);
  for (const measure of measures) {
    if (month < measure.from || month >= measure.until) continue;
    for (const settlement of measure.settlements) {
      const row = settlement * stride + measure.lever;
      if (measure.value <= value[row]) continue;
      value[row] = measure.value;
      state[row] = measure.state ? 1 : 0;
    }
  }
}
