/** What a hindcast is scored on: three figures of a unit, and how each of them changes from one census to the next. */
import { exp, ln } from "../../numerics/elementary.ts";

/** Population in persons; the shares of urban residents and of those of 65 and more from 0 to 1. NaN where unknown. */
export interface Figures {
  readonly population: number;
  readonly urbanShare: number;
  readonly share65: number;
}

export type Target = keyof Figures;

export const TARGETS: readonly Target[] = ["population", "urbanShare", "share65"];

/** One value for each target. */
export type PerTarget<T> = Readonly<Record<Target, T>>;

export const perTarget = <T>(make: (target: Target) => T): PerTarget<T> => ({
  population: make("population"),
  urbanShare: make("urbanShare"),
  share65: make("share65"),
});

/** From one census to the next: the logarithm of the ratio of populations, the difference of shares. */
export const changeOf = (target: Target, from: number, to: number): number =>
  target === "population" ? ln(to / from) : to - from;

/** The figure after a change, the inverse of `changeOf`; a share stays one. */
export const after = (target: Target, from: number, change: number): number =>
  target === "population" ? from * exp(change) : Math.min(1, Math.max(0, from + change));

/** A unit as both censuses found it. */
export interface Unit {
  /** Empty where the table has none. */
  readonly code: string;
  readonly name: string;
  /** Empty where the table has none. */
  readonly prefecture: string;
  readonly start: Figures;
  /** NaN where the later census is missing. */
  readonly end: Figures;
  /** Residents that the accounting rule expects; NaN where a column that it needs is missing. */
  readonly accounted: number;
}

/** What the later census found, as a change; NaN where it is missing. */
export const observedChange = ({ start, end }: Unit, target: Target): number =>
  changeOf(target, start[target], end[target]);
