import { rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import process from "node:process";
import { build } from "vite";
import { afterAll, beforeAll, describe, expect, onTestFinished, test, vi } from "vitest";
import { runInSlices } from "../../sim/batch/runners/perform.ts";
import { Interrupted } from "../../sim/batch/runners/runner.ts";
import { model } from "../../sim/batch/library.ts";
import { type NodeThreads, openThreads } from "../../sim/batch/runners/threads.ts";
import { createSimulation, prepareScenario } from "../../sim/engine/simulation.ts";
import type { RunResult } from "../../sim/engine/result.ts";
import { root } from "../architecture/sources.ts";
import { fromFile } from "../laws/scenarios.ts";
import { temporaryFolder } from "./disk.ts";

/** The thread of the sources at hand: Node can't start one from TypeScript. */
const FOLDER = join(root, "out", "threads-test");
const BUILT = join(FOLDER, "run-thread.js");

beforeAll(() =>
  build({
    configFile: false,
    logLevel: "warn",
    root,
    ssr: { noExternal: true },
    build: {
      outDir: FOLDER,
      target: "node20",
      ssr: join(root, "sim", "batch", "run-thread.ts"),
      rolldownOptions: { external: [/^node:/], output: { topLevelVar: false } },
    },
  }),
);
afterAll(() => rmSync(FOLDER, { recursive: true, force: true }));

const never = new AbortController().signal;
const scenario = fromFile("valley-small-towns", "scale=20", "years=3");

function threads(workers: number, file = BUILT): NodeThreads {
  const opened = openThreads(file, workers);
  onTestFinished(() => opened.close());
  return opened;
}

/** Threads of this process, as Node counts them. */
const running = (): number => (process.report.getReport() as { workers: unknown[] }).workers.length;

describe("a run shared among threads", () => {
  test.each([
    ["valley-small-towns", "20", "3"],
    ["quzhou-small-towns", "60", "2"],
  ])("comes to the same with any number of them: %s at scale %s over %s years", async (id, scale, years) => {
    const region = fromFile(id, `scale=${scale}`, `years=${years}`);
    const alone = createSimulation(region).run();
    for (const workers of [1, 2, 4, 7]) {
      const crew = openThreads(BUILT, workers);
      const { hash, indicators } = createSimulation(region, { threads: crew }).run();
      await crew.close();
      expect(`${workers} threads: ${hash}`).toBe(`${workers} threads: ${alone.hash}`);
      expect(indicators).toEqual(alone.indicators);
    }
  });

  test("may be one of several that start from the same first month", () => {
    const prepared = prepareScenario(scenario);
    const alone = prepared.start("x").run();
    expect(prepared.start("x", { threads: threads(3) }).run().hash).toBe(alone.hash);
    expect(prepared.start("y", { threads: threads(3) }).run().hash).not.toBe(alone.hash);
  });

  test("leaves none of them behind", async () => {
    const before = running();
    const crew = threads(3);
    const simulation = createSimulation(scenario, { threads: crew });
    simulation.step();
    await vi.waitFor(() => expect(running()).toBe(before + 2));
    simulation.step();
    await crew.close();
    expect(running()).toBe(before);
  });

  test("ends when it is stopped", async () => {
    const stop = new AbortController();
    let years = 0;
    const run = (): Promise<RunResult> =>
      runInSlices(
        model,
        scenario,
        { seed: "1", scale: 20, years: 3, threads: threads(2) },
        () => {
          years++;
          stop.abort();
        },
        stop.signal,
      );
    await expect(run()).rejects.toThrow(Interrupted);
    expect(years).toBe(1);
  });

  test("ends with the error of a thread that fails", async () => {
    const file = join(temporaryFolder(), "failing.mjs");
    writeFileSync(file, `throw new TypeError("undefined is not a settlement");`);
    const options = { seed: "1", scale: 20, years: 90, threads: threads(3, file) };
    await expect(runInSlices(model, scenario, options, () => {}, never)).rejects.toThrow(
      /^thread [12] of the run failed: TypeError: undefined is not a settlement$/,
    );
  });

  test("can't be watched: an observer is told of people one after another", () => {
    const observer = {
      person: -1,
      thought: () => {},
      paid: () => {},
      born: () => {},
      wed: () => {},
      came: () => {},
      after: () => {},
    };
    expect(() => createSimulation(scenario, { threads: threads(2), observer })).toThrow("leave out threads");
  });
});
