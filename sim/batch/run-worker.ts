/** The thread of a batch: piscina calls the default export once for each run. */
import { parentPort } from "node:worker_threads";
import { model } from "./library.ts";
import { perform } from "./runners/perform.ts";
import { replyOf, YEAR_DONE, type Reply } from "./runners/reply.ts";
import type { RunTask } from "./runners/runner.ts";
import { realDisk } from "./store/disk.ts";

export default async function performInThread(task: RunTask): Promise<Reply> {
  try {
    return { outcome: await perform(model, realDisk, task, () => parentPort?.postMessage(YEAR_DONE)) };
  } catch (failure) {
    return replyOf(failure);
  }
}
