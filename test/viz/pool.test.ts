import { expose } from "comlink";
import { afterEach, describe, expect, test, vi } from "vitest";
import type { CrewTask } from "../../sim/engine/parallel/lead.ts";
import { openBoard } from "../../sim/engine/parallel/rounds.ts";
import type { RunResult } from "../../sim/engine/result.ts";
import type { RunRequest, WorkerApi } from "../../sim/worker.ts";
import { createPool } from "../../viz/runs/pool.ts";
import { fixtureRun } from "./fixture.ts";

/** One run of a worker that runs nothing: the test says what comes of it. */
interface Running {
  readonly request: RunRequest;
  readonly onTask: ((task: CrewTask) => void) | undefined;
  finish(result: RunResult): void;
  fail(error: Error): void;
}

interface Following {
  readonly task: CrewTask;
  readonly me: number;
  /** As `followTask`, which returns once the run is over. */
  goHome(): void;
}

/** Node has no such class of its own. */
class FakeErrorEvent extends Event {
  readonly message = "out of memory";
}

class FakeWorker extends EventTarget {
  readonly runs: Running[] = [];
  readonly follows: Following[] = [];
  readonly #channel = new MessageChannel();
  readonly #api: WorkerApi = {
    run: (request, _onYear, onTask) =>
      new Promise((finish, fail) => this.runs.push({ request, onTask, finish, fail })),
    // The promise is what a worker's thread that is busy following looks like from outside.
    follow: (task, me) =>
      new Promise<void>((goHome) => this.follows.push({ task, me, goHome })) as unknown as void,
    cancel: () => undefined,
  };

  constructor() {
    super();
    expose(this.#api, this.#channel.port2);
    this.#channel.port2.start();
    this.#channel.port1.start();
    this.#channel.port1.addEventListener("message", ({ data }) =>
      this.dispatchEvent(new MessageEvent("message", { data })),
    );
  }

  postMessage(message: unknown, transfer: Transferable[] = []): void {
    this.#channel.port1.postMessage(message, transfer);
  }

  terminate(): void {
    this.#channel.port1.close();
  }

  breakDown(): void {
    this.dispatchEvent(new FakeErrorEvent("error"));
  }
}

const requestOf = (ticket: number): RunRequest => ({
  ticket,
  scenarioText: "",
  files: {},
  set: [],
  seed: String(ticket),
});

const newTask = (): CrewTask => ({ board: openBoard().buffer }) as unknown as CrewTask;
/** What the words of a board say: see rounds.ts. */
const isDismissed = ({ board }: CrewTask): boolean => openBoard(board).words[0] === -1;
const failureOn = ({ board }: CrewTask): string =>
  String.fromCharCode(...openBoard(board).text).replaceAll("\0", "");

const until = (holds: () => boolean): Promise<void> => vi.waitFor(() => expect(holds()).toBe(true));

/** Opens a pool over fakes, each of which has run once, in a page with or without memory to share. */
async function open(size: number, canShare = true) {
  const { pool, workers } = openCold(size, canShare);
  const first = workers.map((_, k) => pool.run(requestOf(100 + k)));
  await until(() => workers.every(({ runs }) => runs.length === 1));
  for (const { runs } of workers) runs.pop()?.finish(fixtureRun({}));
  await Promise.all(first);
  return { pool, workers };
}

function openCold(size: number, canShare = true) {
  vi.stubGlobal("crossOriginIsolated", canShare);
  vi.stubGlobal("ErrorEvent", FakeErrorEvent);
  const workers: FakeWorker[] = [];
  const pool = createPool(size, () => {
    const worker = new FakeWorker();
    workers.push(worker);
    return worker as unknown as Worker;
  });
  return { pool, workers };
}

afterEach(() => vi.unstubAllGlobals());

describe("a run that all workers share", () => {
  test("is followed by those who are free, each under a number of its own, and leaves nobody for other runs", async () => {
    const { pool, workers } = await open(3);
    const run = pool.run(requestOf(1), undefined, true);
    expect(pool.free()).toBe(0);
    await until(() => workers[0].runs.length === 1);
    const [lead] = workers[0].runs;
    expect(lead.request.workers).toBe(3);
    const task = newTask();
    lead.onTask?.(task);
    await until(() => workers[1].follows.length === 1 && workers[2].follows.length === 1);
    expect([workers[1].follows[0].me, workers[2].follows[0].me]).toEqual([1, 2]);

    const result = fixtureRun({ seed: "1" });
    lead.finish(result);
    await until(() => isDismissed(task));
    expect(pool.free()).toBe(0);
    for (const worker of [workers[1], workers[2]]) worker.follows[0].goHome();
    expect((await run).hash).toBe(result.hash);
    expect(pool.free()).toBe(3);
  });

  test("is joined by those who come free only now", async () => {
    const { pool, workers } = await open(2);
    const before = pool.run(requestOf(1));
    const run = pool.run(requestOf(2), undefined, true);
    await until(() => workers[1].runs.length === 1);
    const task = newTask();
    workers[1].runs[0].onTask?.(task);
    workers[0].runs[0].finish(fixtureRun({}));
    await before;
    await until(() => workers[0].follows.length === 1);
    workers[1].runs[0].finish(fixtureRun({}));
    await until(() => isDismissed(task));
    workers[0].follows[0].goHome();
    await run;
    expect(pool.free()).toBe(2);
  });

  test("ends with the words of the one who leads where that one breaks down, and sends all others home", async () => {
    const { pool, workers } = await open(2);
    const run = pool.run(requestOf(1), undefined, true);
    const failure = run.catch((reason: unknown) => reason);
    await until(() => workers[0].runs.length === 1);
    const task = newTask();
    workers[0].runs[0].onTask?.(task);
    await until(() => workers[1].follows.length === 1);
    workers[0].breakDown();
    await until(() => isDismissed(task));
    workers[1].follows[0].goHome();
    expect(String(await failure)).toContain("The worker of the simulation stopped: out of memory.");
    expect(pool.free()).toBe(2);
  });

  test("is told of a follower that breaks down", async () => {
    const { pool, workers } = await open(2);
    const run = pool.run(requestOf(1), undefined, true);
    await until(() => workers[0].runs.length === 1);
    const task = newTask();
    workers[0].runs[0].onTask?.(task);
    await until(() => workers[1].follows.length === 1);
    workers[1].breakDown();
    await until(() => failureOn(task).includes("The worker of the simulation stopped: out of memory."));
    workers[0].runs[0].finish(fixtureRun({}));
    await run;
    expect(pool.free()).toBe(2);
  });

  test("has room for others again after a run that failed", async () => {
    const { pool, workers } = await open(2);
    const run = pool.run(requestOf(1), undefined, true);
    await until(() => workers[0].runs.length === 1);
    workers[0].runs[0].fail(new Error("ledger: 3 yuan are missing"));
    await expect(run).rejects.toThrow("3 yuan are missing");
    expect(pool.free()).toBe(2);
  });
});

describe("a run is left to one worker", () => {
  test("as long as any has not run yet, and compiles its code", async () => {
    const { pool, workers } = openCold(2);
    const first = pool.run(requestOf(1), undefined, true);
    expect(pool.free()).toBe(1);
    await until(() => workers[0].runs.length === 1);
    workers[0].runs[0].finish(fixtureRun({}));
    await first;
    const second = pool.run(requestOf(2), undefined, true);
    expect(pool.free()).toBe(1);
    await until(() => workers[0].runs.length === 2);
    expect(workers[0].runs[1].request.workers).toBeUndefined();
    workers[0].runs[1].finish(fixtureRun({}));
    await second;
  });

  test.each([
    ["where the page has no memory to share", 3, false, true],
    ["where there is only one", 1, true, true],
    ["where it isn't asked to be shared", 3, true, false],
  ])("%s", async (_, size, canShare, isShared) => {
    const { pool, workers } = await open(size, canShare);
    const run = pool.run(requestOf(1), undefined, isShared);
    expect(pool.free()).toBe(size - 1);
    await until(() => workers[0].runs.length === 1);
    expect(workers[0].runs[0].request.workers).toBeUndefined();
    expect(workers[0].runs[0].onTask).toBeUndefined();
    workers[0].runs[0].finish(fixtureRun({}));
    await run;
    expect(pool.free()).toBe(size);
  });
});
