import { describe, expect, test } from "vitest";
import { parsePriors, valuesAt } from "../../../sim/batch/calibrate/priors.ts";
import { PARAMETERS } from "../../../sim/policy/parameters.ts";

describe("priors", () => {
  test("are the bounds of the table, or narrower ones", () => {
    const { min, max } = PARAMETERS.considerRate;
    expect(parsePriors("considerRate, networkWeight=2..7", PARAMETERS)).toEqual([
      { id: "considerRate", low: min, high: max },
      { id: "networkWeight", low: 2, high: 7 },
    ]);
    expect(parsePriors("startDrain=-0.02..0.05", PARAMETERS)[0]).toEqual({
      id: "startDrain",
      low: -0.02,
      high: 0.05,
    });
  });

  test.each([
    ["considerRat", /holds "considerRat".*Did you mean considerRate\?/],
    ["taxShare=0.1", /holds "taxShare=0\.1"/],
    ["serviceBudget", /expected an assumption/],
    ["__proto__", /expected an assumption/],
    ["considerRate=0.5..0.1", /from 0\.5 to 0\.1; expected two bounds within 0\.01 to 2, the lower first/],
    ["considerRate=0..1", /from 0 to 1; expected two bounds within 0\.01 to 2/],
    [
      "destinationLaw",
      /destinationLaw, of which there is no more or less.*--set parameters\.destinationLaw=logit/,
    ],
    ["considerRate,considerRate=0.1..0.2", /names considerRate twice/],
  ])("%j are refused", (text, says) => {
    expect(() => parsePriors(text, PARAMETERS)).toThrow(says);
  });

  test("give values between their bounds that a setting says in full", () => {
    const priors = [{ id: "considerRate", low: 0.1, high: 0.4 }];
    expect(valuesAt(priors, [0])).toEqual({ considerRate: 0.1 });
    expect(valuesAt(priors, [1 / 3])).toEqual({ considerRate: 0.2 });
    expect(valuesAt(priors, [0.123_456_789])).toEqual({ considerRate: 0.137_037 });
  });
});
