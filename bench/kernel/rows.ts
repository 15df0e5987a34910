/** The table of the migration kernel: who is how fast, and what that is against what urflow aims at. */
import { countsAgree, median } from "../figures.ts";
import { type Target, target } from "../target.ts";
import type { ContenderName, KernelMeasurement, KernelTask } from "./contender.ts";

/** Aims hold for this number of agents, where caches help nobody. */
const MILLION = 1_000_000;
const SPEED = "M agent-steps/s";

export interface KernelRow {
  readonly contender: ContenderName;
  readonly threads: number;
  readonly agents: number;
  readonly runs: number;
  /** Median time of a run of 40 steps. */
  readonly milliseconds: number;
  /** Million agents times steps in a second, in the median run and in the fastest. */
  readonly agentSteps: number;
  readonly bestAgentSteps: number;
  /** Speed of urflow on one thread over this one's, in the same run and with as many agents. */
  readonly urflowIs: number;
  readonly bytesPerAgent: number;
  readonly movesPerStep: number;
  /** Whether as many agents move as in urflow, within the error of sampling. */
  readonly agrees: boolean;
}

/** The first must be urflow on one thread, with which all others are compared. */
export function rowsOf(measured: readonly [KernelTask, KernelMeasurement][]): KernelRow[] {
  const [[, own]] = measured;
  const ownTime = median(own.milliseconds);
  const ownMoves = own.moves[0];
  return measured.map(([{ contender, threads, agents, steps }, { milliseconds, moves, bytesPerAgent }]) => {
    const time = median(milliseconds);
    return {
      contender,
      threads,
      agents,
      runs: milliseconds.length,
      milliseconds: time,
      agentSteps: (agents * steps) / time / 1000,
      bestAgentSteps: (agents * steps) / Math.min(...milliseconds) / 1000,
      urflowIs: time / ownTime,
      bytesPerAgent,
      movesPerStep: moves.reduce((sum, count) => sum + count, 0) / moves.length / steps,
      // urflow's own moves are a matter of the seed, whatever the threads.
      agrees: moves.every((count) =>
        contender === "urflow" ? count === ownMoves : countsAgree(count, ownMoves),
      ),
    };
  });
}

/** How many times as fast urflow on one thread is to be. */
const AIMS = { objects: 10, "objects-hypot": 10, agentscript: 8 } as const satisfies Partial<
  Record<ContenderName, number>
>;

export function kernelTargets(rows: readonly KernelRow[]): Target[] {
  const large = rows.filter(({ agents }) => agents === MILLION);
  const own = large.find(({ contender, threads }) => contender === "urflow" && threads === 1);
  if (own === undefined) return [];
  const crew = large.find(({ contender, threads }) => contender === "urflow" && threads === 4);
  return [
    target("kernel, 1 thread", SPEED, own.agentSteps, "min", 80),
    ...(crew === undefined ? [] : [target("kernel, 4 threads", SPEED, crew.agentSteps, "min", 240)]),
    ...large.flatMap(({ contender, urflowIs }) =>
      contender === "urflow"
        ? []
        : [target(`kernel, against ${contender}`, "times", urflowIs, "min", AIMS[contender])],
    ),
    target("kernel, state of an agent", "bytes", own.bytesPerAgent, "max", 16),
  ];
}
