import { describe, expect, it } from "vitest";
import { createSimulation } from "../../sim/engine/simulation.ts";
import { MEASURES } from "../../sim/indicators/catalogue.ts";
import { observe } from "../../sim/indicators/observation.ts";
import { createRecorder } from "../../sim/indicators/recorder.ts";
import { differences } from "./bytes.ts";
import { openRun, runMonths } from "./run.ts";
import { valleyWithEveryLever } from "./scenarios.ts";
import { watchWorld } from "./watch.ts";

describe("observing changes nothing", () => {
  const scenario = valleyWithEveryLever(60, 2);

  it("a run is the same with and without records, progress, and a signal that is never given", () => {
    const silent = createSimulation(scenario, { seed: "observer", record: false });
    while (silent.month < silent.months) silent.step();
    const recorded = createSimulation(scenario, { seed: "observer" });
    const years: number[] = [];
    const result = recorded.run({ onYear: ({ done }) => years.push(done), signal: { aborted: false } });
    expect(years).toEqual([1, 2]);
    expect(differences(recorded.world, silent.world)).toEqual([]);
    expect(result.hash).toBe(silent.hash);
  });

  it("taking the result in mid-run changes nothing of it", () => {
    const looked = createSimulation(scenario, { seed: "observer" });
    for (let month = 0; month < 13; month++) {
      looked.step();
      looked.result();
    }
    const plain = createSimulation(scenario, { seed: "observer" });
    expect(looked.run()).toEqual(plain.run());
  });

  it("neither the recorder nor any indicator writes into the world", () => {
    const run = openRun(scenario, "observer");
    runMonths(run, 12);
    const { world, seen } = watchWorld(run.built.world);
    const { assumptions } = run.built;
    const levels = { outsideWage: 1, productivity: 1 };
    createRecorder(world, assumptions, 1).observe(0, levels)();
    const before = observe(world, assumptions, 12, levels);
    for (const { measure } of MEASURES) measure(observe(world, assumptions, 24, levels), before);
    expect(seen.reads.size).toBeGreaterThan(20);
    expect([...seen.writes]).toEqual([]);
  });
});
