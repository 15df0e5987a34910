import { describe, expect, it } from "vitest";
import { PROCESSES } from "../../sim/processes/order.ts";
import type { Driver, Scenario } from "../../sim/scenario/scenario.ts";
import { COLUMNS } from "./books.ts";
import { openRun } from "./run.ts";
import { valleyWithEveryLever } from "./scenarios.ts";
import { type Seen, watchSetting } from "./watch.ts";

/** Years with every lever, and a plague at the end, so that each process comes to all that it ever does. */
const MONTHS = 60;
const world = valleyWithEveryLever(40, MONTHS / 12);
/** Where the state makes good every gap no county borrows, so it begins to when some have. */
const policies = world.policies.map((policy) => ({
  ...policy,
  measures: policy.measures.map((measure) =>
    measure.lever === "budgetRule" ? { ...measure, from: "2023-01" } : measure,
  ),
}));
const plague: Driver = {
  ...world.drivers.mortality,
  points: [
    [2020, 1],
    [2023, 1],
    [2024, 150],
  ],
};
const scenario: Scenario = { ...world, policies, drivers: { ...world.drivers, mortality: plague } };

let watched: ReadonlyMap<string, Seen> | undefined;

function watchAll(): ReadonlyMap<string, Seen> {
  if (watched !== undefined) return watched;
  const run = openRun(scenario, "declared", []);
  const processes = PROCESSES.map(({ name, prepare }) => {
    const { setting, seen } = watchSetting(run.setting);
    return { name, seen, step: prepare(setting) };
  });
  for (let month = 0; month < MONTHS; month++) {
    for (const { step } of processes) step(month);
    run.built.world.clock.month[0] = month + 1;
  }
  return (watched = new Map(processes.map(({ name, seen }) => [name, seen])));
}

describe("a process touches the columns that it declares, and no other", () => {
  describe.each(PROCESSES)("$name", ({ name, reads, writes }) => {
    const seen = (): Seen => watchAll().get(name)!;
    const declared = new Set<string>([...reads, ...writes]);

    it("reads what it declares to read, or to change", () => {
      expect([...seen().reads].filter((path) => !declared.has(path))).toEqual([]);
    });

    it("changes what it declares to change", () => {
      const changed = new Set<string>(writes);
      expect([...seen().writes].filter((path) => !changed.has(path))).toEqual([]);
    });

    it("declares nothing that it never touches", () => {
      const touched = new Set([...seen().reads, ...seen().writes]);
      expect([...declared].filter((path) => !touched.has(path))).toEqual([]);
      expect(writes.filter((path) => !seen().writes.has(path))).toEqual([]);
    });

    it("declares columns that exist, each once", () => {
      expect([...declared].filter((path) => !COLUMNS.includes(path))).toEqual([]);
      expect(new Set(reads).size).toBe(reads.length);
      expect(new Set(writes).size).toBe(writes.length);
    });
  });

  it("has a name of its own", () => {
    expect(new Set(PROCESSES.map(({ name }) => name)).size).toBe(PROCESSES.length);
  });
});
