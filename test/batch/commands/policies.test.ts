import { beforeAll, describe, expect, test } from "vitest";
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { parseCsv } from "../../../sim/batch/store/csv.ts";
import { requireBuild } from "../../built.ts";
import { temporaryFolder } from "../disk.ts";
import { urflow } from "./urflow.ts";

beforeAll(requireBuild);

const SHORT = ["--years", "4", "--scale", "200"];

interface Effect {
  readonly indicator: string;
  readonly year: number;
  readonly mean: number;
  readonly verdict: string;
}
const of = (effects: readonly Effect[], indicator: string, year: number): Effect =>
  effects.find((one) => one.indicator === indicator && one.year === year)!;

describe("urflow compare --with", () => {
  test("runs each policy alone and all together with the same seeds, and tells what is beyond the sum", async () => {
    const towns = "innovative-small-towns";
    const cluster = "{ use: rural-cluster-platform, from: 2020-06 }";
    const args = ["compare", "valley", "--with", towns, "--with", cluster, "--seeds", "2", ...SHORT];
    const { code, stdout } = await urflow(...args, "--json");
    expect(code).toBe(0);
    const { arms, interaction } = JSON.parse(stdout) as {
      arms: { policies: string[]; hashes: string[]; effects: Effect[] }[];
      interaction: Effect[];
    };
    expect(arms.map(({ policies }) => policies)).toEqual([
      [towns],
      ["rural-cluster-platform"],
      [towns, "rural-cluster-platform"],
    ]);
    const alone = await urflow("compare", "valley", "valley-small-towns", "--seeds", "2", ...SHORT, "--json");
    expect(arms[0].hashes).toEqual(
      (JSON.parse(alone.stdout) as { other: { hashes: string[] } }).other.hashes,
    );
    for (const indicator of ["population.village", "policyCost"]) {
      const [a, b, both] = arms.map(({ effects }) => of(effects, indicator, 2024).mean);
      expect(of(interaction, indicator, 2024).mean).toBeCloseTo(both - a - b, 4);
    }
    const out = join(temporaryFolder(), "out");
    const words = await urflow(...args, "--out", out);
    const [header, ...lines] = parseCsv(readFileSync(join(out, "effects.csv"), "utf8"));
    const line = lines.find(
      ([arm, year, indicator]) => arm === "beyond the sum" && year === "2024" && indicator === "policyCost",
    );
    expect(Number(line?.[header.indexOf("difference")])).toBe(of(interaction, "policyCost", 2024).mean);
    expect(words.stdout).toContain(`valley with A = ${towns}; B = ${cluster}; seeds 1 to 2`);
    expect(words.stdout).toMatch(/^2024 +A +B +together +beyond the sum +band$/m);
    expect(words.stdout.trimEnd().split("\n").at(-1)).toBe(`written to ${out}`);
  });

  test("leaves what the base says of its own policies as it is", async () => {
    const own = ["--set", "policies=[{ use: neighbour-coordination, choose: { way: market } }]"];
    const tried = ["--with", "innovative-small-towns", "--with", "rural-cluster-platform"];
    const { stdout } = await urflow(
      "compare",
      "valley",
      ...own,
      ...tried,
      "--seeds",
      "1",
      ...SHORT,
      "--json",
    );
    const { arms } = JSON.parse(stdout) as { arms: { policies: string[]; hashes: string[] }[] };
    expect(arms[0].policies).toEqual(["innovative-small-towns"]);
    const both =
      "policies=[{ use: neighbour-coordination, choose: { way: market } }, innovative-small-towns]";
    const single = await urflow("run", "valley", "--set", both, "--seed", "1", ...SHORT, "--json");
    expect(arms[0].hashes).toEqual([(JSON.parse(single.stdout) as { hash: string }).hash]);
  });

  test("names --with where a policy is not at hand, and asks for two", async () => {
    const cluster = ["--with", "rural-cluster-platform", "--seeds", "1", ...SHORT];
    const unknown = await urflow("compare", "valley", "--with", "free-lunch", ...cluster);
    expect(unknown.code).toBe(2);
    expect(unknown.stderr).toContain('--with free-lunch: policies[0] is "free-lunch"; expected');
    const once = await urflow("compare", "valley", ...cluster);
    expect(once.code).toBe(2);
    expect(once.stderr).toContain("--with is given once; expected two policies or more.");
  });

  test("compare tells who pays, what it wins, and that a policy without cost has no such table", async () => {
    const { stdout } = await urflow("compare", "valley", "valley-small-towns", "--seeds", "2", ...SHORT);
    expect(stdout).toMatch(/^Who pays, yuan since the start, not discounted +county +state$/m);
    expect(stdout).toMatch(/^innovative-small-towns +\S/m);
    expect(stdout).toMatch(/^people in villages +\S/m);
    expect(stdout).toMatch(/^Who gains in 2024, yuan a year/m);
    const same = await urflow("compare", "valley", "valley", "--seeds", "1", ...SHORT);
    expect(same.stdout).not.toContain("Who pays");
  });
});

describe("urflow undo", () => {
  interface UndoJson {
    readonly ended: string[];
    readonly hashes: { none: string[]; kept: string[]; undone: string[] };
    readonly effects: { before: Effect[]; kept: Effect[]; undone: Effect[] };
  }

  test("ends policies at a year, up to which nothing differs, and tells what stays", async () => {
    const args = ["undo", "valley-small-towns", "--at", "2023", "--seeds", "2", ...SHORT];
    const { code, stdout } = await urflow(...args, "--json");
    expect(code).toBe(0);
    const { ended, hashes, effects } = JSON.parse(stdout) as UndoJson;
    expect(ended).toEqual(["policies.innovative-small-towns.until=2023-01"]);
    const run = async (scenario: string, ...set: string[]): Promise<string> =>
      (
        JSON.parse((await urflow("run", scenario, "--seed", "2", ...SHORT, ...set, "--json")).stdout) as {
          hash: string;
        }
      ).hash;
    expect(hashes.none[1]).toBe(await run("valley"));
    expect(hashes.kept[1]).toBe(await run("valley-small-towns"));
    expect(hashes.undone[1]).toBe(await run("valley-small-towns", "--set", ended[0]));
    expect(of(effects.kept, "policyCost", 2024).mean).toBeGreaterThan(0);
    expect(of(effects.undone, "policyCost", 2024).mean).toBe(0);
    expect(of(effects.before, "policyCost", 2023).mean).toBeGreaterThan(0);
    const out = join(temporaryFolder(), "out");
    const words = await urflow(...args, "--out", out);
    const { arms } = JSON.parse(readFileSync(join(out, "manifest.json"), "utf8")) as {
      arms: { arm: string; hashes: string[] }[];
    };
    expect(Object.fromEntries(arms.map((one) => [one.arm, one.hashes]))).toEqual(hashes);
    expect(words.stdout).toMatch(
      /^valley-small-towns without innovative-small-towns from 2023 on; seeds 1 to 2$/m,
    );
    expect(words.stdout).toMatch(/in 2023 +2024, kept +2024, undone/);
    expect(words.stdout.trimEnd().split("\n").at(-1)).toBe(`written to ${out}`);
  });

  test("undoes a shock, of which something stays", async () => {
    const shock =
      "shocks=[{ id: slump, driver: outsideWageGrowth, from: 2021-01, add: -0.1, source: assumed }]";
    const args = ["undo", "valley", "--set", shock, "--at", "2022", "--seeds", "1", ...SHORT, "--json"];
    const { ended, hashes } = JSON.parse((await urflow(...args)).stdout) as UndoJson;
    expect(ended).toEqual(["shocks.slump.until=2022-01"]);
    expect(new Set([hashes.none[0], hashes.kept[0], hashes.undone[0]]).size).toBe(3);
  });

  test.each([
    [["valley", "--at", "2022"], /has no policy and no shock; there is nothing to undo/],
    [
      ["valley-small-towns", "--at", "2020"],
      /expected a year after 2020 and before the end of the run, 2024/,
    ],
    [
      ["valley-small-towns", "--at", "2024"],
      /expected a year after 2020 and before the end of the run, 2024/,
    ],
  ])("refuses %j", async (args, message) => {
    const { code, stderr } = await urflow("undo", ...args, "--seeds", "1", ...SHORT);
    expect(code).toBe(2);
    expect(stderr).toMatch(message);
  });
});

describe("policies in each other's way", () => {
  const TORN = `urflow: 1
id: torn
extends: valley
policies:
  - innovative-small-towns
  - id: deeper
    title: { en: Deeper, zh: 更深 }
    summary: { en: Deeper, zh: 更深 }
    measures:
      - { id: cut, lever: landPriceCut, where: { tiers: [town] }, from: 2021-01, value: 0.5, source: assumed }
`;

  test.each([["run"], ["compare"], ["validate"]])("are bad input to %s", async (command) => {
    const file = join(temporaryFolder(), "torn.yaml");
    writeFileSync(file, TORN);
    const args = {
      run: ["run", file, ...SHORT],
      compare: ["compare", "valley", file, "--seeds", "1", ...SHORT],
      validate: ["validate", file, "--set", "scale=200"],
    }[command];
    const { code, stdout } = await urflow(...(args ?? []), "--json");
    expect(code).toBe(2);
    const { faults } = JSON.parse(stdout) as { faults: { expected: string }[] };
    expect(faults).toHaveLength(1);
    expect(faults[0].expected).toContain("policies.deeper.measures.cut sets for landPriceCut at");
  });
});
