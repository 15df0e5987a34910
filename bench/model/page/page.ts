/** The page of the benchmark: runs seeds as urflow's own page runs a first seed, one after the other. */
import { SEEDS } from "../../../viz/runs/plan.ts";
import { createPool, poolSize } from "../../../viz/runs/pool.ts";
import { yardstick } from "../../yardstick.ts";
import type { ModelMeasurement, ModelTask } from "../task.ts";

export interface PageTask extends ModelTask {
  readonly scenarioText: string;
  /** Whether all workers share each seed, as they do in urflow's page where it has memory to share. */
  readonly isShared: boolean;
}

export interface PageMeasurement extends ModelMeasurement {
  readonly workers: number;
}

declare global {
  interface Window {
    measure(task: PageTask): Promise<PageMeasurement>;
  }
}

const size = poolSize(navigator.hardwareConcurrency);
const pool = createPool(
  size,
  () => new Worker(new URL("../../../sim/worker.ts", import.meta.url), { type: "module" }),
);

window.measure = async ({ scenarioText, set, scale, years, seeds, warmUpYears, isShared }) => {
  let ticket = 0;
  const run = (seed: string, length: number, share = isShared) =>
    pool.run(
      { ticket: ticket++, scenarioText, files: {}, set: [...set], seed, scale, years: length },
      undefined,
      share,
    );
  // What urflow's page does before its reader moves a slider: all seeds of the baseline.
  for (let k = 0; k < SEEDS; k += size) {
    await Promise.all(
      Array.from({ length: Math.min(size, SEEDS - k) }, () => run("warm-up", warmUpYears, false)),
    );
  }
  const milliseconds: number[] = [];
  const sticks: number[] = [];
  const hashes: string[] = [];
  let agents = 0;
  let settlements = 0;
  for (const seed of seeds) {
    sticks.push(yardstick());
    const began = performance.now();
    const result = await run(seed, years);
    milliseconds.push(performance.now() - began);
    hashes.push(result.hash);
    agents = result.agents;
    settlements = result.settlements.length;
  }
  const workers = isShared && crossOriginIsolated ? size : 1;
  return { milliseconds, yardstick: sticks, hashes, agents, settlements, workers };
};
