/** A hindcast: worlds that start in the earlier census, run to the later one, and are held against it. */
import type { RunOutcome } from "../runners/runner.ts";
import { benchmarksOf, type Benchmarks } from "./benchmarks.ts";
import { type PerTarget, perTarget, type Unit } from "./figures.ts";
import { type Discrepancy, figuresOf, predict, type Prediction, scoredRow, together } from "./predict.ts";
import { score, type Score } from "./scores.ts";

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
  readonly benchmarks: Benchmarks;
  readonly prefectures: readonly PrefectureHindcast[];
}

export interface PrefectureHindcast {
  readonly prefecture: string;
  /** All its units as one. */
  readonly whole: UnitPrediction;
  /** Over its units. */
  readonly scores: PerTarget<Score>;
  readonly benchmarks: Benchmarks;
}

export function hindcast(worlds: readonly Hindcasted[], discrepancy: Discrepancy): Hindcast {
  const prefectures = worlds.map((world) => ofWorld(world, discrepancy));
  const units = prefectures.flatMap((one) => one.units);
  return {
    units,
    scores: scoresOf(units),
    benchmarks: benchmarksOf(units.map(({ unit }) => unit)),
    prefectures: prefectures.map(({ prefecture, whole, units: own }) => ({
      prefecture,
      whole,
      scores: scoresOf(own),
      benchmarks: benchmarksOf(own.map(({ unit }) => unit)),
    })),
  };
}

function ofWorld({ prefecture, units, outcomes }: Hindcasted, discrepancy: Discrepancy) {
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
