/** What moves the profiles of cities, and when it tells. */
import { describe, expect, it } from "vitest";
import { MANUFACTURING, SECTORS } from "../../../sim/world/jurisdictions.ts";
import { type World } from "../../../sim/world/world.ts";
import { differences } from "../../laws/bytes.ts";
import { openRun, runMonths } from "../../laws/run.ts";
import { valleyWithEveryLever } from "../../laws/scenarios.ts";
import { benchFor, sum } from "../bench.ts";
import { DECEMBER, shares, steer, towns, valley } from "./cities.ts";

/** What a December moves in a place. */
const PLACES = [
  "functions.complement",
  "functions.factor",
  "markets.share",
  "markets.taken",
  "markets.price",
];

describe("profiles", () => {
  it("stay shares that sum to 1 under every lever", () => {
    const run = openRun(valleyWithEveryLever(40, 8), "shares");
    runMonths(run, 96, (world, process) => {
      if (process !== "functions") return;
      for (const j of towns(world)) {
        expect(sum(shares(world, j))).toBeCloseTo(1, 9);
        expect(Math.min(...shares(world, j))).toBeGreaterThanOrEqual(0);
      }
    });
    expect(sum(run.built.world.markets.share)).toBeCloseTo(1, 12);
  });

  it("move by the part of capital that is new, and not without", () => {
    const { before, after } = benchFor("functions", valley, 3);
    const still = after((w) => w.firms.invested.fill(0));
    expect([...still.branches.share]).toEqual([...before.branches.share]);
    const j = towns(before)[0];
    const fresh = after((w) => {
      w.firms.invested.fill(0);
      // The villages of the place count with it.
      for (let k = 0; k < w.sizes.settlements; k++) {
        if (w.settlements.town[k] !== j) continue;
        w.firms.invested[k * SECTORS + MANUFACTURING] = w.firms.capital[k * SECTORS + MANUFACTURING] / 10;
      }
    });
    const from = shares(before, j);
    shares(fresh, j).forEach((share, b) => {
      const chosen = 0.9 * from[b] + 0.1 * before.markets.taken[b];
      expect(share).toBeCloseTo(0.9 * from[b] + 0.1 * chosen, 9);
    });
    for (const other of towns(before).slice(1))
      expect([...shares(fresh, other)]).toEqual([...shares(before, other)]);
  });

  it.each([1, 2])("alone are what rule %d moves, until markets are cleared", (rule) => {
    const free = benchFor("functions", valley, 3).after();
    const steered = benchFor("functions", steer(rule), 3).after();
    const moved = differences(free, steered).map((line) => line.replace(/\[.*/, ""));
    expect(moved.filter((path) => !path.startsWith("levers."))).toEqual(["branches.share"]);
  });

  it("are not moved by a rule without power", () => {
    const free = benchFor("functions", valley, DECEMBER).after();
    const named = benchFor("functions", steer(2, 0), DECEMBER).after();
    expect(differences(free, named).filter((line) => !line.startsWith("levers."))).toEqual([]);
  });

  it("grow alike where all are steered to the same, and apart where each goes its own way", () => {
    const [free, same, own] = [0, 1, 2].map((rule) => {
      const run = openRun(steer(rule, rule === 0 ? 0 : 0.5), "apart");
      runMonths(run, 120);
      return run.built.world;
    });
    const mean = (world: World): number =>
      sum(towns(world).map((j) => world.functions.complement[j])) / towns(world).length;
    expect(mean(same)).toBeLessThan(mean(free) * 0.8);
    expect(mean(own)).toBeGreaterThan(mean(free) * 1.1);
    const lost = (world: World): number =>
      sum(world.markets.share.map((share, b) => share * (1 - world.markets.price[b])));
    expect(lost(same)).toBeGreaterThan(lost(own));
    expect(lost(same)).toBeGreaterThan(lost(free));
  });
});

describe("a December", () => {
  it("clears markets and weighs places, other months don't", () => {
    const march = benchFor("functions", valley, 2);
    const touched = (before: World, world: World): string[] =>
      differences(before, world).map((line) => line.replace(/\[.*/, ""));
    expect(touched(march.before, march.after())).toEqual(["branches.share"]);
    const december = benchFor("functions", valley, DECEMBER);
    const changed = touched(december.before, december.after());
    for (const path of PLACES) expect(changed).toContain(path);
  });
});
