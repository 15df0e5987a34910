/** Assumptions on their way from where they stand to an end of their range, and what comes of it. */
import type { Parameter } from "../../policy/parameter.ts";
import type { ParameterId } from "../../policy/parameters.ts";
import type { Values } from "./claim.ts";
import type { Effect } from "./effects.ts";

/** One assumption on its way from the default to a bound. */
export interface Way {
  readonly id: ParameterId;
  readonly from: number;
  readonly to: number;
}

/** An assumption that turns a claim: confirmed so far and not any more, or the other way round. */
export interface Flip extends Way {
  /** Part of the way at which the claim stands otherwise, 0 to 1, and the value there. */
  readonly part: number;
  readonly value: number;
}

/** An assumption that turns nothing, and what it does at the end of its range to the contrast on which the claim hangs. */
export interface Pull extends Way {
  /** Id of the contrast, its effect as it stands, and where it comes to lie. */
  readonly contrast: string;
  readonly usual: Effect["mean"];
  readonly moved: number;
}

/** Both ways of every assumption of the table that has room to go. */
export function waysOf(
  parameters: Readonly<Record<string, Parameter>>,
  given: Readonly<Record<string, number | undefined>>,
): Way[] {
  return Object.entries(parameters).flatMap(([id, { kind, min, max, default: usual }]) => {
    if (kind !== "assumption") return [];
    const from = given[id] ?? usual;
    return [min, max].filter((to) => to !== from).map((to): Way => ({ id: id as ParameterId, from, to }));
  });
}

/** The value at a part of the way. */
export const valueAt = ({ from, to }: Way, part: number): number =>
  part === 1 ? to : from + part * (to - from);

/** Several ways gone to their ends at once. */
export const ends = (ways: readonly Way[]): Values => Object.fromEntries(ways.map(({ id, to }) => [id, to]));
