import { describe, expect, it } from "vitest";
import { kilometres } from "../../../sim/numerics/plane.ts";
import { leverStates, leverValues } from "../../../sim/policy/levers.ts";
import { kilometresUp } from "../../../sim/processes/publicWorks/roads.ts";
import { CORE, SEAT } from "../../../sim/world/tiers.ts";
import { minutesBetween } from "../../../sim/world/travel.ts";
import type { World } from "../../../sim/world/world.ts";
import { openRun, runMonths } from "../../laws/run.ts";
import { fromFile } from "../../laws/scenarios.ts";
import { benchFor, rowsWhere } from "../bench.ts";

/** The first December: roads are built then. The delta has six core cities. */
const bench = benchFor("publicWorks", fromFile("yangtze-delta", "scale=10000", "years=1"), 11);
const { before, setting } = bench;
const { assumptions: a } = setting;
const s = before.settlements;
const outside = before.sizes.jurisdictions - 1;
const cores = rowsWhere(before.sizes.settlements, (j) => s.tier[j] === CORE);
const [here, there, third] = cores;

const builtAt = (...places: number[]): World =>
  bench.after((world) => {
    for (const j of places) {
      leverValues(world, "travelCut")[j] = 0.4;
      leverStates(world, "travelCut")[j] = 1;
    }
  });
const part = (world: World, from: number, to: number): number =>
  1 - minutesBetween(world, from, to) / minutesBetween(before, from, to);
const PART = 0.4 * a.roadBuilding;

describe("ways between core cities", () => {
  it("take the part less time that both ends build away, there and back", () => {
    const world = builtAt(here, there);
    expect(minutesBetween(before, here, there)).toBeGreaterThan(20);
    expect(part(world, here, there)).toBeCloseTo(PART, 9);
    expect(part(world, there, here)).toBeCloseTo(PART, 9);
  });

  it("take half as much less where one end builds, to all other cores, and none less elsewhere", () => {
    const world = builtAt(here);
    for (const other of cores.slice(1)) expect(part(world, here, other)).toBeCloseTo(PART / 2, 9);
    expect(part(world, there, third)).toBe(0);
    for (const seat of rowsWhere(before.sizes.settlements, (j) => s.tier[j] === SEAT)) {
      expect(part(world, here, seat)).toBe(0);
    }
  });

  it("cost each end its half of their length", () => {
    const lengths = cores.map(
      (core) =>
        kilometres(s.longitude[here], s.latitude[here], s.longitude[core], s.latitude[core]) * a.detour,
    );
    const half = lengths.reduce((sum, length) => sum + length, 0) / 2;
    expect(kilometresUp(before, here, a)).toBeCloseTo(half, 6);
    const cost = Math.floor(a.roadCost * half * PART);
    const world = builtAt(here);
    const county = s.jurisdiction[here];
    expect(world.jurisdictions.policyCost[county] - before.jurisdictions.policyCost[county]).toBe(cost);
    expect(world.jurisdictions.cash[outside] - before.jurisdictions.cash[outside]).toBe(
      -Math.floor(cost * a.localBuildingShare),
    );
  });

  it("are none in a region with a single core", () => {
    const valley = benchFor("publicWorks", fromFile("valley", "scale=80", "years=1"), 11);
    const { settlements } = valley.before;
    const core = rowsWhere(valley.before.sizes.settlements, (j) => settlements.tier[j] === CORE)[0];
    expect(kilometresUp(valley.before, core, a)).toBe(0);
    const world = valley.after((w) => {
      leverValues(w, "travelCut")[core] = 0.4;
    });
    expect(world.settlements.roadBuilt[core]).toBe(0);
    expect(world.jurisdictions.policyCost).toEqual(valley.before.jurisdictions.policyCost);
  });

  it("become faster under the policy of a city cluster", () => {
    const run = openRun(fromFile("delta-cluster", "scale=10000", "years=3"), "cluster");
    runMonths(run, 36);
    const world = run.built.world;
    for (const other of cores.slice(1)) expect(part(world, here, other)).toBeGreaterThan(0.1);
  });
});
