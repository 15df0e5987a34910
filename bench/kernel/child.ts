/** Measures one contender in a process of its own, and prints a KernelMeasurement. */
import { startMigration } from "../../sim/engine/parallel/migration/start.ts";
import { givenTask, printResult } from "../process.ts";
import { agentscript } from "./agentscript.ts";
import type { ContenderName, KernelMeasurement, KernelTask, Prepare } from "./contender.ts";
import { objects, objectsHypot } from "./objects.ts";
import { urflow } from "./urflow.ts";

/** Settlements of the published kernel. */
const PLACES = 500;

const prepare: Readonly<Record<ContenderName, Prepare>> = {
  urflow,
  objects,
  "objects-hypot": objectsHypot,
  agentscript,
};

async function measure(): Promise<KernelMeasurement> {
  const { contender: name, threads, agents, steps, runs, warmUp } = givenTask() as KernelTask;
  const start = startMigration({ agents, places: PLACES }, "bench");
  const contender = await prepare[name](start, threads);
  for (const began = performance.now(); performance.now() - began < warmUp;) {
    contender.reset();
    contender.run(steps);
  }
  const milliseconds: number[] = [];
  const moves: number[] = [];
  for (let k = 0; k < runs; k++) {
    contender.reset();
    globalThis.gc?.();
    const before = performance.now();
    moves.push(contender.run(steps));
    milliseconds.push(performance.now() - before);
  }
  await contender.close();
  return { milliseconds, moves, bytesPerAgent: contender.bytesPerAgent };
}

printResult(measure());
