import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { PROCESSES } from "../../sim/processes/order.ts";
import type { Scenario } from "../../sim/scenario/scenario.ts";
import { Activity, Mode } from "../../sim/world/persons.ts";
import { copyWorld, type World } from "../../sim/world/world.ts";
import { misses, oddNumbers, openBooks } from "./books.ts";
import { openRun, runMonths } from "./run.ts";
import { someGovernedWorld, someWorld, valleyWithEveryLever } from "./scenarios.ts";

/** Looks in after every process of every month; what was wrong, by process, with the month. */
function watchRun(scenario: Scenario, months: number): Map<string, string[]> {
  const run = openRun(scenario, "conservation");
  const opening = openBooks(run.built.world);
  const wrong = new Map<string, string[]>(PROCESSES.map(({ name }) => [name, []]));
  wrong.set("the start", [...misses(run.built.world, opening), ...oddNumbers(run.built.world)]);
  runMonths(run, months, (world, name, month) => {
    const found = [...misses(world, opening), ...oddNumbers(world)];
    wrong.get(name)!.push(...found.map((what) => `month ${month}: ${what}`));
  });
  return wrong;
}

describe("people, money and land are conserved, and no number is odd, after each process", () => {
  let valley: Map<string, string[]> | undefined;
  const ofValley = (): Map<string, string[]> => (valley ??= watchRun(valleyWithEveryLever(60, 3), 36));

  it.each(["the start", ...PROCESSES.map(({ name }) => name)])(
    "%s in the valley, under every lever",
    (name) => {
      expect(ofValley().get(name)).toEqual([]);
    },
  );

  it("in small worlds with parameters anywhere in the table's bounds", () => {
    fc.assert(
      fc.property(someWorld(2), (scenario) => {
        for (const found of watchRun(scenario, 14).values()) expect(found).toEqual([]);
      }),
      { seed: 41, numRuns: 40 },
    );
  });

  it("in small worlds under policies of any strength", () => {
    fc.assert(
      fc.property(someGovernedWorld(2), (scenario) => {
        for (const found of watchRun(scenario, 20).values()) expect(found).toEqual([]);
      }),
      { seed: 42, numRuns: 30 },
    );
  });

  it("for eighty years at the highest interest, when accounts are full", () => {
    const world = valleyWithEveryLever(400, 80);
    const run = openRun({ ...world, parameters: { depositRate: 0.3 } }, "rich");
    const opening = openBooks(run.built.world);
    runMonths(run, 960);
    expect(Math.max(...run.built.world.persons.savings)).toBeGreaterThan(1_500_000_000);
    expect([...misses(run.built.world, opening), ...oddNumbers(run.built.world)]).toEqual([]);
  });
});

describe("the tests' own books notice what a process could do wrong", () => {
  const run = openRun(valleyWithEveryLever(200, 1), "books");
  runMonths(run, 3);
  const opening = openBooks(run.built.world);
  const working = (world: World): number =>
    world.persons.activity.findIndex(
      (does, i) => does === Activity.manufacturing && world.persons.flags[i] !== 0,
    );

  const harm: Record<string, (world: World) => void> = {
    "a yuan made": (w) => (w.jurisdictions.cash[0] += 1),
    "a yuan lost by a firm": (w) => (w.firms.cash[3] -= 1),
    "a square metre lost": (w) => (w.settlements.reserve[4] -= 1),
    "a hectare moved to another settlement": (w) => {
      w.settlements.ecological[5] -= 1;
      w.settlements.ecological[6] += 1;
    },
    "a person gone": (w) => (w.persons.flags[working(w)] = 0),
    "a person who lives elsewhere than counted": (w) => (w.persons.residence[working(w)] += 1),
    "a worker counted in another sector": (w) => (w.persons.activity[working(w)] = Activity.services),
    "savings that no bank knows": (w) => (w.persons.savings[working(w)] += 1),
    "an account elsewhere than counted": (w) => {
      const away = w.persons.mode.findIndex(
        (mode, i) => mode === Mode.circulating && w.persons.savings[i] > 0,
      );
      w.persons.mode[away] = Mode.settled;
    },
    "a loan without a lender": (w) => (w.firms.debt[0] += 1),
    "deposits moved between counties without cash": (w) => {
      w.jurisdictions.vault[0] -= 1;
      w.jurisdictions.vault[1] += 1;
    },
    "a person lost from the family list": (w) =>
      (w.households.first[w.persons.household[working(w)]] = 0xffffffff),
    "a family elsewhere": (w) => (w.network.count[0] += 1),
    "a homestead idle though lived in": (w) => {
      const lived = w.households.present.findIndex((n, k) => n > 0 && w.households.homestead[k] === 1);
      w.households.homestead[lived] = 2;
    },
  };
  it.each(Object.entries(harm))("%s", (_, break_) => {
    const world = copyWorld(run.built.world);
    expect(misses(world, opening)).toEqual([]);
    break_(world);
    expect(misses(world, opening)).not.toEqual([]);
  });

  const odd: Record<string, (world: World) => void> = {
    "a price that is no number": (w) => (w.settlements.wage[2] = NaN),
    "an infinite wish": (w) => (w.firms.desire[2] = Infinity),
    "half a yuan": (w) => (w.settlements.pool[2] += 0.5),
    "a debt of land": (w) => (w.settlements.arable[2] = -1),
    "savings below zero": (w) => (w.persons.savings[2] = -1),
    "a share above one": (w) => (w.settlements.unemployment[2] = 1.01),
  };
  it.each(Object.entries(odd))("%s", (_, break_) => {
    const world = copyWorld(run.built.world);
    expect(oddNumbers(world)).toEqual([]);
    break_(world);
    expect(oddNumbers(world)).not.toEqual([]);
  });
});
