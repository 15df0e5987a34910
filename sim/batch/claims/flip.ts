/**
 * The assumption-flip finder: how little one assumption must change, within its range in the parameter table, for the
 * verdict to be another. Every assumption is tried at both its bounds with few seeds; those at whose bound the claim
 * stands otherwise are followed back towards the default by halving, and the one that needs the smallest part of its
 * way is told. A verdict that turns only between default and bound, and is the same at the bound, isn't found.
 */
import type { Parameter } from "../../policy/parameter.ts";
import type { ParameterId } from "../../policy/parameters.ts";

/** One assumption on its way from the default to a bound. */
export interface Way {
  readonly id: ParameterId;
  readonly from: number;
  readonly to: number;
}

export interface Flip extends Way {
  /** Part of the way at which the claim stands otherwise, 0 to 1, and the value there. */
  readonly part: number;
  readonly value: number;
}

/** Steps of halving: the part is known to a sixteenth. */
const HALVINGS = 4;

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

/**
 * @param stands whether the claim stands with these values, few seeds; undefined where the world can't run so
 * @returns flips, the smallest part first; those that tie in the order of the table
 */
export async function findFlips(
  ways: readonly Way[],
  asIs: boolean,
  stands: (tried: readonly (readonly [Way, number])[]) => Promise<readonly (boolean | undefined)[]>,
): Promise<Flip[]> {
  const atBound = await stands(ways.map((way) => [way, 1] as const));
  let open = ways.filter((_, k) => atBound[k] === !asIs).map((way) => ({ way, low: 0, high: 1 }));
  for (let step = 0; step < HALVINGS && open.length > 0; step++) {
    const middles = open.map(({ way, low, high }) => [way, (low + high) / 2] as const);
    const found = await stands(middles);
    open = open.map(({ way, low, high }, k) => {
      const middle = middles[k][1];
      return found[k] === !asIs ? { way, low, high: middle } : { way, low: middle, high };
    });
    // What can't become the smallest any more needs no closer look.
    const least = Math.min(...open.map(({ high }) => high));
    open = open.filter(({ low }) => low < least);
  }
  return open
    .map(({ way, high }): Flip => ({ ...way, part: high, value: valueAt(way, high) }))
    .sort((a, b) => a.part - b.part);
}
