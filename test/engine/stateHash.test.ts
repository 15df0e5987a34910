import { describe, expect, it } from "vitest";
import { ALONE, type Crew } from "../../sim/numerics/crew.ts";
import { CHUNK, chunksOf } from "../../sim/numerics/visits.ts";
import { FIRST_LINK, hashOf, openStateHash, stateHash } from "../../sim/engine/stateHash.ts";
import { copyWorld, TABLES, type TableName, type World } from "../../sim/world/world.ts";
import { buildWorld } from "../../sim/scenario/build/build.ts";
import { fromFile, policyOf } from "../laws/scenarios.ts";

const start = buildWorld(fromFile("valley", "scale=400", "years=1")).world;
const hashed = (world: World, everyPerson: boolean): string =>
  stateHash(copyWorld(world), FIRST_LINK, everyPerson);
/** Books about policies, by their names: they are no part of the state. */
const UNSEEN = new Set<TableName>(["outlays"]);
const seen = (Object.keys(TABLES) as TableName[]).filter((table) => !UNSEEN.has(table));
const columns = seen.flatMap((table) => Object.keys(TABLES[table]).map((name) => ({ table, name })));
/** Tables that only the yearly hash takes in: people and enterprises, who show in the accounts each month, roads, and levers. */
const YEARLY = new Set<TableName>(["persons", "households", "enterprises", "reach", "levers"]);
const CHAIN = new Set(["hash0", "hash1"]);

function nudged(table: TableName, name: string, row: number): World {
  const world = copyWorld(start);
  const column = (world[table] as Record<string, Float64Array>)[name];
  column[row] = column[row] === 0 ? 1 : column[row] * 0.5;
  return world;
}

describe("the state hash", () => {
  it.each(columns)("sees one changed number of $table.$name", ({ table, name }) => {
    const { length } = (start[table] as Record<string, ArrayLike<number>>)[name];
    for (const row of [0, Math.floor(length / 2), length - 1]) {
      const changed = nudged(table, name, row);
      const isChain = table === "clock" && CHAIN.has(name);
      expect(hashed(changed, true) === hashed(start, true)).toBe(isChain);
      if (!isChain) expect(hashed(changed, false) === hashed(start, false)).toBe(YEARLY.has(table));
    }
  });

  it("doesn't see how the cost of a policy is booked: a world is the same whatever its policies are called", () => {
    const valley = fromFile("valley", "scale=400", "years=1");
    const world = buildWorld({ ...valley, policies: [policyOf("named", [])] }).world;
    const before = hashed(world, true);
    expect(before).toBe(hashed(start, true));
    world.outlays.cost.fill(5);
    expect(hashed(world, true)).toBe(before);
  });

  it("is the same where no lever is set and where a world has none for lack of policies", () => {
    const bare = buildWorld(fromFile("valley", "scale=400", "years=1"), { levers: false }).world;
    expect(bare.offsets.end).toBeLessThan(start.offsets.end);
    expect(hashed(bare, true)).toBe(hashed(start, true));
  });

  it("links to the hash before it, and stands in the clock", () => {
    const world = copyWorld(start);
    const first = stateHash(world, FIRST_LINK, true);
    expect(hashOf(world)).toBe(first);
    const second = stateHash(world, first, true);
    expect(second).not.toBe(first);
    expect(hashOf(world)).toBe(second);
    expect(stateHash(world, "0123456789abcdef", true)).not.toBe(second);
  });

  it("is that of segments in their order, whoever reads them", () => {
    const world = buildWorld(fromFile("valley", "scale=10", "years=1")).world;
    const alone = stateHash(copyWorld(world), FIRST_LINK, true);
    let segments = 0;
    const backwards: Crew = {
      ...ALONE,
      loop: (loop) => (step, rows) => {
        for (let chunk = chunksOf(rows) - 1; chunk >= 0; chunk--) {
          segments++;
          loop.work(step, chunk, chunk * CHUNK, Math.min(rows, (chunk + 1) * CHUNK));
        }
      },
    };
    expect(openStateHash(copyWorld(world), backwards)(FIRST_LINK, true)).toBe(alone);
    expect(segments).toBeGreaterThan(3);
  });

  it.each([true, false])(
    "lets its thread do something once meanwhile, everyone read or not: %s",
    (everyPerson) => {
      let done = 0;
      const link = openStateHash(copyWorld(start))(FIRST_LINK, everyPerson, () => void done++);
      expect(link).toBe(hashed(start, everyPerson));
      expect(done).toBe(1);
    },
  );

  it("leaves the chain as it was where what is done meanwhile fails", () => {
    const world = copyWorld(start);
    const takeHash = openStateHash(world);
    const first = takeHash(FIRST_LINK, true);
    const fail = (): void => {
      throw new Error("a yuan is missing");
    };
    expect(() => takeHash(first, false, fail)).toThrow("a yuan is missing");
    expect(hashOf(world)).toBe(first);
    expect(takeHash(first, false)).toBe(stateHash(copyWorld(world), first, false));
  });

  it("does not depend on the chain that stands in the clock", () => {
    const world = copyWorld(start);
    world.clock.hash0[0] = 7;
    world.clock.hash1[0] = 9;
    expect(stateHash(world, FIRST_LINK, true)).toBe(hashed(start, true));
  });
});
