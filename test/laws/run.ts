/** A run taken apart: the world and each process by name, so that a law can look in after every one of them. */
import { rootKey } from "../../sim/numerics/keyed.ts";
import { resolveMeasures } from "../../sim/engine/measures.ts";
import { PROCESSES } from "../../sim/processes/order.ts";
import type { Process, Setting, Step } from "../../sim/processes/process.ts";
import { buildWorld, type Built } from "../../sim/scenario/build/build.ts";
import type { Scenario } from "../../sim/scenario/scenario.ts";
import type { World } from "../../sim/world/world.ts";

export interface OpenRun {
  readonly built: Built;
  readonly setting: Setting;
  readonly steps: readonly { readonly name: string; readonly step: Step }[];
}

export function settingOf(scenario: Scenario, built: Built): Setting {
  const { world, places, assumptions, drivers } = built;
  return {
    world,
    assumptions,
    drivers,
    measures: resolveMeasures(scenario, world, places),
    root: { key0: world.clock.key0[0], key1: world.clock.key1[0] },
  };
}

export function openRun(
  scenario: Scenario,
  seed: string,
  processes: readonly Process[] = PROCESSES,
): OpenRun {
  const built = buildWorld(scenario);
  const root = rootKey(seed);
  built.world.clock.key0[0] = root.key0;
  built.world.clock.key1[0] = root.key1;
  const setting = settingOf(scenario, built);
  return { built, setting, steps: processes.map(({ name, prepare }) => ({ name, step: prepare(setting) })) };
}

/** Goes on by months, and calls `after` behind each process. */
export function runMonths(
  { built, steps }: OpenRun,
  months: number,
  after: (world: World, process: string, month: number) => void = () => {},
): void {
  const { world } = built;
  for (let k = 0; k < months; k++) {
    const month = world.clock.month[0];
    for (const { name, step } of steps) {
      step(month);
      after(world, name, month);
    }
    world.clock.month[0] = month + 1;
  }
}
