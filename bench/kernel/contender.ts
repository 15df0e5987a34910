/** The protocol of those who run the migration kernel for comparison. */
import type { MigrationWorld } from "../../sim/engine/parallel/migration/columns.ts";

export interface Contender {
  /** State in memory over the number of agents. */
  readonly bytesPerAgent: number;
  /** Back to the first state. */
  reset(): void;
  /** Runs the steps from 0 and returns how often an agent changed its place. */
  run(steps: number): number;
  /** Ends what it started. */
  close(): Promise<void>;
}

/** All start from the same people in the same places. */
export type Prepare = (start: MigrationWorld, threads: number) => Promise<Contender>;

export const CONTENDERS = ["urflow", "objects", "objects-hypot", "agentscript"] as const;
export type ContenderName = (typeof CONTENDERS)[number];

/** What a child process measures. */
export interface KernelTask {
  readonly contender: ContenderName;
  readonly threads: number;
  readonly agents: number;
  readonly steps: number;
  readonly runs: number;
  /** Milliseconds of running before anything is measured: the compiler has then done its work. */
  readonly warmUp: number;
}

export interface KernelMeasurement {
  readonly milliseconds: readonly number[];
  readonly moves: readonly number[];
  readonly bytesPerAgent: number;
}
