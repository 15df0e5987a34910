import { expect, test } from "vitest";
import { parseCalibration, uncertaintyOf } from "../../../sim/batch/calibrate/file.ts";
import { TARGETS } from "../../../sim/batch/hindcast/figures.ts";
import { parameterIds, PARAMETERS } from "../../../sim/policy/parameters.ts";
import { textOf } from "../../architecture/sources.ts";
import { counties } from "../hindcast/counties.ts";

const NAME = "scenarios/calibration/china-2010-2020.json";
const file = parseCalibration(textOf(NAME), NAME, parameterIds("assumption"));

test("the calibration that comes with urflow aims at 34 counties of five prefectures", () => {
  expect(file.targets.map(({ code }) => code).sort()).toEqual(counties.map(({ code }) => code).sort());
  expect(file.groups.length).toBe(5);
  for (const { code, changes } of file.targets) {
    const unit = counties.find((one) => one.code === code);
    const growth = Math.log((unit?.end.population ?? NaN) / (unit?.start.population ?? NaN));
    expect(changes.population).toBeCloseTo(growth, 9);
  }
});

test("it keeps sets within the bounds of the table, and says what they miss", () => {
  const { sets, discrepancy } = uncertaintyOf(file);
  expect(sets.length).toBeGreaterThan(1);
  for (const { values } of sets) {
    for (const [id, value] of Object.entries(values)) {
      const parameter = Object.entries(PARAMETERS).find(([known]) => known === id)?.[1];
      expect(value).toBeGreaterThanOrEqual(parameter?.min ?? NaN);
      expect(value).toBeLessThanOrEqual(parameter?.max ?? NaN);
    }
  }
  for (const target of TARGETS) expect(discrepancy[target]).toBeGreaterThan(0);
});

test("its bands hold most of the units that were left out", () => {
  for (const target of TARGETS) expect(file.heldOut?.[target].coverage).toBeGreaterThan(0.75);
});
