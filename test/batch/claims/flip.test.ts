import { describe, expect, it } from "vitest";
import { findFlips, waysOf, type Way } from "../../../sim/batch/claims/flip.ts";
import { PARAMETERS } from "../../../sim/policy/parameters.ts";

const way = (id: string, from: number, to: number): Way => ({ id: id as Way["id"], from, to });

const named = (id: string, name: string): boolean => id === name;

describe("the assumption-flip finder", () => {
  it("tries every assumption of the table towards both bounds, but for bounds at which it stands", () => {
    const ways = waysOf(PARAMETERS, { brandPremium: 0.5 });
    const assumptions = Object.entries(PARAMETERS).filter(([, row]) => row.kind === "assumption");
    expect(new Set(ways.map(({ id }) => id)).size).toBe(assumptions.length);
    expect(ways.filter(({ id }) => id === "brandPremium")).toEqual([way("brandPremium", 0.5, 0)]);
  });

  it("finds the smallest part of the way that turns a claim, to a sixteenth, smallest first", async () => {
    // The claim stands as long as a is below 0.3 of its way and b below 0.6; c never matters; d can't run.
    const turnsAt: Readonly<Record<string, number>> = { a: 0.3, b: 0.6, c: 2 };
    const ways = ["b", "a", "c", "d"].map((name) => way(name, 0, 10));
    const flips = await findFlips(ways, true, (tried) =>
      Promise.resolve(tried.map(([{ id }, part]) => (named(id, "d") ? undefined : part < turnsAt[id]))),
    );
    expect(flips[0]).toEqual({ ...way("a", 0, 10), part: 0.3125, value: 3.125 });
    expect(flips.every(({ id }) => !named(id, "c") && !named(id, "d"))).toBe(true);
  });

  it("asks no more of assumptions that can't turn it any sooner than another", async () => {
    const asked: string[] = [];
    await findFlips([way("a", 0, 1), way("b", 0, 1)], true, (tried) => {
      asked.push(tried.map(([{ id }]) => id).join(""));
      return Promise.resolve(tried.map(([{ id }, part]) => part < (named(id, "a") ? 0.1 : 0.9)));
    });
    expect(asked).toEqual(["ab", "ab", "a", "a", "a"]);
  });

  it("tells the bound itself where only that turns the claim, not a sum that misses it", async () => {
    const [flip] = await findFlips([way("a", 0.35, 0.1)], true, (tried) =>
      Promise.resolve(tried.map(([, part]) => part < 1)),
    );
    expect(flip).toMatchObject({ part: 1, value: 0.1 });
  });

  it("looks for what would make a claim stand that doesn't", async () => {
    const [flip] = await findFlips([way("a", 1, 0)], false, (tried) =>
      Promise.resolve(tried.map(([, part]) => part >= 0.5)),
    );
    expect(flip).toMatchObject({ part: 0.5, value: 0.5 });
  });
});
