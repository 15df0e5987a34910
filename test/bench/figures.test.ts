import { describe, expect, test } from "vitest";
import { countsAgree, exponentOfNLogN, fittedExponent, median } from "../../bench/figures.ts";
import { formatModel, type ModelRow } from "../../bench/model/model.ts";
import { report, type ScalingRow } from "../../bench/scaling/scaling.ts";
import { formatNumber, formatTable } from "../../bench/table.ts";
import { formatTargets, target } from "../../bench/target.ts";

describe("figures", () => {
  test("the median is the middle value, or the mean of the two in the middle", () => {
    expect(median([9, 1, 5])).toBe(5);
    expect(median([9, 1, 5, 7])).toBe(6);
    expect(() => median([])).toThrow(RangeError);
  });

  test.each([0.5, 1, 2])("a cost that grows with the power %s of the size has that exponent", (power) => {
    const points = [10, 30, 1000].map((size) => ({ size, cost: 7 * size ** power }));
    expect(fittedExponent(points)).toBeCloseTo(power, 12);
  });

  test("n log n grows a little faster than n", () => {
    const exponent = exponentOfNLogN([1000, 2000, 4000]);
    expect(exponent).toBeGreaterThan(1.1);
    expect(exponent).toBeLessThan(1.2);
  });

  test("counts agree within five standard errors", () => {
    expect(countsAgree(10_000, 10_000)).toBe(true);
    expect(countsAgree(10_000, 10_700)).toBe(true);
    expect(countsAgree(10_000, 10_800)).toBe(false);
    expect(countsAgree(10_800, 10_000)).toBe(false);
  });
});

describe("the model", () => {
  const row = (where: string, yardstick: number, bestYardstick: number): ModelRow => ({
    scenario: "valley",
    where,
    workers: 1,
    agents: 1000,
    settlements: 10,
    seeds: 2,
    milliseconds: 10,
    best: 9,
    yardstick,
    bestYardstick,
    buildMilliseconds: null,
    agentMonths: 100,
    hashes: [],
    aim: null,
  });

  test("a row tells how much slower the processor was beside it than the same engine at its fastest", () => {
    const rows = [row("Node", 9, 7.5), row("Chromium", 40, 20), row("Node", 6, 5)];
    const text = formatModel({ years: 30, rows, memory: [], sameHashes: null, targets: [] });
    expect(text.match(/x \d\.\d+/g)).toEqual(["x 1.80", "x 2.00", "x 1.20"]);
  });
});

describe("scaling", () => {
  const row = (size: "agents" | "settlements", value: number, milliseconds: number): ScalingRow => ({
    grows: size,
    agents: 1000,
    settlements: 1000,
    years: 1,
    buildMilliseconds: milliseconds,
    runMilliseconds: milliseconds,
    milliseconds,
    [size]: value,
  });
  const linear = [1000, 2000, 4000].map((agents) => row("agents", agents, agents / 10));
  const squared = [1000, 2000, 4000].map((agents) => row("agents", agents, agents ** 2));
  const nLogN = [1000, 2000, 4000].map((places) => row("settlements", places, places * Math.log(places)));

  test("reaches its aims where cost is linear in agents and n log n in settlements", () => {
    expect(report(linear, nLogN).targets.map(({ reached }) => reached)).toEqual([true, true, true]);
  });

  test("misses its aims where cost grows with the square of the settlements", () => {
    const worse = squared.map((one) => ({ ...one, agents: 1000, settlements: one.agents }));
    expect(report(linear, worse).targets.map(({ reached }) => reached)).toEqual([true, false, false]);
  });

  test("misses its aim where cost grows with the square of the agents", () => {
    expect(report(squared, nLogN).targets.map(({ reached }) => reached)).toEqual([false, true, true]);
  });
});

describe("tables", () => {
  test("stand in columns, the first set left and the others right", () => {
    expect(formatTable(["a", "bb"], [["long", "1"]])).toBe("a     bb\n----  --\nlong   1");
  });

  test.each([
    [1234567.8, "1,234,568"],
    [12.34, "12.3"],
    [0.456, "0.46"],
  ])("write %s as %s", (value, text) => {
    expect(formatNumber(value)).toBe(text);
  });

  test("say of each target whether it was reached, at its bound too", () => {
    const lines = formatTargets([
      target("speed", "M/s", 80, "min", 80),
      target("time", "ms", 301, "max", 300),
    ]).split("\n");
    expect(lines[2]).toMatch(/at least 80\.0 M\/s +reached$/);
    expect(lines[3]).toMatch(/at most 300 ms +not reached$/);
  });
});
