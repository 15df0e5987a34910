import { describe, expect, it } from "vitest";
import { leverStates, leverValues } from "../../../sim/policy/levers.ts";
import { kilometresUp, minutesUp, shortened, upFrom } from "../../../sim/processes/publicWorks/roads.ts";
import { CORE, OUTSIDE, SEAT, TOWN, VILLAGE } from "../../../sim/world/tiers.ts";
import { minutesBetween } from "../../../sim/world/travel.ts";
import type { World } from "../../../sim/world/world.ts";
import { misses, openBooks } from "../../laws/books.ts";
import { fromFile } from "../../laws/scenarios.ts";
import { benchFor, rowsWhere } from "../bench.ts";

/** The first December: roads are built then. */
const bench = benchFor("publicWorks", fromFile("valley", "scale=80", "years=1"), 11);
const { before, setting } = bench;
const { assumptions: a } = setting;
const { settlements } = before.sizes;
const s = before.settlements;
const outside = before.sizes.jurisdictions - 1;
/** A village whose town isn't the seat, and whose seat isn't the core. */
const village = rowsWhere(
  settlements,
  (j) => s.tier[j] === VILLAGE && s.tier[s.town[j]] === TOWN && s.tier[s.seat[j]] === SEAT,
)[0];
const [town, seat, core] = [s.town[village], s.seat[village], s.core[village]];

const set = (world: World, j: number, value: number, state = true): void => {
  leverValues(world, "travelCut")[j] = value;
  leverStates(world, "travelCut")[j] = state ? 1 : 0;
};
const builtAt = (j: number, value = 0.4): World => bench.after((w) => set(w, j, value));
const lost = (world: World, from: number, to: number): number =>
  minutesBetween(before, from, to) - minutesBetween(world, from, to);
const PART = 0.4 * a.roadBuilding;

describe("the road up", () => {
  it("leads from village to town, from town to seat, from seat to core, and no farther", () => {
    expect([village, town, seat, core].map((j) => upFrom(before, j))).toEqual([town, seat, core, core]);
    const gateway = rowsWhere(settlements, (j) => s.tier[j] === OUTSIDE)[0];
    expect(upFrom(before, gateway)).toBe(gateway);
    expect(s.tier[core]).toBe(CORE);
  });

  it("has minutes that add up to the way to the seat", () => {
    expect(minutesUp(before, village) + minutesUp(before, town)).toBeCloseTo(s.minutesToSeat[village], 10);
    expect(minutesUp(before, core)).toBe(0);
  });
});

describe("building it", () => {
  it("does nothing without a policy, and in no month but December", () => {
    expect(bench.after().reach.minutes).toEqual(before.reach.minutes);
    const march = benchFor("publicWorks", fromFile("valley", "scale=80", "years=1"), 2);
    expect(march.after((w) => set(w, village, 0.4)).settlements.roadBuilt[village]).toBe(0);
  });

  it("goes part of the way each year, and what is built stays", () => {
    const world = builtAt(village);
    expect(world.settlements.roadBuilt[village]).toBeCloseTo(PART, 14);
    const later = bench.after((w) => (w.settlements.roadBuilt[village] = 0.3));
    expect(later.settlements.roadBuilt[village]).toBe(0.3);
    expect(later.reach.minutes).toEqual(before.reach.minutes);
  });

  it("of a village makes all its ways shorter by the same minutes, and no one else's", () => {
    const world = builtAt(village);
    const minutes = minutesUp(before, village) * PART;
    expect(minutes).toBeGreaterThan(0);
    for (const to of [town, seat, core]) expect(lost(world, village, to)).toBeCloseTo(minutes, 9);
    expect(s.minutesToSeat[village] - world.settlements.minutesToSeat[village]).toBeCloseTo(minutes, 9);
    expect(lost(world, town, seat)).toBe(0);
    for (const other of rowsWhere(settlements, (j) => j !== village))
      expect(world.settlements.minutesToSeat[other]).toBe(s.minutesToSeat[other]);
    expect(world.zonePairs.minutes).toEqual(before.zonePairs.minutes);
  });

  it("of a town shortens the ways of its villages to the seat, there and back", () => {
    const world = builtAt(town);
    const minutes = minutesUp(before, town) * PART;
    expect(lost(world, village, town)).toBe(0);
    expect(lost(world, village, seat)).toBeCloseTo(minutes, 9);
    expect(lost(world, seat, town)).toBeCloseTo(minutes, 9);
    expect(s.minutesToHospital[village] - world.settlements.minutesToHospital[village]).toBeGreaterThan(0);
  });

  it("of a seat brings its whole county nearer to the core, and no other county", () => {
    const world = builtAt(seat);
    const { zones } = before.sizes;
    for (let o = 0; o < zones; o++) {
      for (let d = 0; d < zones; d++) {
        const pair = [before.zones.jurisdiction[o], before.zones.jurisdiction[d]].toSorted(
          (one, two) => one - two,
        );
        const expected = [s.jurisdiction[seat], s.jurisdiction[core]].toSorted((one, two) => one - two);
        const left = pair.join() === expected.join() ? 1 - PART : 1;
        const at = o * zones + d;
        expect(world.zonePairs.minutes[at]).toBeCloseTo(before.zonePairs.minutes[at] * left, 9);
      }
    }
    expect(lost(world, seat, core)).toBeCloseTo(minutesBetween(before, seat, core) * PART, 9);
    expect(lost(world, village, seat)).toBe(0);
  });

  it("costs by its length and by the part of its minutes, and who pays has no more than the treasury", () => {
    const county = s.jurisdiction[village];
    const cost = Math.floor(a.roadCost * kilometresUp(before, village, a) * PART);
    const gained = (world: World, c: number): number =>
      world.jurisdictions.cash[c] - before.jurisdictions.cash[c];
    const byState = builtAt(village);
    expect(byState.jurisdictions.policyCost[county] - before.jurisdictions.policyCost[county]).toBe(cost);
    expect(gained(byState, county)).toBe(0);
    expect(gained(byState, outside)).toBe(-Math.floor(cost * a.localBuildingShare));
    const poor = bench.after((w) => {
      set(w, village, 0.4, false);
      w.jurisdictions.cash[outside] += w.jurisdictions.cash[county] - 1000;
      w.jurisdictions.cash[county] = 1000;
    });
    expect(poor.jurisdictions.cash[county]).toBeGreaterThanOrEqual(0);
    expect(poor.jurisdictions.cash[county]).toBeLessThan(2);
    expect(poor.settlements.roadBuilt[village]).toBeGreaterThan(0);
    expect(poor.settlements.roadBuilt[village]).toBeLessThan(byState.settlements.roadBuilt[village]);
    expect(misses(byState, openBooks(before))).toEqual([]);
  });
});

it("a trip becomes shorter by what roads save, but not more than they would if it went over them alone", () => {
  expect(shortened(40, 10, 0.5)).toBe(30);
  expect(shortened(40, 30, 0.5)).toBe(20);
  expect(shortened(40, 0, 1)).toBe(40);
});
