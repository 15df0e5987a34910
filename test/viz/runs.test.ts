import { expect, test } from "vitest";
import type { RunProgress, RunResult } from "../../sim/engine/result.ts";
import type { RunRequest } from "../../sim/worker.ts";
import { planOf } from "../../viz/runs/plan.ts";
import type { Pool } from "../../viz/runs/pool.ts";
import { poolSize } from "../../viz/runs/pool.ts";
import { createRuns } from "../../viz/runs/runs.ts";
import type { Arm } from "../../viz/state.ts";
import { armKey } from "../../viz/state.ts";
import { fixtureRun } from "./fixture.ts";

interface Started {
  readonly request: RunRequest;
  readonly onYear: ((progress: RunProgress) => void) | undefined;
  readonly isShared: boolean;
  finish(result?: RunResult): Promise<void>;
  fail(error: Error): Promise<void>;
}

/** A pool that runs nothing: the test says when a run ends. */
function handPool(size: number) {
  const started: Started[] = [];
  const cancelled: number[] = [];
  let busy = 0;
  const settle = async (act: () => void): Promise<void> => {
    busy--;
    act();
    // The answer passes through a few promises before the next run starts.
    for (let turn = 0; turn < 5; turn++) await Promise.resolve();
  };
  const pool: Pool = {
    free: () => size - busy,
    run(request, onYear, isShared = false) {
      busy++;
      return new Promise((resolve, reject) => {
        started.push({
          request,
          onYear,
          isShared,
          finish: (result = fixtureRun({ seed: request.seed })) => settle(() => resolve(result)),
          fail: (error) => settle(() => reject(error)),
        });
      });
    },
    cancel: (ticket) => void cancelled.push(ticket),
  };
  return { pool, started, cancelled };
}

const valley: Arm = { scenario: "valley", set: [] };
const withLand = (value: number): Arm => ({ scenario: "valley-small-towns", set: [`land=${value}`] });
const arrivedOf = (results: readonly unknown[] | undefined): number =>
  (results ?? []).filter((result) => result !== undefined).length;

test("the first seeds of both arms come first, then the seeds in pairs", () => {
  const order = planOf([withLand(1), valley], 3).map(({ arm, index }) => `${arm.scenario} ${index}`);
  expect(order).toEqual([
    "valley-small-towns 0",
    "valley 0",
    "valley-small-towns 1",
    "valley 1",
    "valley-small-towns 2",
    "valley 2",
  ]);
});

test("the baseline compared with itself is run once", () => {
  expect(planOf([valley, valley], 3)).toHaveLength(3);
});

test("all seeds of the wanted arms run, no more at a time than there are workers", async () => {
  const { pool, started } = handPool(2);
  const runs = createRuns({ pool, files: { "scenario/valley": "text" }, onChange: () => {}, seeds: 3 });
  runs.want([valley]);
  expect(started.map(({ request }) => request.seed)).toEqual(["1", "2"]);
  expect(started[0].request.scenarioText).toBe("text");
  for (let k = 0; k < 3; k++) await started[k].finish();
  expect(started).toHaveLength(3);
  expect(arrivedOf(runs.get(armKey(valley))?.results)).toBe(3);
});

test("workers share the first seed of each arm, for which everyone waits, and the last of all", async () => {
  const { pool, started } = handPool(1);
  const runs = createRuns({ pool, files: {}, onChange: () => {}, seeds: 3 });
  runs.want([withLand(1), valley]);
  for (let k = 0; k < 6; k++) await started[k].finish();
  expect(started.map(({ isShared }) => isShared)).toEqual([true, true, false, false, false, true]);
});

test("an arm that is no longer wanted is cancelled, and what it still sends is dropped", async () => {
  const { pool, started, cancelled } = handPool(2);
  const runs = createRuns({ pool, files: {}, onChange: () => {}, seeds: 2 });
  for (const value of [1, 2, 3]) runs.want([withLand(value), valley]);
  expect(cancelled).toEqual([started[0].request.ticket]);
  // The run had ended before the cancellation reached it.
  await started[0].finish();
  expect(arrivedOf(runs.get(armKey(withLand(1)))?.results)).toBe(0);
  expect(started.at(-1)?.request.set).toEqual(["land=3"]);
  // The baseline was wanted all along and went on.
  await started[1].finish();
  expect(arrivedOf(runs.get(armKey(valley))?.results)).toBe(1);
});

test("a cancelled run is not a failed one", async () => {
  const { pool, started } = handPool(1);
  const runs = createRuns({ pool, files: {}, onChange: () => {}, seeds: 1 });
  runs.want([withLand(1)]);
  runs.want([withLand(2)]);
  await started[0].fail(Object.assign(new Error("cancelled"), { name: "RunCancelled" }));
  expect(runs.get(armKey(withLand(1)))?.error).toBeNull();
  expect(started.at(-1)?.request.set).toEqual(["land=2"]);
});

test("going back to an arm shows its runs at once and runs nothing again", async () => {
  const { pool, started } = handPool(1);
  const runs = createRuns({ pool, files: {}, onChange: () => {}, seeds: 1 });
  runs.want([valley]);
  await started[0].finish();
  runs.want([withLand(1)]);
  await started[1].finish();
  runs.want([valley]);
  expect(started).toHaveLength(2);
  expect(arrivedOf(runs.get(armKey(valley))?.results)).toBe(1);
});

test("a failed run keeps the engine's words and stops its arm, and no other", async () => {
  const { pool, started } = handPool(1);
  const runs = createRuns({ pool, files: {}, onChange: () => {}, seeds: 2 });
  runs.want([withLand(1), valley]);
  await started[0].fail(new Error("ledger: 3 yuan are missing in month 7"));
  expect(runs.get(armKey(withLand(1)))?.error).toBe("ledger: 3 yuan are missing in month 7");
  for (let k = 1; k < 3; k++) await started[k].finish();
  expect(started.slice(1).map(({ request }) => request.set)).toEqual([[], []]);
  expect(started).toHaveLength(3);
});

test("the first seed tells its years while it runs", async () => {
  const { pool, started } = handPool(2);
  const runs = createRuns({ pool, files: {}, onChange: () => {}, seeds: 2 });
  runs.want([valley]);
  started[0].onYear?.({ done: 3, years: 30 });
  expect(started[1].onYear).toBeUndefined();
  expect(runs.get(armKey(valley))?.progress).toEqual({ done: 3, years: 30 });
  await started[0].finish();
  expect(runs.get(armKey(valley))?.progress).toBeNull();
});

test("a few workers, one core for the page, and at least one", () => {
  expect([undefined, 1, 2, 4, 64].map(poolSize)).toEqual([1, 1, 1, 3, 4]);
});
