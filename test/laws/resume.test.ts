import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { createSimulation, resumeSimulation, type Simulation } from "../../sim/engine/simulation.ts";
import type { Scenario } from "../../sim/scenario/scenario.ts";
import { copyWorld } from "../../sim/world/world.ts";
import { differences } from "./bytes.ts";
import { fromFile, someGovernedWorld, valleyWithEveryLever } from "./scenarios.ts";

const untilEnd = (simulation: Simulation): Simulation => {
  while (simulation.month < simulation.months) simulation.step();
  return simulation;
};

/** Runs through, resumes at each of the months, and compares the last state and hash. */
function resumesAt(scenario: Scenario, months: readonly number[], seed = "resume"): void {
  const through = createSimulation(scenario, { seed });
  const snapshots = new Map<number, ArrayBuffer>();
  while (through.month < through.months) {
    if (months.includes(through.month)) snapshots.set(through.month, through.snapshot());
    through.step();
  }
  if (months.includes(through.month)) snapshots.set(through.month, through.snapshot());
  expect([...snapshots.keys()]).toEqual(months);
  for (const [month, snapshot] of snapshots) {
    const resumed = resumeSimulation(snapshot);
    expect(resumed.month).toBe(month);
    untilEnd(resumed);
    expect(differences(resumed.world, through.world)).toEqual([]);
    expect(resumed.hash).toBe(through.hash);
  }
}

describe("resuming at any month gives the hash of running through", () => {
  const YEARS = 11;
  const MONTHS = [0, 1, 11, 12, 13, 60, 120, YEARS * 12 - 1, YEARS * 12];

  it("in the valley", () => {
    resumesAt(fromFile("valley", "scale=100", `years=${YEARS}`), MONTHS);
  });

  it("under every lever", () => {
    resumesAt(valleyWithEveryLever(100, YEARS), MONTHS);
  });

  it("where the towns that a policy designates have changed ranks since", () => {
    const even = fromFile("valley-small-towns", "scale=50", "years=3", "parameters.villageSpread=0.02");
    resumesAt(even, [6, 12, 20, 24]);
  });

  it("in small worlds made at random, at a random month", () => {
    fc.assert(
      fc.property(someGovernedWorld(2), fc.nat(24), (scenario, month) => {
        resumesAt(scenario, [month]);
      }),
      { seed: 44, numRuns: 15 },
    );
  });

  it("also from a snapshot of a run that was itself resumed", () => {
    const scenario = valleyWithEveryLever(100, 2);
    const through = untilEnd(createSimulation(scenario, { seed: "twice" }));
    let simulation = createSimulation(scenario, { seed: "twice" });
    while (simulation.month < simulation.months) {
      simulation.step();
      simulation = resumeSimulation(simulation.snapshot());
    }
    expect(simulation.hash).toBe(through.hash);
  });
});

describe("a snapshot is only a look", () => {
  const scenario = valleyWithEveryLever(100, 2);

  it("leaves the world as it was, and the run on its way", () => {
    const plain = untilEnd(createSimulation(scenario, { seed: "look" }));
    const looked = createSimulation(scenario, { seed: "look" });
    while (looked.month < looked.months) {
      const before = copyWorld(looked.world);
      const snapshot = looked.snapshot();
      new Uint8Array(snapshot).fill(255);
      expect(differences(looked.world, before)).toEqual([]);
      looked.step();
    }
    expect(looked.hash).toBe(plain.hash);
  });

  it("is the same bytes each time, and resuming doesn't use it up", () => {
    const simulation = createSimulation(scenario, { seed: "look" });
    for (let month = 0; month < 5; month++) simulation.step();
    const snapshot = simulation.snapshot();
    const bytes = Buffer.from(snapshot.slice(0));
    expect(Buffer.compare(bytes, Buffer.from(simulation.snapshot()))).toBe(0);
    const first = untilEnd(resumeSimulation(snapshot));
    expect(Buffer.compare(bytes, Buffer.from(snapshot))).toBe(0);
    expect(untilEnd(resumeSimulation(snapshot)).hash).toBe(first.hash);
  });
});
