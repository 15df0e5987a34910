import { describe, expect, it } from "vitest";
import { PlatformState } from "../../../sim/world/platforms.ts";
import { OUTSIDE } from "../../../sim/world/tiers.ts";
import { policyOf } from "../../laws/scenarios.ts";
import { benchFor, rowsWhere, sum } from "../bench.ts";
import { DECEMBER, measure, salesOf, valley } from "./clusters.ts";

describe("brand equity after a year", () => {
  const measures = [measure("platformMembership", 1, "2020-01"), measure("platformSupport", 0.5, "2020-01")];
  const scenario = { ...valley, policies: [policyOf("cluster", measures)] };
  const { before, after, setting } = benchFor("coordination", scenario, 12 + DECEMBER, "equity");
  const { settlements: s, members: m, platforms: p, sizes } = before;
  const counties = [...Array(sizes.jurisdictions - 1).keys()];
  const { assumptions: a } = setting;

  it("has grown by what was paid and who was reached, and shrunk by what is forgotten and who rode free", () => {
    const world = after((w) => w.platforms.brand.fill(0.4));
    const sold = (j: number): number => salesOf(before, j);
    for (const c of counties) {
      const places = rowsWhere(sizes.settlements, (j) => s.jurisdiction[j] === c);
      const enrolled = places.filter((j) => m.platform[j] === c + 1);
      const free = enrolled.filter((j) => m.pays[j] === 0);
      // The twelfth month is paid for before the year is looked at.
      const due = sum(enrolled.map((j) => Math.floor(p.unitCost[c] * sold(j))));
      const given = sum(enrolled.map((j) => Math.floor(m.levy[j] * sold(j))));
      const half = sum(enrolled.map((j) => Math.floor(Math.floor(p.unitCost[c] * sold(j)) * 0.5)));
      const effort = Math.min(1, (p.raised[c] + given + half) / (p.due[c] + due));
      const coverage = sum(enrolled.map(sold)) / sum(places.map(sold));
      const riding = sum(free.map(sold)) / sum(enrolled.map(sold));
      expect(effort).toBeGreaterThan(0.5);
      expect(coverage).toBeGreaterThan(0.3);
      expect(world.platforms.effort[c]).toBeCloseTo(effort, 12);
      const grown = 0.4 + a.brandGain * effort * coverage - a.brandDecay * 0.4 - a.brandFreeRiding * riding;
      expect(world.platforms.brand[c]).toBeCloseTo(grown, 12);
      expect([world.platforms.raised[c], world.platforms.due[c]]).toEqual([0, 0]);
    }
  });

  it("is that of the region's produce where counties share the platform", () => {
    const shared = [measure("platformMembership", 2, "2020-01"), measure("platformSupport", 1, "2020-01")];
    const region = { ...valley, policies: [policyOf("region", shared)] };
    const joint = benchFor("coordination", region, 12 + DECEMBER, "equity");
    const { settlements: farms, members, sizes: size } = joint.before;
    const row = size.jurisdictions - 1;
    const world = joint.after((w) => w.platforms.brand.fill(0.4), {
      assumptions: { ...a, brandFreeRiding: 0, brandDecay: 0 },
    });
    const sold = (j: number): number => salesOf(joint.before, j);
    const everywhere = rowsWhere(size.settlements, (j) => farms.tier[j] < OUTSIDE);
    const enrolled = everywhere.filter((j) => members.platform[j] === row + 1);
    const coverage = sum(enrolled.map(sold)) / sum(everywhere.map(sold));
    expect(coverage).toBeLessThan(0.99);
    expect(world.platforms.brand[row]).toBeCloseTo(0.4 + a.brandGain * coverage, 12);
  });

  it("counts a year below the least funding, and ends a platform after so many in a row", () => {
    const short = { assumptions: { ...a, platformQuorum: 1 } };
    const once = after(undefined, short).platforms;
    const last = after((w) => w.platforms.short.fill(a.platformPatience - 1), short).platforms;
    const funded = after((w) => w.platforms.short.fill(a.platformPatience - 1)).platforms;
    for (const c of counties) {
      expect([once.state[c], once.short[c], once.ended[c]]).toEqual([PlatformState.running, 1, 0]);
      expect([last.state[c], last.short[c], last.ended[c]]).toEqual([PlatformState.dissolved, 0, 1]);
      expect([funded.state[c], funded.short[c], funded.ended[c]]).toEqual([PlatformState.running, 0, 0]);
    }
  });
});
