/** What policies cost, who pays, and what a person won by them costs: OTHER against BASE, with the same seeds. */
import { bands, mean } from "../../numerics/statistics.ts";
import type { RunOutcome } from "../runners/runner.ts";

/** Yuan or persons over the seeds: the mean, and the 5th and 95th percentile. */
export interface Spread {
  readonly mean: number;
  readonly low: number;
  readonly high: number;
}

export interface Payer {
  /** Absent: all policies together, OTHER less BASE. */
  readonly policy?: string | undefined;
  readonly county: Spread;
  readonly state: Spread;
}

/** Persons that OTHER has more at the end, and public yuan since the start for each of them. */
export interface PerPerson {
  readonly id: "village" | "region" | "within20";
  readonly persons: Spread;
  /** Mean cost over mean persons; null where the band of persons isn't above 0: then nobody can be said to be won. */
  readonly yuan: number | null;
}

export interface Costs {
  /** All policies first, then each policy of OTHER. */
  readonly payers: readonly Payer[];
  readonly perPerson: readonly PerPerson[];
}

type Run = Pick<RunOutcome, "indicators" | "outlays">;

const spread = (values: readonly number[]): Spread => {
  const { low, high } = bands(values);
  return { mean: mean(values), low, high };
};

const sum = (values: ArrayLike<number>): number => Array.from(values).reduce((all, value) => all + value, 0);

/** Yuan since the start that a payer bore, of one policy or of all. */
function paid({ outlays = [] }: Run, payer: "county" | "state", policy?: string): number {
  return sum(
    outlays.filter((one) => policy === undefined || one.policy === policy).map((one) => sum(one[payer])),
  );
}

const last = ({ indicators }: Run, id: string): number => indicators[id]?.at(-1) ?? NaN;

const PERSONS: Readonly<Record<PerPerson["id"], (run: Run) => number>> = {
  village: (run) => last(run, "population.village"),
  region: (run) => last(run, "population.region"),
  within20: (run) => last(run, "access.within20") * last(run, "population.region"),
};

/**
 * Costs in constant yuan, not discounted, from the start to the end.
 *
 * @param base runs by seed
 * @param other the same seeds in the same order
 */
export function costsOf(base: readonly Run[], other: readonly Run[]): Costs {
  const difference = (figure: (run: Run) => number): number[] =>
    other.map((run, seed) => figure(run) - figure(base[seed]));
  const all: Payer = {
    county: spread(difference((run) => paid(run, "county"))),
    state: spread(difference((run) => paid(run, "state"))),
  };
  const each = (other[0].outlays ?? []).map(({ policy }): Payer => ({
    policy,
    county: spread(other.map((run) => paid(run, "county", policy))),
    state: spread(other.map((run) => paid(run, "state", policy))),
  }));
  const cost = all.county.mean + all.state.mean;
  const perPerson = (["village", "region", "within20"] as const).flatMap((id): PerPerson[] => {
    const persons = spread(difference(PERSONS[id]));
    if (Number.isNaN(persons.mean)) return [];
    return [{ id, persons, yuan: persons.low > 0 && cost > 0 ? cost / persons.mean : null }];
  });
  return { payers: [all, ...each], perPerson };
}
