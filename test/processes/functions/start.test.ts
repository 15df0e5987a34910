/** Functions of cities in the first month. */
import { describe, expect, it } from "vitest";
import { BRANCH_NAMES, type BranchName, BRANCHES } from "../../../sim/world/functions.ts";
import { openRun } from "../../laws/run.ts";
import { fromFile } from "../../laws/scenarios.ts";
import { rowsWhere, sum } from "../bench.ts";
import { shares, towns, valley } from "./cities.ts";

describe("the start", () => {
  const { world } = openRun(valley, "start", []).built;

  it("gives every town, seat and core a profile, and no one else", () => {
    for (const j of towns(world)) {
      expect(sum(shares(world, j))).toBeCloseTo(1, 12);
      expect(Math.min(...shares(world, j))).toBeGreaterThan(0);
    }
    const others = rowsWhere(world.sizes.settlements, (j) => !towns(world).includes(j));
    for (const j of others) expect(sum(shares(world, j))).toBe(0);
  });

  it("has no glut, and productivity as the start year shows it", () => {
    expect(world.functions.factor.every((factor) => factor === 1)).toBe(true);
    world.markets.price.forEach((price) => expect(price).toBeCloseTo(1, 12));
    for (const j of towns(world)) expect(world.functions.start[j]).toBeGreaterThan(1);
  });

  it("depends on the region's own seed, not on that of the run", () => {
    const other = openRun(valley, "another", []).built.world;
    expect([...other.branches.share]).toEqual([...world.branches.share]);
    const elsewhere = { ...valley, world: { ...valley.world, synthesisSeed: "elsewhere" } };
    expect([...openRun(elsewhere, "start", []).built.world.branches.share]).not.toEqual([
      ...world.branches.share,
    ]);
  });

  it("is even where functions don't differ", () => {
    const alike = fromFile("valley", "scale=40", "parameters.functionSpread=0");
    const even = openRun(alike, "start", []).built.world;
    for (const j of towns(even)) {
      for (const share of shares(even, j)) expect(share).toBeCloseTo(1 / BRANCHES, 12);
      expect(even.functions.complement[j]).toBeCloseTo(0, 12);
    }
  });

  it("takes a county's own figures for all its places", () => {
    const given = Object.fromEntries(BRANCH_NAMES.map((name, b) => [name, (b + 1) / 36])) as Record<
      BranchName,
      number
    >;
    const counties = valley.world.counties.map((county, k) =>
      k === 1 ? { ...county, functions: given } : county,
    );
    const told = openRun({ ...valley, world: { ...valley.world, counties } }, "start", []).built.world;
    for (const j of towns(told)) {
      if (told.settlements.jurisdiction[j] !== 1) {
        expect([...shares(told, j)]).toEqual([...shares(world, j)]);
        continue;
      }
      shares(told, j).forEach((share, b) => expect(share).toBeCloseTo((b + 1) / 36, 12));
    }
  });
});
