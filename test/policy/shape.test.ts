import { setFlagsFromString } from "node:v8";
import { runInThisContext } from "node:vm";
import { describe, expect, it } from "vitest";
import { resolveAssumptions } from "../../sim/policy/parameters.ts";
import { driverSeries } from "../../sim/processes/process.ts";
import { buildWorld } from "../../sim/scenario/build/build.ts";
import { copyWorld, openWorld, TABLES, type TableName } from "../../sim/world/world.ts";
import { fromFile } from "../laws/scenarios.ts";

setFlagsFromString("--allow-natives-syntax");
/** Whether the engine keeps the properties of an object at fixed places, instead of looking them up by name. */
const hasFixedShape = runInThisContext("(object) => %HasFastProperties(object)") as (
  object: object,
) => boolean;

/** Whether the engine takes both for objects of one kind: code compiled for the one then serves the other too. */
const haveOneShape = runInThisContext("(one, other) => %HaveSameMap(one, other)") as (
  one: object,
  other: object,
) => boolean;

describe("objects that every loop reads", () => {
  it("can be told apart from dictionaries", () => {
    const dictionary: Record<string, number> = {};
    for (let k = 0; k < 2000; k++) dictionary[`key${k}`] = k;
    expect(hasFixedShape(dictionary)).toBe(false);
    expect(hasFixedShape({ a: 1 })).toBe(true);
  });

  it("are of fixed shape: the assumptions, whatever a scenario sets of them", () => {
    expect(hasFixedShape(resolveAssumptions({}))).toBe(true);
    expect(hasFixedShape(resolveAssumptions({ capitalShare: 0.5, discountRate: 0.1 }))).toBe(true);
  });

  it("are of fixed shape: the world, its sizes and its tables", () => {
    const { world } = buildWorld(fromFile("valley", "scale=200"));
    const tables = Object.keys(TABLES) as TableName[];
    expect(tables.filter((table) => !hasFixedShape(world[table]))).toEqual([]);
    expect(hasFixedShape(world) && hasFixedShape(world.sizes)).toBe(true);
  });

  it("are of one shape on all threads: the world, its sizes and its tables, however it was opened", () => {
    const { world } = buildWorld(fromFile("valley", "scale=200"));
    const tables = Object.keys(TABLES) as TableName[];
    for (const other of [copyWorld(world), copyWorld(world, true), openWorld(world.buffer)]) {
      expect(haveOneShape(world, other) && haveOneShape(world.sizes, other.sizes)).toBe(true);
      expect(tables.filter((table) => !haveOneShape(world[table], other[table]))).toEqual([]);
    }
  });

  it("are of one shape on all threads: what drives a run from outside, and the assumptions", () => {
    const { drivers } = buildWorld(fromFile("valley", "scale=200"));
    const sent = structuredClone(drivers);
    expect(haveOneShape(drivers, driverSeries(sent))).toBe(true);
    const assumptions = resolveAssumptions({});
    expect(haveOneShape(assumptions, structuredClone(assumptions))).toBe(true);
  });
});
