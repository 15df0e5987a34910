import { describe, expect, it } from "vitest";
import { leverValues } from "../../../sim/policy/levers.ts";
import { brandFactor } from "../../../sim/processes/coordination/brand.ts";
import { PlatformState } from "../../../sim/world/platforms.ts";
import { VILLAGE } from "../../../sim/world/tiers.ts";
import type { World } from "../../../sim/world/world.ts";
import { benchFor, rowsWhere, sum } from "../bench.ts";
import { DECEMBER, salesOf, valley } from "./clusters.ts";

describe("without a policy", () => {
  const { before, after } = benchFor("coordination", valley, DECEMBER);

  it("no platform exists, prices stay, and no yuan moves in a year without a facility", () => {
    const world = after();
    expect([...world.platforms.state, ...world.members.platform].every((code) => code === 0)).toBe(true);
    expect(world.settlements.brandPremium.every((factor) => factor === 1)).toBe(true);
    expect([...world.jurisdictions.cash]).toEqual([...before.jurisdictions.cash]);
    expect([...world.firms.cash]).toEqual([...before.firms.cash]);
    expect([...world.zonePairs.minutes]).toEqual([...before.zonePairs.minutes]);
  });
});

describe("a platform", () => {
  const joint = benchFor("coordination", valley, DECEMBER);
  const { before, setting } = joint;
  const { settlements: s, sizes } = before;
  const { assumptions: a } = setting;
  const villages = rowsWhere(sizes.settlements, (j) => s.tier[j] === VILLAGE && s.jurisdiction[j] === 1);
  const enrol =
    (value: number, supported = 0, rows = villages) =>
    (world: World): void => {
      for (const j of rows) {
        leverValues(world, "platformMembership")[j] = value;
        leverValues(world, "platformSupport")[j] = supported;
      }
    };

  it("is founded in the county of its members, or shared by all, and not for one alone", () => {
    const own = joint.after(enrol(1)).platforms;
    expect([...own.state]).toEqual([0, PlatformState.running, 0, 0, 0]);
    expect(own.members[1]).toBe(villages.length);
    const shared = joint.after(enrol(2)).platforms;
    expect([...shared.state]).toEqual([0, 0, 0, 0, PlatformState.running]);
    const one = joint.after(enrol(1, 0, villages.slice(0, 1))).platforms;
    expect([...one.state]).toEqual([0, 0, 0, 0, 0]);
    expect(one.members[1]).toBe(1);
  });

  it("costs each member its part, and moves its price by brand, services and levy", () => {
    const world = joint.after((w) => {
      enrol(1, 0.5)(w);
      w.platforms.brand[1] = 0.8;
    });
    const sold = (j: number): number => salesOf(before, j) * 12;
    const all = sum(villages.map(sold));
    expect(world.platforms.unitCost[1]).toBeCloseTo(a.platformCostShare + a.platformFixedCost / all, 12);
    // It wasn't running last year, so its name was forgotten a little.
    const equity = 0.8 * (1 - a.brandDecay);
    expect(world.platforms.brand[1]).toBeCloseTo(equity, 12);
    const premium = brandFactor(a.brandPremium, equity) - 1;
    const levy = world.platforms.unitCost[1] * 0.5;
    const paying = villages.filter((j) => world.members.pays[j] === 1);
    expect(paying.length).toBe(world.platforms.paying[1]);
    expect(paying.length).toBeGreaterThan(villages.length / 2);
    for (const j of paying) {
      expect(world.members.levy[j]).toBeCloseTo(levy, 12);
      expect(world.settlements.brandPremium[j]).toBeCloseTo(1 + premium + a.platformServices - levy, 12);
    }
  });

  it("has members who use its name without paying, and keeps them from part of the premium", () => {
    const world = joint.after(
      (w) => {
        enrol(1)(w);
        w.platforms.brand[1] = 1;
      },
      { assumptions: { ...a, platformCostShare: 0.3, brandDecay: 0 } },
    );
    const free = villages.filter((j) => world.members.pays[j] === 0);
    expect(free.length).toBe(villages.length);
    for (const j of free) {
      expect(world.members.levy[j]).toBe(0);
      const left = 1 + a.brandPremium * (1 - a.brandExclusion);
      expect(world.settlements.brandPremium[j]).toBeCloseTo(left, 12);
    }
    const others = rowsWhere(sizes.settlements, (j) => !villages.includes(j));
    expect(others.every((j) => world.settlements.brandPremium[j] === 1)).toBe(true);
  });

  it("is paid by no more members where it costs more, and by no fewer where the brand is worth more", () => {
    const paying = (cost: number, brand: number): number[] => {
      const world = joint.after(
        (w) => {
          enrol(1)(w);
          w.platforms.brand[1] = brand;
        },
        { assumptions: { ...a, platformCostShare: cost } },
      );
      return villages.filter((j) => world.members.pays[j] === 1);
    };
    const [dear, plain, cheap, known] = [paying(0.05, 0), paying(0.02, 0), paying(0, 0), paying(0.02, 1)];
    // The luck of each is its own and the same, so who pays at the higher cost pays at the lower one too.
    expect(plain).toEqual(expect.arrayContaining(dear));
    expect(cheap).toEqual(expect.arrayContaining(plain));
    expect(known).toEqual(expect.arrayContaining(plain));
    expect(dear.length).toBeLessThan(cheap.length);
    expect(plain.length).toBeLessThan(known.length);
  });
});
