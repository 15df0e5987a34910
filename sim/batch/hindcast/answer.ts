/** A hindcast as plain data, as `--json` prints it and hindcast.json holds it. Shares are from 0 to 1. */
import type { BenchmarkId } from "./benchmarks.ts";
import { type PerTarget, perTarget } from "./figures.ts";
import type { Hindcast, UnitPrediction } from "./hindcast.ts";
import type { Score } from "./scores.ts";

export interface PredictedFigure {
  readonly predicted: number;
  readonly low: number;
  readonly high: number;
  /** Null where the table has no later census. */
  readonly census: number | null;
}

export interface HindcastJson {
  readonly units: readonly ({
    readonly code: string | null;
    readonly unit: string;
    readonly prefecture: string | null;
  } & PerTarget<PredictedFigure>)[];
  readonly scores: PerTarget<NullableScore> & {
    /** Where parameters were tuned: predicted from what was tuned to the other prefectures alone. */
    readonly heldOut: PerTarget<NullableScore> | null;
    readonly prefectures: readonly ({
      readonly prefecture: string | null;
      readonly heldOut: PerTarget<NullableScore> | null;
    } & PerTarget<NullableScore>)[];
  };
  readonly benchmarks: Readonly<Record<BenchmarkId, PerTarget<Omit<NullableScore, "coverage">>>>;
}

/** Null where nothing can be said. */
type NullableScore = { readonly [key in keyof Score]: Score[key] | null };

export function hindcastJson({ units, scores, heldOut, benchmarks, prefectures }: Hindcast): HindcastJson {
  const plain = <T extends object>(score: T): { [key in keyof T]: T[key] | null } =>
    // The keys stay as they are; a number that is none becomes null.
    Object.fromEntries(Object.entries(score).map(([key, value]) => [key, known(value as number)])) as {
      [key in keyof T]: T[key] | null;
    };
  const ofTargets = <T extends object>(of: PerTarget<T>) => perTarget((target) => plain(of[target]));
  return {
    units: units.map(unitJson),
    scores: {
      ...ofTargets(scores),
      heldOut: heldOut === undefined ? null : ofTargets(heldOut),
      prefectures: prefectures.map((one) => ({
        prefecture: one.prefecture || null,
        ...ofTargets(one.scores),
        heldOut: one.heldOut === undefined ? null : ofTargets(one.heldOut),
      })),
    },
    benchmarks: {
      noChange: ofTargets(benchmarks.noChange),
      nationalTrend: ofTargets(benchmarks.nationalTrend),
      accounting: ofTargets(benchmarks.accounting),
    },
  };
}

const unitJson = ({ unit, predictions }: UnitPrediction): HindcastJson["units"][number] => ({
  code: unit.code || null,
  unit: unit.name,
  prefecture: unit.prefecture || null,
  ...perTarget((target) => {
    const { predicted, low, high } = predictions[target];
    const whole = target === "population" ? Math.round : (share: number): number => share;
    return {
      predicted: whole(predicted),
      low: whole(low),
      high: whole(high),
      census: known(unit.end[target]),
    };
  }),
});

const known = (value: number): number | null => (Number.isFinite(value) ? value : null);
