import { describe, expect, test } from "vitest";
import { accountedResidents, benchmarksOf, NATIONAL_CHANGE } from "../../../sim/batch/hindcast/benchmarks.ts";
import { after, changeOf, TARGETS, type Unit } from "../../../sim/batch/hindcast/figures.ts";
import { score } from "../../../sim/batch/hindcast/scores.ts";
import { counties } from "./counties.ts";

const row = (predicted: number, observed: number, half = 0.05) => ({
  predicted,
  low: predicted - half,
  high: predicted + half,
  observed,
});

describe("a score", () => {
  test("of three rows is what one works out by hand", () => {
    const found = score([row(0.1, 0.2), row(0, -0.02), row(-0.1, -0.3)]);
    expect(found.rows).toBe(3);
    // Misses are -0.1, 0.02 and 0.2.
    expect(found.rmse).toBeCloseTo(Math.sqrt((0.01 + 0.0004 + 0.04) / 3), 12);
    expect(found.bias).toBeCloseTo(0.04, 12);
    expect(found.spearman).toBeCloseTo(1, 12);
    expect(found.coverage).toBeCloseTo(1 / 3, 12);
  });

  test("of ranks that are turned about is -1, and of one exchange among four 0.8", () => {
    expect(score([row(1, 3), row(2, 2), row(3, 1)]).spearman).toBeCloseTo(-1, 12);
    // Spearman 1904: 1 - 6 sum of squared rank differences / (n^3 - n) = 1 - 6 * 2 / 60.
    expect(score([row(1, 1), row(2, 3), row(3, 2), row(4, 4)]).spearman).toBeCloseTo(0.8, 12);
  });

  test("leaves out rows without a census, and says how many it has", () => {
    expect(score([row(0.1, 0.2), row(0.1, NaN)])).toMatchObject({ rows: 1, bias: expect.closeTo(-0.1, 12) });
    const none = score([row(0.1, NaN)]);
    expect(none.rows).toBe(0);
    expect([none.rmse, none.bias, none.spearman, none.coverage]).toEqual([NaN, NaN, NaN, NaN]);
  });

  test("counts a census figure on the end of the band as covered", () => {
    expect(score([{ predicted: 0, low: -1, high: 1, observed: 1 }]).coverage).toBe(1);
    expect(score([{ predicted: 0, low: -1, high: 1, observed: 1.0001 }]).coverage).toBe(0);
  });
});

test("a change and its return give the figure again, and a share stays one", () => {
  for (const target of TARGETS) expect(after(target, 0.4, changeOf(target, 0.4, 0.7))).toBeCloseTo(0.7, 12);
  expect(changeOf("population", 100, 110)).toBeCloseTo(Math.log(1.1), 12);
  expect(after("urbanShare", 0.9, 0.2)).toBe(1);
  expect(after("share65", 0.05, -0.1)).toBe(0);
});

/** Kaihua and Kecheng in the censuses of 2010 and 2020, as scenarios/quzhou.yaml has them. */
const KAIHUA: Unit = {
  code: "330824",
  name: "Kaihua",
  prefecture: "Quzhou",
  start: { population: 245_088, urbanShare: 93_045 / 245_088, share65: 31_554 / 245_088 },
  end: { population: 258_810, urbanShare: 131_023 / 258_810, share65: 52_406 / 258_810 },
  accounted: NaN,
};
const KECHENG: Unit = {
  code: "330802",
  name: "Kecheng",
  prefecture: "Quzhou",
  start: { population: 464_527, urbanShare: 322_046 / 464_527, share65: 47_971 / 464_527 },
  end: { population: 528_847, urbanShare: 405_758 / 528_847, share65: 77_603 / 528_847 },
  accounted: accountedResidents({
    residents: 464_527,
    registered: 408_937,
    inMigrants: 63_657 + 19_808,
    birthPermille: 6.82,
    deathPermille: 4.26,
  }),
};

describe("the benchmarks", () => {
  test("know the national change from 2010 to 2020: 5.38 %, 13.94 and 4.63 points", () => {
    expect(Math.exp(NATIONAL_CHANGE.population) - 1).toBeCloseTo(0.0538, 4);
    expect([NATIONAL_CHANGE.urbanShare, NATIONAL_CHANGE.share65]).toEqual([0.1394, 0.0463]);
  });

  test("count those away as registered people who do not live there", () => {
    // Kecheng: 408,937 registered, of 464,527 residents 83,465 in-migrants from elsewhere: 27,875 away.
    const expected = 464_527 + 464.527 * 10 * 2.56 + 0.9 * 83_465 - 0.05 * 27_875 - 0.12 * 464_527;
    expect(KECHENG.accounted).toBeCloseTo(expected, 6);
    expect(
      accountedResidents({
        residents: 100,
        registered: 80,
        inMigrants: 10,
        birthPermille: 10,
        deathPermille: 10,
      }),
    ).toBeCloseTo(100 + 9 - 12, 9);
  });

  test("are scored on the rows that they can speak of", () => {
    const { noChange, nationalTrend, accounting } = benchmarksOf([KAIHUA, KECHENG]);
    const growth = [Math.log(258_810 / 245_088), Math.log(528_847 / 464_527)];
    const rms = (misses: readonly number[]): number =>
      Math.sqrt(misses.reduce((sum, miss) => sum + miss * miss, 0) / misses.length);
    expect(noChange.population.rows).toBe(2);
    expect(noChange.population.rmse).toBeCloseTo(rms(growth), 10);
    expect(nationalTrend.population.rmse).toBeCloseTo(
      rms(growth.map((change) => change - Math.log(1_411_778_724 / 1_339_724_852))),
      10,
    );
    expect(nationalTrend.urbanShare.rmse).toBeCloseTo(rms([0.126_609 - 0.1394, 0.073_976 - 0.1394]), 5);
    expect(accounting.population.rows).toBe(1);
    expect(accounting.population.rmse).toBeCloseTo(Math.abs(Math.log(KECHENG.accounted / 528_847)), 10);
    expect(accounting.urbanShare.rows).toBe(0);
    expect(noChange.population).not.toHaveProperty("coverage");
  });

  test("miss 34 counties by what a computation apart from this code has found", () => {
    const { noChange, nationalTrend, accounting } = benchmarksOf(counties);
    expect(noChange.population.rows).toBe(34);
    expect(noChange.population.rmse).toBeCloseTo(0.211, 3);
    expect(nationalTrend.population.rmse).toBeCloseTo(0.195, 3);
    expect(accounting.population.rmse).toBeCloseTo(0.1655, 4);
    expect(accounting.population.spearman).toBeCloseTo(0.683, 3);
    expect(nationalTrend.urbanShare.rmse).toBeCloseTo(0.0706, 4);
    // A constant has no ranks.
    expect(noChange.population.spearman).toBeNaN();
  });
});
