/**
 * How far a run ends from the later census: misses in units of what the national trend misses, so that 1 is as far as
 * the trend and 0 is a hit. They are kept by group (a prefecture), so that any group can be left out afterwards.
 */
import { NATIONAL_CHANGE } from "../hindcast/benchmarks.ts";
import {
  changeOf,
  type Figures,
  observedChange,
  perTarget,
  type PerTarget,
  TARGETS,
  type Unit,
} from "../hindcast/figures.ts";

/** Squared misses of one group, summed, and how many there are. */
export interface GroupMiss {
  readonly squares: number;
  readonly terms: number;
}

/** The least that a target is scaled by: a table in which every unit follows the trend leaves no scale of its own. */
const LEAST_SCALE = 0.005;

/** Root of the mean squared miss of the national trend over the units with a later census. */
export function scalesOf(units: readonly Unit[]): PerTarget<number> {
  return perTarget((target) => {
    const misses = units
      .map((unit) => observedChange(unit, target) - NATIONAL_CHANGE[target])
      .filter(Number.isFinite);
    const squares = misses.reduce((sum, miss) => sum + miss * miss, 0);
    return Math.max(LEAST_SCALE, Math.sqrt(squares / Math.max(1, misses.length)));
  });
}

/** Predicted less observed change of one unit; NaN where there is no later census. */
export const missOf = (unit: Unit, end: Figures): PerTarget<number> =>
  perTarget((target) => changeOf(target, unit.start[target], end[target]) - observedChange(unit, target));

/** @param misses of the units of one group */
export function groupMiss(misses: readonly PerTarget<number>[], scales: PerTarget<number>): GroupMiss {
  let squares = 0;
  let terms = 0;
  for (const miss of misses) {
    for (const target of TARGETS) {
      const scaled = miss[target] / scales[target];
      if (!Number.isFinite(scaled)) continue;
      squares += scaled * scaled;
      terms++;
    }
  }
  return { squares, terms };
}

/**
 * Distance over several groups.
 *
 * @param without index of a group that is left out
 */
export function distanceOf(groups: readonly GroupMiss[], without = -1): number {
  let squares = 0;
  let terms = 0;
  groups.forEach((group, g) => {
    if (g === without) return;
    squares += group.squares;
    terms += group.terms;
  });
  return Math.sqrt(squares / terms);
}
