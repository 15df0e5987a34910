/** What places gain from each other by what they make, and lose where all make the same. */
import { describe, expect, it } from "vitest";
import { mean as average, standardDeviation } from "../../../sim/numerics/statistics.ts";
import { BRANCH_NAMES, type BranchName } from "../../../sim/world/functions.ts";
import { MANUFACTURING, SECTORS } from "../../../sim/world/jurisdictions.ts";
import { OUTSIDE } from "../../../sim/world/tiers.ts";
import { copyWorld, type World } from "../../../sim/world/world.ts";
import { openRun, runMonths } from "../../laws/run.ts";
import { benchFor } from "../bench.ts";
import { DECEMBER, make, towns, twoCities, works } from "./cities.ts";

describe("complementarity of two cities", () => {
  const { before, after, setting } = benchFor("functions", twoCities(), DECEMBER);
  const [core, seat] = towns(before);
  const inMinutes = (world: World, minutes: number): void => {
    world.zonePairs.minutes.fill(minutes);
    world.reach.minutes.fill(minutes);
    world.settlements.minutesToSeat.fill(0);
    world.firms.invested.fill(0);
  };

  it("is 0 where both make the same", () => {
    const world = after((w) => {
      make(w, core, { metals: 0.5, wood: 0.5 });
      make(w, seat, { metals: 0.5, wood: 0.5 });
      inMinutes(w, 0);
    });
    expect(world.functions.complement[core]).toBeCloseTo(0, 12);
    expect(world.functions.complement[seat]).toBeCloseTo(0, 12);
  });

  it.each([0, 30, 120])("is what they can supply each other, less what %d minutes take of it", (minutes) => {
    const world = after((w) => {
      make(w, core, { machinery: 1 });
      make(w, seat, { metals: 1 });
      inMinutes(w, minutes);
    });
    // Machinery buys 0.4 of its inputs from metals, metals 0.1 of theirs from machinery.
    const expected = ((0.4 + 0.1) / 2) * Math.exp(-minutes / setting.assumptions.connectionMinutes);
    expect(world.functions.complement[core]).toBeCloseTo(expected, 12);
    expect(world.functions.complement[seat]).toBeCloseTo(expected, 12);
  });

  it("is 0 where they have nothing to sell each other", () => {
    const world = after((w) => {
      make(w, core, { textiles: 1 });
      make(w, seat, { metals: 1 });
      inMinutes(w, 0);
    });
    expect(world.functions.complement[core]).toBe(0);
  });

  it("raises productivity by the gain, over what there was of it at the start", () => {
    const world = after((w) => {
      make(w, core, { machinery: 1 });
      make(w, seat, { metals: 1 });
      w.markets.outside.set([0, 0, 0, 0, 0.5, 0.5, 0, 0]);
      w.functions.start.fill(1.02);
      inMinutes(w, 0);
    });
    const { price } = world.markets;
    const gain = 1 + 0.15 * 0.25;
    expect(world.functions.factor[core]).toBeCloseTo((gain * price[5]) / 1.02, 12);
    expect(world.functions.factor[seat]).toBeCloseTo((gain * price[4]) / 1.02, 12);
  });

  it("holds for villages as for their town", () => {
    const world = after();
    for (let j = 0; j < world.sizes.settlements; j++) {
      if (world.settlements.tier[j] === OUTSIDE) continue;
      expect(world.functions.factor[j]).toBe(world.functions.factor[world.settlements.town[j]]);
    }
  });
});

describe("a branch that all make", () => {
  it("sells below the usual price, and places lose by their part in it", () => {
    const { before, after } = benchFor("functions", twoCities(), DECEMBER);
    const world = after((w) => {
      w.firms.invested.fill(0);
      for (const j of towns(w)) make(w, j, { vehicles: 0.75, wood: 0.25 });
      w.markets.outside.set([0, 0.5, 0, 0, 0, 0, 0.5, 0]);
    });
    const vehicles = BRANCH_NAMES.indexOf("vehicles");
    const taken = 0.3 * (0.75 * 0.3) + 0.7 * 0.5;
    expect(world.markets.taken[vehicles]).toBeCloseTo(taken, 12);
    const price = (taken / 0.75) ** (1 / 4);
    expect(world.markets.price[vehicles]).toBeCloseTo(price, 12);
    for (const j of towns(before)) {
      const left = 0.75 * price + 0.25 * world.markets.price[1];
      expect(world.functions.factor[j] * world.functions.start[j]).toBeCloseTo(left, 12);
    }
  });
});

describe("the same region's works, divided between two cities or made in both", () => {
  /** Works of the last year, of two worlds that differ in who makes what alone. */
  function arms(complementGain: number, seed = "divided"): readonly [number, number] {
    const run = openRun(
      twoCities({ complementGain, newBranches: 0, marketElasticity: 50, connectionMinutes: 200 }),
      seed,
    );
    const { world } = run.built;
    const [core, seat] = towns(world);
    const value = [0, 0];
    for (let j = 0; j < world.sizes.settlements; j++) {
      if (world.settlements.tier[j] !== OUTSIDE)
        value[world.settlements.town[j] === core ? 0 : 1] += world.firms.value[j * SECTORS + MANUFACTURING];
    }
    const part = value[0] / (value[0] + value[1]);
    const mix = { machinery: part, metals: 1 - part };
    world.functions.start.fill(1);
    world.markets.outside.set(BRANCH_NAMES.map((name) => (name in mix ? 0.5 : 0)));
    const start = copyWorld(world);
    const finish = (profiles: readonly Readonly<Partial<Record<BranchName, number>>>[]): number => {
      new Uint8Array(world.buffer).set(new Uint8Array(start.buffer, 0, start.buffer.byteLength));
      make(world, core, profiles[0]);
      make(world, seat, profiles[1]);
      runMonths(run, 72);
      return works(world);
    };
    return [finish([{ machinery: 1 }, { metals: 1 }]), finish([mix, mix])];
  }

  it("are worth more divided, where places gain from each other", () => {
    const [divided, same] = arms(0.5);
    expect(divided / same).toBeGreaterThan(1.02);
  });

  it("are worth as much either way, where they don't", () => {
    // People differ in luck between the arms by a hundredth, so few pairs say little.
    const ratios = Array.from({ length: 40 }, (_, k) => {
      const [divided, same] = arms(0, String(k + 1));
      return divided / same;
    });
    const error = standardDeviation(ratios) / Math.sqrt(ratios.length);
    expect(error).toBeLessThan(0.002);
    expect(Math.abs(average(ratios) - 1)).toBeLessThan(3 * error);
    expect(average(ratios)).toBeGreaterThan(0.99);
    expect(average(ratios)).toBeLessThan(1.01);
  });
});
