import { describe, expect, it } from "vitest";
import { HEADER, refusals, ROWS, table, told, withColumn } from "./tables.ts";

const BANDS =
  "0,1_4,5_9,10_14,15_19,20_24,25_29,30_34,35_39,40_44,45_49,50_54,55_59,60_64,65_69,70_74,75_79,80_84,85plus"
    .split(",")
    .map((band) => `age_${band}`);
const AGES: readonly (string | number)[] = [
  4062, 23930, 26316, 23537, 27420, 27389, 31765, 38849, 39938, 38784, 46901, 48325, 42495, 31533, 28761,
  20635, 11188, 8949, 8070,
];
const aged = (ages: readonly (string | number)[]): string =>
  table([
    [...HEADER, ...BANDS],
    [...ROWS[0], ...ages],
  ]);

describe("a table is refused that", () => {
  it("has ages that do not sum, or only some of them", () => {
    expect(told(aged(AGES.with(5, 127389)))).toContain(
      "the first of 19 ages that sum to 628847; expected a sum of 528847",
    );
    expect(told(aged(AGES.with(5, "")))).toContain("without age_20_24");
    expect(refusals(aged(AGES.with(5, -1)))).toMatchObject([{ path: "ages" }, { path: "age_20_24" }]);
  });

  it("has more urban people than residents, or an urban share that contradicts them", () => {
    const urban = table([
      [...HEADER, "urban"],
      [...ROWS[0], 600000],
    ]);
    expect(refusals(urban)).toMatchObject([{ path: "urban_share" }, { path: "urban" }]);
    const unlike = table([
      [...HEADER, "urban"],
      [...ROWS[0], 300000],
    ]);
    expect(refusals(unlike)).toMatchObject([{ path: "urban_share" }]);
  });

  it("has registered people that are none of these residents", () => {
    expect(refusals(withColumn("registered", 44, 339800, 358500))).toMatchObject([
      { line: 2, path: "registered" },
    ]);
    expect(told(withColumn("registered", 442200, 339800, 35_850_000))).toContain("Is it in persons");
  });

  it("has more households than people", () => {
    expect(refusals(withColumn("households", 528848, 90_000, 90_000))).toMatchObject([
      { line: 2, path: "households", expected: "from 0 to 528847, beside the residents" },
    ]);
  });

  it("has more people of 65 than of 60, or more young and old than people", () => {
    const shares = (young: number, old60: number, old65: number): string =>
      table([
        [...HEADER, "age_0_14_share", "age_60plus_share", "age_65plus_share"],
        [...ROWS[0], young, old60, old65],
      ]);
    expect(refusals(shares(0.1, 0.2, 0.3))).toMatchObject([{ path: "age_65plus_share" }]);
    expect(refusals(shares(0.6, 0.5, 0.3))).toMatchObject([{ path: "age_0_14_share" }]);
  });

  it("has shares of employment or terrain that do not sum to 1", () => {
    const names = ["employment_primary_pct", "employment_secondary_pct", "employment_tertiary_pct"];
    const work = table([
      [...HEADER, ...names],
      [...ROWS[0], 25.2, 27.22, 37.58],
    ]);
    expect(told(work)).toContain("the first of three shares that sum to 0.9; expected shares that sum to 1");
    const land = table([
      [...HEADER, "plain", "hill", "mountain"],
      [...ROWS[0], "15%", "36%", "60%"],
    ]);
    expect(told(land)).toContain("shares that sum to 1.11");
  });

  it("has areas that are too small for the people, or arable land beyond the area", () => {
    expect(refusals(withColumn("area_km2", 5, 1099, 2224))).toMatchObject([
      { line: 2, column: 35, path: "area_km2", value: "5" },
    ]);
    const fields = table([
      [...HEADER, "area_km2", "arable_ha"],
      [...ROWS[0], 609, 70000],
    ]);
    expect(told(fields)).toContain("at most 60900 ha");
  });
});
