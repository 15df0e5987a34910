import { describe, expect, test } from "vitest";
import type { Figures, Unit } from "../../../sim/batch/hindcast/figures.ts";
import { perTarget } from "../../../sim/batch/hindcast/figures.ts";
import { hindcast, type Hindcasted } from "../../../sim/batch/hindcast/hindcast.ts";
import { NOTHING_KNOWN, unitKey, type Uncertainty } from "../../../sim/batch/hindcast/parameters.ts";
import type { RunOutcome } from "../../../sim/batch/runners/runner.ts";

const figures = (population: number, urbanShare = 0.5, share65 = 0.1): Figures => ({
  population,
  urbanShare,
  share65,
});

const unit = (name: string, prefecture: string, start: number, end: number): Unit => ({
  code: "",
  name,
  prefecture,
  start: figures(start),
  end: figures(end),
  accounted: start,
});

/** A run that ends with these residents, half of them urban and a tenth old. */
const run = (...residents: number[]): RunOutcome => {
  const column = (share: number): Int32Array =>
    Int32Array.from([...residents.map(() => 0), ...residents.map((count) => count * share)]);
  return {
    hash: "",
    agents: 1,
    startYear: 2010,
    years: [2010, 2020],
    indicators: {},
    counties: { residents: column(1), urban: column(0.5), old: column(0.1) },
  };
};

const WORLDS: readonly Hindcasted[] = [
  {
    prefecture: "P",
    units: [unit("a", "P", 1000, 1200), unit("b", "P", 2000, 2000)],
    outcomes: [run(1100, 1900), run(1300, 1700)],
  },
  { prefecture: "Q", units: [unit("c", "Q", 500, NaN)], outcomes: [run(600), run(400)] },
];

describe("a hindcast", () => {
  const result = hindcast(WORLDS, NOTHING_KNOWN);

  test("predicts units by the mean over the runs, and scores those with a later census", () => {
    expect(result.units.map(({ predictions }) => predictions.population.predicted)).toEqual([
      1200, 1800, 500,
    ]);
    expect(result.scores.population.rows).toBe(2);
    expect(result.scores.population.bias).toBeCloseTo(Math.log(1800 / 2000) / 2, 12);
    expect(result.benchmarks.noChange.population.rows).toBe(2);
    expect(result.prefectures.map(({ scores }) => scores.population.rows)).toEqual([2, 0]);
  });

  test("adds up the units of a prefecture run by run, so that what one loses to another is no spread", () => {
    const [{ whole }] = result.prefectures;
    expect(whole.unit.end.population).toBe(3200);
    expect(whole.predictions.population).toEqual({
      predicted: 3000,
      low: expect.closeTo(3000, 9),
      high: expect.closeTo(3000, 9),
    });
  });

  test("shows the score of a prefecture left out only for the very units that were aimed at", () => {
    const score = { rows: 2, rmse: 0.1, bias: 0, spearman: NaN, coverage: 1 };
    const known = (...names: readonly (readonly [string, string])[]): Uncertainty => ({
      ...NOTHING_KNOWN,
      aimedAt: new Set(names.map(([prefecture, name]) => unitKey(prefecture, name))),
      heldOut: new Map([["P", perTarget(() => score)]]),
      heldOutOfAll: perTarget(() => score),
    });
    const all = hindcast(WORLDS, known(["P", "a"], ["P", "b"], ["Q", "c"]));
    expect(all.heldOut?.population).toBe(score);
    expect(all.prefectures.map(({ heldOut }) => heldOut?.population)).toEqual([score, undefined]);
    const some = hindcast(WORLDS, known(["P", "a"], ["P", "b"]));
    expect(some.heldOut).toBeUndefined();
    expect(some.prefectures[0].heldOut?.population).toBe(score);
    const others = hindcast(WORLDS, known(["P", "a"], ["P", "other"], ["Q", "c"]));
    expect(others.prefectures[0].heldOut).toBeUndefined();
    expect(others.heldOut).toBeUndefined();
  });
});
