/** The plan of a batch: which runs belong in its folder. A folder serves one plan only. */
import { join } from "node:path";
import type { Model } from "../model.ts";
import { commandOf, identityOf, inputFiles, type Prepared } from "../prepare.ts";
import { counted } from "../report/counted.ts";
import type { RunTask } from "../runners/runner.ts";
import { writeFiles } from "./atomic.ts";
import type { Disk } from "./disk.ts";
import { StoreError } from "./faults.ts";
import { jsonText } from "./manifest.ts";
import { PLAN_NAME } from "./output.ts";

/** Everything that decides what a batch leaves behind. */
export interface BatchPlan {
  readonly format: 1;
  readonly urflow: string;
  /** Digest of the built program: equal versions may differ while someone works on the model. */
  readonly build: string;
  readonly scenarios: readonly { readonly id: string; readonly digest: string }[];
  readonly set: readonly string[];
  readonly seeds: readonly string[];
}

export interface PlannedRun extends RunTask {
  /** From the folder of the batch, with `/`. */
  readonly name: string;
}

/** Every scenario with every seed, scenario by scenario. */
export const plannedRuns = (
  model: Model,
  folder: string,
  scenarios: readonly Prepared[],
  seeds: readonly string[],
): PlannedRun[] =>
  scenarios.flatMap((prepared) =>
    seeds.map((seed) => {
      const name = `runs/${prepared.scenario.id}/seed-${seed}`;
      const command = commandOf(prepared, seed, `inputs/${prepared.scenario.id}`);
      const run = identityOf(model, prepared, seed);
      return { name, source: prepared.source, run, keep: { folder: join(folder, name), command } };
    }),
  );

/** Folders below the batch's own in which a kill may leave something half written. */
export const foldersOf = (scenarios: readonly Prepared[]): string[] =>
  scenarios.flatMap(({ scenario: { id } }) => [`runs/${id}`, `inputs/${id}`, `inputs/${id}/policies`]);

/**
 * Writes the plan and its inputs, or finds that the same plan stands there already.
 *
 * @throws StoreError when the folder was begun by another command
 */
export async function claimPlan(
  disk: Disk,
  folder: string,
  plan: BatchPlan,
  scenarios: readonly Prepared[],
): Promise<void> {
  const text = jsonText(plan);
  const standing = await disk.read(join(folder, PLAN_NAME));
  if (standing === undefined) {
    const inputs = scenarios.flatMap((prepared) => [
      ...inputFiles(prepared, `inputs/${prepared.scenario.id}`),
    ]);
    await writeFiles(disk, folder, new Map([...inputs, [PLAN_NAME, text]]));
    return;
  }
  const found = new TextDecoder().decode(standing);
  if (found === text) return;
  throw new StoreError(
    folder,
    `the folder belongs to another batch (${planDifference(found, plan)})`,
    "Give the command it was begun with, or choose another folder with --out.",
  );
}

function planDifference(found: string, plan: BatchPlan): string {
  let other: Partial<Record<keyof BatchPlan, unknown>>;
  try {
    // Only compared and shown below, whatever it may hold.
    other = JSON.parse(found) as Partial<Record<keyof BatchPlan, unknown>>;
  } catch {
    return `its ${PLAN_NAME} cannot be read`;
  }
  const ids = (scenarios: unknown): string => JSON.stringify(scenarios);
  if (other.urflow !== plan.urflow) return `urflow ${String(other.urflow)} there, ${plan.urflow} here`;
  if (other.build !== plan.build) return `it was begun by another build of urflow ${plan.urflow}`;
  if (ids(other.seeds) !== ids(plan.seeds))
    return `${counted(count(other.seeds), "seed")} there, ${plan.seeds.length} here`;
  if (ids(other.set) !== ids(plan.set)) return `settings ${ids(other.set)} there, ${ids(plan.set)} here`;
  const names = (scenarios: unknown): string =>
    Array.isArray(scenarios) ? scenarios.map((one: { id?: unknown }) => String(one?.id)).join(", ") : "none";
  const [there, here] = [names(other.scenarios), names(plan.scenarios)];
  return there === here
    ? `the text of a scenario has changed since`
    : `scenarios ${there} there, ${here} here`;
}

const count = (list: unknown): number => (Array.isArray(list) ? list.length : 0);
