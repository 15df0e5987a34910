import { describe, expect, test } from "vitest";
import { costsOf } from "../../../sim/batch/analysis/costs.ts";

type Run = Parameters<typeof costsOf>[0][number];

const run = (village: number, region: number, within: number, outlays: Run["outlays"] = []): Run => ({
  indicators: {
    "population.village": Float64Array.of(1, village),
    "population.region": Float64Array.of(1, region),
    "access.within20": Float64Array.of(0, within),
  },
  outlays,
});
const outlay = (policy: string, county: number[], state: number[]) => ({
  policy,
  county: Float64Array.from(county),
  state: Float64Array.from(state),
});

describe("what policies cost", () => {
  const base = [run(100, 200, 0.5), run(100, 200, 0.5)];
  const policies = [outlay("roads", [100, 200], [0, 0]), outlay("schools", [0, 0], [50, 50])];
  const other = [run(110, 220, 0.5, policies), run(130, 180, 0.75, policies)];

  test("is told by payer and policy, since the start, less what the base spends", () => {
    const { payers } = costsOf(base, other);
    const told = payers.map(({ policy, county, state }) => [policy, county.mean, state.mean]);
    expect(told).toEqual([
      [undefined, 300, 100],
      ["roads", 300, 0],
      ["schools", 0, 100],
    ]);
    const spending = base.map((one) => ({ ...one, outlays: [outlay("old", [40, 40], [0, 0])] }));
    expect(costsOf(spending, other).payers[0].county).toEqual({ mean: 220, low: 220, high: 220 });
  });

  test("for each person won is the mean cost over the mean gain, where there surely is one", () => {
    const { perPerson } = costsOf(base, other);
    const [village, region, within] = perPerson;
    expect([village.id, village.persons.mean, village.yuan]).toEqual(["village", 20, 20]);
    // One seed gained 20 and the other lost 20: nobody can be said to be retained.
    expect([region.id, region.persons.mean, region.yuan]).toEqual(["region", 0, null]);
    // 110 and 135 within reach, of 100 before.
    expect([within.id, within.persons.mean]).toEqual(["within20", 22.5]);
    expect(within.yuan).toBeCloseTo(400 / 22.5, 9);
  });

  test("has no figure without the indicator", () => {
    const bare = { indicators: {}, outlays: policies };
    expect(costsOf([bare], [bare]).perPerson).toEqual([]);
  });
});
