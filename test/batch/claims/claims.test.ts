import { describe, expect, it } from "vitest";
import { keyOf, packJobs, textOf, type AskedRun } from "../../../sim/batch/claims/arms.ts";
import { faultsOf, type Claim, type Contrast } from "../../../sim/batch/claims/claim.ts";
import { contrastValue, effectOf } from "../../../sim/batch/claims/effects.ts";
import {
  BASE,
  beyondSum,
  fades,
  LATE,
  nearer,
  PAID,
  VALLEY,
  versus,
} from "../../../sim/batch/claims/list/common.ts";
import { CLAIMS } from "../../../sim/batch/claims/list/list.ts";
import { findingOf, overall, verdictOf, widened } from "../../../sim/batch/claims/verdict.ts";
import type { Scenario } from "../../../sim/scenario/scenario.ts";
import { INDICATORS as CATALOGUE } from "../../../sim/indicators/catalogue.ts";

const series = (value: (year: number) => number): { readonly x: number[] } => ({
  x: Array.from({ length: 21 }, (_, year) => value(year)),
});

const worth = (contrast: Contrast, arms: Readonly<Record<string, (year: number) => number>>): number =>
  contrastValue(contrast, (arm) => series(arms[arm]));

describe("the list of claims", () => {
  it("holds each claim of the sources once, in their order", () => {
    const all = ["A-i", "A-ii", "A-iii", "A-iv", "B-i", "B-ii", "B-iii", "B-iv", "B-v"];
    expect(CLAIMS.map(({ id }) => id)).toEqual([
      ...all,
      ...["C-i", "C-ii", "C-iii", "D-i", "D-ii", "D-iii", "E-i", "E-ii"],
    ]);
  });

  it.each(CLAIMS.map((claim) => [claim.id, claim] as const))(
    "%s names arms, indicators and years that there are, and compares like with like",
    (_, claim) => {
      expect(faultsOf(claim, new Set(CATALOGUE.map(({ id }) => id)))).toEqual([]);
      expect(new Set(claim.contrasts.map(({ id }) => id)).size).toBe(claim.contrasts.length);
      for (const { en, zh } of [claim.says, claim.tried])
        expect([en, zh].every((text) => text.length > 5)).toBe(true);
    },
  );

  it("a claim that is written wrongly is told what is wrong", () => {
    const claim: Claim = {
      ...CLAIMS[0],
      arms: [BASE],
      contrasts: [
        { ...versus("nonsense", "above", "base", "gone", "", ""), id: "k" },
        {
          id: "l",
          label: { en: "", zh: "" },
          indicator: "hollowing",
          claimed: "above",
          terms: [{ arm: "base", weight: 1, years: [5, 90] }],
        },
      ],
    };
    expect(faultsOf(claim, new Set(["hollowing"]))).toEqual([
      "claim A-i, contrast k: there is no indicator nonsense",
      "claim A-i, contrast k: there is no arm gone",
      "claim A-i, contrast l: years 5 to 90 are not within 1 to 20",
      "claim A-i, contrast l: its weights add up to 1, expected 0",
    ]);
  });
});

describe("a contrast", () => {
  it("of one arm against another is their difference late in the run", () => {
    const contrast = versus("x", "above", "one", "base", "", "");
    expect(worth(contrast, { one: (year) => 2 * year, base: () => 3 })).toBeCloseTo(2 * 19 - 3, 12);
    expect(LATE).toEqual([18, 20]);
  });

  it("of fading is the early effect less the late one: 0 where the effect stays", () => {
    const contrast = fades("x", "one", "", "");
    expect(worth(contrast, { one: (year) => year + 7, base: (year) => year })).toBeCloseTo(0, 12);
    expect(worth(contrast, { one: (year) => (year <= PAID[1] ? 7 : 2), base: () => 0 })).toBeCloseTo(5, 12);
  });

  it("beyond the sum is 0 where parts add up, and what they do together where they don't", () => {
    const contrast = beyondSum("x", "all", ["a", "b", "c"], "", "");
    const arms = { base: () => 10, a: () => 11, b: () => 12, c: () => 13 };
    expect(worth(contrast, { ...arms, all: () => 16 })).toBeCloseTo(0, 12);
    expect(worth(contrast, { ...arms, all: () => 20 })).toBeCloseTo(4, 12);
  });

  it("of nearness is 0 just that part of the way", () => {
    const contrast = nearer("x", "above", { one: "m", from: "n", to: "p", part: 0.5 }, "", "");
    expect(worth(contrast, { n: () => 1, p: () => 3, m: () => 2 })).toBeCloseTo(0, 12);
    expect(worth(contrast, { n: () => 1, p: () => 3, m: () => 2.5 })).toBeCloseTo(0.5, 12);
  });

  it("has no effect to tell where one run has no figure", () => {
    expect(effectOf([1, NaN, 2], "k").mean).toBeNaN();
    expect(effectOf([1, 2, 3], "k")).toMatchObject({ mean: 2, seeds: 3 });
  });

  it("has a chance of being there by luck alone, which one seed can't tell and equal seeds leave none of", () => {
    // t = 2 √3 with 2 degrees of freedom.
    expect(effectOf([1, 2, 3], "k").chance).toBeCloseTo(1 - Math.sqrt(12 / 14), 12);
    expect(effectOf([2], "k").chance).toBeNaN();
    expect(effectOf([2, 2, 2], "k").chance).toBe(0);
    expect(effectOf([0, 0, 0], "k").chance).toBe(1);
  });
});

describe("a verdict", () => {
  const effect = (low: number, high: number): Parameters<typeof findingOf>[1] => ({
    mean: 0,
    low,
    high,
    seeds: 9,
    chance: 1,
  });

  it("asks that the whole interval lies on the side that the claim says", () => {
    expect(findingOf({ claimed: "above" }, effect(0.1, 1))).toBe("held");
    expect(findingOf({ claimed: "above" }, effect(-0.1, 1))).toBe("open");
    expect(findingOf({ claimed: "above" }, effect(-1, -0.1))).toBe("opposite");
    expect(findingOf({ claimed: "below" }, effect(-1, -0.1))).toBe("held");
    expect(findingOf({ claimed: "below" }, effect(0.1, 1))).toBe("opposite");
    expect(findingOf({ claimed: "above" }, effect(NaN, NaN))).toBe("open");
    expect(findingOf({ claimed: "above" }, effect(0, 0))).toBe("open");
  });

  it("confirms only what all contrasts hold, and refutes what one turns round", () => {
    expect(verdictOf(["held", "held"])).toBe("confirmed");
    expect(verdictOf(["held", "open"])).toBe("not shown");
    expect(verdictOf(["held", "open", "opposite"])).toBe("refuted");
  });

  it("falls open where a finding doesn't stand among all", () => {
    expect([widened("held", true), widened("opposite", true), widened("open", false)]).toEqual([
      "held",
      "opposite",
      "open",
    ]);
    expect([widened("held", false), widened("opposite", false)]).toEqual(["open", "open"]);
  });

  it("is the same everywhere, or says only when", () => {
    expect(overall(["confirmed", "confirmed"], false)).toBe("confirmed");
    expect(overall(["confirmed", "refuted"], false)).toBe("only when");
    expect(overall(["not shown", "confirmed"], false)).toBe("only when");
    expect(overall(["not shown", "refuted"], false)).toBe("refuted");
    expect(overall(["not shown"], false)).toBe("not shown");
  });

  it("says only when, where one assumption within its range makes or breaks the claim", () => {
    expect(overall(["confirmed", "confirmed"], true)).toBe("only when");
    expect(overall(["refuted", "refuted"], true)).toBe("only when");
    expect(overall(["not shown"], true)).toBe("only when");
  });
});

describe("an arm", () => {
  const asked = { place: VALLEY, arm: BASE, seed: "1", changed: {} };

  it("is the same run for every claim that asks for it, and another one where an assumption is changed", () => {
    const renamed = { ...asked, arm: { ...BASE, id: "nothing" }, place: { ...VALLEY, id: "elsewhere" } };
    expect(keyOf(renamed)).toBe(keyOf(asked));
    expect(keyOf({ ...asked, changed: { shoppingDecay: 0.1 } })).not.toBe(keyOf(asked));
    expect(keyOf({ ...asked, seed: "2" })).not.toBe(keyOf(asked));
  });

  it("is a scenario that extends the world", () => {
    expect(JSON.parse(textOf(VALLEY, [{ use: "innovative-small-towns" }]))).toMatchObject({
      extends: "valley",
      policies: [{ use: "innovative-small-towns" }],
    });
  });

  it("goes together with others on the same first month, so that it is built once", () => {
    const scenarioOf = ({ arm }: AskedRun): Scenario =>
      ({ id: "v", parameters: {}, policies: arm.policies }) as unknown as Scenario;
    const treated = { ...BASE, policies: [{ use: "commuting-links" }] };
    const changed = { shoppingDecay: 0.1 };
    const runs: AskedRun[] = [
      asked,
      { ...asked, changed },
      { ...asked, seed: "2" },
      { ...asked, arm: treated },
      { ...asked, arm: treated, changed },
    ];
    const packed = packJobs(runs, scenarioOf, { indicators: ["x"], yearsOf: () => [1] }, 2);
    expect(packed.map((one) => one.runs)).toEqual([[runs[0], runs[2]], [runs[3]], [runs[1], runs[4]]]);
    expect(packed[0].job.key).toBe(packed[1].job.key);
    expect(packed[0].job.key).not.toBe(packed[2].job.key);
    // A world has books for the arm with most policies, and none in force.
    expect(packed.every(({ job }) => job.room === 1 && job.scenario.policies.length === 0)).toBe(true);
    expect(packed[2].job.runs).toEqual([
      { policies: [], seed: "1", years: [1] },
      { policies: treated.policies, seed: "1", years: [1] },
    ]);
  });
});
