import { describe, expect, test } from "vitest";
import { distanceOf, groupMiss, missOf, scalesOf } from "../../../sim/batch/calibrate/distance.ts";
import { NATIONAL_CHANGE } from "../../../sim/batch/hindcast/benchmarks.ts";
import { after } from "../../../sim/batch/hindcast/figures.ts";
import { START, unit } from "./toy.ts";

describe("a distance", () => {
  test("is 1 for the national trend, and 0 for a hit", () => {
    const units = [unit("a", "P", 0.3), unit("b", "P", -0.1)];
    const scales = scalesOf(units);
    const trend = units.map((one) =>
      missOf(one, {
        population: after("population", START.population, NATIONAL_CHANGE.population),
        urbanShare: START.urbanShare + NATIONAL_CHANGE.urbanShare,
        share65: START.share65 + NATIONAL_CHANGE.share65,
      }),
    );
    expect(distanceOf([groupMiss(trend, scales)])).toBeCloseTo(1, 9);
    expect(
      distanceOf([
        groupMiss(
          units.map((one) => missOf(one, one.end)),
          scales,
        ),
      ]),
    ).toBe(0);
  });

  test("leaves out what has no later census, and any one group", () => {
    const scales = { population: 1, urbanShare: 1, share65: 1 };
    const near = groupMiss([{ population: 1, urbanShare: NaN, share65: NaN }], scales);
    const far = groupMiss([{ population: 3, urbanShare: 3, share65: 3 }], scales);
    expect(near).toEqual({ squares: 1, terms: 1 });
    expect(distanceOf([near, far])).toBeCloseTo(Math.sqrt((1 + 27) / 4), 12);
    expect(distanceOf([near, far], 0)).toBe(3);
    expect(distanceOf([near, far], 1)).toBe(1);
  });
});
