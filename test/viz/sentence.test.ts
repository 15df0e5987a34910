import { describe, expect, test } from "vitest";
import type { RunResult } from "../../sim/engine/result.ts";
import { changeOf, effectOf, lastOf } from "../../viz/lesson/effect.ts";
import { effectClause, headline, headlineBand, textOf } from "../../viz/lesson/sentence.ts";
import { fixtureRun } from "./fixture.ts";

/** Runs whose villages end with these people, of 1,000, and this share of savings lent elsewhere. */
const ending = (people: number, lent: number, seed = "1"): RunResult => ({
  ...fixtureRun({ seed, years: 2 }),
  indicators: {
    "population.village": Float64Array.of(1000, 1000, people),
    "savingsLent.village": Float64Array.of(Number.NaN, lent, lent),
  },
});

describe("the headline", () => {
  const say = (people: number, lent: number): string => textOf(headline([ending(people, lent)], "en"));

  test("tells what the villages have lost", () => {
    expect(say(620, 0.61)).toBe(
      "By 2022 the villages have lost 38\u202f% of their people and 61 of every 100 yuan they saved.",
    );
  });

  test("says gained where they gained, and does not call it a loss", () => {
    expect(say(1030, 0.61)).toBe(
      "By 2022 the villages have gained 3.0\u202f% in people and lost 61 of every 100 yuan they saved.",
    );
    expect(say(620, -0.2)).toBe(
      "By 2022 the villages have lost 38\u202f% of their people and gained 20 yuan for every 100 they saved.",
    );
  });

  test("does not make a change of what did not move", () => {
    expect(say(1002, 0.001)).toBe(
      "By 2022 the villages have kept about as many people as in 2020 and kept the money they saved.",
    );
  });

  test("says more than all where more was lent elsewhere than was saved", () => {
    expect(say(620, 1.3)).toBe(
      "By 2022 the villages have lost 38\u202f% of their people and more than all they saved: 130 yuan for every 100.",
    );
  });

  test("leaves savings out where nothing was saved", () => {
    expect(say(620, Number.NaN)).toBe("By 2022 the villages have lost 38\u202f% of their people.");
  });

  test("is the mean of the seeds, and says how far they lie apart", () => {
    const runs = [ending(600, 0.5), ending(640, 0.7)];
    expect(textOf(headline(runs, "en"))).toContain("38\u202f%");
    expect(headlineBand(runs, "en")).toBe(
      "Mean of 2 seeds. 5–95 %: −39.8\u202f% … −36.2\u202f% in people, 51.0 … 69.0 of 100 yuan.",
    );
    expect(headlineBand(runs.slice(1), "en")).toBe("One seed so far; the band follows.");
  });

  test("speaks Chinese", () => {
    expect(textOf(headline([ending(620, 0.61)], "zh")).replaceAll("\u2060", "")).toBe(
      "到2022年，乡村失去了38%的人口，每存下100元就有61元流失。",
    );
  });

  test("without a run promises nothing", () => {
    expect(textOf(headline([], "en"))).toBe("The first run of this region is under way.");
  });
});

describe("what a policy changes", () => {
  const people = (run: RunResult): number => lastOf(run, "population.village");

  test("is measured within seeds: luck that both arms share does not count", () => {
    const baseline = [600, 700, 800].map((persons, seed) => ending(persons, 0.6, String(seed)));
    const policy = [610, 712, 811].map((persons, seed) => ending(persons, 0.6, String(seed)));
    expect(effectOf(policy, baseline, people)).toMatchObject({ mean: 11, same: 3, seeds: 3, distinct: true });
  });

  test("counts only the seeds that both arms have", () => {
    const effect = effectOf(
      [ending(610, 0), undefined, ending(650, 0)],
      [ending(600, 0), ending(1, 0)],
      people,
    );
    expect(effect).toMatchObject({ mean: 10, seeds: 1, distinct: null });
    expect(effectOf([undefined], [ending(600, 0)], people)).toBeNull();
  });

  test("is told from none only where the band leaves zero out", () => {
    const baseline = [600, 600, 600, 600].map((persons) => ending(persons, 0.6));
    const policy = [590, 620, 605, 598].map((persons) => ending(persons, 0.6));
    const effect = effectOf(policy, baseline, people);
    expect(effect?.distinct).toBe(false);
    expect(textOf(effectClause(effect, null, "en"))).toContain("not distinguishable");
  });

  test("of one seed that rounds to nothing is neither more nor fewer", () => {
    const effect = effectOf([ending(600, 0.6)], [ending(600, 0.6002)], (run) =>
      lastOf(run, "savingsLent.village"),
    );
    const one = effectOf([ending(600, 0.6)], [ending(600, 0.6)], people);
    const told = textOf(effectClause(one && { ...one, distinct: null }, effect, "en"));
    expect(told.match(/not distinguishable .*?\(one seed so far\)/g)).toHaveLength(2);
  });

  test("equal runs have no effect and no sign", () => {
    const runs = [ending(600, 0.6), ending(610, 0.6)];
    expect(effectOf(runs, runs, people)).toMatchObject({ mean: 0, same: 0, distinct: false });
  });

  test("is said with its band and in how many seeds", () => {
    const baseline = [600, 600].map((persons) => ending(persons, 0.6));
    const policy = [640, 660].map((persons) => ending(persons, 0.55));
    const money = effectOf(policy, baseline, (run) => lastOf(run, "savingsLent.village"));
    expect(textOf(effectClause(effectOf(policy, baseline, people), money, "en"))).toBe(
      "With the policy, 50 more people live in the villages than without it (5–95 %: +41 to +59, in 2 of 2 seeds); " +
        "5.0 fewer of every 100 yuan are lent elsewhere (5–95 %: −5.0 to −5.0, in 2 of 2 seeds).",
    );
  });

  test("a change is a share of the start", () => {
    expect(changeOf(ending(750, 0), "population.village")).toBe(-0.25);
    expect(changeOf(ending(750, 0), "nothing.like.it")).toBeNaN();
  });
});
