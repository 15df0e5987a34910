/** Dated outside series of a scenario as monthly series of the run. */
import { exp, ln } from "../numerics/elementary.ts";
import { type DriverSeries, driverSeries } from "../processes/process.ts";
import type { Driver, DriverId, Scenario } from "./scenario.ts";
import { withShocks } from "./shocks.ts";

/** Value at a calendar time in years: linear between points, the first value before them, `after` behind them. */
export function driverAt({ points, after }: Driver, year: number): number {
  if (year <= points[0][0]) return points[0][1];
  const last = points.length - 1;
  if (year >= points[last][0]) {
    if (after === "hold" || last === 0) return points[last][1];
    const slope = (points[last][1] - points[last - 1][1]) / (points[last][0] - points[last - 1][0]);
    return points[last][1] + slope * (year - points[last][0]);
  }
  let k = 0;
  while (points[k + 1][0] <= year) k++;
  const part = (year - points[k][0]) / (points[k + 1][0] - points[k][0]);
  return points[k][1] + part * (points[k + 1][1] - points[k][1]);
}

export function resolveDrivers(scenario: Scenario, months: number): DriverSeries {
  const { drivers, start, shocks = [] } = scenario;
  const monthly = (value: (month: number) => number): Float64Array =>
    Float64Array.from({ length: months }, (_, m) => value(m));
  const level = (id: DriverId): Float64Array => {
    const shocked = withShocks(shocks, id, start);
    return monthly((month) => shocked(driverAt(drivers[id], start + month / 12), month));
  };
  /** Growth a year, compounded month by month, as a factor over the first month. */
  const compounded = (id: DriverId): Float64Array => {
    const growth = level(id);
    let factor = 1;
    return monthly((month) => {
      const now = factor;
      factor *= exp(ln(1 + growth[month]) / 12);
      return now;
    });
  };
  // Prices are told over the first month as it would be without a shock.
  const first = driverAt(drivers.farmPrice, start);
  return driverSeries({
    outsideWage: compounded("outsideWageGrowth"),
    productivity: compounded("productivityGrowth"),
    fertility: level("fertility"),
    mortality: level("mortality"),
    transferPerHead: level("transferPerHead").map((yearly) => yearly / 12),
    farmPrice: level("farmPrice").map((price) => price / first),
  });
}
