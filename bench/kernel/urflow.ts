/** The kernel on urflow's own tables, on one thread or several. */
import { openMigrationWorld } from "../../sim/engine/parallel/migration/columns.ts";
import type { Prepare } from "./contender.ts";
import { gatherCrew } from "./crew.ts";

export const urflow: Prepare = async (start, threads) => {
  const bytes = start.buffer.byteLength;
  const world = openMigrationWorld(start.sizes, new SharedArrayBuffer(bytes));
  const reset = (): void => new Uint8Array(world.buffer).set(new Uint8Array(start.buffer));
  reset();
  const crew = await gatherCrew(world, "bench", threads);
  return {
    bytesPerAgent: (bytes + crew.bytes) / start.sizes.agents,
    reset,
    run(steps) {
      crew.run(0, steps);
      return world.record.moves[0];
    },
    close: () => crew.close(),
  };
};
