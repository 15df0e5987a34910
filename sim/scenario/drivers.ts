/** Dated outside series of a scenario as monthly series of the run. */
import { exp, ln } from "../numerics/elementary.ts";
import type { DriverSeries } from "../processes/process.ts";
import type { Driver, Scenario } from "./scenario.ts";

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
  const { drivers, start } = scenario;
  const monthly = (value: (month: number) => number): Float64Array =>
    Float64Array.from({ length: months }, (_, m) => value(m));
  const level = (driver: Driver): Float64Array => monthly((month) => driverAt(driver, start + month / 12));
  /** Growth a year, compounded month by month, as a factor over the first month. */
  const compounded = (driver: Driver): Float64Array => {
    let factor = 1;
    return monthly((month) => {
      const now = factor;
      factor *= exp(ln(1 + driverAt(driver, start + month / 12)) / 12);
      return now;
    });
  };
  const farmPrice = level(drivers.farmPrice);
  const first = farmPrice[0] ?? 1;
  return {
    outsideWage: compounded(drivers.outsideWageGrowth),
    productivity: compounded(drivers.productivityGrowth),
    fertility: level(drivers.fertility),
    mortality: level(drivers.mortality),
    transferPerHead: level(drivers.transferPerHead).map((yearly) => yearly / 12),
    farmPrice: farmPrice.map((price) => price / first),
  };
}
