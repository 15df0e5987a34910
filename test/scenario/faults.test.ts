import { describe, expect, it } from "vitest";
import { formatFault, ScenarioError, shorten } from "../../sim/scenario/faults.ts";
import { parseScenario, validateScenario } from "../../sim/scenario/validate.ts";
import { fromFiles, policyText, scenarioText } from "./files.ts";
import { edit } from "./mutate.ts";

const valley = scenarioText("valley");

/** What is said of the valley after one change, a line a fault. */
function said(from: string, to: string): string[] {
  const result = validateScenario(edit(valley, from, to), { file: "valley.yaml", resolve: fromFiles });
  return result.ok ? [] : result.faults.map(formatFault);
}

/** The same for the policy of the valley with small towns. */
function saidOfPolicy(from: string, to: string): string[] {
  const policy = edit(policyText("innovative-small-towns"), from, to);
  const resolve = (kind: "scenario" | "policy", id: string): string | undefined =>
    kind === "policy" ? policy : fromFiles(kind, id);
  const result = validateScenario(scenarioText("valley-small-towns"), { file: "v.yaml", resolve });
  return result.ok ? [] : result.faults.map(formatFault);
}

describe("a message about one wrong value", () => {
  it("names place, value, expectation and mend", () => {
    expect(said("areaKm2: 520", "areaKm2: -5")).toEqual([
      "valley.yaml:24:16 world.counties[0].areaKm2 is -5; " +
        "expected a number greater than 0, at most 2000000. Write the area in square kilometres.",
    ]);
  });

  it.each([
    ["areaKm2: 520", 'areaKm2: "520"', "Remove the quotes."],
    ["areaKm2: 520", "areaKm2: 1,200", "Write 1200, without separators."],
    ["areaKm2: 520", "areaKm2: 520 km2", "Write the number alone: 520."],
    ["areaKm2: 520", "areaKm2:", "is empty; expected a number"],
    ["areaKm2: 520", "areaKm2: .nan", "is .nan; expected a finite number"],
    ["areaKm2: 520", "areaKm2: -.inf", "is -.inf; expected a finite number"],
    ["years: 30", "years: 1e400", "is 1e400; expected a finite number"],
    ["rentShare: 0.22", "rentShare: 14", "For 14 %, write 0.14."],
    ["rentShare: 0.22", "rentShare: 14 %", "For 14 %, write 0.14."],
    ["rentShare: 0.22", 'rentShare: "14%"', "For 14 %, write 0.14."],
    ["rentShare: 0.22", "rentShare: 57", "For 57 %, write 0.57."],
    ["[2020, 0.04]", "[2020, 4]", "For 4 %, write 0.04."],
    ["seed: valley", "seed: 42", 'Put it in quotes: "42".'],
    ["years: 30", "years: 2.5", "expected a whole number from 1 to 100"],
    ["years: 30", "years: [30]", "years is a list of 1; expected a whole number"],
    ["kind: core", "kind: city", "expected one of core, county"],
    ["unit: ratio", "unit: ratios", "expected ratio. Write unit: ratio."],
    ["urflow: 1", "urflow: 2", "expected 1. Write urflow: 1."],
    ["name: { en: Taoxi, zh: 桃溪 }", "name: Taoxi", "Write { en: …, zh: … }."],
    ["{ en: Taoxi, zh: 桃溪 }", "{ en: Taoxi }", "name.zh is missing"],
    ["world:", "policies: towns\nworld:", "expected a list of policies"],
  ])("for %j written as %j says %j", (from, to, part) => {
    const lines = said(from, to);
    expect(lines).toHaveLength(1);
    expect(lines[0]).toContain(part);
  });

  it("points at the map that lacks a key", () => {
    expect(said("      areaKm2: 520\n", "")[0]).toMatch(
      /^valley\.yaml:20:7 world\.counties\[0\]\.areaKm2 is missing/,
    );
  });

  it("suggests the nearest known name for an unknown key, at the key", () => {
    const lines = said("  mortality:", "  mortalty:");
    expect(lines[1]).toMatch(
      /^valley\.yaml:174:3 drivers\.mortalty is an unknown key; .*Did you mean mortality\?/,
    );
    expect(said("    - id: haigang", "    - wages: 3\n      id: haigang")[0]).toContain(
      "wages is an unknown key",
    );
  });

  it("says that a lever is no parameter of the world", () => {
    expect(said("world:", "parameters: { townLandQuota: 3 }\nworld:")).toEqual([
      expect.stringMatching(/parameters\.townLandQuota is a lever of policies; .*by a measure of a policy/),
    ]);
  });

  it("keeps parameters within the bounds of the table and knows their names", () => {
    const lines = said("world:", "parameters: { aglomeration: 0.05, agglomeration: 0.5 }\nworld:");
    expect(lines[0]).toContain("Did you mean agglomeration?");
    expect(lines[1]).toContain("parameters.agglomeration is 0.5; expected a number from 0 to 0.2");
  });
});

describe("values that contradict one another", () => {
  it.each([
    ["496, 2790", "496, 27900", "ages is a list that sums to 87110; expected a sum of 62000, the residents"],
    ["496, 2790", "2790", "ages is a list of 18; expected a list of 19 whole numbers"],
    ["urban: 44600", "urban: 62001", "urban is 62001; expected at most 62000, the residents"],
    ["urban: 44600", "urban: 444600", "urban is 444600; expected at most 62000, the residents"],
    [
      "sameCounty: 6200",
      "sameCounty: 62000",
      "inMigrants is a map that sums to 75000; expected at most 62000",
    ],
    ["plain: 0.46", "plain: 0.64", "terrain is a map that sums to 1.18; expected shares that sum to 1"],
    [
      "secondary: 0.36",
      "secondary: 0.63",
      "employment is a map that sums to 1.27; expected shares that sum to 1",
    ],
    ["scale: 10", "scale: 5000", "makes 40 agents of 201100 persons; expected from 100 to 5000000 agents"],
    ["villages: 9", "villages: 20000\n      towns: 3", "towns is there twice"],
    ["kind: core", "kind: county", "world.counties is without a core"],
    ["to: yunling", "to: yunlin", "expected the id of a county or a gateway. Did you mean yunling?"],
    ["to: yunling", "to: ancheng", "expected another place than from"],
    ["to: taoxi", "to: yunling", "links[1] is a second link of ancheng and yunling"],
    ["from: ancheng, to: taoxi", "from: yunling, to: ancheng", "is a second link of ancheng and yunling"],
    ["[2035, 0.025], [2050", "[2055, 0.025], [2050", "points[2][0] is 2050; expected a year after 2055"],
    ["[2035, 0.025], [2050", "[2050, 0.025], [2050", "points[2][0] is 2050; expected a year after 2050"],
    ["id: haigang", "id: zhulin", 'gateways[0].id is "zhulin"; expected an id that nothing else has'],
    ["source: assumed", "source: asumed", "expected a key of sources, or assumed. Did you mean assumed?"],
    ["sources: {}", "sources: { assumed: { title: x } }", "expected no source of the name assumed"],
    ["        arableHa: assumed\n", "", "sources.arableHa is missing; expected the source of arableHa"],
    [", rentShare: assumed", "", "sources.rentShare is missing; expected the source of rentShare"],
    [
      "  gateways:",
      "  leads: [zhulin]\n  gateways:",
      'leads[0] is "zhulin"; expected the id of a county of kind core',
    ],
    ["      kind: core", "      parent: nowhere\n      kind: core", "expected the id of a prefecture"],
  ])("%j as %j: %j", (from, to, part) => {
    expect(said(from, to).filter((line) => line.includes(part))).toHaveLength(1);
  });

  it("limits themselves are no contradiction", () => {
    expect(said("urban: 44600", "urban: 62000")).toEqual([]);
    expect(said("scale: 10", "scale: 2011")).toEqual([]);
    expect(said("plain: 0.46", "plain: 0.464")).toEqual([]);
  });

  it("a start year without census rows is told for every county", () => {
    const lines = said("start: 2020", "start: 2021");
    expect(lines).toHaveLength(4);
    expect(lines[3]).toContain(
      "counties[3].census is of 2020 alone; expected a census row of the start year 2021",
    );
  });

  it("a world without a gateway has nowhere to leave for", () => {
    const without = valley.slice(0, valley.indexOf("  gateways:")) + valley.slice(valley.indexOf("drivers:"));
    const result = validateScenario(edit(without, "drivers:", "  gateways: []\ndrivers:"));
    expect(result.ok ? [] : result.faults.map((fault) => fault.expected)).toEqual(["at least one gateway"]);
  });

  it("parents may not go in a circle, however long; what leads into one is no part of it", () => {
    const prefectures = (parents: string): string[] =>
      said("  gateways:", `  prefectures:\n${parents}\n  gateways:`).map((line) => line.split(" ")[1]);
    const one = (id: string, parent: string): string =>
      `    - { id: ${id}, name: { en: A, zh: 甲 }, parent: ${parent} }`;
    expect(prefectures(one("a", "a"))).toEqual(["world.prefectures[0].parent"]);
    expect(prefectures([one("a", "b"), one("b", "c"), one("c", "b")].join("\n"))).toEqual([
      "world.prefectures[1].parent",
      "world.prefectures[2].parent",
    ]);
    expect(prefectures([one("a", "b"), "    - { id: b, name: { en: A, zh: 甲 } }"].join("\n"))).toEqual([]);
  });

  it("too many settlements are refused before anything is built", () => {
    const many = valley.replaceAll(/villages: \d+/g, "villages: 15000");
    const result = validateScenario(many);
    expect(result.ok ? "" : formatFault(result.faults[0])).toContain(
      "is a world of 60014 settlements; expected at most 50000",
    );
  });
});

describe("a policy", () => {
  it.each([
    ["value: 33", "value: 900", "measures[0].value is 900; expected a number from 0 to 200 (ha/year)"],
    ["value: 0.3", "value: 30", "For 30 %, write 0.3."],
    ["lever: townLandQuota", "lever: agglomeration", "expected a lever of the parameter table"],
    ["until: 2025-07", "until: 2020-12", "expected a month after 2021-01"],
    ["until: 2025-07", "until: 2021-01", "expected a month after 2021-01"],
    ["from: 2021-01", "from: 2021-13", "expected a year and month, as in 2022-01"],
    ["from: 2021-01", "from: 2021", "Write four digits, a hyphen and two digits."],
    ["id: landPrice", "id: land", "expected an id that nothing else has"],
    ["where: designated", "where: { counties: [taoix] }", "Did you mean taoxi?"],
    ["where: designated", "where: everywhere", "expected designated, or a map with tiers"],
    ["where: designated", "where: { tier: town }", "Did you mean tiers?"],
    ["where: designated", "where: { tiers: [city] }", "expected one of village, town, seat"],
    ["perCounty: 1", "settlements: []", "settlements is an empty list"],
    ["  perCounty: 1\n", "", "designation is without perCounty or settlements"],
    ["payer: county", "payer: village", "expected one of county, state"],
    ["source: zhejiang-2015-8", "source: zhejiang", "expected a key of sources, or assumed"],
    ["id: innovative-small-towns", "id: towns", "expected innovative-small-towns"],
    ["urflow-policy: 1\n", "", "urflow-policy is missing"],
  ])("with %j as %j: %j", (from, to, part) => {
    const lines = saidOfPolicy(from, to).filter((line) => line.includes(part));
    expect(lines).toHaveLength(1);
    expect(lines[0]).toMatch(/^policies\/innovative-small-towns\.yaml:\d+:\d+ /);
  });

  it("may begin in the last month of the run, and stop being needed where it ends", () => {
    expect(saidOfPolicy("from: 2021-01\n    value: 0.02", "from: 2049-12\n    value: 0.02")).toEqual([]);
    expect(saidOfPolicy("until: 2025-07", "until: 2021-02")).toEqual([]);
  });

  it("of which no measure begins before the end of the run is refused, but a later phase may lie behind it", () => {
    const late = scenarioText("valley-small-towns").replace("policies:", "years: 1\npolicies:");
    const lines = validateScenario(late, { file: "late.yaml", resolve: fromFiles });
    expect(lines.ok ? [] : lines.faults.map(formatFault)).toEqual([
      expect.stringContaining('from is "2021-01"; expected a month before the end of the run, 2021-01'),
    ]);
    expect(saidOfPolicy("from: 2021-01\n    value: 0.02", "from: 2050-01\n    value: 0.02")).toEqual([]);
  });

  it("that designates nothing cannot point at what is designated", () => {
    const designation = /^designation:\n( .*\n)+/m.exec(policyText("innovative-small-towns"))?.[0] ?? "";
    const lines = saidOfPolicy(designation, "");
    expect(lines).toHaveLength(7);
    expect(lines[0]).toContain('where is "designated"; expected a policy that designates settlements');
  });

  it("may not use the key of one source for another", () => {
    const title = "sources: { zhejiang-2015-8: { title: Something else } }";
    const lines = validateScenario(
      edit(scenarioText("valley-small-towns"), "policies:", `${title}\npolicies:`),
      {
        resolve: fromFiles,
      },
    );
    expect(lines.ok ? "" : formatFault(lines.faults[0])).toContain("another source of that key");
  });
});

describe("faults", () => {
  it("are told all at once, in the order of the lines", () => {
    let text = edit(valley, "areaKm2: 520", "areaKm2: -5");
    text = edit(text, "years: 30", "years: 300");
    text = edit(text, "plain: 0.12", "plain: 0.21");
    text = edit(text, "minutes: 50", "minutes: fifty");
    text = edit(text, "unit: ratio", "unti: ratio");
    const result = validateScenario(text);
    expect(result.ok ? [] : result.faults.map(({ path }) => path)).toEqual([
      "years",
      "world.counties[0].areaKm2",
      "world.counties[1].terrain",
      "world.links[0].minutes",
      "drivers.mortality.unit",
      "drivers.mortality.unti",
    ]);
  });

  it("stand in the message of the error that parsing throws, one a line", () => {
    const text = edit(edit(valley, "years: 30", "years: 300"), "scale: 10", "scale: 0");
    const attempt = (): unknown => parseScenario(text, { file: "v.yaml" });
    expect(attempt).toThrow(ScenarioError);
    expect(attempt).toThrow(/^v\.yaml:11:8 years is 300; .*\nv\.yaml:12:8 scale is 0; .*$/);
  });

  it("show long and unprintable values on one short line", () => {
    expect(shorten("a".repeat(100))).toBe(`${"a".repeat(40)}…`);
    expect(shorten("a\n\u202eb")).toBe("a\\u000a\\u202eb");
    expect(said("en: Taoxi", `e${"n".repeat(90)}: Taoxi`)[1].length).toBeLessThan(250);
  });
});
