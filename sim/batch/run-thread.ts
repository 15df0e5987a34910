/** A thread that takes part in one run: what it needs comes with it, and it ends when the run dismisses it. */
import { workerData } from "node:worker_threads";
import { followTask } from "../engine/parallel/follow.ts";
import type { CrewMember } from "./runners/threads.ts";

// `openThreads` has put it there.
const { task, me } = workerData as CrewMember;
followTask(task, me);
