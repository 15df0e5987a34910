import { Worker } from "node:worker_threads";
import { expect, test } from "vitest";
import { leadRound, openBoard, reportFailure } from "../../sim/engine/parallel/rounds.ts";

/** Words of a board that tell how many are inside a round, and who has failed: see rounds.ts. */
const INSIDE = 32;
const FAILED = 51;
const ROWS = 10;

test("a leader waits no longer than it is told to for those inside a round", () => {
  const board = openBoard();
  const work = (): void => void Atomics.add(board.words, INSIDE, 1);
  expect(() => leadRound(board, 0, { work }, 0, ROWS, 20)).toThrow(
    "a thread of the run did not answer within 20 ms",
  );
});

test("a leader does not wait for one who is known to have failed, and says why", () => {
  const board = openBoard();
  const work = (): void => {
    Atomics.add(board.words, INSIDE, 1);
    reportFailure(board, 2, new Error("memory is out"));
  };
  expect(() => leadRound(board, 0, { work }, 0, ROWS)).toThrow(
    "thread 2 of the run failed: Error: memory is out",
  );
});

test("a leader hears of it in its sleep, too", async () => {
  const board = openBoard();
  const other = new Worker(
    `const { workerData } = require("node:worker_threads");
    const words = new Int32Array(workerData, 0, 64);
    while (Atomics.load(words, ${INSIDE}) === 0);
    Atomics.wait(words, 63, 0, 50);
    Atomics.store(words, ${FAILED}, 3);`,
    { eval: true, workerData: board.buffer },
  );
  const work = (): void => void Atomics.add(board.words, INSIDE, 1);
  try {
    expect(() => leadRound(board, 0, { work }, 0, ROWS, 20_000)).toThrow("thread 3 of the run failed");
  } finally {
    await other.terminate();
  }
});
