/** The page of the benchmark: runs seeds in the worker that urflow's own page uses, one after the other. */
import { wrap } from "comlink";
import type { WorkerApi } from "../../../sim/worker.ts";
import type { ModelMeasurement, ModelTask } from "../task.ts";

export interface PageTask extends ModelTask {
  readonly scenarioText: string;
}

declare global {
  interface Window {
    measure(task: PageTask): Promise<ModelMeasurement>;
  }
}

const api = wrap<WorkerApi>(
  new Worker(new URL("../../../sim/worker.ts", import.meta.url), { type: "module" }),
);

window.measure = async ({ scenarioText, set, scale, years, seeds, warmUpYears }) => {
  let ticket = 0;
  const run = (seed: string, length: number) =>
    api.run({ ticket: ticket++, scenarioText, files: {}, set: [...set], seed, scale, years: length });
  if (warmUpYears > 0) await run("warm-up", warmUpYears);
  const milliseconds: number[] = [];
  const hashes: string[] = [];
  let agents = 0;
  let settlements = 0;
  for (const seed of seeds) {
    const began = performance.now();
    const result = await run(seed, years);
    milliseconds.push(performance.now() - began);
    hashes.push(result.hash);
    agents = result.agents;
    settlements = result.settlements.length;
  }
  return { milliseconds, hashes, agents, settlements };
};
