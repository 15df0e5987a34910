import { describe, expect, test } from "vitest";
import { reportHtml } from "../../../sim/batch/report/report.ts";
import type { RunResult } from "../../../sim/engine/result.ts";
import { PARAMETERS } from "../../../sim/policy/parameters.ts";
import type { Scenario } from "../../../sim/scenario/scenario.ts";
import { CATALOGUE, fixtureResult } from "../fixture.ts";
import { prepared } from "../scenario.ts";

const TABLES = { catalogue: CATALOGUE, parameters: PARAMETERS };

function make(
  name: string,
  set: readonly string[],
  change: (scenario: Scenario) => Scenario = (one) => one,
): {
  html: string;
  scenario: Scenario;
  result: RunResult;
} {
  const scenario = change(prepared(name, ["years=3", ...set]).scenario);
  const result = fixtureResult(scenario, { seed: "7", scale: 10, years: 3 });
  return { html: reportHtml(scenario, result, "urflow run valley --seed 7", TABLES), scenario, result };
}

describe("the report of a run", () => {
  test("stands alone: no script, and nothing that a browser would fetch", () => {
    const { html } = make("valley-small-towns", []);
    expect(html).not.toMatch(/<(script|link|img|iframe|object|embed|base)\b/i);
    expect(html).not.toMatch(/\b(src|srcset|action|background)\s*=/i);
    expect(html).not.toMatch(/url\(|@import/);
  });

  test("is the same text for the same run", () => {
    expect(make("valley", []).html).toBe(make("valley", []).html);
  });

  test("names what gives the run again: command, seed, hash and version", () => {
    const { html, result } = make("valley", []);
    for (const part of ["urflow run valley --seed 7", result.hash, `urflow ${result.version}`, "seed “7”"]) {
      expect(html).toContain(part);
    }
  });

  test("tells every source of the scenario and of its policies", () => {
    const { html, scenario } = make("quzhou-small-towns", []);
    const keys = Object.keys(scenario.sources);
    expect(keys.length).toBeGreaterThan(5);
    for (const key of keys) expect(html).toContain(`<code>${key}</code>`);
    expect(scenario.policies[0].measures.length).toBeGreaterThan(4);
    for (const { lever } of scenario.policies[0].measures) expect(html).toContain(PARAMETERS[lever].label.en);
  });

  test("tells what was chosen of a policy, rules by name, and shocks", () => {
    const { html } = make("valley", [
      "policies=[{ use: neighbour-coordination, choose: { way: market } }]",
      "shocks=[{ id: slump, driver: farmPrice, from: 2021-02, factor: 0.7, source: assumed }]",
    ]);
    expect(html).toMatch(/How they settle it<\/span>.*by bargaining/s);
    expect(html).toMatch(/<td>[^]*by market[^]*<\/td>/);
    expect(html).toMatch(/<code>slump<\/code>: <code>farmPrice<\/code> × 0\.7,\s+2021-02/);
    expect(make("valley", []).html).not.toContain("slump");
  });

  test("tells in both languages where a measure applies, and how far a driver falls", () => {
    const { html } = make("valley-small-towns", []);
    expect(html).toContain("towns of each county: 1");
    expect(html).toContain("每县乡镇1个");
    const works = make("valley", [
      "policies=[new-countryside-construction]",
      "shocks=[{ id: slump, driver: farmPrice, from: 2021-02, add: -0.2, source: assumed }]",
    ]).html;
    expect(works).toMatch(/lang="en">villages<\/span><span lang="zh-Hans">乡村</);
    expect(works).toContain("− 0.2");
  });

  test("says of a system what it is, assumes and is to be looked at, in both languages", () => {
    const { html, scenario } = make("small-towns", []);
    for (const { en, zh } of Object.values(scenario.about!)) {
      for (const text of [en, zh]) expect(html).toContain(text.replaceAll("'", "&#39;"));
    }
    expect(html).toContain("B1 · ");
    expect(make("valley", []).html).not.toContain("What it is");
  });

  test("lists the assumptions that were changed, with their defaults, and no others", () => {
    const { default: usual } = PARAMETERS.belongingWeight;
    const same = make("valley", [`parameters.belongingWeight=${usual}`]).html;
    expect(same).not.toContain("<code>belongingWeight</code>");
    const changed = make("valley", ["parameters.belongingWeight=2.5"]).html;
    expect(changed).toContain("<code>belongingWeight</code>");
    expect(changed).toMatch(new RegExp(`<td>${usual}</td>\\s*<td>2\\.5</td>`));
    expect(changed).toContain("parameters.belongingWeight=2.5");
  });

  test("tells a law by its words", () => {
    const { html } = make("valley", ["parameters.destinationLaw=radiation"]);
    expect(html).toMatch(/<td>.*logit选择.*<\/td>\s*<td>.*radiation.*辐射模型.*<\/td>/);
  });

  test("says everything in both languages", () => {
    const { html } = make("valley-small-towns", []);
    const count = (pattern: RegExp): number => html.match(pattern)?.length ?? 0;
    const english = count(/<(span|text) lang="en"/g);
    expect(english).toBeGreaterThan(50);
    expect(count(/<(span|text) lang="zh-Hans"/g)).toBe(english);
  });

  test("shows the plans that could not be paid", () => {
    expect(make("valley", []).html).toContain("Plans that the budgets could not pay");
  });

  test("takes texts of a scenario as texts, whatever they hold", () => {
    const hostile = `</title><script>alert("1")</script><img src=x onerror='2'>&`;
    const { html } = make("valley", [], (scenario) => ({
      ...scenario,
      title: { en: hostile, zh: hostile },
      summary: { en: hostile, zh: hostile },
      sources: { bad: { title: hostile, note: hostile, url: `javascript:alert(1)` } },
      overrides: [hostile],
    }));
    expect(html).not.toContain("<script");
    expect(html).not.toContain("<img");
    expect(html).not.toContain('href="javascript');
    expect(html).toContain("&lt;script&gt;alert(&quot;1&quot;)&lt;/script&gt;");
  });
});
