/** National series for a region of China that starts in any year, in the shape of the drivers of a scenario. */
import type { Driver, DriverId, SourceInfo } from "../scenario.ts";
import { driverAt } from "../drivers.ts";

type Series = Pick<Driver, "points" | "source"> & { readonly unit: string };

const SERIES: Readonly<Record<Exclude<DriverId, "farmPrice">, Series>> = {
  outsideWageGrowth: {
    unit: "per-year",
    points: [
      [2013, 0.045],
      [2020, 0.045],
      [2024, 0.035],
      [2035, 0.025],
      [2050, 0.02],
    ],
    source: "outside-wages",
  },
  productivityGrowth: {
    unit: "per-year",
    points: [
      [2010, 0.04],
      [2020, 0.035],
      [2035, 0.025],
      [2050, 0.02],
    ],
    source: "assumed",
  },
  fertility: {
    unit: "children per woman",
    points: [
      [1990, 2.3],
      [2000, 1.6],
      [2010, 1.57],
      [2014, 1.65],
      [2016, 1.77],
      [2018, 1.55],
      [2020, 1.3],
      [2024, 1.1],
      [2040, 1.2],
    ],
    source: "fertility-census",
  },
  mortality: {
    unit: "ratio",
    points: [
      [1990, 1.5],
      [2000, 1.3],
      [2010, 1.12],
      [2020, 1],
      [2050, 0.75],
    ],
    source: "assumed",
  },
  transferPerHead: {
    unit: "yuan/year",
    points: [
      [1990, 600],
      [2000, 1100],
      [2010, 2500],
      [2020, 4000],
      [2035, 6200],
      [2050, 8600],
    ],
    source: "assumed",
  },
};

export const DRIVER_SOURCES = {
  "outside-wages": {
    title:
      "Growth of the mean monthly pay of migrant workers (monitoring survey of migrant workers), deflated",
    year: 2024,
    note:
      "Arithmetic: 6.6 % a year from 2013 to 2020 less assumed inflation of 2.0 %; 5.1 % from 2020 to 2024 less assumed " +
      "inflation of 1.0 %, falling within these years. All before 2013 and after 2024 is assumed.",
  },
  "fertility-census": {
    title: "Total fertility of China that agrees with the births given by the statistics bureau",
    year: 2020,
    note:
      "About 1.6 in 2000 and 2010 (the censuses counted 1.22 and 1.18, some births being missed), 17.9 million births in " +
      "2016, 15.2 in 2018, 12.0 in 2020: quoted from memory. 1.1 in 2024 and all later points are assumed.",
  },
} as const satisfies Readonly<Record<string, SourceInfo>>;

/** First year of national figures of people; before it each series stands as in its first year. */
export const FIRST_YEAR = 1990;

/** The drivers of a run that begins in `start`. */
export function nationalDrivers(start: number): Readonly<Record<DriverId, Driver>> {
  const of = (id: keyof typeof SERIES): Driver => ({ ...SERIES[id], after: "hold" });
  return {
    outsideWageGrowth: of("outsideWageGrowth"),
    productivityGrowth: of("productivityGrowth"),
    fertility: of("fertility"),
    mortality: of("mortality"),
    transferPerHead: of("transferPerHead"),
    farmPrice: {
      unit: "index",
      points: [
        [start, 1],
        [start + 30, 1.35],
      ],
      after: "hold",
      source: "assumed",
    },
  };
}

/** Wages outside in a year over those of 2020, by the growth of the driver. */
export function wageIndex(year: number): number {
  const growth = of2020();
  let index = 1;
  for (let y = year; y < 2020; y++) index /= 1 + driverAt(growth, y);
  for (let y = 2020; y < year; y++) index *= 1 + driverAt(growth, y);
  return index;
}

const of2020 = (): Driver => ({ ...SERIES.outsideWageGrowth, after: "hold" });
