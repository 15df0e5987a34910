/**
 * The runs of the page: the arms that are wanted now, their seeds, their results. A run that is no longer wanted is
 * cancelled and whatever it still sends is dropped, by its ticket.
 */
import type { RunProgress, RunResult } from "../../sim/engine/result.ts";
import type { RunRequest } from "../../sim/worker.ts";
import type { Arm } from "../state.ts";
import { armKey } from "../state.ts";
import type { Task } from "./plan.ts";
import { SEEDS, planOf, seedName } from "./plan.ts";
import type { Pool } from "./pool.ts";

/** What is known of an arm. `results[k]` is the run of seed k, absent until it is there. */
export interface ArmRuns {
  readonly arm: Arm;
  readonly results: readonly (RunResult | undefined)[];
  /** Years done by the first seed while it runs. */
  readonly progress: RunProgress | null;
  /** The engine's own words, where a run failed. */
  readonly error: string | null;
}

export interface Runs {
  /** From now on these arms are wanted, the most wanted first. Anything else that runs is cancelled. */
  want(arms: readonly Arm[]): void;
  get(key: string): ArmRuns | undefined;
}

export interface RunsOptions {
  readonly pool: Pool;
  readonly files: Record<string, string>;
  /** Called after every change. */
  readonly onChange: () => void;
  readonly seeds?: number;
}

/** Arms kept after they are no longer wanted, so that going back is instant. */
const KEPT = 8;

export function createRuns({ pool, files, onChange, seeds = SEEDS }: RunsOptions): Runs {
  /** In the order of last use. */
  const arms = new Map<string, ArmRuns>();
  const running = new Map<number, Task>();
  let wanted: Task[] = [];
  let tickets = 0;

  const update = (key: string, change: (runs: ArmRuns) => ArmRuns): void => {
    const runs = arms.get(key);
    if (runs !== undefined) arms.set(key, change(runs));
    onChange();
  };

  const isOpen = ({ key, index }: Task): boolean => {
    const runs = arms.get(key);
    if (runs === undefined || runs.error !== null || runs.results[index] !== undefined) return false;
    return ![...running.values()].some((task) => task.key === key && task.index === index);
  };

  const start = (task: Task): void => {
    const ticket = ++tickets;
    running.set(ticket, task);
    const request: RunRequest = {
      ticket,
      scenarioText: files[`scenario/${task.arm.scenario}`] ?? "",
      files,
      set: [...task.arm.set],
      seed: seedName(task.index),
    };
    const onYear = (progress: RunProgress): void => {
      if (running.has(ticket)) update(task.key, (runs) => ({ ...runs, progress }));
    };
    // Everyone waits for the first seed; and beside the last one there is nothing else to do.
    const isShared = task.index === 0 || !wanted.some(isOpen);
    pool
      .run(request, task.index === 0 ? onYear : undefined, isShared)
      .then((result) => {
        // A cancelled run has lost its ticket.
        if (!running.delete(ticket)) return;
        update(task.key, (runs) => ({
          ...runs,
          progress: null,
          results: runs.results.with(task.index, result),
        }));
      })
      .catch((reason: unknown) => {
        if (!running.delete(ticket)) return;
        const error = reason instanceof Error ? reason.message : String(reason);
        update(task.key, (runs) => ({ ...runs, progress: null, error }));
      })
      .finally(pump);
  };

  function pump(): void {
    while (pool.free() > 0) {
      const task = wanted.find(isOpen);
      if (task === undefined) return;
      start(task);
    }
  }

  return {
    want(next) {
      wanted = planOf(next, seeds);
      const keys = new Set(wanted.map(({ key }) => key));
      for (const arm of next) {
        const key = armKey(arm);
        const known = arms.get(key);
        arms.delete(key);
        // A failure may have been the worker's: asking again tries again.
        arms.set(key, {
          arm,
          results: known?.results ?? Array.from({ length: seeds }, () => undefined),
          progress: known?.progress ?? null,
          error: null,
        });
      }
      for (const [ticket, task] of running) {
        if (keys.has(task.key)) continue;
        running.delete(ticket);
        pool.cancel(ticket);
        update(task.key, (runs) => ({ ...runs, progress: null }));
      }
      for (const key of arms.keys()) {
        if (arms.size <= KEPT) break;
        if (!keys.has(key)) arms.delete(key);
      }
      pump();
      onChange();
    },
    get: (key) => arms.get(key),
  };
}
