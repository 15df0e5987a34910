import { array, assert, nat, property, shuffledSubarray } from "fast-check";
import { describe, expect, test } from "vitest";
import { ALONE, type Crew, type Loop, openTotals } from "../../sim/numerics/crew.ts";
import { CHUNK, chunksOf } from "../../sim/numerics/visits.ts";
import { PROCESSES } from "../../sim/processes/order.ts";
import type { Scenario } from "../../sim/scenario/scenario.ts";
import type { World } from "../../sim/world/world.ts";
import { sameBytes } from "../laws/bytes.ts";
import { fromFile, valleyWithEveryLever } from "../laws/scenarios.ts";
import { openRun, runMonths } from "../laws/run.ts";

/** Which worker takes the next chunk of a loop, and which chunk it takes of those that are left. */
interface Turns {
  worker(): number;
  order(chunks: number): readonly number[];
}

/** Crews of several workers who take turns in one thread, as `turns` says. */
function crewsInTurn(workers: number, turns: Turns): Crew[] {
  const memory: ArrayBuffer[] = [];
  const loops: Loop[][] = Array.from({ length: workers }, () => []);
  return Array.from({ length: workers }, (_, me) => {
    let asked = 0;
    return {
      workers,
      me,
      memory: (bytes) => (memory[asked] ??= new ArrayBuffer(bytes)) && memory[asked++],
      loop(loop) {
        const which = loops[me].push(loop) - 1;
        return (step, rows) => {
          for (const own of loops) own[which].open?.(step);
          for (const chunk of turns.order(chunksOf(rows))) {
            const from = chunk * CHUNK;
            loops[turns.worker()][which].work(step, chunk, from, Math.min(rows, from + CHUNK));
          }
        };
      },
    };
  });
}

/** The world after some months in which every loop was shared. */
function worldShared(scenario: Scenario, months: number, workers: number, turns: Turns): World {
  const shared = PROCESSES.map((process) => ({
    ...process,
    prepare(setting: Parameters<typeof process.prepare>[0]) {
      const crews = crewsInTurn(workers, turns);
      const steps = crews.map((crew) => process.prepare({ ...setting, crew }));
      return steps[0];
    },
  }));
  const run = openRun(scenario, "turns", shared);
  runMonths(run, months);
  return run.built.world;
}

const inOrder: Turns = {
  worker: () => 0,
  order: (chunks) => Array.from({ length: chunks }, (_, chunk) => chunk),
};

describe("loops over people that workers share", () => {
  const scenario = fromFile("valley-small-towns", "scale=40", "years=2");
  const MONTHS = 14;
  /** More than any loop has here. */
  const MOST_CHUNKS = 32;
  const alone = worldShared(scenario, MONTHS, 1, inOrder);

  test("change the same whoever takes which chunk, and when", () => {
    const order = shuffledSubarray([...Array(MOST_CHUNKS).keys()], { minLength: MOST_CHUNKS });
    const takers = array(nat(2), { minLength: 5, maxLength: 40 });
    assert(
      property(order, takers, (shuffled, taken) => {
        let k = 0;
        const turns: Turns = {
          worker: () => taken[k++ % taken.length],
          order(chunks) {
            expect(chunks).toBeLessThanOrEqual(MOST_CHUNKS);
            return shuffled.filter((chunk) => chunk < chunks);
          },
        };
        expect(sameBytes(worldShared(scenario, MONTHS, 3, turns), alone)).toBe(true);
      }),
      { seed: 20_202, numRuns: 5 },
    );
  });

  test("change the same under every lever", () => {
    const governed = valleyWithEveryLever(40, 2);
    let k = 0;
    const turns: Turns = {
      worker: () => (7 * k++) % 3,
      order: (chunks) => inOrder.order(chunks).toReversed(),
    };
    const together = worldShared(governed, MONTHS, 3, turns);
    expect(sameBytes(together, worldShared(governed, MONTHS, 1, inOrder))).toBe(true);
    expect(together.settlements.relocated.some((persons) => persons > 0)).toBe(true);
  });

  test("change the same under other laws of choice", () => {
    const settings = ["parameters.nestDissimilarity=0.5", "parameters.destinationLaw=1"];
    const lawful = fromFile("valley-small-towns", "scale=40", "years=2", ...settings);
    let k = 0;
    const turns: Turns = {
      worker: () => (5 * k++) % 3,
      order: (chunks) => inOrder.order(chunks).toReversed(),
    };
    const together = worldShared(lawful, MONTHS, 3, turns);
    expect(sameBytes(together, worldShared(lawful, MONTHS, 1, inOrder))).toBe(true);
    expect(sameBytes(together, alone)).toBe(false);
  });

  test("have several chunks here, or there would be nothing to share", () => {
    const { built } = openRun(scenario, "turns", []);
    expect(chunksOf(built.world.clock.personRows[0])).toBeGreaterThan(2);
  });

  test("give another world where a chunk is left out", () => {
    const lazy: Turns = { ...inOrder, order: (chunks) => inOrder.order(chunks).slice(1) };
    const [some, all] = [lazy, inOrder].map((turns) => worldShared(scenario, 1, 1, turns));
    expect(sameBytes(some, all)).toBe(false);
  });
});

describe("totals of a crew", () => {
  test("add up what all workers hand in, and begin at nothing", () => {
    const crews = crewsInTurn(3, inOrder);
    const totals = crews.map((crew) => openTotals(crew, 2));
    totals.forEach(({ own }, me) => own.set([me + 1, 10 * me]));
    totals[0].gather();
    expect([...totals[0].own]).toEqual([6, 30]);
    totals[0].clear();
    expect(totals.map(({ own }) => [...own])).toEqual([
      [0, 0],
      [0, 0],
      [0, 0],
    ]);
  });

  test("are those of the one worker where there is one", () => {
    const totals = openTotals(ALONE, 1);
    totals.own[0] = 7;
    totals.gather();
    expect(totals.own[0]).toBe(7);
  });
});
