import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { beforeAll, describe, expect, test } from "vitest";
import { parseCalibration } from "../../../sim/batch/calibrate/file.ts";
import type { HindcastJson } from "../../../sim/batch/hindcast/answer.ts";
import { parameterIds } from "../../../sim/policy/parameters.ts";
import { requireBuild } from "../../built.ts";
import { urflow } from "../commands/urflow.ts";
import { temporaryFolder } from "../disk.ts";
import { tableOf } from "../hindcast/table.ts";

beforeAll(requireBuild);

const COARSE = ["--scale", "2000", "--draws", "4", "--rounds", "2", "--keep", "0.5"];
const TUNED = ["--parameters", "considerRate=0.1..0.5,movingCost=1..5"];

/** Two of the units, each a prefecture of its own: small worlds run quickly. */
const two = (): string => {
  const [header, ...rows] = tableOf((k) => (k < 2 ? "East" : "West")).split("\n");
  return [header, rows[1], rows[2], ""].join("\n");
};

const table = (text = two()): string => {
  const path = join(temporaryFolder(), "units.csv");
  writeFileSync(path, text);
  return path;
};

describe("urflow calibrate", () => {
  test("writes what was tuned, and urflow hindcast draws from it", async () => {
    const path = table();
    const out = join(temporaryFolder(), "calibration.json");
    const { code, stdout, stderr } = await urflow(
      ...["calibrate", path, "--out", out, "--date", "2026-01-31"],
      ...[...COARSE, ...TUNED],
    );
    expect({ code, stderr }).toEqual({ code: 0, stderr: "" });
    for (const words of ["2 units in 2 groups", "considerRate", "movingCost", "East", "West", "still miss"])
      expect(stdout).toContain(words);
    const read = parseCalibration(readFileSync(out, "utf8"), out, parameterIds("assumption"));
    expect(read).toMatchObject({ date: "2026-01-31", draws: 4, rounds: 2, groups: ["East", "West"] });
    expect(read.kept.length).toBe(2);
    for (const { values } of read.kept) {
      expect(values.considerRate).toBeGreaterThanOrEqual(0.1);
      expect(values.considerRate).toBeLessThanOrEqual(0.5);
      expect(values.movingCost).toBeGreaterThanOrEqual(1);
      expect(values.movingCost).toBeLessThanOrEqual(5);
    }

    const hindcast = async (...args: string[]): Promise<HindcastJson> => {
      const ended = await urflow("hindcast", path, "--scale", "2000", "--seeds", "2", "--json", ...args);
      return JSON.parse(ended.stdout) as HindcastJson;
    };
    const drawn = await hindcast("--calibration", out);
    const plain = await hindcast("--calibration", "none");
    expect(drawn.scores.heldOut?.population.rows).toBe(2);
    expect(plain.scores.heldOut).toBeNull();
    const width = ({ units }: HindcastJson): number =>
      units.reduce((sum, { population }) => sum + population.high - population.low, 0);
    // Two sets of parameters may end near each other; what they are said to miss widens any band.
    const missing = { population: 0.5, urbanShare: 0.2, share65: 0.1 };
    writeFileSync(out, JSON.stringify({ ...read, discrepancy: missing }));
    expect(width(await hindcast("--calibration", out))).toBeGreaterThan(width(drawn));
    expect(drawn.units[0].population.predicted).not.toBe(plain.units[0].population.predicted);
  });

  test("gives the same bytes again, on any number of threads", async () => {
    const path = table();
    const folder = temporaryFolder();
    const outs = ["1", "3"].map((jobs) => ({ jobs, out: join(folder, jobs, "calibration.json") }));
    for (const { jobs, out } of outs)
      await urflow("calibrate", path, "--out", out, "--jobs", jobs, ...COARSE, ...TUNED);
    const [first, second] = outs.map(({ out }) => readFileSync(out, "utf8"));
    expect(second).toBe(first);
  });

  test.each([
    [["--out", "x.json", "--parameters", "considerRat"], /Did you mean considerRate\?/],
    [["--out", "x.yaml"], /Let it end in \.json/],
    [["--out", "x.json", "--date", "yesterday"], /Expected a date as in 2026-01-31/],
    [["--out", "x.json", "--keep", "0"], /Expected a share above 0/],
    [[], /--out/],
  ])("%j is refused", async (args, says) => {
    const { code, stdout, stderr } = await urflow("calibrate", table(), ...args);
    expect({ code, stdout }).toEqual({ code: 2, stdout: "" });
    expect(stderr).toMatch(says);
    expect(existsSync("x.json")).toBe(false);
  });

  test("does not write over a file that is no calibration, nor calibrate to nothing", async () => {
    const other = join(temporaryFolder(), "mine.json");
    writeFileSync(other, "{}");
    const refused = await urflow("calibrate", table(), "--out", other);
    expect(refused.code).toBe(2);
    expect(refused.stderr).toContain("there is a file that is no calibration");
    expect(readFileSync(other, "utf8")).toBe("{}");
    const ids = ["kecheng", "qujiang", "jiangshan", "changshan", "kaihua", "longyou"];
    const out = join(temporaryFolder(), "calibration.json");
    const blind = await urflow("calibrate", table(tableOf(undefined, ids)), "--out", out);
    expect(blind.code).toBe(2);
    expect(blind.stderr).toContain("no unit has a population of 2020");
    expect(existsSync(out)).toBe(false);
  });
});
