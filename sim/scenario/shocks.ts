/**
 * Shocks: months in which a driver runs otherwise than its series says. Drivers of growth get their growth back after a
 * shock, not the level that was lost meanwhile.
 */
import { monthNumber } from "../policy/months.ts";
import type { DriverId, Shock } from "./scenario.ts";

/** The driver's value in a month (since the start), with all its shocks in the order in which they are written. */
export function withShocks(
  shocks: readonly Shock[],
  driver: DriverId,
  startYear: number,
): (value: number, month: number) => number {
  const mine = shocks
    .filter((shock) => shock.driver === driver)
    .map(({ from, until, factor = 1, add = 0 }) => ({
      from: monthNumber(from) - startYear * 12,
      until: until === undefined ? Infinity : monthNumber(until) - startYear * 12,
      factor,
      add,
    }));
  return (value, month) => {
    let now = value;
    for (const { from, until, factor, add } of mine) {
      if (month >= from && month < until) now = now * factor + add;
    }
    return now;
  };
}
