import { describe, expect, test } from "vitest";
import { addedUp } from "../../../sim/batch/analysis/interaction.ts";
import { pairedEffects, type Series } from "../../../sim/batch/analysis/paired.ts";
import { CATALOGUE } from "../fixture.ts";

const runs = (...values: number[]): Series[] =>
  values.map((value) => ({ years: [2020], indicators: { urbanShare: Float64Array.of(value) } }));
const figures = (series: readonly Series[]): number[] => series.map((run) => run.indicators.urbanShare[0]);

describe("the interaction of two changes", () => {
  test("is what they do together less what each does alone, seed by seed", () => {
    const [base, a, b, both] = [runs(10, 20), runs(11, 23), runs(14, 25), runs(18, 27)];
    // Seed 1: 8 - 1 - 4 = 3; seed 2: 7 - 3 - 5 = -1.
    const sum = addedUp(base, [a, b], both);
    expect(figures(sum)).toEqual([15, 28]);
    const [effect] = pairedEffects(sum, both, 0, CATALOGUE);
    expect(effect.mean).toBe(1);
    expect([effect.low, effect.high]).toEqual([-0.8, 2.8].map((end) => expect.closeTo(end, 12)));
    expect(effect.verdict).toBe("unclear");
  });

  test("is nothing where effects add up, whatever rounding leaves of them", () => {
    const both = runs(0.1 + 0.2);
    const [effect] = pairedEffects(addedUp(runs(0), [runs(0.1), runs(0.2)], both), both, 0, CATALOGUE);
    expect(effect.verdict).toBe("same");
    const almost = runs(0.1 + 0.7);
    const sum = addedUp(runs(0.3), [runs(0.4), runs(0.7)], almost);
    expect(pairedEffects(sum, almost, 0, CATALOGUE)[0].verdict).toBe("same");
  });

  test("of three changes is all that isn't the sum of the single ones", () => {
    const sum = addedUp(runs(1), [runs(2), runs(4), runs(8)], runs(20));
    expect(figures(sum)).toEqual([12]);
  });

  test("has no figure where a run has none", () => {
    const sum = addedUp(runs(1), [runs(NaN), runs(4)], runs(20));
    expect(pairedEffects(sum, runs(20), 0, CATALOGUE)).toEqual([]);
  });
});
