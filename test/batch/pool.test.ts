import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, onTestFinished, test } from "vitest";
import { performAll } from "../../sim/batch/experiment.ts";
import { identityOf } from "../../sim/batch/prepare.ts";
import { poolRunner } from "../../sim/batch/runners/pool.ts";
import { YEAR_DONE } from "../../sim/batch/runners/reply.ts";
import { Interrupted, type Runner, type RunTask } from "../../sim/batch/runners/runner.ts";
import { temporaryFolder } from "./disk.ts";
import { fixtureModel } from "./fixture.ts";
import { prepared } from "./scenario.ts";

/** A thread whose run depends on the seed: "exit" ends the thread, "defect" throws, "long" never ends. */
const WORKER = `
import { parentPort } from "node:worker_threads";
export default function perform({ run }) {
  if (run.seed === "exit") process.exit(3);
  if (run.seed === "defect") throw new TypeError("undefined is not a settlement");
  while (run.seed === "long");
  parentPort.postMessage(${JSON.stringify(YEAR_DONE)});
  return { outcome: { hash: run.seed, agents: 1, startYear: 2020, years: [2020], indicators: { x: Float64Array.of(1) } } };
}
`;

function pool(signal = new AbortController().signal, onYear: () => void = () => {}): Runner {
  const workerFile = join(temporaryFolder(), "worker.mjs");
  writeFileSync(workerFile, WORKER);
  const runner = poolRunner({ workerFile, threads: 2, onYear, signal });
  onTestFinished(() => runner.close());
  return runner;
}

const task = (seed: string): RunTask => ({
  source: prepared().source,
  run: identityOf(fixtureModel(), prepared(), seed),
});

test("threads perform runs and report their years", async () => {
  let years = 0;
  const runner = pool(undefined, () => (years += 1));
  const outcomes = await performAll(runner, ["a", "b", "c", "d", "e"].map(task), 2);
  expect(outcomes.map(({ hash }) => hash)).toEqual(["a", "b", "c", "d", "e"]);
  expect(outcomes[4].indicators["x"]).toEqual(Float64Array.of(1));
  // The last message may still be on its way.
  await expect.poll(() => years).toBe(5);
});

test("a thread that ends in mid-run costs that run alone, and the message says what may help", async () => {
  const runner = pool();
  const failure: unknown = await performAll(runner, ["a", "exit", "b", "c"].map(task), 2).catch(
    (thrown: unknown) => thrown,
  );
  expect(String(failure)).toMatch(
    /1 of 4 runs failed:\n {2}valley, seed exit: its thread ended early .*--jobs/,
  );
  expect((await runner.run(task("again"))).hash).toBe("again");
});

test("a defect in a thread is told with its own words", async () => {
  await expect(pool().run(task("defect"))).rejects.toThrow(/seed defect: .*undefined is not a settlement/);
});

test("an interruption ends runs that would never end", async () => {
  const stop = new AbortController();
  const runner = pool(stop.signal);
  const runs = performAll(runner, ["long", "long", "a"].map(task), 2);
  setTimeout(() => stop.abort(), 100);
  await expect(runs).rejects.toBeInstanceOf(Interrupted);
  await expect(runner.run(task("a"))).rejects.toBeInstanceOf(Interrupted);
});
