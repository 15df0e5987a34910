/** A hindcast: worlds that start in the earlier census, run to the later one, and are held against it. */
import type { RunOutcome } from "../runners/runner.ts";
import { benchmarksOf, type Benchmarks } from "./benchmarks.ts";
import { type PerTarget, perTarget, type Unit } from "./figures.ts";
import { type Uncertainty, wasAimedAt } from "./parameters.ts";
import { figuresOf, predict, type Prediction, scoredRow, together } from "./predict.ts";
import { score, type Score } from "./scores.ts";

/** What was run, as the manifest tells it. */
export interface HindcastPlan {
  readonly urflow: string;
  readonly command: string;
  /** Name of the table. */
  readonly table: string;
  readonly seeds: readonly string[];
  readonly scale: number;
  readonly set: readonly string[];
  readonly worlds: readonly {
    readonly scenario: string;
    readonly prefecture: string;
    /** Of the runs, in the order of the seeds. */
    readonly hashes: readonly string[];
  }[];
}

/** Units that share a world, and the world's runs. Unit k is county k of the runs. */
export interface Hindcasted {
  readonly prefecture: string;
  readonly units: readonly Unit[];
  readonly outcomes: readonly RunOutcome[];
}

export interface UnitPrediction {
  readonly unit: Unit;
  readonly predictions: PerTarget<Prediction>;
}

export interface Hindcast {
  readonly units: readonly UnitPrediction[];
  readonly scores: PerTarget<Score>;
  /** Scores of predictions from parameters that were tuned to the other prefectures alone, where there are such. */
  readonly heldOut: PerTarget<Score> | undefined;
  readonly benchmarks: Benchmarks;
  readonly prefectures: readonly PrefectureHindcast[];
}

export interface PrefectureHindcast {
  readonly prefecture: string;
  /** All its units as one. */
  readonly whole: UnitPrediction;
  /** Over its units. */
  readonly scores: PerTarget<Score>;
  readonly heldOut: PerTarget<Score> | undefined;
  readonly benchmarks: Benchmarks;
}

export function hindcast(worlds: readonly Hindcasted[], uncertainty: Uncertainty): Hindcast {
  const prefectures = worlds.map((world) => ofWorld(world, uncertainty));
  const units = prefectures.flatMap((one) => one.units);
  const fitted = units.filter(({ unit }) => wasAimedAt(uncertainty, [unit]));
  return {
    units,
    scores: scoresOf(units),
    // Of the very rows it was tuned to; with some of them alone, or with others besides, it would be of other rows.
    heldOut:
      fitted.length === units.length && units.length === uncertainty.aimedAt.size
        ? uncertainty.heldOutOfAll
        : undefined,
    benchmarks: benchmarksOf(units.map(({ unit }) => unit)),
    prefectures: prefectures.map(({ prefecture, whole, units: own }) => ({
      prefecture,
      whole,
      scores: scoresOf(own),
      heldOut: wasAimedAt(
        uncertainty,
        own.map(({ unit }) => unit),
      )
        ? uncertainty.heldOut.get(prefecture)
        : undefined,
      benchmarks: benchmarksOf(own.map(({ unit }) => unit)),
    })),
  };
}

function ofWorld({ prefecture, units, outcomes }: Hindcasted, { discrepancy }: Uncertainty) {
  const ends = units.map((_, county) =>
    outcomes.map((outcome) => figuresOf(outcome, county, outcome.years.length - 1)),
  );
  const whole: Unit = {
    code: "",
    name: prefecture,
    prefecture,
    start: together(units.map(({ start }) => start)),
    end: together(units.map(({ end }) => end)),
    accounted: units.reduce((sum, { accounted }) => sum + accounted, 0),
  };
  return {
    prefecture,
    units: units.map((unit, k): UnitPrediction => ({
      unit,
      predictions: predict(unit.start, ends[k], discrepancy),
    })),
    whole: {
      unit: whole,
      // What the model misses is taken to go together within a prefecture, so its sum is no surer than a unit.
      predictions: predict(
        whole.start,
        outcomes.map((_, run) => together(ends.map((byRun) => byRun[run]))),
        discrepancy,
      ),
    },
  };
}

const scoresOf = (rows: readonly UnitPrediction[]): PerTarget<Score> =>
  perTarget((target) =>
    score(rows.map(({ unit, predictions }) => scoredRow(unit, target, predictions[target]))),
  );
