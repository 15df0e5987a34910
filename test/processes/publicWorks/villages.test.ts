import { describe, expect, it } from "vitest";
import { looks } from "../../../sim/indicators/looks.ts";
import { observe } from "../../../sim/indicators/observation.ts";
import { leverStates, leverValues, type Lever } from "../../../sim/policy/levers.ts";
import { towardsCommon } from "../../../sim/processes/publicWorks/villages.ts";
import { STYLES } from "../../../sim/world/looks.ts";
import { VILLAGE } from "../../../sim/world/tiers.ts";
import type { World } from "../../../sim/world/world.ts";
import { misses, openBooks } from "../../laws/books.ts";
import { fromFile } from "../../laws/scenarios.ts";
import { benchFor, rowsWhere } from "../bench.ts";

const bench = benchFor("publicWorks", fromFile("valley", "scale=40", "years=1"));
const { before, setting } = bench;
const { settlements, scale } = before.sizes;
const villages = rowsWhere(settlements, (j) => before.settlements.tier[j] === VILLAGE);
const [village, other] = villages;
const outside = before.sizes.jurisdictions - 1;

const set = (world: World, j: number, lever: Lever, value: number, state = false): void => {
  leverValues(world, lever)[j] = value;
  leverStates(world, lever)[j] = state ? 1 : 0;
};
const mix = (world: World, j: number): number[] => STYLES.map((style) => world.settlements[style][j]);
const measured = (id: string, world: World): number =>
  looks
    .find((measure) => measure.id === id)!
    .measure(observe(world, setting.assumptions, 0, { outsideWage: 1, productivity: 1 }), undefined);

describe("styles of the start", () => {
  it("are shares of the place's own styles, and differ from place to place", () => {
    for (const j of villages) {
      expect(mix(before, j).reduce((sum, share) => sum + share, 0)).toBeCloseTo(1, 12);
      expect(before.settlements.styleCommon[j]).toBe(0);
    }
    expect(mix(before, village)).not.toEqual(mix(before, other));
    expect(measured("diversity.style", before)).toBeGreaterThan(0.5);
    expect(measured("diversity.style", before)).toBeLessThan(0.9);
  });
});

describe("works on villages", () => {
  const perHead = 2400;
  const built = bench.after((w) => set(w, village, "villageConstruction", perHead));

  it("renew as much as is spent over what renewing all of it costs", () => {
    const { villageRenewal } = setting.assumptions;
    expect(built.settlements.appearance[village]).toBeCloseTo(perHead / 12 / villageRenewal, 15);
    expect(built.settlements.appearance[other]).toBe(0);
  });

  it("are paid by the county or the state, in place and outside, to the yuan", () => {
    const yuan = Math.floor((perHead * before.settlements.registered[village] * scale) / 12);
    const county = before.settlements.jurisdiction[village];
    const local = Math.floor(yuan * setting.assumptions.localBuildingShare);
    expect(yuan).toBeGreaterThan(0);
    const gained = (world: World, c: number): number =>
      world.jurisdictions.cash[c] - before.jurisdictions.cash[c];
    expect(gained(built, county)).toBe(-yuan);
    expect(gained(built, outside)).toBe(yuan - local);
    expect(built.settlements.serviceDemand[village] - before.settlements.serviceDemand[village]).toBe(local);
    const byState = bench.after((w) => set(w, village, "villageConstruction", perHead, true));
    expect(gained(byState, county)).toBe(0);
    expect(gained(byState, outside)).toBe(-local);
    expect(byState.jurisdictions.policyCost[county] - before.jurisdictions.policyCost[county]).toBe(yuan);
    expect(misses(built, openBooks(before))).toEqual([]);
  });

  it("to the place's own styles leave its mix alone; to one design they move it by the part renewed", () => {
    expect(mix(built, village)).toEqual(mix(before, village));
    const common = bench.after((w) => {
      set(w, village, "villageConstruction", perHead);
      set(w, village, "templateShare", 0.5);
    });
    const part = (0.5 * perHead) / 12 / setting.assumptions.villageRenewal;
    const expected = mix(before, village).map((share, k) => (1 - part) * share + (k === 3 ? part : 0));
    mix(common, village).forEach((share, k) => expect(share).toBeCloseTo(expected[k], 14));
    expect(common.settlements.appearance[village]).toBe(built.settlements.appearance[village]);
  });

  it("to one design make villages more alike, and without works the design alone does nothing", () => {
    const alone = bench.after((w) => villages.forEach((j) => set(w, j, "templateShare", 1)));
    expect(measured("diversity.style", alone)).toBe(measured("diversity.style", before));
    const together = bench.after((w) =>
      villages.forEach((j) => {
        set(w, j, "templateShare", 1);
        set(w, j, "villageConstruction", 12_000);
      }),
    );
    expect(measured("diversity.style", together)).toBeGreaterThan(measured("diversity.style", before));
    expect(measured("appearance.village", together)).toBeGreaterThan(0);
  });

  it("wear out, and the place's own styles come slowly back in their proportions", () => {
    const later = bench.after((w) => {
      w.settlements.appearance[village] = 1;
      for (const style of STYLES) w.settlements[style][village] *= 0.4;
      w.settlements.styleCommon[village] = 0.6;
    });
    const { appearanceWear, styleReturn } = setting.assumptions;
    expect(later.settlements.appearance[village]).toBeCloseTo(1 - appearanceWear / 12, 14);
    expect(later.settlements.styleCommon[village]).toBeCloseTo(0.6 * (1 - styleReturn / 12), 14);
    const ratio = (world: World): number =>
      world.settlements.styleTimber[village] / world.settlements.styleStone[village];
    expect(ratio(later)).toBeCloseTo(ratio(before), 12);
  });

  it("change no one's income, services or number directly", () => {
    for (const column of ["residents", "farmIncome", "wage", "access", "serviceSupply", "rentShare"] as const)
      expect(built.settlements[column]).toEqual(before.settlements[column]);
  });
});

it("a place comes all the nearer to the common design the more of it is renewed", () => {
  expect(towardsCommon(0.2, 0)).toBe(0.2);
  expect(towardsCommon(0.2, 0.5)).toBeCloseTo(0.6, 15);
  expect(towardsCommon(0.2, 1)).toBe(1);
});
