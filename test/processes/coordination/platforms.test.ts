import { describe, expect, it } from "vitest";
import { PlatformState } from "../../../sim/world/platforms.ts";
import { openRun, runMonths } from "../../laws/run.ts";
import { fromFile } from "../../laws/scenarios.ts";
import { measure, runWith } from "./clusters.ts";

describe("a platform has two fates", () => {
  const member = measure("platformMembership", 1, "2021-01");
  const counties = 4;

  it("lives on without support once its brand is known", () => {
    const run = runWith([member, measure("platformSupport", 0.8, "2021-01", "2030-01")], 20);
    const { platforms } = run.built.world;
    expect([...platforms.state.slice(0, counties)]).toEqual(Array(counties).fill(PlatformState.running));
    for (let c = 0; c < counties; c++) expect(platforms.brand[c]).toBeGreaterThan(0.8);
    expect([...platforms.founded.slice(0, counties)]).toEqual(Array(counties).fill(1));
  });

  it("dissolves for want of money where its brand never gets known, and stays dissolved", () => {
    const run = runWith([member], 20);
    const { platforms, settlements } = run.built.world;
    expect([...platforms.state.slice(0, counties)]).toEqual(Array(counties).fill(PlatformState.dissolved));
    expect([...platforms.ended.slice(0, counties)]).toEqual(Array(counties).fill(1));
    expect([...platforms.founded.slice(0, counties)]).toEqual(Array(counties).fill(1));
    expect(settlements.brandPremium.every((factor) => factor === 1)).toBe(true);
  });

  it("is founded anew where its members are named anew, and remembers its brand", () => {
    const again = [
      measure("platformMembership", 1, "2020-01", "2026-01"),
      measure("platformSupport", 1, "2020-01", "2026-01"),
      measure("platformMembership", 1, "2027-01"),
    ];
    const run = runWith(again, 7);
    const { platforms } = run.built.world;
    expect([...platforms.state]).toEqual([0, 0, 0, 0, 0]);
    const brand = platforms.brand[1];
    expect(brand).toBeGreaterThan(0.3);
    runMonths(run, 12);
    expect(platforms.state[1]).toBe(PlatformState.running);
    expect(platforms.founded[1]).toBe(2);
    expect(platforms.brand[1]).toBeCloseTo(brand * (1 - run.setting.assumptions.brandDecay), 12);
  });
});

describe("the policies that are written down", () => {
  it("found a platform in every county, or let all counties deal", () => {
    const cluster = openRun(fromFile("valley", "scale=40", "policies=[rural-cluster-platform]"), "written");
    runMonths(cluster, 24);
    expect([...cluster.built.world.platforms.state]).toEqual([1, 1, 1, 1, 0]);
    const together = openRun(fromFile("valley", "scale=40", "policies=[neighbour-coordination]"), "written");
    runMonths(together, 24);
    expect([...together.built.world.neighbours.mode]).toEqual([1, 1, 1, 1]);
  });
});
