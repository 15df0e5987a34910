import { describe, expect, it } from "vitest";
import type { AskedRun } from "../../../sim/batch/claims/arms.ts";
import type { Values } from "../../../sim/batch/claims/claim.ts";
import { waysOf, type Way } from "../../../sim/batch/claims/flip.ts";
import { drawGroups, pickWays, sideOf } from "../../../sim/batch/claims/groups.ts";
import { versus } from "../../../sim/batch/claims/list/common.ts";
import { inStep, searchTurns, type Found, type Searched } from "../../../sim/batch/claims/search.ts";
import {
  clearanceOf,
  decidingOf,
  partOf,
  turnOf,
  type Standing,
} from "../../../sim/batch/claims/standing.ts";
import { PARAMETERS } from "../../../sim/policy/parameters.ts";

const way = (id: string, from: number, to: number): Way => ({ id: id as Way["id"], from, to });

/** A contrast with a mean of so many half widths of its interval, which is 2 wide. */
const standing = (claimed: "above" | "below", mean: number): Standing => ({
  contrast: { ...versus("x", claimed, "one", "other", "", ""), id: `${claimed} ${mean}` },
  effect: { mean, low: mean - 1, high: mean + 1, seeds: 32, chance: 0 },
});

describe("the ways that assumptions can go", () => {
  it("lead towards both bounds of the table, but for bounds at which they stand", () => {
    const ways = waysOf(PARAMETERS, { brandPremium: 0.5 });
    const assumptions = Object.entries(PARAMETERS).filter(([, row]) => row.kind === "assumption");
    expect(new Set(ways.map(({ id }) => id)).size).toBe(assumptions.length);
    expect(ways.filter(({ id }) => id === "brandPremium")).toEqual([way("brandPremium", 0.5, 0)]);
  });
});

describe("how a claim stands", () => {
  it("is the clearance of its effects in half widths of their intervals, on the side that is claimed", () => {
    expect(clearanceOf(standing("above", 3), 0)).toBe(3);
    expect(clearanceOf(standing("above", 3), -5)).toBe(-2);
    expect(clearanceOf(standing("below", -3), 1)).toBe(2);
    expect(decidingOf([standing("above", 3), standing("below", -2)], [0, 0])).toEqual({
      clearance: 2,
      index: 1,
    });
  });

  it("where all seeds agree is as sure as can be, and where there is no figure not at all", () => {
    const sure = {
      ...standing("above", 0.1),
      effect: { mean: 0.1, low: 0.1, high: 0.1, seeds: 32, chance: 0 },
    };
    expect(clearanceOf(sure, 0)).toBe(Infinity);
    expect(clearanceOf(sure, -0.2)).toBe(-Infinity);
    expect(clearanceOf(standing("above", NaN), 0)).toBe(-Infinity);
  });

  it("turns where one contrast of a confirmed claim fails, or all of another hold", () => {
    const both = [standing("above", 3), standing("below", -2)];
    expect(turnOf(both, [0, 0], true)).toBeLessThan(0);
    expect(turnOf(both, [0, 1.5], true)).toBeGreaterThan(0);
    const weak = [standing("above", 0.5), standing("above", 2)];
    expect(turnOf(weak, [0.4, 0], false)).toBeLessThan(0);
    expect(turnOf(weak, [0.6, 0], false)).toBeGreaterThan(0);
    expect(turnOf(weak, [0.6, -1.5], false)).toBeLessThan(0);
  });

  it("turns in a straight line at a part of the way, told in eighths", () => {
    expect(partOf([standing("above", 3)], [-8], true)).toBe(3 / 8);
    expect(partOf([standing("above", 0)], [1.1], false)).toBe(1);
    expect(partOf([standing("above", 0)], [9], false)).toBe(1 / 8);
  });
});

describe("groups of assumptions", () => {
  const ways = waysOf(PARAMETERS, {});
  const groups = drawGroups(ways, 3);

  it("hold every way once in each round, and never both ways of an assumption", () => {
    const members = groups.flat();
    expect(members).toHaveLength(3 * ways.length);
    for (const [k] of ways.entries()) expect(members.filter((one) => one === k)).toHaveLength(3);
    for (const group of groups) {
      expect(new Set(group.map((k) => ways[k].id)).size).toBe(group.length);
      expect(group.length).toBeLessThanOrEqual(sideOf(ways.length));
    }
  });

  it("bring any two ways together once at most, and are the same in each lab", () => {
    const together = groups.flatMap((group) =>
      group.flatMap((a) => group.filter((b) => b > a).map((b) => `${a} ${b}`)),
    );
    expect(new Set(together).size).toBe(together.length);
    expect(drawGroups(ways, 3)).toEqual(groups);
    expect([1, 25, 26, 300, 380].map(sideOf)).toEqual([5, 5, 7, 19, 23]);
  });

  it("show who stands out in all companies, the strongest first, not who was beside them", () => {
    const does = new Map([
      [7, 10],
      [100, -6],
      [201, 8],
    ]);
    const tried = groups.map((group) => ({
      group,
      shifts: [group.reduce((sum, k) => sum + (does.get(k) ?? 0), 0)],
    }));
    const picked = pickWays(tried, [1], 3);
    expect(picked.map(({ way: k }) => k)).toEqual([7, 201, 100]);
    expect(picked[0].shifts[0]).toBeCloseTo(10, 0);
    expect(pickWays([], [1], 3)).toEqual([]);
  });

  it("weigh contrasts by their scales", () => {
    const tried = [
      { group: [0], shifts: [5, 0] },
      { group: [1], shifts: [0, 1] },
    ];
    expect(pickWays(tried, [10, 1], 2).map(({ way: k }) => k)).toEqual([1, 0]);
    expect(pickWays(tried, [1, 1], 1)).toEqual([{ way: 0, shifts: [5, 0] }]);
  });
});

/** A world in which each assumption moves the one effect in proportion to the part of its way. */
function search(
  does: Readonly<Record<string, number>>,
  {
    mean,
    luck = 0,
    refused = [],
  }: { readonly mean: number; readonly luck?: number; readonly refused?: string[] },
  asked: Values[] = [],
): ReturnType<typeof searchTurns> {
  const ways = Array.from({ length: 300 }).map((_, k) => way(`p${k}`, 0, 10));
  const searched: Searched = {
    standings: [standing("above", mean)],
    isConfirmed: mean > 1,
    ways,
    selectionSeeds: ["1", "2"],
    trialSeeds: ["3", "4", "5", "6"],
    runsOf: (changed, seeds) => seeds.map((seed) => ({ changed, seed }) as unknown as AskedRun),
    shiftsOf: (changed, seeds) => {
      asked.push(changed);
      const given = Object.entries(changed);
      if (given.some(([id]) => refused.includes(id))) return undefined;
      const sum = given.reduce((all, [id, value]) => all + (does[id] ?? 0) * (value / 10), 0);
      return seeds.map((seed) => [sum + (Number(seed) % 2 === 0 ? luck : -luck)]);
    },
  };
  return searchTurns(searched);
}

const finish = async (searching: ReturnType<typeof searchTurns>): Promise<Found> =>
  (await inStep([searching], () => Promise.resolve()))[0];

describe("the search for what carries a verdict", () => {
  it("tells the assumptions that break a claim with the smallest part of their way, in eighths", async () => {
    const { flips, pulls, refused } = await finish(search({ p3: -8, p17: -4, p30: 6, p31: -1 }, { mean: 3 }));
    expect(flips).toEqual([
      { ...way("p3", 0, 10), part: 3 / 8, value: 3.75 },
      { ...way("p17", 0, 10), part: 5 / 8, value: 6.25 },
    ]);
    expect([pulls, refused]).toEqual([[], 0]);
  });

  it("tells what would make a claim hold that doesn't", async () => {
    const { flips } = await finish(search({ p3: -8, p30: 6 }, { mean: 0 }));
    expect(flips).toEqual([{ ...way("p30", 0, 10), part: 2 / 8, value: 2.5 }]);
  });

  it("tells what moves a claim most where nothing turns it", async () => {
    const { flips, pulls } = await finish(
      search({ p3: -1.5, p30: -1, p8: -0.5, p9: -0.1, p5: 4 }, { mean: 3 }),
    );
    expect(flips).toEqual([]);
    expect(pulls.map(({ id, usual, moved }) => [id, usual, moved])).toEqual([
      ["p3", 3, 1.5],
      ["p30", 3, 2],
      ["p8", 3, 2.5],
    ]);
  });

  it("takes nothing for a turn that luck may have done", async () => {
    expect((await finish(search({ p3: -2.2 }, { mean: 3 }))).flips).toHaveLength(1);
    expect((await finish(search({ p3: -2.2 }, { mean: 3, luck: 1 }))).flips).toEqual([]);
  });

  it("parts a company that can't be moved until it knows who is to blame, and counts those that can't be moved at all", async () => {
    const { flips, refused } = await finish(search({ p3: -8, p4: -8 }, { mean: 3, refused: ["p4"] }));
    expect(flips.map(({ id }) => id)).toEqual(["p3"]);
    expect(refused).toBe(1);
  });

  it("chooses by other seeds than those that it tries with", async () => {
    const asked: Values[] = [];
    await finish(search({ p3: -8 }, { mean: 3 }, asked));
    expect(asked.slice(0, 38).every((changed) => Object.keys(changed).length > 8)).toBe(true);
    expect(asked.slice(38).every((changed) => Object.keys(changed).length === 1)).toBe(true);
  });

  it("goes on with all claims at the same pace, so that their runs are performed together", async () => {
    const batches: number[] = [];
    const found = await inStep([search({ p3: -8 }, { mean: 3 }), search({}, { mean: 3 })], (asked, step) => {
      batches.push(asked.length);
      expect(step).toBe(batches.length);
      return Promise.resolve();
    });
    expect(found.map(({ flips }) => flips.length)).toEqual([1, 0]);
    // 2 rounds of 19 groups with one seed; then with four seeds the ways that come half way to turning a claim, or three
    // where nothing does; then the one that is followed back.
    expect(batches).toEqual([76, 24, 4]);
  });
});
