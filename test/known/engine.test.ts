/**
 * The whole engine against closed forms, with processes switched off and weights set to 0 by configuration;
 * the same list as in docs/known-answers.md.
 */
import { describe, expect, it } from "vitest";
import { compare } from "./answers/answer.ts";
import { ENGINE_ANSWERS } from "./answers/answers.ts";
import { capitalAtRest } from "./engine/capital.ts";
import { chainMigration } from "./engine/chain.ts";
import { citiesBySize } from "./engine/cities.ts";

const groups = [...new Set(ENGINE_ANSWERS.map(({ group }) => group))];

describe.each(groups)("%s", (group) => {
  const asked = ENGINE_ANSWERS.filter((answer) => answer.group === group);
  it.each(asked.map((answer) => [`${answer.kernel}: ${answer.of}`, answer] as const))("%s", (_, answer) => {
    const { ours, known, difference, tolerance } = compare(answer);
    expect(ours).toHaveLength(known.length);
    expect(difference).toBeLessThanOrEqual(tolerance);
  });
});

describe("the reductions could fail", () => {
  it("capital does not stand at its resting shares to begin with", () => {
    const { start, closed } = capitalAtRest();
    expect(Math.max(...start.map((share, k) => Math.abs(share / closed[k] - 1)))).toBeGreaterThan(0.1);
  });

  it("where others count little, both starts end in one place", () => {
    const apart = chainMigration(0, 0.5, "away") - chainMigration(0, 0.5, "home");
    expect(Math.abs(apart)).toBeLessThan(0.05);
  });

  it("cities on both sides of the best make less, the less the farther they are from it", () => {
    const made = citiesBySize().map(({ engine }) => engine);
    const best = made.indexOf(Math.max(...made));
    expect(best).toBeGreaterThan(2);
    expect(best).toBeLessThan(made.length - 3);
    expect(made.slice(0, best + 1)).toEqual(made.slice(0, best + 1).toSorted((a, b) => a - b));
    expect(made.slice(best)).toEqual(made.slice(best).toSorted((a, b) => b - a));
  });
});
