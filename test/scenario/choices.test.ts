import { describe, expect, it } from "vitest";
import { formatFault } from "../../sim/scenario/faults.ts";
import type { Policy } from "../../sim/policy/policy.ts";
import { parseScenario, validateScenario } from "../../sim/scenario/validate.ts";
import { fromFiles } from "./files.ts";

const head = "urflow: 1\nid: mine\nextends: valley\n";

/** A policy of two steps whose order is to be chosen: each step is a measure with an ordinary lever. */
const ORDERED = `urflow-policy: 1
id: ordered
title: { en: Two steps, zh: 两步 }
summary: { en: Two steps, zh: 两步 }
choices:
  order:
    label: { en: Order, zh: 先后 }
    options:
      clusterFirst: { en: cluster first, zh: 先集群 }
      linkFirst: { en: link first, zh: 先连通 }
      together: { en: together, zh: 同时 }
    default: clusterFirst
measures:
  - { id: early, when: { order: [clusterFirst, together] }, lever: platformMembership, value: county, from: 2022-03,
      until: 2030-03, source: assumed }
  - { id: late, when: { order: [linkFirst] }, lever: platformMembership, value: shared, from: 2026-03, source: assumed }
  - { id: always, lever: serviceBudget, value: 100, from: 2021-03, until: 2023-03, payer: state, source: assumed }
`;

const resolve = (kind: "scenario" | "policy", id: string): string | undefined =>
  kind === "policy" && id === "ordered" ? ORDERED : fromFiles(kind, id);
const read = (policies: string, ...set: string[]): Policy =>
  parseScenario(`${head}policies: ${policies}\n`, { file: "mine.yaml", resolve, set }).policies[0];
const said = (policies: string, ...set: string[]): string[] => {
  const result = validateScenario(`${head}policies: ${policies}\n`, { file: "mine.yaml", resolve, set });
  return result.ok ? [] : result.faults.map(formatFault);
};
const ids = ({ measures }: Policy): string[] => measures.map(({ id }) => id);
const months = ({ measures }: Policy): unknown[] => measures.map(({ from, until }) => [from, until]);

describe("the choices of a policy", () => {
  it("stand at the policy's default where the scenario says nothing", () => {
    const policy = read("[ordered]");
    expect(ids(policy)).toEqual(["early", "always"]);
    expect(policy.choices?.order).toMatchObject({ chosen: "clusterFirst", label: { zh: "先后" } });
  });

  it("are made in the scenario, and by a setting", () => {
    expect(ids(read("[{ use: ordered, choose: { order: linkFirst } }]"))).toEqual(["late", "always"]);
    expect(ids(read("[{ use: ordered, choose: { order: together } }]"))).toEqual(["early", "always"]);
    const setting = "policies.ordered.choose.order=linkFirst";
    expect(ids(read("[ordered]", setting))).toEqual(["late", "always"]);
    expect(ids(read("[{ use: ordered, choose: { order: together } }]", setting))).toEqual(["late", "always"]);
    expect(ids(read("[]", "policies=[ordered]", setting))).toEqual(["late", "always"]);
    expect(read("[ordered]", setting).choices?.order.chosen).toBe("linkFirst");
  });

  it("are kept where a setting adds another policy behind the last", () => {
    const used = "[{ use: ordered, choose: { order: linkFirst } }]";
    const set = ["policies.1={ use: neighbour-coordination, choose: { way: market } }"];
    const { policies } = parseScenario(`${head}policies: ${used}\n`, { resolve, set });
    expect(policies.map((policy) => ids(policy))).toEqual([["late", "always"], ["bargaining"]]);
    expect(said(used, "policies.2=neighbour-coordination")).toEqual([
      expect.stringContaining("policies.2 is not there; expected a path to something that is there"),
    ]);
  });

  it.each([
    [
      "choose: { ordr: linkFirst }",
      "choose.ordr is an unknown choice; expected one of order. Did you mean order?",
    ],
    [
      "choose: { order: linkfirst }",
      "expected one of clusterFirst, linkFirst, together. Did you mean linkFirst?",
    ],
    ["chose: { order: linkFirst }", "expected one of use, choose, from, until, purse. Did you mean choose?"],
    ["measures: []", "policies[0].measures is an unknown key"],
  ])("refuse %s", (terms, part) => {
    const lines = said(`[{ use: ordered, ${terms} }]`);
    expect(lines).toHaveLength(1);
    expect(lines[0]).toMatch(/^mine\.yaml:4:\d+ policies\[0\]/);
    expect(lines[0]).toContain(part);
  });

  it("refuse a setting that names no choice, and a policy that leaves nothing to choose", () => {
    expect(said("[ordered]", "policies.ordered.choose.pace=slow")).toEqual([
      expect.stringContaining("policies[0].choose.pace is an unknown choice; expected one of order"),
    ]);
    expect(said("[{ use: rural-cluster-platform, choose: { order: linkFirst } }]")).toEqual([
      expect.stringContaining("expected a policy that leaves something to choose"),
    ]);
    expect(said("[{ use: nix, choose: { order: linkFirst } }]")).toEqual([
      expect.stringContaining('policies[0] is "nix"; expected the id of a policy at hand'),
    ]);
    expect(said("[{ use: 5 }]")).toEqual([
      expect.stringContaining("policies[0].use is 5; expected small letters"),
    ]);
  });

  it("are sound in the policy itself: defaults, and options that measures name", () => {
    const broken = (from: string, to: string): string[] => {
      const given = (kind: "scenario" | "policy", id: string): string | undefined =>
        id === "ordered" ? ORDERED.replace(from, to) : fromFiles(kind, id);
      const result = validateScenario(`${head}policies: [ordered]\n`, { resolve: given });
      return result.ok ? [] : result.faults.map(formatFault);
    };
    expect(broken("default: clusterFirst", "default: first")).toEqual([
      expect.stringMatching(
        /^policies\/ordered\.yaml:12:14 .*choices\.order\.default is "first"; expected one of/,
      ),
    ]);
    expect(broken("[linkFirst]", "[linksFirst]")).toEqual([
      expect.stringMatching(/measures\[1\]\.when\.order\[0\] is "linksFirst".*Did you mean linkFirst\?/),
    ]);
    expect(broken("when: { order: [linkFirst] }", "when: { pace: [slow] }")).toEqual([
      expect.stringContaining("measures[1].when.pace is an unknown choice"),
    ]);
  });
});

describe("a policy that is used from another month", () => {
  it("moves all its measures by as much, whatever was chosen", () => {
    expect(months(read("[{ use: ordered, from: 2025-01 }]"))).toEqual([
      ["2026-01", "2034-01"],
      ["2025-01", "2027-01"],
    ]);
    expect(months(read("[{ use: ordered, from: 2025-01, choose: { order: linkFirst } }]"))).toEqual([
      ["2030-01", undefined],
      ["2025-01", "2027-01"],
    ]);
    expect(months(read("[ordered]", "policies.ordered.from=2020-03"))).toEqual([
      ["2021-03", "2029-03"],
      ["2020-03", "2022-03"],
    ]);
  });

  it("ends everything at its end, and leaves out what would begin after it", () => {
    expect(months(read("[{ use: ordered, until: 2022-09 }]"))).toEqual([
      ["2022-03", "2022-09"],
      ["2021-03", "2022-09"],
    ]);
    expect(ids(read("[{ use: ordered, until: 2022-03 }]"))).toEqual(["always"]);
    expect(months(read("[{ use: ordered, until: 2040-01, choose: { order: linkFirst } }]"))).toEqual([
      ["2026-03", "2040-01"],
      ["2021-03", "2023-03"],
    ]);
  });

  it("is refused where it ends before it begins, or begins after the run", () => {
    expect(said("[{ use: ordered, from: 2025-01, until: 2024-01 }]")).toEqual([
      expect.stringContaining('policies[0].until is "2024-01"; expected a month after 2025-01'),
    ]);
    expect(said("[{ use: ordered, from: 2060-01 }]")).toEqual([
      expect.stringContaining('policies[0].from is "2060-01"; expected a month before the end of the run'),
    ]);
    expect(said("[{ use: ordered, from: 2025 }]")).toEqual([expect.stringContaining("a year and month")]);
  });
});

describe("a rule", () => {
  it("is set by the name of its value, or by its number", () => {
    const value = (written: string): number =>
      read("[ordered]", `policies.ordered.measures.early.value=${written}`).measures[0].value;
    expect([value("county"), value("shared"), value("none"), value("2")]).toEqual([1, 2, 0, 2]);
  });

  it("has no value between the values, and a share has no name", () => {
    const fault = (id: string, value: string): string[] =>
      said("[ordered]", `policies.ordered.measures.${id}.value=${value}`);
    expect(fault("early", "sharde")).toEqual([
      expect.stringMatching(
        /value is "sharde"; expected one of none, county, shared\. Did you mean shared\?/,
      ),
    ]);
    expect(fault("early", "0.5")).toEqual([expect.stringContaining("expected one of none, county, shared")]);
    expect(fault("early", "3")).toEqual([expect.stringContaining("expected one of none, county, shared")]);
    expect(fault("always", "much")).toEqual([expect.stringContaining("expected a number from 0 to 20000")]);
  });
});

describe("a rank that hangs on a choice", () => {
  const sited = (by: string): string =>
    ORDERED.replace("measures:", `designation: { tier: town, perCounty: 1, by: ${by} }\nmeasures:`);
  const told = (
    by: string,
    use = "{ use: ordered }",
  ): { readonly by?: string; readonly faults: string[] } => {
    const result = validateScenario(`${head}policies: [${use}]\n`, {
      file: "mine.yaml",
      resolve: (kind, id) => (id === "ordered" ? sited(by) : fromFiles(kind, id)),
      set: [],
    });
    if (!result.ok) return { faults: result.faults.map(formatFault) };
    const rank = result.scenario.policies[0].designation?.by;
    return { ...(rank === undefined ? {} : { by: rank }), faults: [] };
  };
  const full = "{ order: { clusterFirst: minutesToSeat, linkFirst: farFromSeat, together: inTurn } }";

  it("is that of the option chosen", () => {
    expect(told(full)).toEqual({ by: "minutesToSeat", faults: [] });
    expect(told(full, "{ use: ordered, choose: { order: together } }")).toEqual({ by: "inTurn", faults: [] });
    expect(told("population")).toEqual({ by: "population", faults: [] });
  });

  it("is refused where an option has none, or a choice isn't there", () => {
    const [few] = told("{ order: { clusterFirst: inTurn, linkFirst: inTurn } }").faults;
    expect(few).toContain("a rank for each of clusterFirst, linkFirst, together. Add together.");
    const [strange] = told("{ ordr: { clusterFirst: inTurn } }").faults;
    expect(strange).toContain("one of order. Did you mean order?");
    const [odd] = told(full.replace("together", "tgether")).faults;
    expect(odd).toContain("Add together.");
    expect(told("{}").faults[0]).toContain("expected one choice");
    expect(told("tallest").faults[0]).toContain("population, minutesToSeat, farFromSeat, inTurn");
  });
});

describe("a purse", () => {
  const purseOf = (policies: string, ...set: string[]): unknown => read(policies, ...set).purse;

  it("is yuan a year for the policy, or for each resident of the region", () => {
    const capped = (purse: string, policies = "[ordered]"): unknown =>
      parseScenario(`${head}policies: ${policies}\n`, {
        file: "mine.yaml",
        resolve: (kind, id) =>
          id === "ordered" ? ORDERED.replace("measures:", `purse: ${purse}\nmeasures:`) : fromFiles(kind, id),
        set: [],
      }).policies[0].purse;
    expect(capped("{ yearly: 1000000 }")).toEqual({ yearly: 1_000_000, per: "policy" });
    expect(capped("{ yearly: 150, per: resident }")).toEqual({ yearly: 150, per: "resident" });
    // Who uses the policy says what it may cost: nothing of the policy's own purse is left.
    const used = "[{ use: ordered, purse: { yearly: 7 } }]";
    expect(capped("{ yearly: 150, per: resident }", used)).toEqual({ yearly: 7, per: "policy" });
  });

  it("is given by the scenario that uses the policy, or by a setting", () => {
    const used = "[{ use: ordered, choose: { order: linkFirst }, purse: { yearly: 45, per: resident } }]";
    expect(purseOf(used)).toEqual({ yearly: 45, per: "resident" });
    expect(ids(read(used))).toEqual(["late", "always"]);
    expect(purseOf("[ordered]")).toBeUndefined();
    const wider = "policies.ordered.purse.yearly=90";
    expect(purseOf(used, wider)).toEqual({ yearly: 90, per: "resident" });
    expect(purseOf("[ordered]", wider)).toEqual({ yearly: 90, per: "policy" });
    const whole = "policies.ordered.purse={ yearly: 5, per: resident }";
    expect(purseOf("[ordered]", whole)).toEqual({ yearly: 5, per: "resident" });
  });

  it("is refused with all that is wrong of it, beside the faults of other terms", () => {
    const faults = said("[{ use: ordered, purse: { yearly: -1, per: head }, from: 2025 }]");
    expect(faults).toHaveLength(3);
    expect(faults[0]).toMatch(/^mine\.yaml:4:\d+ policies\[0\]\.purse\.yearly is -1; expected/);
    expect(faults[1]).toContain('purse.per is "head"; expected one of policy, resident');
    expect(faults[2]).toContain("policies[0].from is 2025; expected a year and month");
    expect(said("[{ use: ordered, purse: 45 }]")).toEqual([
      expect.stringContaining("policies[0].purse is 45; expected a map with yearly"),
    ]);
  });
});

describe("the policies at hand", () => {
  it("have no purse of their own: what one may cost is for the scenario to say", () => {
    const { policies } = parseScenario(`${head}policies: [innovative-small-towns]\n`, { resolve: fromFiles });
    expect(policies[0].purse).toBeUndefined();
    const capped = ["small-towns", "industrial-parks", "administrative-towns"].map(
      (id) =>
        parseScenario(fromFiles("scenario", id)!, { file: `${id}.yaml`, resolve: fromFiles }).policies[0],
    );
    expect(capped.map(({ purse }) => purse)).toEqual(capped.map(() => ({ yearly: 45, per: "resident" })));
  });
});
