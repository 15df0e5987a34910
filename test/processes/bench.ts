/** A bench for one process: a world at the door of the process in some month, and copies of it to change and step. */
import type { Process, Setting } from "../../sim/processes/process.ts";
import { PROCESSES } from "../../sim/processes/order.ts";
import type { Scenario } from "../../sim/scenario/scenario.ts";
import { copyWorld, type World } from "../../sim/world/world.ts";
import { openRun, runMonths } from "../laws/run.ts";

export interface Bench {
  readonly setting: Setting;
  /** The world as it stands before the process's month. */
  readonly before: World;
  /** A copy of it, changed by `change`, after the process. */
  readonly after: (change?: (world: World) => void, setting?: Partial<Setting>) => World;
}

/** Runs a scenario for some months, and in the last one up to the process of that name. */
export function benchFor(name: string, scenario: Scenario, month = 0, seed = "bench"): Bench {
  const run = openRun(scenario, seed);
  runMonths(run, month);
  for (const { name: each, step } of run.steps) {
    if (each === name) break;
    step(month);
  }
  const process: Process = PROCESSES.find((each) => each.name === name)!;
  const before = run.built.world;
  return {
    setting: run.setting,
    before,
    after(change = () => {}, setting = {}) {
      const world = copyWorld(before);
      change(world);
      process.prepare({ ...run.setting, ...setting, world })(month);
      return world;
    },
  };
}

export const sum = (values: ArrayLike<number>): number => {
  let total = 0;
  for (let k = 0; k < values.length; k++) total += values[k];
  return total;
};

/** Rows that pass, of the first `length`. */
export const rowsWhere = (length: number, passes: (row: number) => boolean): number[] =>
  Array.from({ length }, (_, row) => row).filter(passes);

/** Yuan of all treasuries and firms. */
export const money = ({ jurisdictions, firms }: World): number => sum(jurisdictions.cash) + sum(firms.cash);
