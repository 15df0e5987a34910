/** How far a claim stands from where it would turn, as it is and when its effects are moved. */
import type { Contrast } from "./claim.ts";
import type { Effect } from "./effects.ts";

/** A contrast of a claim in one place, with its effect as it stands. */
export interface Standing {
  readonly contrast: Contrast;
  readonly effect: Effect;
}

/** By how much each contrast's effect is moved, in its own unit. */
export type Shifts = readonly number[];

/**
 * How many half widths of its interval an effect lies on the side that is claimed; the contrast is held above 1. The
 * interval keeps the width that it has with all seeds.
 */
export function clearanceOf({ contrast, effect }: Standing, shift: number): number {
  const moved = (contrast.claimed === "above" ? 1 : -1) * (effect.mean + shift);
  if (Number.isNaN(moved)) return -Infinity;
  if (moved === 0) return 0;
  return moved / ((effect.high - effect.low) / 2);
}

/** What a shift of the contrast is held against: half the width of its interval, or its size where that has none. */
export const scaleOf = ({ effect: { mean, low, high } }: Standing): number =>
  (high - low) / 2 || Math.abs(mean) || 1;

/** The least clearance of all contrasts, and whose it is: the claim is confirmed where it is above 1. */
export function decidingOf(
  standings: readonly Standing[],
  shifts: Shifts,
): { readonly clearance: number; readonly index: number } {
  let index = 0;
  let clearance = Infinity;
  for (const [k, standing] of standings.entries()) {
    const here = clearanceOf(standing, shifts[k]);
    if (here < clearance) [index, clearance] = [k, here];
  }
  return { clearance, index };
}

/** Above 0 where a claim has turned, and the higher the farther: what it lacks of being confirmed, or has beyond it. */
export const turnOf = (standings: readonly Standing[], shifts: Shifts, isConfirmed: boolean): number =>
  (decidingOf(standings, shifts).clearance - 1) * (isConfirmed ? -1 : 1);

/** Eighths of a way are told apart, no finer. */
const GRAIN = 8;

/** The part of the way at which a claim turns if effects move in a straight line, rounded up; 1 if it doesn't. */
export function partOf(standings: readonly Standing[], shifts: Shifts, isConfirmed: boolean): number {
  for (let step = 1; step < GRAIN; step++) {
    const part = step / GRAIN;
    const scaled = shifts.map((shift) => shift * part);
    if (turnOf(standings, scaled, isConfirmed) > 0) return part;
  }
  return 1;
}
