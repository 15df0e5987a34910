import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { createSimulation, prepareScenario, simulate } from "../../sim/engine/simulation.ts";
import { rootKey } from "../../sim/numerics/keyed.ts";
import { PROCESSES } from "../../sim/processes/order.ts";
import { copyWorld } from "../../sim/world/world.ts";
import { differences, sameBytes } from "./bytes.ts";
import { openRun } from "./run.ts";
import { fromFile, someGovernedWorld, valleyWithEveryLever } from "./scenarios.ts";

/** Processes in which chance plays a part; the others follow from the world alone. */
const CHANCY = new Set([
  "employment",
  "landUse",
  "migration",
  "arrivals",
  "demography",
  "coordination",
  "enterprises",
]);
/** Looks in after a year and two months, when nothing is new any more, and each January process has run. */
const MONTHS = 14;

describe.each(PROCESSES)("$name", ({ name, prepare }) => {
  const scenario = valleyWithEveryLever(60, 2);

  it("changes equal worlds equally, whether it was prepared at the start or just now", () => {
    const { built, setting, steps } = openRun(scenario, "determinism");
    for (let month = 0; month < MONTHS; month++) {
      for (const process of steps) {
        if (process.name !== name) {
          process.step(month);
          continue;
        }
        const world = copyWorld(built.world);
        prepare({ ...setting, world })(month);
        process.step(month);
        expect(differences(built.world, world)).toEqual([]);
      }
      built.world.clock.month[0] = month + 1;
    }
  });

  it(`${CHANCY.has(name) ? "has other luck under another" : "is the same under any"} seed`, () => {
    const { built, setting, steps } = openRun(scenario, "determinism");
    let differed = false;
    for (let month = 0; month < MONTHS; month++) {
      for (const process of steps) {
        if (process.name === name) {
          const world = copyWorld(built.world);
          prepare({ ...setting, world, root: rootKey("another") })(month);
          process.step(month);
          differed ||= !sameBytes(built.world, world);
        } else process.step(month);
      }
      built.world.clock.month[0] = month + 1;
    }
    expect(differed).toBe(CHANCY.has(name));
  });
});

describe("a whole run", () => {
  const valley = fromFile("valley", "scale=50", "years=2");
  const governed = fromFile("valley-small-towns", "scale=50", "years=2");

  it("gives the same hash for the same seed, and another for another", () => {
    for (const scenario of [valley, governed]) {
      const first = simulate(scenario, { seed: "1" }).hash;
      expect(first).toMatch(/^[0-9a-f]{16}$/);
      expect(simulate(scenario, { seed: "1" }).hash).toBe(first);
      expect(simulate(scenario, { seed: "2" }).hash).not.toBe(first);
    }
    expect(simulate(valley, { seed: "1" }).hash).not.toBe(simulate(governed, { seed: "1" }).hash);
  });

  it("takes the scenario's own seed when none is given, and any string as a seed", () => {
    expect(simulate(valley).hash).toBe(simulate(valley, { seed: valley.seed }).hash);
    const hashes = ["", " ", "0", "衢州", "seed with a very long name ".repeat(40)].map(
      (seed) => simulate(valley, { seed, years: 1 }).hash,
    );
    expect(new Set(hashes).size).toBe(hashes.length);
  });

  it("starts every seed from one first month, and no run disturbs another", () => {
    const prepared = prepareScenario(valley);
    const [one, two] = [prepared.start("1"), prepared.start("2")];
    for (let month = 0; month < one.months; month++) {
      one.step();
      two.step();
    }
    expect(one.hash).toBe(simulate(valley, { seed: "1" }).hash);
    expect(two.hash).toBe(simulate(valley, { seed: "2" }).hash);
    expect(prepared.start("1").run().hash).toBe(one.hash);
    const starts = ["1", "2"].map((seed) => prepared.start(seed).world);
    expect(differences(starts[0], starts[1]).map((path) => path.split("[")[0])).toEqual([
      "clock.key0",
      "clock.key1",
    ]);
  });

  it("has a new hash every month", () => {
    const simulation = createSimulation(valley, { seed: "1" });
    const hashes = new Set([simulation.hash]);
    for (let month = 0; month < simulation.months; month++) {
      simulation.step();
      hashes.add(simulation.hash);
    }
    expect(hashes.size).toBe(simulation.months + 1);
  });

  it("repeats itself in small worlds made at random", () => {
    fc.assert(
      fc.property(someGovernedWorld(1), fc.string(), (scenario, seed) => {
        const { hash } = simulate(scenario, { seed });
        expect(simulate(scenario, { seed }).hash).toBe(hash);
        expect(simulate(scenario, { seed: `${seed}.` }).hash).not.toBe(hash);
      }),
      { seed: 43, numRuns: 20 },
    );
  });
});
