import { describe, expect, test } from "vitest";
import { calibrate } from "../../../sim/batch/calibrate/calibrate.ts";
import { parseCalibration, uncertaintyOf } from "../../../sim/batch/calibrate/file.ts";
import { recordOf } from "../../../sim/batch/calibrate/record.ts";
import { parameterIds, PARAMETERS } from "../../../sim/policy/parameters.ts";
import { PLAN, toy, unit, worldsOf } from "./toy.ts";

describe("the file of a calibration", () => {
  const about = {
    date: "2026-01-31",
    command: "urflow calibrate units.csv",
    scale: 200,
    set: [],
    given: {},
    version: "0.1.0",
  };
  const units = [unit("a", "P", 0.3), unit("b", "Q", 0.25)];
  const made = async (priors = PLAN.priors) => {
    const worlds = worldsOf(units);
    return recordOf(
      worlds,
      await calibrate(
        worlds,
        { ...PLAN, priors },
        toy(() => 1),
      ),
      about,
    );
  };
  const assumptions = parameterIds("assumption");

  test("reads back as it was written, and gives the sets with what they miss", async () => {
    const record = await made();
    const read = parseCalibration(JSON.stringify(record), "calibration.json", assumptions);
    expect(read).toEqual(record);
    const { sets, discrepancy, heldOut } = uncertaintyOf(read);
    expect(sets.length).toBe(12);
    expect(sets.reduce((sum, { weight }) => sum + weight, 0)).toBeCloseTo(1, 4);
    expect(Object.keys(sets[0].values)).toEqual(["considerRate"]);
    expect(discrepancy.population).toBeGreaterThan(0);
    expect([...heldOut.keys()]).toEqual(["P", "Q"]);
  });

  test("tells tuned parameters apart from all others", async () => {
    const { tuned, untuned } = await made();
    expect(tuned.map(({ id }) => id)).toEqual(["considerRate"]);
    expect(tuned[0]).toMatchObject({ prior: [0, 1], tableDefault: PARAMETERS.considerRate.default });
    expect(tuned[0].low).toBeLessThan(tuned[0].mean);
    expect(tuned[0].high).toBeGreaterThan(tuned[0].mean);
    expect(Object.keys(untuned).sort()).toEqual(assumptions.filter((id) => id !== "considerRate").sort());
  });

  test.each([
    ["no JSON", "{", /it isn't JSON/],
    [
      "another JSON",
      '{"kept": []}',
      /calibration\.json: urflow-calibration: .*expected what urflow calibrate writes/,
    ],
  ])("is refused where it is %s", (_, text, says) => {
    expect(() => parseCalibration(text, "calibration.json", assumptions)).toThrow(says);
  });

  test("is refused where it tunes what the table no longer has", async () => {
    const text = JSON.stringify(await made());
    expect(() => parseCalibration(text, "calibration.json", [])).toThrow(
      /it tunes considerRate; expected assumptions of docs\/parameters\.md\. Calibrate again\./,
    );
  });
});
