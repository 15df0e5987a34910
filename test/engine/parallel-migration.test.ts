import { describe, expect, test } from "vitest";
import { createBoard } from "../../sim/engine/parallel/board.ts";
import { leadSteps } from "../../sim/engine/parallel/crew.ts";
import { createMigrationWorld, MOST_PLACES } from "../../sim/engine/parallel/migration/columns.ts";
import { migrationHash } from "../../sim/engine/parallel/migration/hash.ts";
import { migrationKernel } from "../../sim/engine/parallel/migration/kernel.ts";
import { startMigration } from "../../sim/engine/parallel/migration/start.ts";
import { referenceStep } from "./migration-reference.ts";

const sizes = { agents: 20_000, places: 500 };

function run(world: ReturnType<typeof startMigration>, seed: string, steps: number): void {
  const kernel = migrationKernel(world, seed);
  leadSteps(kernel, createBoard(kernel, 1, false), 0, steps);
}

describe("the migration kernel", () => {
  test("moves every agent to where the model written out plainly moves it", () => {
    const world = startMigration(sizes, "plain");
    const plain = startMigration(sizes, "plain");
    run(world, "plain", 8);
    for (let step = 0; step < 8; step++) referenceStep(plain, "plain", step);
    expect(world.people.place).toEqual(plain.people.place);
    expect(world.places.residents).toEqual(plain.places.residents);
    expect(world.places.pay).toEqual(plain.places.pay);
    expect(world.record.moves[0]).toBe(plain.record.moves[0]);
    expect(world.record.distance[0]).toBeCloseTo(plain.record.distance[0], 9);
    expect(world.record.moves[0]).toBeGreaterThan(1000);
  });

  test("counts as residents those who live in a place", () => {
    const world = startMigration(sizes, "count");
    run(world, "count", 40);
    const counted = new Int32Array(sizes.places);
    for (const place of world.people.place) counted[place]++;
    expect(world.places.residents).toEqual(counted);
  });

  test("gives another life under another seed, and the same under the same", () => {
    const hashes = ["a", "a", "b"].map((seed) => {
      const world = startMigration(sizes, "world");
      run(world, seed, 5);
      return migrationHash(world);
    });
    expect(hashes[1]).toBe(hashes[0]);
    expect(hashes[2]).not.toBe(hashes[0]);
  });

  test("goes on from any step as if it had never stopped", () => {
    const through = startMigration(sizes, "halves");
    const halves = startMigration(sizes, "halves");
    run(through, "halves", 20);
    for (const [from, to] of [
      [0, 7],
      [7, 20],
    ] as const) {
      const kernel = migrationKernel(halves, "halves");
      leadSteps(kernel, createBoard(kernel, 1, false), from, to);
    }
    expect(migrationHash(halves)).toBe(migrationHash(through));
  });

  test("has nine bytes of state for an agent", () => {
    const bytes = (agents: number): number =>
      createMigrationWorld({ agents, places: 500 }, false).buffer.byteLength;
    expect((bytes(800_000) - bytes(400_000)) / 400_000).toBe(9);
  });

  test("refuses more places than its draws can tell apart", () => {
    expect(() => createMigrationWorld({ agents: 1, places: MOST_PLACES + 1 }, false)).toThrow(
      "expected 1 to 800",
    );
  });

  test("refuses a place whose utility its table of weights does not hold", () => {
    const world = startMigration(sizes, "rich");
    world.places.pay[7] = 50;
    expect(() => run(world, "rich", 1)).toThrow("place 7 pays 50");
  });
});
