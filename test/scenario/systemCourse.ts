/** A system beside the same world without it: what differs, and which process was the first to move it. */
import { LEVERS, leverValues } from "../../sim/policy/levers.ts";
import type { Scenario } from "../../sim/scenario/scenario.ts";
import { TABLES, type TableName, type World } from "../../sim/world/world.ts";
import { openRun, type OpenRun } from "../laws/run.ts";
import { fromFile } from "../laws/scenarios.ts";
import type { Effect } from "./systemEffects.ts";

/** The month in which the policies begin here; earlier than as written, which is all the same to them. */
const firstMonth = ({ yearly = false }: Effect): number => (yearly ? 11 : 1);

/** The scenario in few agents, with its policies from that month on, and what it is held against. */
function pairOf(effect: Effect): readonly [Scenario, Scenario] {
  const { id, set = [], against = ["policies=[]"] } = effect;
  const { start, policies, world } = fromFile(id);
  // A city cluster has forty times the people of Quzhou.
  const scale = world.counties.length > 6 && id !== "meetjesland-platform" ? 10_000 : 1000;
  const from = `${start}-${String(firstMonth(effect) + 1).padStart(2, "0")}`;
  const begin = policies.map((policy) => `policies.${policy.id}.from=${from}`);
  const run = (given: readonly string[]): Scenario => {
    const shared = given.includes("policies=[]") ? [] : begin;
    return fromFile(id, `scale=${scale}`, "years=2", ...shared, ...given);
  };
  return [run(set), run(against)];
}

const bytesOf = ({ buffer, byteOffset, byteLength }: Uint8Array | Float64Array): Buffer =>
  Buffer.from(buffer, byteOffset, byteLength);

/** Columns in which two worlds differ; levers, and what is booked of policies, are theirs by design. */
function differing(one: World, other: World): string[] {
  const found: string[] = [];
  for (const table of Object.keys(TABLES) as TableName[]) {
    if (table === "levers" || table === "outlays") continue;
    // Tables have columns of other names, but all of them are typed arrays.
    const [a, b] = [one[table], other[table]] as unknown as Record<string, Float64Array>[];
    for (const name of Object.keys(a))
      if (!bytesOf(a[name]).equals(bytesOf(b[name]))) found.push(`${table}.${name}`);
  }
  return found;
}

/** Levers that differ at some place. */
function pulled(one: World, other: World): string[] {
  return LEVERS.filter((lever) => {
    const there = leverValues(other, lever);
    return leverValues(one, lever).some((value, j) => value !== there[j]);
  });
}

export interface Course {
  /** Columns that differed when the policies' first month began. */
  readonly before: readonly string[];
  readonly pulled: readonly string[];
  /** In the first month in which it shows, each process that was first to move anything, and what. */
  readonly moved: readonly (readonly [process: string, columns: readonly string[]])[];
}

/** Both arms month by month up to the first month in force, and then process by process. */
export function courseOf(effect: Effect): Course {
  const [arm, base]: OpenRun[] = pairOf(effect).map((scenario) => openRun(scenario, "systems"));
  const [one, other] = [arm.built.world, base.built.world];
  const first = firstMonth(effect);
  for (let month = 0; month < first; month++) {
    for (const { built, steps } of [arm, base]) {
      for (const { step } of steps) step(month);
      built.world.clock.month[0] = month + 1;
    }
  }
  const before = differing(one, other);
  const seen = new Set(before);
  const moved: (readonly [string, string[]])[] = [];
  for (let month = first; moved.length === 0 && month < first + (effect.within ?? 1); month++) {
    arm.steps.forEach(({ name, step }, k) => {
      step(month);
      base.steps[k].step(month);
      const columns = differing(one, other).filter((column) => !seen.has(column));
      for (const column of columns) seen.add(column);
      if (columns.length > 0) moved.push([name, columns]);
    });
    for (const { clock } of [one, other]) clock.month[0] = month + 1;
  }
  return { before, pulled: pulled(one, other), moved };
}
