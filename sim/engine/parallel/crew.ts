/**
 * A crew: one leader and any number of followers, each on a thread of its own with a kernel over the same
 * memory. The leader calls `leadSteps`, each follower `followSteps`; how threads are started is left to the
 * caller, since it differs between Node and browsers. A leader without followers works alone and needs no
 * shared memory.
 */
import { Signal, type Board } from "./board.ts";
import type { ChunkKernel } from "./kernel.ts";
import { closeStep, workShare } from "./share.ts";

/** A step of `Signal.step` that ends the work. */
const END = -1;

/**
 * Runs the steps [from, to) together with the followers of the board.
 *
 * @param patience milliseconds to wait for followers that have not finished a step after the leader's own
 *   share
 * @throws Error where a follower failed or did not answer in time, and what the kernel throws; the
 *   followers are dismissed then
 */
export function leadSteps(
  kernel: ChunkKernel,
  board: Board,
  from: number,
  to: number,
  patience = 60_000,
): void {
  try {
    for (let step = from; step < to; step++) {
      startRound(board, step);
      workShare(kernel, board, 0, step);
      awaitFollowers(kernel, board, step, patience);
      closeStep(kernel, board, step);
    }
  } catch (failure) {
    dismiss(board);
    throw failure;
  }
}

/** Takes a share of every step until the leader dismisses the crew. */
export function followSteps(kernel: ChunkKernel, board: Board, worker: number): void {
  const { signals } = board;
  for (let round = 0; ;) {
    Atomics.wait(signals, Signal.round, round);
    // A round cannot pass by unseen: the leader starts none before all have arrived from the last.
    const current = Atomics.load(signals, Signal.round);
    if (current === round) continue;
    round = current;
    const step = Atomics.load(signals, Signal.step);
    if (step === END) return;
    try {
      workShare(kernel, board, worker, step);
    } catch (failure) {
      Atomics.store(signals, Signal.failed, worker);
      throw failure;
    } finally {
      if (Atomics.add(signals, Signal.arrived, 1) + 1 === board.workers - 1) {
        Atomics.notify(signals, Signal.arrived);
      }
    }
  }
}

/** Ends the work of all followers. The board can't be used afterwards. */
export function dismiss(board: Board): void {
  Atomics.store(board.signals, Signal.step, END);
  Atomics.add(board.signals, Signal.round, 1);
  Atomics.notify(board.signals, Signal.round);
}

function startRound(board: Board, step: number): void {
  const { signals } = board;
  Atomics.store(signals, Signal.next, 0);
  Atomics.store(signals, Signal.arrived, 0);
  Atomics.store(signals, Signal.step, step);
  Atomics.add(signals, Signal.round, 1);
  Atomics.notify(signals, Signal.round);
}

function awaitFollowers(kernel: ChunkKernel, board: Board, step: number, patience: number): void {
  const { signals, workers } = board;
  for (;;) {
    const arrived = Atomics.load(signals, Signal.arrived);
    if (arrived === workers - 1) break;
    const waited = Atomics.wait(signals, Signal.arrived, arrived, patience);
    if (waited === "timed-out" && Atomics.load(signals, Signal.arrived) === arrived) {
      throw new Error(
        `${kernel.name}, step ${step}: only ${arrived} of ${workers - 1} followers answered within ` +
          `${patience} ms. Has a thread ended, or was it never started?`,
      );
    }
  }
  const failed = Atomics.load(signals, Signal.failed);
  if (failed !== 0)
    throw new Error(`${kernel.name}, step ${step}: worker ${failed} failed; see its own error`);
}
