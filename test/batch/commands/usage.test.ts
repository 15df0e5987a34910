import { existsSync, openSync, closeSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { beforeAll, describe, expect, test } from "vitest";
import manifest from "../../../package.json" with { type: "json" };
import { requireBuild } from "../../built.ts";
import { temporaryFolder } from "../disk.ts";
import { start, urflow, until } from "./urflow.ts";

beforeAll(requireBuild);

const COMMANDS = [
  "run",
  "compare",
  "undo",
  "batch",
  "validate",
  "import",
  "trace",
  "hindcast",
  "calibrate",
  "claims",
  "list",
];

describe("asking what there is", () => {
  test("--help and --version answer on standard output and exit with 0", async () => {
    const help = await urflow("--help");
    expect(help).toMatchObject({ code: 0, stderr: "" });
    for (const command of COMMANDS) expect(help.stdout).toContain(`  ${command} `);
    expect(await urflow("--version")).toEqual({ code: 0, stdout: `${manifest.version}\n`, stderr: "" });
  });

  test.each(COMMANDS)("urflow %s --help shows an example", async (command) => {
    const { code, stdout } = await urflow(command, "--help");
    expect(code).toBe(0);
    expect(stdout).toMatch(new RegExp(`Examples?:\n {2}urflow ${command}`));
  });

  test("list names each built-in scenario on a line of its own", async () => {
    const { code, stdout } = await urflow("list");
    expect(code).toBe(0);
    expect(stdout).toMatch(/^- {2,}valley {2,}The valley/m);
    expect(stdout).toMatch(/^A1 {2,}construction {2,}New Countryside Construction in Quzhou$/m);
    const { scenarios } = JSON.parse((await urflow("list", "--json")).stdout) as {
      scenarios: { id: string; system?: string; about?: { look: { zh: string } } }[];
    };
    const lines = stdout.trimEnd().split("\n");
    expect(lines.map((line) => line.split(/ +/).slice(0, 2))).toEqual(
      scenarios.map(({ id, system }) => [system ?? "-", id]),
    );
    const codes = scenarios.flatMap(({ system }) => system ?? []);
    expect(codes).toEqual(codes.toSorted());
    expect(scenarios.find(({ id }) => id === "construction")?.about?.look.zh).toContain("村容");
  });

  test("run says of a system what it is, assumes and is to be looked at, and of a plain world nothing", async () => {
    const quick = ["--years", "2", "--scale", "1000"];
    const { stdout } = await urflow("run", "construction", ...quick);
    expect(stdout).toMatch(
      /^New Countryside.+\nA1, villages and rural clusters\nWhat it is: [^]+\nWhat it assumes: [^]+\nWhat to look at: /,
    );
    const json = JSON.parse((await urflow("run", "construction", "--json", ...quick)).stdout) as unknown;
    expect(json).toMatchObject({ system: "A1", about: { is: { zh: expect.stringContaining("立面") } } });
    expect((await urflow("run", "valley", ...quick.slice(0, 2), "--scale", "200")).stdout).not.toContain(
      "What it is",
    );
  });
});

describe("asking wrongly", () => {
  const wrong: readonly (readonly [args: string[], says: RegExp])[] = [
    [[], /Usage: urflow/],
    [["rnu", "valley"], /unknown command 'rnu'\n.*run/],
    [["run"], /missing required argument 'scenario'/],
    [["run", "valley", "--sede", "3"], /unknown option '--sede'\n.*--seed/],
    [["run", "valley", "extra"], /too many arguments/],
    [["run", "vally"], /no built-in scenario "vally"\. Did you mean valley\?/],
    [["run", "./none.yaml"], /none\.yaml: there is no such file/],
    [["run", "valley", "--years", "0"], /whole number from 1 to 100/],
    [["run", "valley", "--years", "2.5"], /whole number from 1 to 100/],
    [["run", "valley", "--set", "parameters.taxShar=0.1"], /parameters\.taxShar.*Did you mean taxShare\?/],
    [["run", "valley", "--set", "parameters.taxShare=14"], /parameters\.taxShare is 14; expected .*0\.14/],
    [["batch", "valley", "--out", "x"], /--seeds/],
    [["batch", "valley", "--seeds", "2"], /--out/],
    [["compare", "valley", "--seeds", "2"], /Expected either a second scenario, or --with for each policy/],
    [["compare", "valley", "--seeds", "2", "--with", "a"], /--with is given once; expected two policies/],
    [
      ["compare", "valley", "valley", "--seeds", "2", "--with", "a", "--with", "b"],
      /Expected either a second scenario, or --with/,
    ],
    [
      ["compare", "valley", "--seeds", "2", "--with", "nix", "--with", "rural-cluster-platform"],
      /policies\[0\] is "nix"; expected the id of a policy at hand/,
    ],
    [
      ["compare", "valley", "valley", "--seeds", "2", "--set-other", "years=3"],
      /valley has years 30 and valley has years 3/,
    ],
    [["batch", "valley", "valley", "--seeds", "2", "--out", "x"], /Two scenarios have the id valley/],
  ];

  test.each(wrong)(
    "urflow %j --json exits with 2 and says what is wrong, as text and as one JSON object",
    async (args, says) => {
      const folder = temporaryFolder();
      const asked = args.length === 0 ? args : [...args, "--json"];
      const { code, stdout, stderr } = await start(asked, { cwd: folder }).ended;
      expect(code).toBe(2);
      expect(stderr).toMatch(says);
      expect(existsSync(join(folder, "x"))).toBe(false);
      if (args.length === 0) return;
      expect(stdout.trimEnd().split("\n").length).toBe(1);
      const { error, faults } = JSON.parse(stdout) as {
        error: string;
        faults: { expected: string; mend: string }[];
      };
      expect(error.length).toBeGreaterThan(10);
      for (const { expected, mend } of faults) expect(stderr).toContain(`expected ${expected}. ${mend}`);
    },
  );

  test("nothing of it reaches standard output unless JSON is asked for", async () => {
    expect((await urflow("run", "vally")).stdout).toBe("");
    expect((await urflow("run", "valley", "--set", "parameters.taxShare=14")).stdout).toBe("");
    expect((await urflow("rnu")).stdout).toBe("");
  });

  test("a bad scenario is told with all its faults, and no folder is made", async () => {
    const folder = temporaryFolder();
    const file = join(folder, "bad.yaml");
    writeFileSync(file, "urflow: 1\nid: bad\nextends: valley\nyears: 0\nscale: many\n");
    for (const args of [
      ["run", file],
      ["batch", file, "--seeds", "2"],
      ["compare", file, file, "--seeds", "2"],
    ]) {
      const out = join(folder, "out");
      const { code, stderr, stdout } = await urflow(...args, "--out", out);
      expect({ code, stdout }).toEqual({ code: 2, stdout: "" });
      expect(stderr).toMatch(/bad\.yaml:4:8 years is 0; expected /);
      expect(stderr).toMatch(/bad\.yaml:5:8 scale is /);
      expect(existsSync(out)).toBe(false);
    }
  });
});

describe("validate", () => {
  test("says ok in one line", async () => {
    expect(await urflow("validate", "valley")).toEqual({
      code: 0,
      stdout: "valley: ok, scenario valley, 2020–2050, 4 counties, 1 gateway, 0 policies\n",
      stderr: "",
    });
    const policy = await urflow(
      "validate",
      "scenarios/policies/innovative-small-towns.yaml",
      "--world",
      "quzhou",
    );
    expect(policy).toMatchObject({ code: 0, stderr: "" });
    expect(policy.stdout).toMatch(/ok, policy innovative-small-towns, \d+ measures\n$/);
  });

  test("lists every fault of a scenario and of a policy, and exits with 2", async () => {
    const folder = temporaryFolder();
    const scenario = join(folder, "mine.yaml");
    writeFileSync(scenario, "urflow: 1\nid: mine\nextends: valley\nyaers: 3\nscale: 0\n");
    const told = await urflow("validate", scenario, "--json");
    expect(told.code).toBe(2);
    const { ok, faults } = JSON.parse(told.stdout) as {
      ok: boolean;
      faults: { path: string; line: number }[];
    };
    expect(ok).toBe(false);
    expect(faults.map(({ path, line }) => [path, line])).toEqual([
      ["yaers", 4],
      ["scale", 5],
    ]);
    const policy = join(folder, "my-policy.yaml");
    writeFileSync(policy, "urflow-policy: 1\nid: my-policy\ntitle: { en: A, zh: 甲 }\nmeasures: []\n");
    const bad = await urflow("validate", policy);
    expect(bad.code).toBe(2);
    expect(bad.stdout).toContain(`${policy}:1:1 summary is missing; expected a text`);
  });
});

describe("pipes", () => {
  test("carry no colours, no bar and nothing on standard error", async () => {
    const { stdout, stderr } = await urflow("run", "valley", "--years", "1");
    expect(stderr).toBe("");
    expect(stdout).not.toContain("\u001b");
    expect(stdout).not.toContain("\r");
  });

  test("may be closed by their reader, as head does: that is no failure", async () => {
    const running = start(["run", "valley", "--years", "1"]);
    running.process.stdout?.destroy();
    expect(await running.ended).toMatchObject({ code: 0, stderr: "" });
  });

  test.skipIf(!existsSync("/dev/full"))("that cannot take the answer make the command fail", async () => {
    const full = openSync("/dev/full", "w");
    const { code, stderr } = await start(["list"], { stdio: ["ignore", full, "pipe"] }).ended;
    closeSync(full);
    expect(code).toBe(1);
    expect(stderr).toContain("standard output");
  });
});

test("an interrupted run exits with 130 and leaves nothing, not even its folder", async () => {
  const folder = temporaryFolder();
  const out = join(folder, "deep", "out");
  const running = start(["run", "valley", "--years", "100", "--out", out]);
  await until(() => existsSync(join(out, ".urflow-lock")));
  running.process.kill("SIGINT");
  expect(await running.ended).toEqual({ code: 130, stdout: "", stderr: "urflow: Interrupted.\n" });
  expect(existsSync(join(folder, "deep"))).toBe(false);
});
