/** The thread of a shared run, built beside the program that starts it. */
import { workerData } from "node:worker_threads";
import type { CrewMember } from "../../sim/batch/runners/threads.ts";
import { followTask } from "../../sim/engine/parallel/follow.ts";

// `openThreads` has put it there.
const { task, me } = workerData as CrewMember;
followTask(task, me);
