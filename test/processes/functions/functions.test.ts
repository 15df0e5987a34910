/** Functions of cities in a world: what places gain from each other, and what moves their profiles. */
import { describe, expect, it } from "vitest";
import { mean as average, standardDeviation } from "../../../sim/numerics/statistics.ts";
import type { ParameterId } from "../../../sim/policy/parameters.ts";
import type { Scenario } from "../../../sim/scenario/scenario.ts";
import { BRANCH_NAMES, type BranchName, BRANCHES } from "../../../sim/world/functions.ts";
import { MANUFACTURING, SECTORS } from "../../../sim/world/jurisdictions.ts";
import { OUTSIDE, TOWN } from "../../../sim/world/tiers.ts";
import { copyWorld, type World } from "../../../sim/world/world.ts";
import { differences } from "../../laws/bytes.ts";
import { openRun, runMonths } from "../../laws/run.ts";
import { fromFile, policyOf, smallWorld, valleyWithEveryLever } from "../../laws/scenarios.ts";
import { benchFor, rowsWhere, sum } from "../bench.ts";

const DECEMBER = 11;
const valley = fromFile("valley", "scale=40");
const PLACES = [
  "functions.complement",
  "functions.factor",
  "markets.share",
  "markets.taken",
  "markets.price",
];

const towns = ({ settlements: s, sizes }: World): number[] =>
  rowsWhere(sizes.settlements, (j) => s.tier[j] >= TOWN && s.tier[j] !== OUTSIDE);
const shares = (world: World, j: number): Float64Array =>
  world.branches.share.subarray(j * BRANCHES, (j + 1) * BRANCHES);
const works = ({ firms, sizes }: World): number =>
  sum(Array.from({ length: sizes.settlements }, (_, j) => firms.value[j * SECTORS + MANUFACTURING]));

function make(world: World, j: number, parts: Readonly<Partial<Record<BranchName, number>>>): void {
  shares(world, j).set(BRANCH_NAMES.map((name) => parts[name] ?? 0));
}

/** Two cities without towns, 20 minutes apart or so. */
function twoCities(parameters: Readonly<Partial<Record<ParameterId, number>>> = {}): Scenario {
  const county = { residents: 8000, registeredPart: 1.1, urbanPart: 0.7, towns: 0, villages: 3 };
  return smallWorld({ counties: [county, county], gateways: 1, scale: 10, years: 10, parameters });
}

const steer = (rule: number, power = 1): Scenario => ({
  ...valley,
  policies: [
    policyOf(
      "steer",
      (
        [
          ["clusterFunctions", rule],
          ["functionSteering", power],
        ] as const
      ).map(([lever, value]) => ({
        id: lever,
        lever,
        from: "2020-01",
        value,
        payer: "state" as const,
        source: "assumed",
      })),
    ),
  ],
});

describe("the start", () => {
  const { world } = openRun(valley, "start", []).built;

  it("gives every town, seat and core a profile, and no one else", () => {
    for (const j of towns(world)) {
      expect(sum(shares(world, j))).toBeCloseTo(1, 12);
      expect(Math.min(...shares(world, j))).toBeGreaterThan(0);
    }
    const others = rowsWhere(world.sizes.settlements, (j) => !towns(world).includes(j));
    for (const j of others) expect(sum(shares(world, j))).toBe(0);
  });

  it("has no glut, and productivity as the start year shows it", () => {
    expect(world.functions.factor.every((factor) => factor === 1)).toBe(true);
    world.markets.price.forEach((price) => expect(price).toBeCloseTo(1, 12));
    for (const j of towns(world)) expect(world.functions.start[j]).toBeGreaterThan(1);
  });

  it("depends on the region's own seed, not on that of the run", () => {
    const other = openRun(valley, "another", []).built.world;
    expect([...other.branches.share]).toEqual([...world.branches.share]);
    const elsewhere = { ...valley, world: { ...valley.world, synthesisSeed: "elsewhere" } };
    expect([...openRun(elsewhere, "start", []).built.world.branches.share]).not.toEqual([
      ...world.branches.share,
    ]);
  });

  it("is even where functions don't differ", () => {
    const alike = fromFile("valley", "scale=40", "parameters.functionSpread=0");
    const even = openRun(alike, "start", []).built.world;
    for (const j of towns(even)) {
      for (const share of shares(even, j)) expect(share).toBeCloseTo(1 / BRANCHES, 12);
      expect(even.functions.complement[j]).toBeCloseTo(0, 12);
    }
  });

  it("takes a county's own figures for all its places", () => {
    const given = Object.fromEntries(BRANCH_NAMES.map((name, b) => [name, (b + 1) / 36])) as Record<
      BranchName,
      number
    >;
    const counties = valley.world.counties.map((county, k) =>
      k === 1 ? { ...county, functions: given } : county,
    );
    const told = openRun({ ...valley, world: { ...valley.world, counties } }, "start", []).built.world;
    for (const j of towns(told)) {
      if (told.settlements.jurisdiction[j] !== 1) {
        expect([...shares(told, j)]).toEqual([...shares(world, j)]);
        continue;
      }
      shares(told, j).forEach((share, b) => expect(share).toBeCloseTo((b + 1) / 36, 12));
    }
  });
});

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
    // People differ in luck between the arms, so one pair says little.
    const ratios = ["1", "2", "3", "4", "5", "6", "7", "8"].map((seed) => {
      const [divided, same] = arms(0, seed);
      return divided / same;
    });
    const error = standardDeviation(ratios) / Math.sqrt(ratios.length);
    expect(error).toBeLessThan(0.007);
    expect(Math.abs(average(ratios) - 1)).toBeLessThan(3 * error);
    expect(average(ratios)).toBeGreaterThan(0.99);
    expect(average(ratios)).toBeLessThan(1.01);
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
