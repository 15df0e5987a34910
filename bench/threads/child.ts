/** Runs a scenario once, shared among threads, in a process of its own, and prints a ThreadsMeasurement. */
import { existsSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { collectGarbage } from "../../sim/batch/runners/collect.ts";
import { openThreads } from "../../sim/batch/runners/threads.ts";
import { createSimulation } from "../../sim/engine/simulation.ts";
import { loadScenario } from "../model/scenarios.ts";
import { givenTask, printResult } from "../process.ts";
import type { ThreadsMeasurement, ThreadsTask } from "./task.ts";

const THREAD = fileURLToPath(new URL("./threads-thread.js", import.meta.url));

async function measure(): Promise<ThreadsMeasurement> {
  const { scenario: id, scale, years, threads: workers } = givenTask() as ThreadsTask;
  const scenario = loadScenario(id);
  const threads = workers > 1 ? openThreads(THREAD, workers) : undefined;
  try {
    const began = performance.now();
    const simulation = createSimulation(scenario, { scale, years, threads });
    collectGarbage();
    const built = performance.now();
    const { hash, agents } = simulation.run();
    const ended = performance.now();
    return {
      milliseconds: ended - began,
      buildMilliseconds: built - began,
      peakMegabytes: peakBytes() / 1e6,
      agents,
      hash,
    };
  } finally {
    await threads?.close();
  }
}

/** What the system counts as resident. Linux lets `maxRSS` begin at the size of the parent process. */
function peakBytes(): number {
  const status = existsSync("/proc/self/status") ? readFileSync("/proc/self/status", "utf8") : "";
  const kilobytes = /^VmHWM:\s+(\d+) kB$/m.exec(status)?.[1] ?? process.resourceUsage().maxRSS;
  return Number(kilobytes) * 1024;
}

printResult(measure());
