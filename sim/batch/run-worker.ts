/** The thread of a batch: piscina calls the default export once for each run, or `arms` for a job of the claims lab. */
import { parentPort } from "node:worker_threads";
import { armsPerformer } from "./claims/performArms.ts";
import { model } from "./library.ts";
import { perform } from "./runners/perform.ts";
import { replyOf, YEAR_DONE, type Reply } from "./runners/reply.ts";
import type { RunTask } from "./runners/runner.ts";
import { realDisk } from "./store/disk.ts";

export default async function performInThread(task: RunTask): Promise<Reply> {
  // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a thread has no origin, unlike a window
  const onYear = (): void => parentPort?.postMessage(YEAR_DONE);
  try {
    return { outcome: await perform(model, realDisk, task, onYear) };
  } catch (failure) {
    return replyOf(failure);
  }
}

/** Runs of the claims lab that share a world. */
export const arms = armsPerformer();
