/** Runs the full model in a process of its own, and prints a NodeMeasurement. */
import { createSimulation } from "../../sim/index.ts";
import { tableBytes } from "../../sim/world/table.ts";
import { TABLES, type World } from "../../sim/world/world.ts";
import { yardstick } from "../yardstick.ts";
import { givenTask, printResult } from "../process.ts";
import { loadScenario } from "./scenarios.ts";
import type { ModelTask, NodeMeasurement } from "./task.ts";

function measure(): NodeMeasurement {
  const { scenario: id, set, scale, years, seeds, warmUpYears } = givenTask() as ModelTask;
  const scenario = loadScenario(id, set);
  if (warmUpYears > 0) createSimulation(scenario, { scale, years: warmUpYears, seed: "warm-up" }).run();
  const runs = seeds.map((seed) => {
    const stick = yardstick();
    const began = performance.now();
    const simulation = createSimulation(scenario, { scale, years, seed });
    const built = performance.now();
    const { hash, agents } = simulation.run();
    const total = performance.now() - began;
    return { stick, total, build: built - began, hash, agents, world: simulation.world };
  });
  const { agents, world } = runs[runs.length - 1];
  return {
    milliseconds: runs.map(({ total }) => total),
    yardstick: runs.map(({ stick }) => stick),
    buildMilliseconds: runs.map(({ build }) => build),
    hashes: runs.map(({ hash }) => hash),
    agents,
    settlements: world.sizes.settlements,
    worldBytes: world.buffer.byteLength,
    peopleBytes: peopleBytes(world),
  };
}

function peopleBytes({ sizes }: World): number {
  return tableBytes(TABLES.persons, sizes.persons) + tableBytes(TABLES.households, sizes.households);
}

printResult(Promise.resolve().then(measure));
