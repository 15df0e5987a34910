import { createHash } from "node:crypto";
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { parquetReadObjects } from "hyparquet";
import { beforeAll, describe, expect, test } from "vitest";
import { parseCsv } from "../../../sim/batch/store/csv.ts";
import { parseScenario } from "../../../sim/scenario/validate.ts";
import { simulate } from "../../../sim/engine/simulation.ts";
import { requireBuild } from "../../built.ts";
import { contents, temporaryFolder } from "../disk.ts";
import { SCENARIOS } from "../scenario.ts";
import { urflow } from "./urflow.ts";

beforeAll(requireBuild);

const SHORT = ["--years", "3", "--scale", "50"];

interface RunJson {
  hash: string;
  years: number[];
  headline: { en: string; zh: string };
  indicators: Record<string, { unit: string; values: (number | null)[] }>;
}

describe("urflow run", () => {
  test("gives what the library gives: the same hash and the same figures", async () => {
    const { code, stdout } = await urflow("run", "valley", "--seed", "7", ...SHORT, "--json");
    expect(code).toBe(0);
    const told = JSON.parse(stdout) as RunJson;
    const scenario = parseScenario(readFileSync(join(SCENARIOS, "valley.yaml"), "utf8"), {
      set: ["years=3", "scale=50"],
    });
    const result = simulate(scenario, { seed: "7" });
    expect(told.hash).toBe(result.hash);
    expect(Object.keys(told.indicators)).toEqual(Object.keys(result.indicators));
    for (const [id, { values }] of Object.entries(told.indicators)) {
      expect(values.map((value) => value ?? NaN)).toEqual([...result.indicators[id]]);
    }
  });

  test("prints the sentence, the first, middle and last year, and the hash", async () => {
    const [words, json] = await Promise.all([
      urflow("run", "valley", ...SHORT),
      urflow("run", "valley", ...SHORT, "--json"),
    ]);
    const { hash, headline } = JSON.parse(json.stdout) as RunJson;
    expect(words.stdout).toContain(`\n${headline.en}\n`);
    expect(words.stdout).toMatch(/^ +2020 +2022 +2023$/m);
    expect(words.stdout).toMatch(/^People in villages +[\d,]+ +[\d,]+ +[\d,]+ {2}persons$/m);
    expect(words.stdout).toContain(`hash ${hash}`);
  });

  test("takes the seed as text and the options as settings", async () => {
    const hashOf = async (...args: string[]): Promise<string> =>
      (JSON.parse((await urflow("run", "valley", ...args, "--json")).stdout) as RunJson).hash;
    const [plain, same, other, text] = await Promise.all([
      hashOf(...SHORT, "--seed", "1"),
      hashOf("--set", "years=3", "--set", "scale=50", "--seed", "1"),
      hashOf(...SHORT, "--seed", "2"),
      hashOf(...SHORT, "--seed", "衢州 seed"),
    ]);
    expect(same).toBe(plain);
    expect(new Set([plain, other, text]).size).toBe(3);
  });

  test("comes to the same on several threads, and tells how fast", async () => {
    const args = ["run", "valley-small-towns", ...SHORT, "--json"];
    const [alone, shared] = await Promise.all([urflow(...args), urflow(...args, "--threads", "3")]);
    expect([alone.code, shared.code, shared.stderr]).toEqual([0, 0, ""]);
    const { pace, ...told } = JSON.parse(shared.stdout) as RunJson & { pace: Record<string, number> };
    expect(told).toEqual(JSON.parse(alone.stdout));
    expect(pace.threads).toBe(3);
    expect(pace.agentMonthsPerSecond).toBeGreaterThan(0);
    const words = await urflow("run", "valley", ...SHORT, "--threads", "2");
    expect(words.stdout).toMatch(/^2 threads: [\d.]+ s, [\d.]+ million agent-months a second$/m);
  });

  test("refuses no threads", async () => {
    const { code, stderr } = await urflow("run", "valley", "--threads", "0");
    expect(code).toBe(2);
    expect(stderr).toContain("Expected a whole number from 1 to 64.");
  });

  test("writes files whose manifest holds for every byte, the same ones each time", async () => {
    const folder = temporaryFolder();
    const [one, two] = [join(folder, "one"), join(folder, "two")];
    const args = ["run", "valley-small-towns", "--seed", "3", ...SHORT, "--out"];
    const ended = await Promise.all([urflow(...args, one), urflow(...args, two)]);
    expect(ended.map(({ code }) => code)).toEqual([0, 0]);
    const files = contents(one);
    expect(contents(two)).toEqual(files);
    expect(Object.keys(files)).toEqual([
      "flows.csv",
      "flows.parquet",
      "indicators.csv",
      "indicators.parquet",
      "inputs/policies/innovative-small-towns.yaml",
      "inputs/valley-small-towns.yaml",
      "inputs/valley.yaml",
      "manifest.json",
      "motives.csv",
      "motives.parquet",
      "policies.csv",
      "report.html",
      "settlements.csv",
    ]);
    const manifest = JSON.parse(readFileSync(join(one, "manifest.json"), "utf8")) as {
      hash: string;
      files: { name: string; bytes: number; sha256: string }[];
    };
    expect(manifest.files.map(({ name }) => name).toSorted()).toEqual(
      Object.keys(files).filter((name) => name !== "manifest.json"),
    );
    for (const { name, bytes, sha256 } of manifest.files) {
      const content = readFileSync(join(one, name));
      expect(content.length).toBe(bytes);
      expect(createHash("sha256").update(content).digest("hex")).toBe(sha256);
    }
    expect(files["report.html"]).toContain(manifest.hash);
    // Nothing of the machine or the hour.
    expect(JSON.stringify(files)).not.toContain(folder);
  });

  test("writes the same numbers as CSV and as Parquet", async () => {
    const out = join(temporaryFolder(), "out");
    await urflow("run", "valley", ...SHORT, "--out", out);
    for (const name of ["indicators", "flows"]) {
      const [header, ...lines] = parseCsv(readFileSync(join(out, `${name}.csv`), "utf8"));
      const rows = await parquetReadObjects({
        file: Uint8Array.from(readFileSync(join(out, `${name}.parquet`))).buffer,
      });
      expect(lines.length).toBeGreaterThan(20);
      expect(rows.map((row) => header.map((column) => String(row[column] ?? "")))).toEqual(lines);
    }
  });

  test("leaves inputs from which the same run can be had again", async () => {
    const folder = temporaryFolder();
    const own = join(folder, "own");
    mkdirSync(join(own, "policies"), { recursive: true });
    writeFileSync(
      join(own, "mine.yaml"),
      "urflow: 1\nid: mine\nextends: valley\npolicies: [innovative-small-towns]\nyears: 2\nscale: 50\n",
    );
    const out = join(folder, "out");
    const first = JSON.parse(
      (await urflow("run", join(own, "mine.yaml"), "--out", out, "--json")).stdout,
    ) as RunJson;
    const again = JSON.parse(
      (await urflow("run", join(out, "inputs", "mine.yaml"), "--json")).stdout,
    ) as RunJson;
    expect(again.hash).toBe(first.hash);
    const { command } = JSON.parse(readFileSync(join(out, "manifest.json"), "utf8")) as { command: string };
    expect(command).toBe("urflow run inputs/mine.yaml --seed valley");
  });

  test("takes the place of an older run in the same folder, of which nothing stays", async () => {
    const folder = temporaryFolder();
    const [used, fresh] = [join(folder, "used"), join(folder, "fresh")];
    await urflow("run", "valley-small-towns", ...SHORT, "--out", used);
    writeFileSync(join(used, "inputs", "notes.txt"), "mine");
    await Promise.all(
      [used, fresh].map((out) => urflow("run", "valley", ...SHORT, "--seed", "9", "--out", out)),
    );
    const { "inputs/notes.txt": notes, ...rest } = contents(used);
    expect(rest).toEqual(contents(fresh));
    expect(notes).toBe("mine");
  });

  test("refuses a place where it cannot write, with the path and a mend", async () => {
    const folder = temporaryFolder();
    const file = join(folder, "notes.txt");
    writeFileSync(file, "mine");
    for (const out of [file, join(file, "deeper")]) {
      const { code, stderr } = await urflow("run", "valley", ...SHORT, "--out", out);
      expect(code).toBe(1);
      expect(stderr).toContain(out);
      expect(stderr).toMatch(/a file stands where a folder is needed\. Choose another folder with --out/);
    }
    expect(contents(folder)).toEqual({ "notes.txt": "mine" });
  });

  test("refuses a folder with the results of another kind of command", async () => {
    const out = join(temporaryFolder(), "out");
    await urflow(
      "compare",
      "valley",
      "valley",
      "--seeds",
      "1",
      "--years",
      "1",
      "--scale",
      "50",
      "--out",
      out,
    );
    const before = contents(out);
    const { code, stderr } = await urflow("run", "valley", ...SHORT, "--out", out);
    expect(code).toBe(1);
    expect(stderr).toContain("holds the results of a comparison");
    expect(contents(out)).toEqual(before);
  });
});

describe("urflow compare", () => {
  interface CompareJson {
    seeds: string[];
    base: { hashes: string[] };
    other: { hashes: string[] };
    effects: {
      year: number;
      indicator: string;
      mean: number;
      low: number;
      high: number;
      meanLow: number;
      meanHigh: number;
      verdict: string;
    }[];
  }

  test("finds no difference between a scenario and itself, in any indicator or seed", async () => {
    const { code, stdout } = await urflow("compare", "valley", "valley", "--seeds", "2", ...SHORT, "--json");
    expect(code).toBe(0);
    const { base, other, effects } = JSON.parse(stdout) as CompareJson;
    expect(other.hashes).toEqual(base.hashes);
    expect(base.hashes[0]).not.toBe(base.hashes[1]);
    expect(effects.length).toBeGreaterThan(40);
    expect(effects.every(({ verdict, mean }) => verdict === "same" && mean === 0)).toBe(true);
  });

  test("shows what a change costs, with the same seeds as single runs", async () => {
    const out = join(temporaryFolder(), "out");
    const args = ["compare", "valley", "valley-small-towns", "--seeds", "3", ...SHORT];
    const { stdout } = await urflow(...args, "--jobs", "2", "--out", out, "--json");
    const { other, effects } = JSON.parse(stdout) as CompareJson;
    const cost = effects.find(({ indicator, year }) => indicator === "policyCost" && year === 2023);
    expect(cost).toMatchObject({ verdict: "up" });
    const single = JSON.parse(
      (await urflow("run", "valley-small-towns", "--seed", "2", ...SHORT, "--json")).stdout,
    ) as RunJson;
    expect(other.hashes[1]).toBe(single.hash);
    const [header, ...lines] = parseCsv(readFileSync(join(out, "effects.csv"), "utf8"));
    const line = lines.find(([year, indicator]) => year === "2023" && indicator === "policyCost");
    const told = (column: string): number => Number(line?.[header.indexOf(column)]);
    expect(told("difference")).toBe(cost?.mean);
    expect(told("mean_low")).toBe(cost?.meanLow);
    expect(told("mean_high")).toBe(cost?.meanHigh);
    expect(told("mean_low")).toBeLessThan(told("difference"));
    expect(told("mean_high")).toBeGreaterThan(told("difference"));
    const words = await urflow(...args);
    expect(words.stdout).toMatch(/^Cost of policies .* 3\/3 {2}higher/m);
  });

  test("changes OTHER alone with --set-other", async () => {
    const set = ["--set-other", "parameters.belongingWeight=8"];
    const { stdout } = await urflow(
      "compare",
      "valley",
      "valley",
      "--seeds",
      "1",
      ...SHORT,
      ...set,
      "--json",
    );
    const { base, other } = JSON.parse(stdout) as CompareJson;
    expect(other.hashes[0]).not.toBe(base.hashes[0]);
  });
});
