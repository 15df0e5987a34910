/** A follower's thread: says that it is ready, and follows until the leader dismisses it. */
import { parentPort, workerData } from "node:worker_threads";
import { openBoard } from "../../sim/engine/parallel/board.ts";
import { followSteps } from "../../sim/engine/parallel/crew.ts";
import { openMigrationWorld } from "../../sim/engine/parallel/migration/columns.ts";
import { migrationKernel } from "../../sim/engine/parallel/migration/kernel.ts";
import type { Following } from "./crew.ts";

// Given by gatherCrew.
const { world, board, sizes, seed, worker, workers } = workerData as Following;
const kernel = migrationKernel(openMigrationWorld(sizes, world), seed);
// oxlint-disable-next-line unicorn/require-post-message-target-origin -- a port of Node's has no origin
parentPort?.postMessage("ready");
followSteps(kernel, openBoard(board, kernel, workers), worker);
