import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { countsAgree } from "../../bench/figures.ts";
import { CONTENDERS, type KernelMeasurement, type KernelTask } from "../../bench/kernel/contender.ts";
import type { HashTask } from "../../bench/kernel/hashes.ts";
import { loadScenario } from "../../bench/model/scenarios.ts";
import type { ModelTask, NodeMeasurement } from "../../bench/model/task.ts";
import type { ThreadsMeasurement, ThreadsTask } from "../../bench/threads/task.ts";
import { createBoard } from "../../sim/engine/parallel/board.ts";
import { leadSteps } from "../../sim/engine/parallel/crew.ts";
import { migrationHash } from "../../sim/engine/parallel/migration/hash.ts";
import { migrationKernel } from "../../sim/engine/parallel/migration/kernel.ts";
import { startMigration } from "../../sim/engine/parallel/migration/start.ts";
import { simulate } from "../../sim/index.ts";
import { type BuiltBench, buildForTests } from "./built.ts";

let bench: BuiltBench;
beforeAll(async () => {
  bench = await buildForTests("programs");
});
afterAll(() => bench.remove());

describe("the migration kernel on threads of Node", () => {
  test("comes to one hash on 1, 2, 4 and 7 threads, the one of a run without threads", async () => {
    const sizes = { agents: 30_000, places: 200 };
    const steps = 12;
    const task: HashTask = { ...sizes, steps, threads: [1, 2, 4, 7] };
    const world = startMigration(sizes, "hashes");
    const kernel = migrationKernel(world, "hashes");
    leadSteps(kernel, createBoard(kernel, 1, false), 0, steps);
    const hash = migrationHash(world);
    expect(await bench.ask<string[]>("kernel-hashes", task)).toEqual([hash, hash, hash, hash]);
  });
});

describe("those who run the kernel for comparison", () => {
  const steps = 10;
  const measure = (contender: KernelTask["contender"], threads: number): Promise<KernelMeasurement> => {
    const task: KernelTask = { contender, threads, agents: 20_000, steps, runs: 2, warmUp: 0 };
    return bench.ask<KernelMeasurement>("kernel-child", task);
  };

  test("all let as many agents move, within the error of sampling", async () => {
    const [own, ...others] = await Promise.all(CONTENDERS.map((contender) => measure(contender, 1)));
    expect(own.moves[0]).toBeGreaterThan(2_000);
    expect(own.moves[1]).toBe(own.moves[0]);
    const strays = others.flatMap(({ moves }) => moves.filter((count) => !countsAgree(count, own.moves[0])));
    expect(strays).toEqual([]);
  });

  test("keep more than the nine bytes that urflow keeps of an agent", async () => {
    const [own, objects] = await Promise.all([measure("urflow", 2), measure("objects", 1)]);
    expect(own.bytesPerAgent).toBeGreaterThanOrEqual(9);
    expect(own.bytesPerAgent).toBeLessThan(12);
    expect(objects.bytesPerAgent).toBeGreaterThan(16);
  });
});

describe("the program that shares a run among threads", () => {
  test("comes to the hash of the library, and tells how much memory it took", async () => {
    const task: ThreadsTask = { scenario: "valley", scale: 20, years: 1, threads: 3 };
    const { hash, agents, peakMegabytes } = await bench.ask<ThreadsMeasurement>("threads-child", task);
    const result = simulate(loadScenario("valley"), { scale: 20, years: 1 });
    expect([hash, agents]).toEqual([result.hash, result.agents]);
    expect(peakMegabytes).toBeGreaterThan(30);
    expect(peakMegabytes).toBeLessThan(2000);
  });
});

describe("the program that runs the full model", () => {
  test("comes to the hashes of the library", async () => {
    const task: ModelTask = { scenario: "valley", set: [], years: 1, seeds: ["1", "2"], warmUpYears: 0 };
    const { hashes, agents, peopleBytes, worldBytes } = await bench.ask<NodeMeasurement>("model-child", task);
    const results = task.seeds.map((seed) => simulate(loadScenario("valley"), { years: 1, seed }));
    expect(hashes).toEqual(results.map(({ hash }) => hash));
    expect(agents).toBe(results[1].agents);
    expect(worldBytes).toBeGreaterThan(peopleBytes);
  });
});

describe("the command", () => {
  test.each([["--nope"], ["--only", "all"], ["model"]])(
    "refuses %s with its usage and code 2",
    async (...args) => {
      const { code, out, err } = await bench.run("main", ...args);
      expect(code).toBe(2);
      expect(out).toBe("");
      expect(err).toContain("Usage: npm run bench");
    },
  );

  test("prints its usage when asked", async () => {
    const { code, out } = await bench.run("main", "--help");
    expect(code).toBe(0);
    expect(out).toContain("--only <part>");
  });

  test("prints one JSON object, and nothing else, with --json", async () => {
    const { code, out, err } = await bench.run("main", "--only", "scaling", "--quick", "--json");
    expect(err).toBe("");
    expect(code).toBe(0);
    const report: unknown = JSON.parse(out);
    expect(report).toMatchObject({ quick: true, machine: { node: process.version }, faults: [] });
    expect(report).not.toHaveProperty("kernel");
  });
});
