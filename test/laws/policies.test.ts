import { describe, expect, it } from "vitest";
import { prepareScenario, simulate } from "../../sim/engine/simulation.ts";
import { PARAMETERS } from "../../sim/policy/parameters.ts";
import type { Measure, Policy } from "../../sim/policy/policy.ts";
import { LEVERS } from "../../sim/policy/levers.ts";
import { type Fault, formatFault, ScenarioError } from "../../sim/scenario/faults.ts";
import type { Scenario } from "../../sim/scenario/scenario.ts";
import { parseScenario } from "../../sim/scenario/validate.ts";
import { fromFiles } from "../scenario/files.ts";
import { type OpenRun, openRun, runMonths } from "./run.ts";
import { everyLever, fromFile, policyOf } from "./scenarios.ts";

const valley = fromFile("valley", "scale=80", "years=2");
/** In smaller agents some family is all away from the start, so that a homestead can be reclaimed. */
const fine = fromFile("valley", "scale=20", "years=2");
const hashOf = (policies: readonly Policy[], scenario: Scenario = valley): string =>
  simulate({ ...scenario, policies }, { seed: "policies" }).hash;
const baseline = hashOf([]);
const strong = everyLever(["yunling"], ["taoxi"]);
const changed = (change: (measure: Measure) => Partial<Measure>): Policy =>
  policyOf(
    "changed",
    strong.measures.map((measure) => ({ ...measure, ...change(measure) })),
  );

describe("a policy is its levers and nothing else", () => {
  it("changes nothing while all its values are zero, whoever pays and wherever it is", () => {
    expect(hashOf([changed(() => ({ value: 0 }))])).toBe(baseline);
    expect(hashOf([changed(() => ({ value: 0, where: {} }))])).toBe(baseline);
  });

  it("changes nothing where it names no place, or only months beyond the run", () => {
    expect(hashOf([policyOf("empty", [])])).toBe(baseline);
    expect(hashOf([changed(() => ({ where: { settlements: [] } }))])).toBe(baseline);
    expect(hashOf([changed(() => ({ from: "2022-01" }))])).toBe(baseline);
    expect(hashOf([changed(() => ({ from: "2020-05", until: "2020-05" }))])).toBe(baseline);
  });

  it("designates places without touching them", () => {
    const designation = { tier: "town", perCounty: 2, by: "population" } as const;
    expect(hashOf([{ ...policyOf("names", []), designation }])).toBe(baseline);
  });

  it.each(LEVERS)("pulling %s alone changes the run", (lever) => {
    const one = strong.measures.filter((measure) => measure.lever === lever);
    expect(one).toHaveLength(2);
    expect(hashOf([policyOf("one", one)])).not.toBe(baseline);
  });

  it.each([
    "landPriceCut",
    "lendingGuarantee",
    "investmentSubsidy",
    "wageTaxCut",
    "serviceBudget",
    "homesteadReclaim",
    "villageConstruction",
    "commutingLink",
    "processingSupport",
    "logisticsSupport",
    "digitalSales",
    "schoolBudget",
    "clinicBudget",
    "hospitalBudget",
    "townHospital",
    "pensionTopUp",
    "relocationGrant",
  ] as const)("what %s costs leaves the treasury that pays, to the yuan", (lever) => {
    const arm = (payer: Measure["payer"]): OpenRun => {
      const measures = strong.measures
        .filter((measure) => measure.lever === lever)
        .map((measure): Measure => ({ ...measure, from: "2020-01", payer }));
      const scenario = lever === "homesteadReclaim" ? fine : valley;
      return openRun({ ...scenario, policies: [policyOf("paid", measures)] }, "policies");
    };
    const [byState, byCounty] = [arm("state"), arm("county")];
    const costs = ({ built: { world } }: OpenRun): number =>
      world.jurisdictions.policyCost.reduce((sum, cost) => sum + cost, 0);
    // Up to the first month in which there is something to pay, both arms are the same.
    for (let month = 0; costs(byCounty) === 0 && month < 24; month++) {
      runMonths(byState, 1);
      runMonths(byCounty, 1);
    }
    expect(costs(byCounty)).toBeGreaterThan(0);
    const [state, county] = [byState.built.world.jurisdictions, byCounty.built.world.jurisdictions];
    expect(state.policyCost).toEqual(county.policyCost);
    const outside = state.cash.length - 1;
    for (let c = 0; c < outside; c++) expect(state.cash[c] - county.cash[c]).toBe(county.policyCost[c]);
    expect(county.cash[outside] - state.cash[outside]).toBe(costs(byCounty));
  });
});

describe("the order in which policies are written doesn't matter", () => {
  const parts = strong.measures.map((measure, k) => policyOf(`part-${k}`, [measure]));

  it("of policies, and of measures in a policy", () => {
    const whole = hashOf([strong]);
    expect(whole).not.toBe(baseline);
    expect(hashOf(parts)).toBe(whole);
    expect(hashOf(parts.toReversed())).toBe(whole);
    expect(hashOf([{ ...strong, measures: strong.measures.toReversed() }])).toBe(whole);
  });

  it("of policies that set the same lever at the same place to the same value", () => {
    const same = {
      ...strong,
      id: "same",
      measures: strong.measures.filter(({ cost }) => cost === undefined),
    };
    const shares = same.measures.filter(({ lever }) => PARAMETERS[lever].stack === "agree");
    const twin = { ...same, measures: shares };
    expect(hashOf([strong, twin])).toBe(hashOf([twin, strong]));
    expect(hashOf([strong, twin])).toBe(hashOf([strong]));
  });
});

describe("policies in each other's way", () => {
  const measure = (change: Partial<Measure>): Measure => ({
    id: "cut",
    lever: "landPriceCut",
    where: { tiers: ["town"] },
    from: "2020-03",
    value: 0.3,
    payer: "county",
    source: "assumed",
    ...change,
  });
  const faults = (...policies: Policy[]): readonly Fault[] => {
    try {
      prepareScenario({ ...valley, policies });
    } catch (failure) {
      if (failure instanceof ScenarioError) return failure.faults;
      throw failure;
    }
    return [];
  };
  const deep = policyOf("deep", [measure({ value: 0.5 })]);

  it("are refused before the run, with policies, places, months and both values", () => {
    const [fault, ...others] = faults(policyOf("cheap", [measure({ until: "2021-07" })]), deep);
    expect(others).toEqual([]);
    expect(formatFault(fault)).toMatch(
      /^valley\.yaml:1:1 policies\.deep\.measures\.cut\.value is 0\.5 share; expected 0\.3 share, which policies\.cheap\.measures\.cut sets for landPriceCut at \S+, \S+, \S+ and \d+ more, 2020-03 to 2021-06\. Give both/,
    );
  });

  const refusals = (text: string, ...set: string[]): readonly Fault[] => {
    const scenario = parseScenario(text, { file: "torn.yaml", resolve: fromFiles, set });
    try {
      prepareScenario(scenario);
    } catch (failure) {
      if (failure instanceof ScenarioError) return failure.faults;
      throw failure;
    }
    return [];
  };
  const head = ["urflow: 1", "id: torn", "extends: valley", "scale: 200", "policies:"];
  const inline = [
    "  - id: deeper",
    "    title: { en: Deeper, zh: 更深 }",
    "    summary: { en: Deeper, zh: 更深 }",
    "    measures:",
    "      - { id: cut, lever: landPriceCut, where: { tiers: [town] }, from: 2021-01, value: 0.5, source: assumed }",
  ];

  it.each([
    ["by its name", "  - innovative-small-towns", 5],
    ["with its terms", "  -   use: innovative-small-towns\n      from: 2021-01", 7],
  ])("are told at the entry of the policy that the scenario names %s", (_, entry, column) => {
    const [fault, ...others] = refusals([...head, ...inline, entry].join("\n"));
    expect(others).toEqual([]);
    expect(fault).toMatchObject({ file: "torn.yaml", line: head.length + inline.length + 1, column });
    expect(fault.path).toMatch(/^policies\.innovative-small-towns\.measures\./);
  });

  it("are told at the entry of a policy that is written out", () => {
    const last = ["  - id: zeal", ...inline.slice(1)];
    const [fault] = refusals([...head, "  - innovative-small-towns", ...last].join("\n"));
    expect(fault).toMatchObject({ file: "torn.yaml", line: head.length + 2, column: 5 });
  });

  it("are told of the setting that names a policy", () => {
    const setting = "policies.1=innovative-small-towns";
    const [fault] = refusals([...head, ...inline].join("\n"), "years=2", setting);
    expect(fault).toMatchObject({ file: "--set", line: 2, column: setting.indexOf("=") + 2, setting });
  });

  it("are all told at once, rules by name, and those that a policy designates too", () => {
    const rule = (id: string, value: number): Policy =>
      policyOf(id, [measure({ id: "way", lever: "coordination", where: {}, value })]);
    const chosen: Policy = {
      ...policyOf("towns", [measure({ where: "designated" })]),
      designation: { tier: "town", perCounty: 1, by: "population" },
    };
    const lines = faults(rule("one-plan", 1), rule("two-market", 2), deep, chosen).map(formatFault);
    expect(lines).toHaveLength(2);
    expect(lines[0]).toContain("policies.towns.measures.cut.value is 0.3 share; expected 0.5 share");
    expect(lines[1]).toContain(
      "policies.two-market.measures.way.value is by market; expected planned, which",
    );
  });

  it("are those alone that meet: not in other months, at other places, with the same value or with amounts", () => {
    const cheap = (change: Partial<Measure>): Policy => policyOf("cheap", [measure(change)]);
    expect(faults(cheap({ from: "2020-01", until: "2020-03" }), deep)).toEqual([]);
    expect(faults(cheap({ where: { tiers: ["village"] } }), deep)).toEqual([]);
    expect(faults(cheap({ value: 0.5, payer: "state" }), deep)).toEqual([]);
    expect(faults(cheap({ value: 0 }), deep)).toEqual([]);
    const budget = (id: string, value: number): Policy =>
      policyOf(id, [measure({ lever: "serviceBudget", value })]);
    expect(faults(budget("a", 100), budget("b", 200))).toEqual([]);
    expect(faults(cheap({}), deep)).toHaveLength(1);
  });
});
