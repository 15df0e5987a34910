/** Size and colour of a dot, width of an arrow. */
import type { Tier } from "../../sim/engine/result.ts";

/** Class of change since the start, -3 (lost more than half) to 3 (gained more than half), 0 within 5 %. */
export type ChangeClass = -3 | -2 | -1 | 0 | 1 | 2 | 3;

/** Upper edges of the classes -3 … 2, as shares of the start. */
export const CHANGE_EDGES = [-0.5, -0.25, -0.05, 0.05, 0.25, 0.5] as const;

/** The class of a change from `start` to `now`, both in persons. A place that was empty and isn't has gained. */
export function changeClass(start: number, now: number): ChangeClass {
  if (start <= 0) return now > 0 ? 3 : 0;
  const change = now / start - 1;
  const edge = CHANGE_EDGES.findIndex((upper) => change < upper);
  // Seven classes: six edges and what lies above the last.
  return ((edge < 0 ? CHANGE_EDGES.length : edge) - 3) as ChangeClass;
}

/** Radius in pixels so that area goes with persons and the largest place of the run has `largest` pixels. */
export function radiusScale(population: ArrayLike<number>, largest: number): (persons: number) => number {
  let most = 1;
  for (let k = 0; k < population.length; k++) most = Math.max(most, population[k]);
  return (persons) => (persons <= 0 ? 0.8 : Math.max(1.3, largest * Math.sqrt(persons / most)));
}

/** Arrow width in pixels, in proportion to the flow; `most` is the largest flow of the whole run. */
export const widthScale =
  (most: number, widest: number): ((flow: number) => number) =>
  (flow) =>
    most <= 0 ? 0 : Math.max(0.6, (widest * flow) / most);

const RANK: Readonly<Record<Tier, number>> = { village: 0, town: 1, seat: 2, core: 3, outside: 4 };

/** `up`: towards larger places, away from the villages; `down`: towards them; `level`: between the same kind. */
export function directionOf(from: Tier, to: Tier): "up" | "down" | "level" {
  if (RANK[from] === RANK[to]) return "level";
  return RANK[to] > RANK[from] ? "up" : "down";
}
