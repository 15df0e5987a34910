import { array, assert, nat, property, shuffledSubarray } from "fast-check";
import { describe, expect, test } from "vitest";
import { createBoard, openBoard, Signal } from "../../sim/engine/parallel/board.ts";
import { leadSteps } from "../../sim/engine/parallel/crew.ts";
import { type ChunkKernel, chunksOf } from "../../sim/engine/parallel/kernel.ts";
import { migrationHash } from "../../sim/engine/parallel/migration/hash.ts";
import { migrationKernel } from "../../sim/engine/parallel/migration/kernel.ts";
import { startMigration } from "../../sim/engine/parallel/migration/start.ts";
import { closeStep, workChunk } from "../../sim/engine/parallel/share.ts";

const sizes = { agents: 6_500, places: 40 };
const STEPS = 3;

/**
 * The hash after some steps in which each chunk went to the worker that `turns` names, in the order of
 * `turns`.
 */
function hashOf(workers: number, turns: readonly (readonly [chunk: number, worker: number])[]): string {
  const world = startMigration(sizes, "turns");
  const kernels = Array.from({ length: workers }, () => migrationKernel(world, "turns"));
  const board = createBoard(kernels[0], workers, false);
  for (let step = 0; step < STEPS; step++) {
    for (const row of board.rows) row.fill(0);
    for (const kernel of kernels) kernel.open(step);
    for (const [chunk, worker] of turns) {
      workChunk(kernels[worker], step, chunk, board.rows[worker], board.chunkSums);
    }
    closeStep(kernels[0], board, step);
  }
  return migrationHash(world);
}

describe("a step shared among workers", () => {
  const chunks = Array.from({ length: chunksOf(sizes.agents) }, (_, chunk) => chunk);
  const alone = hashOf(
    1,
    chunks.map((chunk) => [chunk, 0] as const),
  );

  test("is the same whoever takes which chunk, and when", () => {
    const order = shuffledSubarray(chunks, { minLength: chunks.length });
    const takers = array(nat(4), { minLength: chunks.length, maxLength: chunks.length });
    assert(
      property(order, takers, (shuffled, taken) => {
        const turns = shuffled.map((chunk, k) => [chunk, taken[k]] as const);
        expect(hashOf(5, turns)).toBe(alone);
      }),
      { seed: 20_201, numRuns: 40 },
    );
  });

  test("is the same as one that the leader takes alone", () => {
    const world = startMigration(sizes, "turns");
    const kernel = migrationKernel(world, "turns");
    leadSteps(kernel, createBoard(kernel, 1, false), 0, STEPS);
    expect(migrationHash(world)).toBe(alone);
  });

  test("is another where a chunk is left out", () => {
    expect(
      hashOf(
        1,
        chunks.slice(1).map((chunk) => [chunk, 0] as const),
      ),
    ).not.toBe(alone);
  });
});

/** A kernel that counts its agents, sums a share that has no exact double, and notes what it was asked. */
function counting(
  agents: number,
  seen: [from: number, to: number][] = [],
): ChunkKernel & { totals: number[] } {
  const totals: number[] = [];
  return {
    name: "counting",
    agents,
    counts: 1,
    sums: 1,
    totals,
    open: () => undefined,
    work(_step, _chunk, from, to, counts, sums, at) {
      seen.push([from, to]);
      counts[0] += to - from;
      for (let i = from; i < to; i++) sums[at] += 1 / (i + 3);
    },
    close(_step, counts, sums) {
      totals.push(counts[0], sums[0]);
    },
  };
}

describe("a crew", () => {
  test("covers every agent once, in chunks of 1,024 and a rest", () => {
    const seen: [number, number][] = [];
    const kernel = counting(2_500, seen);
    leadSteps(kernel, createBoard(kernel, 1, false), 0, 1);
    expect(seen).toEqual([
      [0, 1024],
      [1024, 2048],
      [2048, 2500],
    ]);
    expect(kernel.totals[0]).toBe(2_500);
  });

  test("hands in anew at each step", () => {
    const kernel = counting(1_500);
    leadSteps(kernel, createBoard(kernel, 1, false), 0, 3);
    expect(kernel.totals.slice(2, 4)).toEqual(kernel.totals.slice(0, 2));
    expect(kernel.totals.slice(4)).toEqual(kernel.totals.slice(0, 2));
  });

  test("has no steps for a world without agents", () => {
    const kernel = counting(0);
    leadSteps(kernel, createBoard(kernel, 1, false), 0, 1);
    expect(kernel.totals).toEqual([0, 0]);
  });

  test("says how many followers did not answer", () => {
    const kernel = counting(10);
    const board = createBoard(kernel, 3, true);
    expect(() => leadSteps(kernel, board, 0, 1, 5)).toThrow(
      "counting, step 0: only 0 of 2 followers answered within 5 ms",
    );
  });

  test("names the follower that failed", () => {
    const kernel = counting(10);
    const board = createBoard(kernel, 2, true);
    const failing: ChunkKernel = {
      ...kernel,
      // Stands for a follower's thread that notes its failure while the leader works.
      open() {
        Atomics.store(board.signals, Signal.failed, 1);
        Atomics.store(board.signals, Signal.arrived, 1);
      },
    };
    expect(() => leadSteps(failing, board, 0, 1, 5)).toThrow("counting, step 0: worker 1 failed");
  });

  test("dismisses its followers where the leader's own share fails", () => {
    const kernel: ChunkKernel = {
      ...counting(10),
      open() {
        throw new Error("no ground");
      },
    };
    const board = createBoard(kernel, 2, true);
    expect(() => leadSteps(kernel, board, 0, 1, 5)).toThrow("no ground");
    expect(Atomics.load(board.signals, Signal.step)).toBe(-1);
  });
});

describe("the board of a crew", () => {
  test("is the same to all who open its buffer", () => {
    const own = createBoard(counting(5_000), 3, true);
    const other = openBoard(own.buffer, counting(5_000), 3);
    own.rows[2][0] = 7;
    own.chunkSums[4] = 0.5;
    expect(other.rows[2][0]).toBe(7);
    expect(other.chunkSums[4]).toBe(0.5);
    expect(other.rows[1][0]).toBe(0);
  });

  test.each([0, -1, 1.5])("refuses %s workers", (workers) => {
    expect(() => createBoard(counting(1), workers, false)).toThrow("expected a whole number from 1");
  });
});
