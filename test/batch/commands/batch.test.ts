import { spawnSync } from "node:child_process";
import { appendFileSync, existsSync, mkdtempSync, readFileSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { basename, join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { requireBuild } from "../../built.ts";
import { contents, temporaryFolder } from "../disk.ts";
import { LAUNCHER, start, until, urflow, type Running } from "./urflow.ts";

const BATCH = ["batch", "valley", "valley-small-towns", "--seeds", "3", "--years", "2", "--scale", "50"];
const RUNS = 6;

let folder: string;
/** What an undisturbed batch leaves. */
let whole: Record<string, string>;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), "urflow-"));
  requireBuild();
  const out = join(folder, "whole");
  const { code, stderr } = await urflow(...BATCH, "--out", out);
  if (code !== 0) throw new Error(`The undisturbed batch ended with ${code}: ${stderr}`);
  whole = contents(out);
});

afterAll(() => rmSync(folder, { recursive: true, force: true }));

const begin = (out: string, ...more: string[]): Running => start([...BATCH, "--out", out, ...more]);

/** Run folders that stand under their final name. */
function finished(out: string): string[] {
  const runs = join(out, "runs");
  if (!existsSync(runs)) return [];
  return readdirSync(runs).flatMap((scenario) =>
    readdirSync(join(runs, scenario))
      .filter((name) => !name.startsWith("."))
      .map((name) => join("runs", scenario, name)),
  );
}

const leftovers = (out: string): string[] =>
  Object.keys(contents(out)).filter((path) => path.includes("/.") || path.startsWith("."));

/** Whatever stands in the folder under a final name is what the undisturbed batch has there. */
function expectWholeParts(out: string): void {
  for (const [path, content] of Object.entries(existsSync(out) ? contents(out) : {})) {
    if (path.split("/").some((part) => part.startsWith("."))) continue;
    expect(content === whole[path], `${path} is not as an undisturbed batch leaves it`).toBe(true);
  }
}

describe("urflow batch", () => {
  test("keeps every run and makes tables of all of them", () => {
    expect(Object.keys(whole).filter((path) => basename(path) === "manifest.json").length).toBe(RUNS + 1);
    const lines = whole["quantiles.csv"].trimEnd().split("\n");
    expect(lines[0]).toBe("scenario,year,indicator,unit,seeds,mean,q05,q50,q95");
    expect(lines[1]).toMatch(/^valley,2020,population\.village,persons,3,/);
    // The table of all runs is their own tables, one below the other.
    const [header, ...rows] = whole["indicators.csv"].trimEnd().split("\n");
    const own = [1, 2, 3].map((seed) =>
      whole[`runs/valley-small-towns/seed-${seed}/indicators.csv`].trimEnd().split("\n"),
    );
    for (const [first, ...rest] of own) {
      expect(first).toBe(header);
      expect(rows.join("\n")).toContain(rest.join("\n"));
    }
  });

  test("leaves the same bytes with one thread as with several", async () => {
    const out = join(temporaryFolder(), "out");
    expect((await begin(out, "--jobs", "1").ended).code).toBe(0);
    expect(contents(out)).toEqual(whole);
  });

  test("finds finished runs again and runs none twice", async () => {
    const out = join(temporaryFolder(), "out");
    await begin(out).ended;
    const { code, stdout } = await begin(out, "--json").ended;
    expect(code).toBe(0);
    expect(JSON.parse(stdout)).toMatchObject({ found: RUNS, made: 0 });
    expect(contents(out)).toEqual(whole);
  });

  test("makes again what was damaged or lost since", async () => {
    const out = join(temporaryFolder(), "out");
    await begin(out).ended;
    appendFileSync(join(out, "runs/valley/seed-2/flows.csv"), "x");
    rmSync(join(out, "runs/valley-small-towns/seed-1/manifest.json"));
    rmSync(join(out, "quantiles.csv"));
    const { stdout } = await begin(out, "--json").ended;
    expect(JSON.parse(stdout)).toMatchObject({ found: RUNS - 2, made: 2 });
    expect(contents(out)).toEqual(whole);
  });

  test("goes on where a kill stopped it and ends with the same bytes", async () => {
    const out = join(temporaryFolder(), "out");
    const running = begin(out, "--jobs", "1");
    await until(() => finished(out).length >= 2);
    running.process.kill("SIGKILL");
    expect((await running.ended).code).toBe("SIGKILL");
    expect(finished(out).length).toBeLessThan(RUNS);
    expectWholeParts(out);
    const { stdout } = await begin(out, "--json").ended;
    expect((JSON.parse(stdout) as { found: number }).found).toBeGreaterThanOrEqual(2);
    expect(contents(out)).toEqual(whole);
  });

  test("shows no half file wherever it is killed, also in mid-write", async () => {
    const out = join(temporaryFolder(), "out");
    let inMidWrite = 0;
    for (let kill = 0; kill < 12 && finished(out).length < RUNS; kill++) {
      const running = begin(out, "--jobs", "2");
      const before = finished(out).length;
      // At the first sight of something half written, or of another run.
      await until(
        () => running.process.exitCode !== null || halfWritten(out) || finished(out).length > before,
      );
      running.process.kill("SIGKILL");
      await running.ended;
      if (halfWritten(out)) inMidWrite += 1;
      expectWholeParts(out);
    }
    expect(inMidWrite).toBeGreaterThan(0);
    expect((await begin(out).ended).code).toBe(0);
    expect(contents(out)).toEqual(whole);
  });

  test("interrupted, says how many runs are kept, tidies up and goes on later", async () => {
    const out = join(temporaryFolder(), "out");
    const running = begin(out, "--jobs", "1");
    await until(() => finished(out).length >= 1);
    running.process.kill("SIGINT");
    const { code, stdout, stderr } = await running.ended;
    expect({ code, stdout }).toEqual({ code: 130, stdout: "" });
    expect(stderr).toMatch(
      /^urflow: Interrupted: [1-5] of 6 runs are kept in .*The same command goes on from there\.\n$/,
    );
    expect(leftovers(out)).toEqual([]);
    expectWholeParts(out);
    expect((await begin(out).ended).code).toBe(0);
    expect(contents(out)).toEqual(whole);
  });

  test("refuses a folder that belongs to another command, and says how they differ", async () => {
    const out = join(temporaryFolder(), "out");
    await begin(out).ended;
    const others: readonly (readonly [string[], RegExp])[] = [
      [
        ["valley", "--seeds", "3", "--years", "2", "--scale", "50"],
        /scenarios valley, valley-small-towns there, valley here/,
      ],
      [[...BATCH.slice(1), "--seeds", "4"], /3 seeds there, 4 here/],
      [
        [...BATCH.slice(1), "--set", "parameters.belongingWeight=2"],
        /settings .* there, .*belongingWeight=2.* here/,
      ],
    ];
    for (const [args, says] of others) {
      const { code, stderr } = await urflow("batch", ...args, "--out", out);
      expect(code).toBe(1);
      expect(stderr).toMatch(says);
    }
    expect(contents(out)).toEqual(whole);
  });

  test("refuses a folder in which another one is at work", async () => {
    const out = join(temporaryFolder(), "out");
    const running = begin(out, "--jobs", "1");
    await until(() => existsSync(join(out, "batch.json")));
    const { code, stderr } = await begin(out).ended;
    expect(code).toBe(1);
    expect(stderr).toContain(`another urflow (process ${running.process.pid} on`);
    expect((await running.ended).code).toBe(0);
    expect(contents(out)).toEqual(whole);
  });
});

/** Whether this machine lets us have a small disk of our own. */
const canMount = spawnSync("unshare", ["-rm", "mount", "-t", "tmpfs", "tmpfs", tmpdir()]).status === 0;

describe.skipIf(!canMount)("a full disk", () => {
  /** Runs shell lines beside a disk of some kilobytes, which is gone when they end. */
  function onSmallDisk(
    kilobytes: number,
    lines: string,
  ): { status: number | null; stdout: string; stderr: string } {
    const disk = join(temporaryFolder(), "disk");
    const script = `mkdir -p "$1" && mount -t tmpfs -o size=${kilobytes}k tmpfs "$1" && cd "$1" && ${lines}`;
    const { status, stdout, stderr } = spawnSync(
      "unshare",
      ["-rm", "sh", "-c", script, "sh", disk, process.execPath, LAUNCHER],
      {
        encoding: "utf8",
      },
    );
    return { status, stdout, stderr };
  }

  const size = (): number => Math.ceil(Object.values(whole).join("").length / 1024);

  test("stops a batch with the path and the mend; with more room the same command ends as if nothing had been", () => {
    const batch = `"$2" "$3" ${BATCH.join(" ")} --out b`;
    const { status, stdout, stderr } = onSmallDisk(
      Math.floor(size() / 2),
      `${batch} >first; echo "exit $?"; find . -name ".*partial*"; ls b/runs/valley; ` +
        `mount -o remount,size=${size() * 8}k . && ${batch} >/dev/null; echo "exit $?"; cat b/quantiles.csv`,
    );
    expect(status).toBe(0);
    expect(stderr).toMatch(/^urflow: b\/.*: the disk is full\. Free some space/);
    const [first, ...rest] = stdout.split("\n");
    expect(first).toBe("exit 1");
    expect(rest.join("\n")).toMatch(/^(seed-\d\n)*exit 0\nscenario,year/);
    expect(stdout.slice(stdout.indexOf("scenario,year"))).toBe(whole["quantiles.csv"]);
  });

  test("leaves the old results of a run as they were", () => {
    const run = `"$2" "$3" run valley --scale 50 --out r`;
    const { stdout, stderr } = onSmallDisk(
      400,
      `${run} --years 1 >/dev/null; echo "exit $?"; sha256sum r/*.* >before; ` +
        `${run} --years 20 >/dev/null; echo "exit $?"; sha256sum r/*.* | diff before - && find r -name ".*"`,
    );
    expect(stderr).toMatch(/^urflow: r\/.*: the disk is full/);
    expect(stdout).toBe("exit 0\nexit 1\n");
  });
});

/** Whether something half written lies about: a partial file or folder of a run. */
function halfWritten(out: string): boolean {
  const runs = join(out, "runs");
  if (!existsSync(runs)) return false;
  return readdirSync(runs).some((scenario) =>
    readdirSync(join(runs, scenario)).some((name) => name.endsWith(".urflow-partial")),
  );
}

test("the plan of a batch holds no clock, machine or folder", () => {
  const plan = JSON.parse(whole["batch.json"]) as Record<string, unknown>;
  expect(Object.keys(plan)).toEqual(["format", "urflow", "build", "scenarios", "set", "seeds"]);
  expect(JSON.stringify(whole)).not.toContain(folder);
  expect(readFileSync(join(folder, "whole", "batch.json"), "utf8").endsWith("}\n")).toBe(true);
});
