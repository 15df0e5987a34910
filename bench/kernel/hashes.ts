/** Prints the hash of one run of the migration kernel for each of some numbers of threads. */
import { migrationHash } from "../../sim/engine/parallel/migration/hash.ts";
import { startMigration } from "../../sim/engine/parallel/migration/start.ts";
import { givenTask, printResult } from "../process.ts";
import { gatherCrew } from "./crew.ts";

export interface HashTask {
  readonly agents: number;
  readonly places: number;
  readonly steps: number;
  readonly threads: readonly number[];
}

async function hashes(): Promise<string[]> {
  const { agents, places, steps, threads } = givenTask() as HashTask;
  const found: string[] = [];
  for (const workers of threads) {
    const world = startMigration({ agents, places }, "hashes", true);
    const crew = await gatherCrew(world, "hashes", workers);
    crew.run(0, steps);
    await crew.close();
    found.push(migrationHash(world));
  }
  return found;
}

printResult(hashes());
