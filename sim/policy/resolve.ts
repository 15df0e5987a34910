/** Policies of a scenario, resolved to rows and months, and laid over each other. */
import type { World } from "../world/world.ts";
import { isRule, type Parameter } from "./parameter.ts";
import { LEVERS, leverStates, leverValues } from "./levers.ts";
import { PARAMETERS } from "./parameters.ts";

/** What a measure costs to carry out, beyond what its lever costs. */
export interface ResolvedCost {
  readonly yearly: number;
  readonly per: "policy" | "place" | "resident";
}

/** One measure with its places as rows of settlements and its months as numbers. */
export interface ResolvedMeasure {
  readonly policy: string;
  /** Place of the policy in the order of names: see the table of outlays. */
  readonly policyRow: number;
  readonly measure: string;
  /** Index of the lever in table order: see `LEVERS`. */
  readonly lever: number;
  readonly settlements: Int32Array;
  /** First month in force and first month no longer in force, since the start. */
  readonly from: number;
  readonly until: number;
  readonly value: number;
  readonly state: boolean;
  readonly cost?: ResolvedCost | undefined;
  /** Yuan that the policy may cost in a year, all its measures together. */
  readonly purse?: number | undefined;
}

const ROWS: readonly Parameter[] = LEVERS.map((id) => PARAMETERS[id]);
const RULES = ROWS.map(isRule);
const ADDS = ROWS.map(({ stack }) => stack === "add");

/** Whether amounts of this lever add up; measures of other levers must agree. */
export const addsUp = (lever: number): boolean => ADDS[lever];

export const isInForce = ({ from, until }: ResolvedMeasure, month: number): boolean =>
  month >= from && month < until;

/** Part of a measure that is in force at a settlement this month: 1, or 0 while it rests. A rule never rests. */
export function forceOf(measure: ResolvedMeasure, settlement: number, world: World): number {
  if (RULES[measure.lever]) return 1;
  const { jurisdictions } = world.sizes;
  const payer = measure.state ? jurisdictions - 1 : world.settlements.jurisdiction[settlement];
  return world.outlays.force[measure.policyRow * jurisdictions + payer];
}

/** What a measure sets at a settlement this month: its value, or nothing while it rests. */
export const partOf = (measure: ResolvedMeasure, settlement: number, world: World): number =>
  measure.value * forceOf(measure, settlement, world);

/**
 * Sets the levers of every settlement for a month: amounts of several measures add up to the bound of the lever; of
 * shares and rules they are the same, for a run in which they are not was refused. Who pays is shared by value.
 *
 * Reads: settlements.jurisdiction, outlays.force. Writes: levers.value, levers.state. They are set anew each
 * month, so that a resumed run finds the same levers.
 *
 * @param measures in an order that doesn't depend on the scenario file, so that sums don't
 */
export function openLevers(world: World, measures: readonly ResolvedMeasure[]): (month: number) => void {
  const { settlements } = world.sizes;
  const open = (lever: number) => ({
    value: leverValues(world, LEVERS[lever]),
    state: leverStates(world, LEVERS[lever]),
    /** All that the measures set, and the state's part of it in `state`. */
    sum: new Float64Array(settlements),
  });
  // Those that no measure moves are 0 from the start, and stay so.
  const moved = new Map(measures.map(({ lever }) => [lever, open(lever)]));

  const begin = ({ value, state, sum }: ReturnType<typeof open>): void => {
    value.fill(0);
    state.fill(0);
    sum.fill(0);
  };

  const set = (measure: ResolvedMeasure): void => {
    const { value, state, sum } = moved.get(measure.lever)!;
    for (const settlement of measure.settlements) {
      const part = partOf(measure, settlement, world);
      if (part === 0) continue;
      sum[settlement] += part;
      if (measure.state) state[settlement] += part;
      value[settlement] = ADDS[measure.lever] ? Math.min(ROWS[measure.lever].max, sum[settlement]) : part;
    }
  };

  const shareCosts = ({ state, sum }: ReturnType<typeof open>): void => {
    for (let j = 0; j < settlements; j++) if (state[j] > 0) state[j] /= sum[j];
  };

  return (month) => {
    for (const column of moved.values()) begin(column);
    for (const measure of measures) if (isInForce(measure, month)) set(measure);
    for (const column of moved.values()) shareCosts(column);
  };
}
