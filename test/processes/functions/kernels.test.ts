/** Known answers of functions of cities, from closed forms. */
import { describe, expect, it } from "vitest";
import { duplicationPenalty } from "../../../sim/processes/functions/complementarity.ts";
import { INPUTS, supplied, writeNeeds } from "../../../sim/processes/functions/linkage.ts";
import { outsideMix, priceOf, takenOf } from "../../../sim/processes/functions/market.ts";
import {
  chosenShares,
  steeredShares,
  Steering,
  steeringOf,
} from "../../../sim/processes/functions/newCapital.ts";
import { BRANCH_NAMES, type BranchName, BRANCHES } from "../../../sim/world/functions.ts";
import { sum } from "../bench.ts";

const at = (name: BranchName): number => BRANCH_NAMES.indexOf(name);
/** A profile of some branches alone. */
function profile(parts: Readonly<Partial<Record<BranchName, number>>>): Float64Array {
  return Float64Array.from(BRANCH_NAMES, (name) => parts[name] ?? 0);
}
const even = new Float64Array(BRANCHES).fill(1 / BRANCHES);
const flat = new Float64Array(BRANCHES).fill(1);
const needsOf = (of: Float64Array): Float64Array => {
  const needs = new Float64Array(BRANCHES);
  writeNeeds(of, needs, 0);
  return needs;
};
const linkage = (from: Float64Array, to: Float64Array): number => supplied(needsOf(from), 0, to, 0);

describe("who supplies whom", () => {
  it.each(BRANCH_NAMES)("%s has all its inputs from somewhere", (name) => {
    expect(INPUTS).toHaveLength(BRANCHES);
    expect(sum(INPUTS[at(name)])).toBeCloseTo(1, 12);
    expect(INPUTS[at(name)].every((part) => part >= 0)).toBe(true);
  });

  it("gives a place of one branch the needs of that branch, and a mixed one the mean of them", () => {
    const cars = profile({ vehicles: 1 });
    expect([...needsOf(cars)]).toEqual(INPUTS[at("vehicles")]);
    const mixed = needsOf(profile({ vehicles: 0.5, metals: 0.5 }));
    expect(mixed[at("metals")]).toBeCloseTo((0.2 + 0.75) / 2, 12);
    expect(sum(mixed)).toBeCloseTo(1, 12);
  });

  it("lets a place buy of another what that makes, as far as it makes it", () => {
    expect(linkage(profile({ machinery: 1 }), profile({ metals: 1 }))).toBeCloseTo(0.4, 12);
    expect(linkage(profile({ metals: 1 }), profile({ machinery: 1 }))).toBeCloseTo(0.1, 12);
    expect(linkage(profile({ textiles: 1 }), profile({ metals: 1 }))).toBe(0);
    expect(linkage(profile({ machinery: 1 }), profile({ metals: 0.3, wood: 0.7 }))).toBeCloseTo(0.3, 12);
  });
});

describe("a market of a branch", () => {
  it("pays the usual price until more is made than taken, then falls by the elasticity", () => {
    expect(priceOf(0.1, 0.1, 4)).toBe(1);
    expect(priceOf(0.05, 0.1, 4)).toBe(1);
    expect(priceOf(0.2, 0.1, 1)).toBeCloseTo(0.5, 12);
    expect(priceOf(0.16, 0.01, 4)).toBeCloseTo(0.5, 12);
    expect(priceOf(0, 0, 4)).toBe(1);
    expect(priceOf(0.5, 0, 1)).toBeCloseTo(1 / 20, 12);
  });

  it("of elasticity 1 loses exactly what is beyond it", () => {
    const made = [0.5, 0.3, 0.2];
    const taken = [0.4, 0.4, 0.2];
    const lost = made.reduce((all, share, s) => all + share * (1 - priceOf(share, taken[s], 1)), 0);
    expect(lost).toBeCloseTo(duplicationPenalty(made, taken), 12);
    expect(lost).toBeCloseTo(0.1, 12);
  });

  it("takes at the start all that is made, where the region needs no more of it than it makes", () => {
    const outside = outsideMix(even, needsOf(even), 0.3);
    expect(sum(outside)).toBeCloseTo(1, 12);
    outside.forEach((share, s) => {
      expect(takenOf(needsOf(even)[s], share, 0.3)).toBeCloseTo(even[s], 12);
    });
  });

  it("has nothing of a branch that the region must buy", () => {
    const made = profile({ machinery: 0.9, metals: 0.1 });
    const outside = outsideMix(made, needsOf(made), 0.6);
    expect(outside[at("metals")]).toBe(0);
    expect(sum(outside)).toBeCloseTo(1, 12);
  });
});

describe("new capital", () => {
  const out = new Float64Array(BRANCHES);
  const spare = new Float64Array(BRANCHES);
  const place = profile({ textiles: 0.6, metals: 0.4 });

  it("goes where the place has works already, at usual prices", () => {
    chosenShares(place, 0, even, flat, 0, out, spare);
    out.forEach((share, s) => expect(share).toBeCloseTo(place[s], 12));
  });

  it("goes by markets alone as far as it is new to the place", () => {
    chosenShares(place, 0, even, flat, 0.25, out, spare);
    expect(out[at("textiles")]).toBeCloseTo(0.75 * 0.6 + 0.25 / 8, 12);
    expect(out[at("wood")]).toBeCloseTo(0.25 / 8, 12);
    expect(sum(out)).toBeCloseTo(1, 12);
  });

  it("turns from a branch whose price fell", () => {
    const pull = Float64Array.from(flat);
    pull[at("textiles")] = 0.5;
    chosenShares(place, 0, even, pull, 0, out, spare);
    expect(out[at("textiles")]).toBeCloseTo(0.3 / 0.7, 12);
  });

  it("is steered to the same branches everywhere under duplicated plans", () => {
    const other = Float64Array.from(even);
    for (const from of [place, even]) {
      expect(steeredShares(Steering.duplicated, from, 0, even, even, out)).toBe(true);
      other.set(out);
      expect(sum(out)).toBeCloseTo(1, 12);
      expect(out[at("vehicles")]).toBeCloseTo(0.5, 12);
      expect(out[at("electronics")]).toBeCloseTo(0.5, 12);
    }
    expect([...other]).toEqual([...out]);
  });

  it("is steered to what the place has more of than the region under complementary plans", () => {
    expect(steeredShares(Steering.complementary, place, 0, even, even, out)).toBe(true);
    // m (p / q - 1) with m = q: the parts beyond the region's.
    const beyond = [0.6 - 1 / 8, 0.4 - 1 / 8];
    expect(out[at("textiles")]).toBeCloseTo(beyond[0] / (beyond[0] + beyond[1]), 12);
    expect(out[at("metals")]).toBeCloseTo(beyond[1] / (beyond[0] + beyond[1]), 12);
    expect(sum(out)).toBeCloseTo(1, 12);
  });

  it("has no aim where the place is as the region is", () => {
    expect(steeredShares(Steering.complementary, even, 0, even, even, out)).toBe(false);
  });

  it("knows three rules", () => {
    expect([0, 1, 2].map(steeringOf)).toEqual([Steering.none, Steering.duplicated, Steering.complementary]);
  });
});
