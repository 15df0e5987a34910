/**
 * What a hindcast has to beat: predictions that need no model, made for the same rows.
 *
 * - No change: every unit stays as it was.
 * - National trend: every unit changes as the country did. Residents of mainland China 1,339,724,852 in the census of
 *   2010 and 1,411,778,724 in that of 2020 (+5.38 %); urban share 49.95 % as then published and 63.89 % (+13.94
 *   points); 65 and more 8.87 % and 13.50 % (+4.63 points). National Bureau of Statistics of China, communiqués of the
 *   sixth and the seventh census. It knows the outcome of the country, which a forecast would not.
 * - Accounting rule: residents, ten years of natural increase at the start year's rates, 0.9 newcomers for each
 *   in-migrant who already came from another county, 0.05 lost of each registered person away and 0.12 of each
 *   resident. The three weights were fitted to Chinese counties over the same decade, so this rule too has seen the
 *   outcome. It speaks of population alone.
 */
import { ln } from "../../numerics/elementary.ts";
import { changeOf, observedChange, perTarget, type PerTarget, type Target, type Unit } from "./figures.ts";
import { score, type Score } from "./scores.ts";

export const NATIONAL_CHANGE: PerTarget<number> = {
  population: ln(1_411_778_724 / 1_339_724_852),
  urbanShare: 0.1394,
  share65: 0.0463,
};

const NEWCOMERS_PER_IN_MIGRANT = 0.9;
const LOST_OF_THOSE_AWAY = 0.05;
const LOST_OF_RESIDENTS = 0.12;

export interface AccountingRow {
  readonly residents: number;
  readonly registered: number;
  /** Residents registered in other counties. */
  readonly inMigrants: number;
  readonly birthPermille: number;
  readonly deathPermille: number;
}

/** Residents that the accounting rule expects after ten years. NaN where a figure is missing. */
export function accountedResidents(row: AccountingRow): number {
  const { residents, registered, inMigrants, birthPermille, deathPermille } = row;
  const increase = (10 * residents * (birthPermille - deathPermille)) / 1000;
  // Residents are the registered people, less those who are away, and the in-migrants.
  const away = Math.max(0, registered - residents + inMigrants);
  return (
    residents +
    increase +
    NEWCOMERS_PER_IN_MIGRANT * inMigrants -
    LOST_OF_THOSE_AWAY * away -
    LOST_OF_RESIDENTS * residents
  );
}

export type BenchmarkId = "noChange" | "nationalTrend" | "accounting";

/** A benchmark has no band, so nothing is covered. */
export type BenchmarkScore = Omit<Score, "coverage">;

export type Benchmarks = Readonly<Record<BenchmarkId, PerTarget<BenchmarkScore>>>;

const changes: Readonly<Record<BenchmarkId, (unit: Unit, target: Target) => number>> = {
  noChange: () => 0,
  nationalTrend: (_, target) => NATIONAL_CHANGE[target],
  accounting: ({ start, accounted }, target) =>
    target === "population" ? changeOf(target, start.population, accounted) : NaN,
};

/** The benchmarks on the rows of these units that have a later census. */
export function benchmarksOf(units: readonly Unit[]): Benchmarks {
  const scored = (id: BenchmarkId): PerTarget<BenchmarkScore> =>
    perTarget((target) => {
      const { coverage: _, ...rest } = score(
        units.map((unit) => ({
          predicted: changes[id](unit, target),
          low: NaN,
          high: NaN,
          observed: observedChange(unit, target),
        })),
      );
      return rest;
    });
  return {
    noChange: scored("noChange"),
    nationalTrend: scored("nationalTrend"),
    accounting: scored("accounting"),
  };
}
