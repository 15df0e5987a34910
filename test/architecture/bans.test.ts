import { runInNewContext } from "node:vm";
import { describe, expect, test } from "vitest";
import { bannedUses, exactMath } from "./bans.ts";
import { codeBelow, textOf } from "./sources.ts";

const simulation = codeBelow("sim").filter((path) => !path.startsWith("sim/batch/"));

describe("the simulation gives the same bits in every engine", () => {
  test("it uses nothing that knows the time, the machine or chance without a key", () => {
    expect(simulation.length).toBeGreaterThan(10);
    const uses = simulation.flatMap((path) =>
      bannedUses(path, textOf(path)).map(({ line, what }) => `${path}:${line} uses ${what}`),
    );
    expect(uses).toEqual([]);
  });

  test.each([
    ["Math.exp(1)", ["Math.exp"]],
    ["Math.random()", ["Math.random"]],
    ["Math['pow'](2, 3)", ["Math.pow"]],
    ["Math?.log(2)", ["Math.log"]],
    ["2 ** 3", ["**"]],
    ["let a = 2; a **= 3;", ["**="]],
    ["const { exp } = Math;", ["Math by another name"]],
    ["const { exp = Math } = {};", ["Math by another name"]],
    ["const m = Math; m.exp(1);", ["Math by another name"]],
    ["Math[name](1)", ["Math by another name"]],
    ["[1, 2].map(Math.sin)", ["Math.sin"]],
    ["new Date()", ["Date"]],
    ["const a = { Date };", ["Date"]],
    ["performance.now()", ["performance"]],
    ["globalThis.performance.now()", ["globalThis"]],
    ["crypto.getRandomValues(a)", ["crypto"]],
    ["console.log(1)", ["console"]],
    ["new Intl.Collator()", ["Intl"]],
    ["names.sort((a, b) => a.localeCompare(b))", ["localeCompare"]],
    ["let when: Date;", ["Date"]],
  ])("%s is found", (code, expected) => {
    expect(bannedUses("sim/world/a.ts", code).map(({ what }) => what)).toEqual(expected);
  });

  test.each([
    "Math.sqrt(2) + Math.imul(3, 5) + Math.PI",
    "const a = { Date: 1, performance: 2 }; a.Date + a.performance;",
    "type A = { Date: number };",
    "/** Math.exp(1), 2 ** 3 */ const a = 'Math.random()'; // new Date()",
    "const a = /2 ** 3/;",
  ])("%s is allowed", (code) => {
    expect(bannedUses("sim/world/a.ts", code)).toEqual([]);
  });

  test("the linter names every function of Math that is not exact", () => {
    const rules = lintRulesFor("sim/**/*.ts");
    const [, ...restricted] = rules["no-restricted-properties"] ?? [];
    const named = restricted.flatMap(({ object, property }) => (object === "Math" ? [property] : []));
    // Engines newer than the linter's list may know more, such as Math.sumPrecise; the syntax tree has those.
    const known = ["f16round", "sumPrecise"];
    const inexact = Object.getOwnPropertyNames(Math).filter(
      (name) => !exactMath.has(name) && !known.includes(name),
    );
    expect(named.toSorted()).toEqual(inexact.toSorted());
  });
});

type LintRules = Record<string, [string, ...{ object?: string; property: string }[]] | undefined>;

/** The overrides of the linter's configuration for a glob; the file is JSON with comments, which JavaScript reads. */
function lintRulesFor(glob: string): LintRules {
  // The context returns what the literal in our own file says; its shape is what the linter's schema states.
  const config = runInNewContext(`(${textOf(".oxlintrc.json")})`) as {
    overrides: { files: string[]; rules: LintRules }[];
  };
  const found = config.overrides.find((override) => override.files.includes(glob));
  if (found === undefined) throw new Error(`.oxlintrc.json has no override for ${glob}.`);
  return found.rules;
}
