/** Which run comes next. Pure, so that its order can be tested without a worker. */
import type { Arm } from "../state.ts";
import { armKey } from "../state.ts";

/** Seeds of every arm, the scenario's own first. */
export const SEEDS = 8;

export interface Task {
  readonly arm: Arm;
  readonly key: string;
  /** 0 is the first seed. */
  readonly index: number;
}

/**
 * All tasks in the order of their worth to the reader: the first seed of what is shown, the first of what it is
 * compared with, then the seeds of both in pairs, because differences are taken seed by seed.
 */
export function planOf(arms: readonly Arm[], seeds = SEEDS): Task[] {
  const unique = new Map(arms.map((arm) => [armKey(arm), arm]));
  return Array.from({ length: seeds }, (_, index) =>
    [...unique].map(([key, arm]): Task => ({ arm, key, index })),
  ).flat();
}

/** The seeds "1", "2" and so on, as `urflow compare` and `urflow batch` name theirs. */
export const seedName = (index: number): string => String(index + 1);
