/** Patterns that nobody put in, looked for in some runs; docs/patterns.md has more of them, from the same list. */
import { describe, expect, it } from "vitest";
import { mean } from "../../sim/numerics/statistics.ts";
import { chain, distanceDecay, leavingByAge, peakAge } from "./moves.ts";
import { lookFor, PATTERNS, tellAll } from "./patterns.ts";
import type { Pattern } from "./pattern.ts";

const SEEDS = 3;
const tales = tellAll(SEEDS);

const expectInEveryRun = (pattern: Pattern): void => {
  const { findings, times } = lookFor(pattern, tales);
  for (const { value } of findings) expect(value).not.toBeNaN();
  expect(times).toBe(SEEDS);
};

describe("in every run", () => {
  it.each(PATTERNS.filter(({ missing }) => missing === undefined))("$sentence", expectInEveryRun);
});

describe("looked for and not found", () => {
  it.fails.each(PATTERNS.filter(({ missing }) => missing !== undefined))(
    "$sentence: $missing",
    expectInEveryRun,
  );
});

describe("what a pattern comes from", () => {
  it("villagers don't follow their fellows where nobody weighs co-villagers", () => {
    const found = tellAll(3, "nobody weighs co-villagers").map(chain);
    for (const { value, error = NaN } of found) expect(value).toBeLessThan(3 * error);
    // The mean of the runs is known better than each, so it is held to less than one alone: three of its own errors, and 1.
    const pooled = Math.sqrt(mean(found.map(({ error = NaN }) => error * error)) / found.length);
    const centre = mean(found.map(({ value }) => value));
    expect(pooled).toBeLessThan(0.3);
    expect(centre).toBeLessThan(3 * pooled);
    expect(centre).toBeLessThan(1);
  });

  it("the young don't leave first where nobody weighs income", () => {
    for (const tale of tellAll(1, "nobody weighs income")) expect(peakAge(tale).value).toBeGreaterThan(40);
  });
});

describe("the measures", () => {
  it("see no decay where moves are dealt out anew without regard to distance", () => {
    const [tale] = tales;
    // Each origin with the destination of another move, far along the list.
    const dealt = tale.moves.map((move, k) => ({
      ...move,
      to: tale.moves[(k + 1777) % tale.moves.length].to,
    }));
    const { value, error = NaN } = distanceDecay({ ...tale, moves: dealt });
    expect(Math.abs(value)).toBeLessThan(3 * error);
  });

  it("count as rates of leaving no more than could leave, and none before 16", () => {
    for (const tale of tales) {
      const rates = leavingByAge(tale);
      expect(Math.max(...rates)).toBeLessThan(0.5);
      expect(Math.max(...rates.subarray(0, 14))).toBe(0);
    }
  });
});
