/** The platform of the Meetjesland: it is there from 1995 by policy alone, and stays or goes by its members. */
import { beforeAll, describe, expect, it } from "vitest";
import { PlatformState } from "../../sim/world/platforms.ts";
import { VILLAGE } from "../../sim/world/tiers.ts";
import type { World } from "../../sim/world/world.ts";
import { openRun, runMonths, type OpenRun } from "../laws/run.ts";
import { fromFile } from "../laws/scenarios.ts";

const SETTINGS = ["scale=100", "years=12"];
const scenario = fromFile("meetjesland-platform", ...SETTINGS);
const { counties } = scenario.world;

/** Row of the platform that counties share: that of the outside, the last one. */
const shared = ({ sizes }: World): number => sizes.jurisdictions - 1;
const runOf = (months: number, ...set: string[]): OpenRun => {
  const run = openRun(fromFile("meetjesland-platform", ...SETTINGS, ...set), "platform");
  runMonths(run, months);
  return run;
};

describe("the policy", () => {
  const [policy] = scenario.policies;

  it("names the villages of the fourteen municipalities, and neither those of Ghent nor of Bruges", () => {
    const between = counties.filter(({ kind }) => kind === "county").map(({ id }) => id);
    for (const { where } of policy.measures) expect(where).toEqual({ tiers: ["village"], counties: between });
  });

  it("bears what public hands bore of the branding project, from 1995 without an end", () => {
    const support = policy.measures.find(({ lever }) => lever === "platformSupport");
    const publicHands = 318_560 + 140_000 + 179_000;
    expect(support?.value).toBeCloseTo(publicHands / (publicHands + 158_650), 2);
    for (const { from, until } of policy.measures) expect([from, until]).toEqual(["1995-01", undefined]);
  });
});

describe("the platform", () => {
  let year: OpenRun;
  beforeAll(() => (year = runOf(12)));

  it("is founded in 1995 with the villages of all fourteen municipalities as members", () => {
    const { world } = year.built;
    const { platforms: f, members: m, settlements: s } = world;
    const row = shared(world);
    expect(
      [...f.state].map((state, k) => (state === PlatformState.running ? k : -1)).filter((k) => k >= 0),
    ).toEqual([row]);
    for (let j = 0; j < world.sizes.settlements; j++) {
      const belongs = s.tier[j] === VILLAGE && counties[s.jurisdiction[j]].kind === "county";
      expect(m.platform[j]).toBe(belongs ? row + 1 : 0);
    }
    expect(f.founded[row]).toBe(1);
  });

  it("is paid for to the part that is supported, at least, and never beyond what it costs", () => {
    const run = openRun(scenario, "platform");
    const { world } = run.built;
    runMonths(run, 13);
    const row = shared(world);
    const due = world.platforms.due[row];
    expect(due).toBeGreaterThan(0);
    expect(world.platforms.raised[row]).toBeGreaterThanOrEqual(0.79 * due);
    expect(world.platforms.raised[row]).toBeLessThanOrEqual(due);
  });

  it("isn't there without the policy", () => {
    const run = openRun(fromFile("meetjesland", ...SETTINGS), "platform");
    runMonths(run, 24);
    const { platforms, members, settlements, sizes } = run.built.world;
    expect(platforms.state.every((state) => state === PlatformState.none)).toBe(true);
    expect(members.platform.every((platform) => platform === 0)).toBe(true);
    expect(settlements.brandPremium.subarray(0, sizes.settlements).every((factor) => factor === 1)).toBe(
      true,
    );
  });

  it("can dissolve: it does where nobody supports it and members have nothing that others haven't", () => {
    const set = [
      "policies.meetjesland-platform.measures.support.value=0",
      "parameters.brandExclusion=0",
      "parameters.platformServices=0",
      "parameters.platformCostShare=0.05",
    ];
    const { world } = runOf(72, ...set).built;
    expect(world.platforms.state[shared(world)]).toBe(PlatformState.dissolved);
    expect(world.platforms.ended[shared(world)]).toBe(1);
  });

  it("lasts ten years where it is supported", () => {
    const { world } = runOf(120).built;
    expect(world.platforms.state[shared(world)]).toBe(PlatformState.running);
    expect(world.platforms.brand[shared(world)]).toBeGreaterThan(0.3);
  });
});
