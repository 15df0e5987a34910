import { describe, expect, it } from "vitest";
import { formatFault, type Fault } from "../../sim/scenario/faults.ts";
import { formatSetting, parseSetting } from "../../sim/scenario/overrides.ts";
import type { Scenario } from "../../sim/scenario/scenario.ts";
import { parseScenario, validateScenario } from "../../sim/scenario/validate.ts";
import { fromFiles, scenarioText } from "./files.ts";

const text = scenarioText("valley-small-towns");
const options = { file: "v.yaml", resolve: fromFiles };
const withSet = (...set: string[]): Scenario => parseScenario(text, { ...options, set });

function faultsOf(...set: string[]): readonly Fault[] {
  const result = validateScenario(text, { ...options, set });
  return result.ok ? [] : result.faults;
}

describe("a setting", () => {
  it("chooses things by id or by index", () => {
    expect(withSet("world.counties.taoxi.towns=7").world.counties[2].towns).toBe(7);
    expect(withSet("world.counties.2.towns=7").world.counties[2].towns).toBe(7);
    expect(withSet("drivers.fertility.points.0.1=1.9").drivers.fertility.points[0]).toEqual([2020, 1.9]);
  });

  it("reaches into policies, and into one that an earlier setting put in", () => {
    const land = "policies.innovative-small-towns.measures.land.value=5";
    expect(withSet(land).policies[0].measures[0].value).toBe(5);
    const set = ["policies=[innovative-small-towns]", land];
    const valley = parseScenario(scenarioText("valley"), { ...options, set });
    expect(valley.policies[0].measures[0].value).toBe(5);
  });

  it("sets a parameter of the table that the file does not mention", () => {
    expect(withSet("parameters.agglomeration=0.06").parameters).toEqual({ agglomeration: 0.06 });
  });

  it("adds an optional key that the format knows", () => {
    const until = "policies.innovative-small-towns.measures.guarantee.until=2030-06";
    expect(withSet(until).policies[0].measures[2].until).toBe("2030-06");
  });

  it("takes the value of a seed as text, whatever it looks like", () => {
    expect(withSet("seed=42").seed).toBe("42");
    expect(withSet("seed=0x1F").seed).toBe("0x1F");
    expect(withSet("seed=a: [").seed).toBe("a: [");
  });

  it("is kept in the scenario, in the order given; of two, the later one holds", () => {
    const scenario = withSet("years=3", "years=4");
    expect(scenario.years).toBe(4);
    expect(scenario.overrides).toEqual(["years=3", "years=4"]);
  });

  it("leaves the file as it is where there is none", () => {
    expect(withSet()).toEqual(parseScenario(text, options));
  });
});

describe("a setting that cannot hold", () => {
  it("is reported with its own text as the place", () => {
    const [fault] = faultsOf("years=3", "world.counties.taoxi.towns=-3");
    expect(fault).toMatchObject({
      file: "--set",
      line: 2,
      column: 28,
      setting: "world.counties.taoxi.towns=-3",
    });
    expect(formatFault(fault)).toBe(
      "--set world.counties.taoxi.towns=-3: world.counties[2].towns is -3; " +
        "expected a whole number from 0 to 5000. Write how many towns and townships there are.",
    );
  });

  it.each([
    ["yeers=3", "Did you mean years?"],
    ["world.counties.taoix.towns=3", "Did you mean taoxi?"],
    ["wrld.synthesisSeed=a", "Did you mean world?"],
    ["parameters.aglomeration=0.05", "Did you mean agglomeration?"],
    ["policies.innovative-small-towns.measures.lnd.value=3", "Did you mean land?"],
    ["policies.other.measures.land.value=3", "set policies=[other] first"],
    ["policies.5.measures.land.value=3", "set policies=[its-id] first"],
    ["policies.innovative-small-towns.measures.land.value=900", "expected a number from 0 to 200"],
    ["drivers.fertility.points.7.1=3", "The list has 3 entries."],
    ["years.x=3", "Shorten the path to years."],
    ["extends=quzhou", "Choose another scenario instead."],
    ["world.gateways.haigang.rentShare=14", "For 14 %, write 0.14."],
    ["years", "expected path=value"],
    ["=3", "expected path=value"],
    ["years=", "expected a value after the ="],
    ["years=~", "expected a value after the ="],
    ["years=# nothing", "years is empty"],
    ["years=[1", "expected valid YAML"],
    ["years=&a 1", "is an anchor (&)"],
    ["a..b=1", "a path with an empty step"],
    ["__proto__.polluted=1", "a path through __proto__"],
    ["world.constructor=1", "a path through constructor"],
    ["world.counties.taoxi={__proto__: {a: 1}}", "is a forbidden key"],
    ["policies=[nix]", "expected the id of a policy at hand"],
  ])("%j: %j", (setting, part) => {
    const faults = faultsOf(setting);
    expect(faults.map(formatFault).filter((line) => line.includes(part))).toHaveLength(1);
    for (const fault of faults) expect(fault).toMatchObject({ file: "--set", line: 1, setting });
    expect(Object.hasOwn(Object.prototype, "polluted")).toBe(false);
  });

  it("is longer than any setting", () => {
    const [fault, ...others] = faultsOf(`years=${"1".repeat(10_001)}`);
    expect(others).toEqual([]);
    expect(formatFault(fault)).toMatch(
      /^--set years=1{74}…: the setting is 10007 characters long; expected at most 10000/,
    );
  });

  it("is one of too many", () => {
    const faults = faultsOf(...Array.from({ length: 1001 }, () => "years=3"));
    expect(faults.map((fault) => formatFault(fault))).toEqual([
      expect.stringContaining("expected at most 1000"),
    ]);
  });
});

describe("the codec of settings", () => {
  it.each([
    ["a number", 0.1],
    ["a small number", 1e-7],
    ["a negative number", -3],
    ["a word", "county"],
    ["a month", "2022-01"],
    ["a text with signs", 'a: [b], "c" # d'],
    ["a text that looks like a number", "12"],
    ["a text that looks like true", "true"],
    ["an empty text", ""],
    ["Chinese", "山谷"],
    ["true", true],
  ])("gives back %s as it was", (_name, value) => {
    const setting = parseSetting(formatSetting(["title", "en"], value));
    expect(setting).toMatchObject({ path: ["title", "en"], value: { kind: "scalar", value } });
  });
});
