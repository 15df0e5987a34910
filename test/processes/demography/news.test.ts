import { describe, expect, it } from "vitest";
import { purposeKey, Purpose, rootKey } from "../../../sim/numerics/keyed.ts";
import { CHUNK } from "../../../sim/numerics/visits.ts";
import { considerations, openThinkers } from "../../../sim/processes/migration/thinkers.ts";
import { PROCESSES } from "../../../sim/processes/order.ts";
import { Activity, ALIVE, Mode } from "../../../sim/world/persons.ts";
import { copyWorld, type World } from "../../../sim/world/world.ts";
import { openRun } from "../../laws/run.ts";
import { fromFile } from "../../laws/scenarios.ts";
import { rowsWhere } from "../bench.ts";

const scenario = fromFile("valley", "scale=10", "years=3");
const { setting } = openRun(scenario, "news", []);
const root = rootKey("news");

/** Rows of those who think in one of a hundred months, each month in its own luck. */
function thinkers(world: World, month: number, eventFactor: number): Map<number, number> {
  const rate = considerations(setting.assumptions);
  const keys = [Purpose.consider, Purpose.choice].map((purpose) => purposeKey(root, purpose));
  const { list, ofChunk } = openThinkers(world, rate, keys[0], keys[1], eventFactor);
  const rows = world.clock.personRows[0];
  const times = new Map<number, number>();
  for (let chunk = 0; chunk * CHUNK < rows; chunk++) {
    const n = ofChunk(month, chunk, rows);
    for (const i of list.subarray(0, n)) times.set(i, (times.get(i) ?? 0) + 1);
  }
  return times;
}

describe("news from home", () => {
  const { persons: p, clock } = setting.world;
  const workers = rowsWhere(
    clock.personRows[0],
    (i) => p.activity[i] === Activity.outside || p.activity[i] === Activity.manufacturing,
  );
  const away = workers.filter((i) => p.mode[i] >= Mode.circulating);
  const home = workers.filter((i) => p.mode[i] < Mode.circulating);
  const count = (
    rows: readonly number[],
    world: World,
    factor: number,
    months: readonly number[],
  ): number => {
    let thinking = 0;
    for (const month of months) {
      const who = thinkers(world, month, factor);
      for (const i of rows) if (who.has(i)) thinking++;
    }
    return thinking;
  };
  const withNews = copyWorld(setting.world);
  withNews.households.event.fill(20 + 1);
  const soon = [21, 22, 23, 24, 25, 26];

  it("makes those away think of moving as many times as often as is said, and nobody else", () => {
    const usual = count(away, setting.world, 3, soon);
    const moved = count(away, withNews, 3, soon);
    expect(usual).toBeGreaterThan(100);
    expect(Math.abs(moved - 3 * usual)).toBeLessThan(4 * Math.sqrt(9 * usual + moved));
    expect(count(home, withNews, 3, soon)).toBe(count(home, setting.world, 3, soon));
    expect(count(away, withNews, 1, soon)).toBe(usual);
  });

  it("is over after half a year", () => {
    const later = [27, 28, 40];
    expect(count(away, withNews, 3, later)).toBe(count(away, setting.world, 3, later));
  });

  it("is a birth or a death in the family, and the month is kept", () => {
    const run = openRun(
      scenario,
      "events",
      PROCESSES.filter(({ name }) => name === "demography"),
    );
    const { world } = run.built;
    expect(Math.max(...world.households.event)).toBe(0);
    for (let month = 0; month < 24; month++) {
      const before = copyWorld(world);
      run.steps[0].step(month);
      const touched = new Set<number>();
      for (let i = 0; i < world.clock.personRows[0]; i++) {
        const lived = (before.persons.flags[i] & ALIVE) !== 0;
        const same = lived && before.persons.key[i] === world.persons.key[i];
        if (lived && (!same || (world.persons.flags[i] & ALIVE) === 0))
          touched.add(before.persons.household[i]);
        if ((world.persons.flags[i] & ALIVE) !== 0 && !same) touched.add(world.persons.household[i]);
      }
      expect(touched.size).toBeGreaterThan(5);
      for (let k = 0; k < world.clock.householdRows[0]; k++) {
        const expected = touched.has(k) ? month + 1 : before.households.event[k];
        expect(world.households.event[k]).toBe(expected);
      }
    }
  });
});
