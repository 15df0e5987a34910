import { describe, expect, it } from "vitest";
import { formatFault } from "../../sim/scenario/faults.ts";
import type { Scenario } from "../../sim/scenario/scenario.ts";
import { parseScenario, validateScenario } from "../../sim/scenario/validate.ts";
import { fromFiles, scenarioText } from "./files.ts";

const head = "urflow: 1\nid: mine\nextends: valley\n";
const mine = (text: string): Scenario =>
  parseScenario(head + text, { file: "mine.yaml", resolve: fromFiles });

/** What is said of a scenario whose files are given here. */
function said(text: string, files: Readonly<Record<string, string>> = {}): string[] {
  const result = validateScenario(text, {
    file: "mine.yaml",
    resolve: (kind, id) => files[`${kind}/${id}`] ?? fromFiles(kind, id),
  });
  return result.ok ? [] : result.faults.map(formatFault);
}

describe("a scenario that extends another", () => {
  const valley = parseScenario(scenarioText("valley"));

  it("takes everything that it does not say itself", () => {
    expect(mine("years: 5\n")).toEqual({ ...valley, id: "mine", years: 5 });
  });

  it("lays maps over maps, and things in lists over those of the same id", () => {
    const changed = mine("world: { counties: [{ id: taoxi, villages: 20 }] }\n");
    const counties = valley.world.counties.map((one) =>
      one.id === "taoxi" ? { ...one, villages: 20 } : one,
    );
    expect(changed.world).toEqual({ ...valley.world, counties });
  });

  it("adds things whose id is new at the end", () => {
    const gateway =
      "{ id: port, name: { en: Port, zh: 港 }, longitude: 118, latitude: 25, workers: 9, monthlyWage: 1,";
    const sources = "sources: { workers: assumed, monthlyWage: assumed } }";
    const changed = mine(`world: { gateways: [${gateway} ${sources}] }\n`);
    expect(changed.world.gateways.map(({ id }) => id)).toEqual(["haigang", "port"]);
  });

  it("replaces lists of other things as a whole", () => {
    const changed = mine("drivers: { fertility: { points: [[2020, 2]] } }\n");
    expect(changed.drivers.fertility).toEqual({ ...valley.drivers.fertility, points: [[2020, 2]] });
  });

  it("is told its faults in its own file, and those of the file below in that", () => {
    const lines = said(`${head}years: 300\nworld: { counties: [{ id: taoxi, towns: -1 }] }\n`);
    expect(lines).toEqual([
      expect.stringMatching(/^mine\.yaml:4:8 years is 300/),
      expect.stringMatching(/^mine\.yaml:5:41 world\.counties\[2\]\.towns is -1/),
    ]);
    const broken = scenarioText("valley").replace("scale: 10", "scale: 0");
    expect(said(head, { "scenario/valley": broken })).toEqual([
      expect.stringMatching(/^valley\.yaml:12:8 scale is 0/),
    ]);
  });

  it("may not go in a circle, through however many files", () => {
    const link = (id: string, to: string): string => `urflow: 1\nid: ${id}\nextends: ${to}\n`;
    const files = {
      "scenario/b": link("b", "c"),
      "scenario/c": link("c", "mine"),
      "scenario/mine": link("mine", "b"),
    };
    expect(said(link("mine", "mine"), files)).toEqual([
      expect.stringMatching(/^mine\.yaml:3:10 extends .*circle/),
    ]);
    expect(said(link("mine", "b"), files)).toEqual([expect.stringMatching(/^c\.yaml:3:10 extends .*circle/)]);
  });

  it("may extend a file that extends another, within a limit", () => {
    expect(
      parseScenario(`urflow: 1\nid: mine\nextends: valley-small-towns\n`, { resolve: fromFiles }).policies,
    ).toHaveLength(1);
    const chain = (_kind: string, id: string): string => `urflow: 1\nid: ${id}\nextends: ${id}x\n`;
    const result = validateScenario("urflow: 1\nid: x\nextends: xx\n", { resolve: chain });
    expect(result.ok ? "" : formatFault(result.faults[0])).toContain(
      "at most 10 files that extend one another",
    );
  });

  it("asks for no file whose name is no id", () => {
    const asked: string[] = [];
    const resolve = (_kind: string, id: string): undefined => void asked.push(id);
    validateScenario("urflow: 1\nid: a\nextends: ../../secret\n", { resolve });
    validateScenario(`${scenarioText("valley")}policies: ["../../secret", "a/b", ""]\n`, { resolve });
    expect(asked).toEqual([]);
  });

  it("says where a file is missing or bears another name", () => {
    expect(said("urflow: 1\nid: a\nextends: nowhere\n")[0]).toContain(
      "expected the id of a scenario at hand",
    );
    const lines = said("urflow: 1\nid: a\nextends: b\n", { "scenario/b": scenarioText("valley") });
    expect(lines[0]).toMatch(/^b\.yaml:3:5 id is "valley"; expected b\. /);
  });
});

describe("policies", () => {
  it("named in a scenario are put in with their sources", () => {
    const scenario = parseScenario(scenarioText("valley-small-towns"), { resolve: fromFiles });
    expect(scenario.policies[0].measures.map(({ id }) => id)).toEqual([
      "land",
      "landPrice",
      "guarantee",
      "subsidy",
      "registration",
      "tax",
      "services",
    ]);
    expect(scenario.sources["zhejiang-2015-8"].year).toBe(2015);
  });

  it("may be written in the scenario itself, where the county pays if nothing is said", () => {
    const measure = "{ id: a, lever: lendingGuarantee, from: 2021-01, value: 0.01, source: assumed }";
    const policy = `policies: [{ id: own, title: { en: A, zh: 甲 }, summary: { en: A, zh: 甲 }, measures: [${measure}] }]\n`;
    expect(mine(policy).policies[0].measures[0].payer).toBe("county");
  });

  it("that no file answers to are told, and a broken file in its own lines", () => {
    expect(said(`${head}policies: [nix]\n`)).toEqual([
      expect.stringMatching(/^mine\.yaml:4:12 policies\[0\] is "nix"; expected the id of a policy at hand/),
    ]);
    expect(said(`${head}policies: [nix]\n`, { "policy/nix": "a: [\n" })).toEqual([
      expect.stringMatching(/^policies\/nix\.yaml:2:1 the file is broken/),
    ]);
  });
});
