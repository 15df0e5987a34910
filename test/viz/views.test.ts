import { describe, expect, test } from "vitest";
import { fanOf } from "../../viz/charts/fan.ts";
import { tick } from "../../viz/charts/tick.ts";
import { trackOf } from "../../viz/controls/sliders.ts";
import { balances, byTier, flowUnit, flowsUntil, meanPopulation } from "../../viz/flows.ts";
import { arrowPath } from "../../viz/map/arrow.ts";
import { arrowsOf, largestFlow } from "../../viz/map/arrows.ts";
import { placeLabels } from "../../viz/map/labels.ts";
import type { Point } from "../../viz/map/layout.ts";
import { layoutMap } from "../../viz/map/layout.ts";
import { changeClass, directionOf, radiusScale } from "../../viz/map/scales.ts";
import { fixtureRun } from "./fixture.ts";

const run = fixtureRun();
const runs = ["1", "2", "3", "4", "5"].map((seed) => fixtureRun({ seed }));

describe("a fan", () => {
  const withValues = (...values: number[]) => ({
    ...run,
    years: values.map((_, year) => 2020 + year),
    indicators: { x: Float64Array.from(values) },
  });

  test("has the mean and the 5-95 % quantiles of type 7 per year", () => {
    const fan = fanOf([withValues(1, 10), withValues(2, 20), withValues(3, 60)], "x");
    expect(fan).toMatchObject({ mean: [2, 30], seeds: 3 });
    expect(fan?.low[1]).toBeCloseTo(11, 12);
    expect(fan?.high[1]).toBeCloseTo(56, 12);
  });

  test("holds its mean within the band of every indicator", () => {
    for (const id of Object.keys(run.indicators)) {
      const fan = fanOf(runs, id);
      fan?.mean.forEach((value, year) => {
        if (Number.isNaN(value)) return;
        expect(value).toBeGreaterThanOrEqual(fan.low[year] - 1e-9);
        expect(value).toBeLessThanOrEqual(fan.high[year] + 1e-9);
      });
    }
  });

  test("skips the seeds that have no figure in a year, and is NaN where none has", () => {
    const fan = fanOf([withValues(Number.NaN, 4), withValues(Number.NaN, Number.NaN)], "x");
    expect(fan?.mean).toEqual([Number.NaN, 4]);
  });

  test("of an unknown figure, or of no run, is nothing", () => {
    expect(fanOf(runs, "no.such")).toBeNull();
    expect(fanOf([], "urbanShare")).toBeNull();
  });
});

describe("flows", () => {
  test("until a year are the sum of the years, and of the last year alone otherwise", () => {
    const years = [1, 2, 3].map((year) => flowsUntil([run], "people", year, "year").total);
    expect(flowsUntil([run], "people", 3, "since").total).toBeCloseTo(years[0] + years[1] + years[2], 6);
    expect(flowsUntil([run], "people", 0, "year").total).toBe(0);
  });

  test("between kinds of places and within zones add up to all of them", () => {
    const matrix = flowsUntil(runs, "capital", 7, "year");
    const { flows, within } = byTier(matrix);
    const between = flows.reduce((sum, { value }) => sum + value, 0);
    expect(between + within).toBeCloseTo(matrix.total, 3);
    expect(flows.map(({ value }) => value)).toEqual(
      flows.map(({ value }) => value).toSorted((a, b) => b - a),
    );
  });

  test("of people and money add up over the years; commuters, counted at the end of each, make person-years", () => {
    expect(flowUnit("people", "year")).toBe("persons/year");
    expect(flowUnit("people", "since")).toBe("persons");
    expect(flowUnit("capital", "since")).toBe("yuan");
    expect(flowUnit("commuting", "year")).toBe("persons");
    expect(flowUnit("commuting", "since")).toBe("personYears");
  });

  test("leave one zone and reach another: in- and outflows balance over the region", () => {
    const sums = balances(flowsUntil([run], "people", 5, "year"));
    const net = sums.reduce((sum, { inflow, outflow }) => sum + inflow - outflow, 0);
    expect(net).toBeCloseTo(0, 6);
  });

  test("become arrows widest first, none within a zone, none wider than the scale", () => {
    const { drawn, all } = arrowsOf(flowsUntil([run], "people", 5, "year"), 10);
    expect(drawn).toHaveLength(10);
    // Two of the zones are gateways: what goes from one to the other passes the region by.
    expect(all).toBe(run.zones.length * (run.zones.length - 1) - 2);
    expect(drawn.every(({ from, to }) => from !== to)).toBe(true);
    expect(drawn[0].value).toBeLessThanOrEqual(largestFlow([run], "people", "year"));
  });

  test("of people are averaged over the seeds, place by place", () => {
    const mean = meanPopulation(runs);
    const by = runs.map(({ population }) => population[100]);
    expect(mean[100]).toBeCloseTo(by.reduce((sum, value) => sum + value, 0) / runs.length, 6);
  });
});

describe("the map", () => {
  const sizes = [
    { width: 900, height: 560 },
    { width: 328, height: 344 },
  ];
  const apart = (a: Point, b: Point): number => Math.hypot(a.x - b.x, a.y - b.y);

  test.each(sizes)("keeps every place and every end of an arrow inside $width x $height", (size) => {
    const { places, zones } = layoutMap(run.settlements, run.zones, size);
    for (const { x, y } of [...places, ...zones]) {
      expect(x).toBeGreaterThanOrEqual(0);
      expect(x).toBeLessThanOrEqual(size.width);
      expect(y).toBeGreaterThanOrEqual(0);
      expect(y).toBeLessThanOrEqual(size.height);
    }
  });

  test("has north above, east to the right", () => {
    const { places } = layoutMap(run.settlements, run.zones, sizes[0]);
    const by = (key: "longitude" | "latitude"): number[] =>
      run.settlements.map((_, k) => k).toSorted((a, b) => run.settlements[a][key] - run.settlements[b][key]);
    const [west, east] = [by("longitude")[0], by("longitude").at(-1) ?? 0];
    const [south, north] = [by("latitude")[0], by("latitude").at(-1) ?? 0];
    expect(places[west].x).toBeLessThan(places[east].x);
    expect(places[north].y).toBeLessThan(places[south].y);
  });

  test("puts gateways at the rim, in their direction and apart from each other", () => {
    const outside = [0, 10, 20, 170, 185, 350].map((degrees, k) => ({
      ...run.zones[0],
      id: `g${k}`,
      tier: "outside" as const,
      jurisdiction: -1,
      longitude: 117.25 + 8 * Math.cos((degrees * Math.PI) / 180),
      latitude: 27.7 + 8 * Math.sin((degrees * Math.PI) / 180),
    }));
    const size = sizes[0];
    const { zones } = layoutMap(run.settlements, [...run.zones, ...outside], size);
    const gates = zones.slice(-6);
    for (const { x, y } of gates) {
      const rim = Math.min(x, size.width - x, y, size.height - y);
      expect(rim).toBeLessThan(60);
    }
    gates.forEach((a, k) => gates.slice(k + 1).forEach((b) => expect(apart(a, b)).toBeGreaterThan(40)));
    expect(gates[0].x).toBeGreaterThan(size.width / 2);
    expect(gates[3].x).toBeLessThan(size.width / 2);
  });

  test("keeps gateways apart on a phone too, however many lie in one direction", () => {
    const crowd = Array.from({ length: 7 }, (_, k) => ({
      ...run.zones[0],
      id: `g${k}`,
      tier: "outside" as const,
      jurisdiction: -1,
      longitude: 116 + 0.2 * k,
      latitude: 15,
    }));
    const { zones } = layoutMap(run.settlements, [...run.zones, ...crowd], { width: 360, height: 367 });
    const gates = zones.slice(-7);
    gates.forEach((a, k) => gates.slice(k + 1).forEach((b) => expect(apart(a, b)).toBeGreaterThan(40)));
  });

  test("parts the ends of arrows that would lie on each other", () => {
    const { zones } = layoutMap(run.settlements, run.zones, sizes[0]);
    zones.forEach((a, k) => zones.slice(k + 1).forEach((b) => expect(apart(a, b)).toBeGreaterThan(12)));
  });

  test("draws a region of one place, and of none, without a NaN", () => {
    for (const places of [run.settlements.slice(0, 1), []]) {
      const layout = layoutMap(places, run.zones, sizes[0]);
      for (const { x, y } of [...layout.places, ...layout.zones]) expect(Number.isFinite(x + y)).toBe(true);
    }
  });

  test("bends the two directions of a pair to different sides", () => {
    const [a, b] = [
      { x: 0, y: 0 },
      { x: 100, y: 0 },
    ];
    const heights = (path: string): number[] => [...path.matchAll(/ (-?[\d.]+)/g)].map(([, y]) => Number(y));
    const mean = (list: number[]): number => list.reduce((sum, y) => sum + y, 0) / list.length;
    expect(mean(heights(arrowPath(a, b, 4))) * mean(heights(arrowPath(b, a, 4)))).toBeLessThan(0);
    expect(arrowPath(a, { x: 3, y: 0 }, 4)).toBe("");
  });
});

describe("names on the map", () => {
  const size = { width: 400, height: 300 };
  const named = (id: string, x: number, y: number, always = false) => ({
    id,
    text: "Kecheng 柯城",
    at: { x, y },
    radius: 8,
    letters: 12,
    always,
  });

  test("move aside for those before them", () => {
    const [first, second] = placeLabels([named("a", 200, 150), named("b", 215, 152)], size);
    expect(first).toMatchObject({ id: "a", anchor: "middle" });
    expect(second).toMatchObject({ id: "b" });
    expect(second.y).toBeGreaterThan(first.y + 12);
  });

  test("are left out where there is no room, unless they must be shown", () => {
    const crowd = Array.from({ length: 9 }, (_, k) => named(String(k), 200, 150));
    expect(placeLabels(crowd, size).length).toBeLessThan(5);
    expect(placeLabels([...crowd, named("core", 200, 150, true)], size).at(-1)?.id).toBe("core");
  });

  test("cover no mark", () => {
    const plain = placeLabels([named("a", 200, 150)], size)[0];
    const [aside] = placeLabels([named("a", 200, 150)], size, [{ at: { x: 220, y: plain.y - 3 }, half: 5 }]);
    expect(aside.y).toBeGreaterThan(plain.y);
  });

  test("stay on the map", () => {
    const [label] = placeLabels([named("corner", 390, 20)], size);
    expect(label).toMatchObject({ anchor: "end" });
  });
});

test("neighbours on an axis never read the same", () => {
  const axis = (from: number, step: number, unit: string): string[] =>
    Array.from({ length: 5 }, (_, k) => tick(from + k * step, step, unit, "zh"));
  for (const [from, step, unit] of [
    [0.83, 0.005, "share"],
    [0.2, 0.1, "share"],
    [0.004, 0.001, "share"],
    [1, 0.1, "ratio"],
    [1, 0.25, "ratio"],
    [1_002_000, 500, "persons"],
    [-2e9, 5e8, "yuan/year"],
  ] as const) {
    expect(new Set(axis(from, step, unit)).size).toBe(5);
  }
  expect(axis(0.2, 0.1, "share")).toEqual(["20%", "30%", "40%", "50%", "60%"]);
  expect(axis(0.83, 0.005, "share").slice(0, 2)).toEqual(["83%", "83.5%"]);
});

test("a dot's area goes with its people", () => {
  const radius = radiusScale([100, 400, 10_000], 20);
  expect(radius(10_000)).toBe(20);
  expect(radius(2500)).toBe(10);
  expect(radius(0)).toBeGreaterThan(0);
});

test("a place's colour tells its change in seven steps, with a middle for what hardly moved", () => {
  const classes = [30, 60, 80, 97, 110, 130, 200].map((now) => changeClass(100, now));
  expect(classes).toEqual([-3, -2, -1, 0, 1, 2, 3]);
  expect(changeClass(0, 0)).toBe(0);
  expect(changeClass(0, 5)).toBe(3);
});

test("up is towards larger places, down towards the villages", () => {
  expect([
    directionOf("village", "town"),
    directionOf("outside", "seat"),
    directionOf("town", "town"),
  ]).toEqual(["up", "down", "level"]);
});

test("a slider reaches about three times the published value, and farther where the address does", () => {
  const measure = {
    id: "land",
    lever: "townLandQuota",
    from: "2021-01",
    value: 33,
    payer: "county",
    source: "assumed",
  } as const;
  expect(trackOf(measure, 0)).toEqual({ max: 100, step: 1 });
  expect(trackOf(measure, 150)).toEqual({ max: 200, step: 2 });
  expect(trackOf({ ...measure, lever: "registrationEase", value: 1 }, 0)).toEqual({ max: 1, step: 0.01 });
});
