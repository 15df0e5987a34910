import { describe, expect, test } from "vitest";
import { performAll, RunFailures } from "../../sim/batch/experiment.ts";
import { identityOf } from "../../sim/batch/prepare.ts";
import { runInSlices } from "../../sim/batch/runners/perform.ts";
import { outcomeOf, replyOf } from "../../sim/batch/runners/reply.ts";
import { Interrupted, RunFailure, type Runner, type RunTask } from "../../sim/batch/runners/runner.ts";
import { realDisk } from "../../sim/batch/store/disk.ts";
import { StoreError } from "../../sim/batch/store/faults.ts";
import { fixtureModel } from "./fixture.ts";
import { inlineRunner } from "./inline.ts";
import { prepared } from "./scenario.ts";

const tasks = (count: number): RunTask[] => {
  const one = prepared();
  return Array.from({ length: count }, (_, index) => ({
    source: one.source,
    run: identityOf(fixtureModel(), one, String(index + 1)),
  }));
};

/** A runner that notes the position of each task as its run ends. */
const noting = (runner: Runner, ends: number[]): Runner => ({
  ...runner,
  async run(task) {
    const outcome = await runner.run(task);
    ends.push(Number(task.run.seed) - 1);
    return outcome;
  },
});

describe("many runs", () => {
  test("give their outcomes in the order of the tasks, whatever the order in which they end", async () => {
    const inner = inlineRunner(fixtureModel(), realDisk, () => {});
    const late: Runner = {
      ...inner,
      async run(task) {
        // The first to begin are the last to end.
        await new Promise((resume) => setTimeout(resume, 40 - 10 * Number(task.run.seed)));
        return inner.run(task);
      },
    };
    const ends: number[] = [];
    const outcomes = await performAll(noting(late, ends), tasks(4), 4);
    const alone = await performAll(inner, tasks(4), 1);
    expect(ends).toEqual([3, 2, 1, 0]);
    expect(outcomes.map(({ hash }) => hash)).toEqual(alone.map(({ hash }) => hash));
    expect(new Set(outcomes.map(({ hash }) => hash)).size).toBe(4);
  });

  test("go on when one fails, and say which and why at the end", async () => {
    const ends: number[] = [];
    const runner = inlineRunner(fixtureModel("2"), realDisk, () => {});
    const failure: unknown = await performAll(noting(runner, ends), tasks(5), 2).catch(
      (thrown: unknown) => thrown,
    );
    expect(failure).toBeInstanceOf(RunFailures);
    expect(String(failure)).toContain("1 of 5 runs failed");
    expect(String(failure)).toContain("valley, seed 2: the ledger misses 1 yuan in month 1");
    expect(ends.toSorted((a, b) => a - b)).toEqual([0, 2, 3, 4]);
  });

  test("stop at once when the disk is full", async () => {
    const begun: string[] = [];
    const inner = inlineRunner(fixtureModel(), realDisk, () => {});
    const runner: Runner = {
      ...inner,
      async run(task) {
        begun.push(task.run.seed);
        if (task.run.seed === "1") throw new StoreError("here", "the disk is full", "Free some space.");
        // The other thread ends its run after the failure, and begins no other.
        await new Promise((resume) => setTimeout(resume, 10));
        return inner.run(task);
      },
    };
    await expect(performAll(runner, tasks(10), 2)).rejects.toThrow("here: the disk is full");
    expect(begun).toEqual(["1", "2"]);
  });

  test("count every simulated year once", async () => {
    let years = 0;
    await performAll(
      inlineRunner(fixtureModel(), realDisk, () => (years += 1)),
      tasks(4),
      2,
    );
    expect(years).toBe(12);
  });
});

test("a run in slices gives what a run without pauses gives, and stops where it is told to", async () => {
  const { scenario } = prepared();
  const options = { seed: "1", scale: 10, years: 3 };
  const stop = new AbortController();
  const result = await runInSlices(fixtureModel(), scenario, options, () => {}, stop.signal);
  expect(result.hash).toBe(
    (
      await performAll(
        inlineRunner(fixtureModel(), realDisk, () => {}),
        tasks(1),
        1,
      )
    )[0].hash,
  );
  let years = 0;
  const stopped = runInSlices(
    fixtureModel(),
    scenario,
    options,
    () => (++years === 2 ? stop.abort() : undefined),
    stop.signal,
  );
  await expect(stopped).rejects.toBeInstanceOf(Interrupted);
  expect(years).toBe(2);
});

test("a failure crosses threads as data and comes out as what it was", () => {
  const [task] = tasks(1);
  const thrown = [
    new StoreError("/a/b", "the disk is full", "Free some space."),
    new RunFailure(task.run, "the ledger misses 1 yuan"),
  ];
  for (const failure of thrown) {
    const reply = structuredClone(replyOf(failure));
    const back = ((): unknown => {
      try {
        return outcomeOf(reply, task);
      } catch (again) {
        return again;
      }
    })();
    expect(back).toBeInstanceOf(failure.constructor);
    expect(String(back)).toBe(String(failure));
  }
  expect(() => replyOf(new TypeError("a defect"))).toThrow("a defect");
});
