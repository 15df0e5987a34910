import { createHash } from "node:crypto";
import { mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { requireBuild } from "../../built.ts";
import { urflow } from "./urflow.ts";

beforeAll(requireBuild);

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "urflow-"));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

describe("urflow claims", () => {
  test("tries a claim, and answers as JSON with effect, interval, finding and verdict", async () => {
    const { code, stdout, stderr } = await urflow(
      "claims",
      "--only",
      "E-i",
      "--seeds",
      "2",
      "--flip-seeds",
      "0",
      "--json",
    );
    expect([code, stderr]).toEqual([0, ""]);
    const { claims } = JSON.parse(stdout) as {
      claims: {
        id: string;
        verdict: string;
        places: { contrasts: { mean: number; low: number; high: number; finding: string }[] }[];
      }[];
    };
    expect(claims.map(({ id }) => id)).toEqual(["E-i"]);
    expect(["confirmed", "refuted", "not shown", "only when"]).toContain(claims[0].verdict);
    for (const { mean, low, high, finding } of claims[0].places.flatMap(({ contrasts }) => contrasts)) {
      expect(low <= mean && mean <= high).toBe(true);
      expect(["held", "opposite", "open"]).toContain(finding);
    }
  }, 120_000);

  test("leaves a manifest with what makes the same bytes again, and no other command writes over it", async () => {
    const args = ["--only", "E-i", "--seeds", "2", "--flip-seeds", "0"];
    const out = join(folder, "lab");
    expect((await urflow("claims", ...args, "--out", out)).code).toBe(0);
    expect(readdirSync(out).toSorted()).toEqual([
      "claims.json",
      "claims.md",
      "claims.zh.md",
      "manifest.json",
    ]);
    const bytes = (name: string): Buffer => readFileSync(join(out, name));
    const { kind, command, seeds, claims, files } = JSON.parse(bytes("manifest.json").toString()) as {
      kind: string;
      command: string;
      seeds: number;
      claims: string[];
      files: { name: string; bytes: number; sha256: string }[];
    };
    expect([kind, command, seeds, claims]).toEqual(["claims", `urflow claims ${args.join(" ")}`, 2, ["E-i"]]);
    expect(files).toEqual(
      ["claims.json", "claims.md", "claims.zh.md"].map((name) => ({
        name,
        bytes: bytes(name).length,
        sha256: createHash("sha256").update(bytes(name)).digest("hex"),
      })),
    );

    const refused = await urflow("run", "valley", "--scale", "400", "--years", "1", "--out", out);
    expect(refused.code).toBe(1);
    expect(refused.stderr).toContain("the folder holds the results of the claims lab");
    expect(bytes("manifest.json").toString()).toContain('"kind": "claims"');
  }, 120_000);

  test("refuses a claim that there isn't, and names those there are", async () => {
    const { code, stdout, stderr } = await urflow("claims", "--only", "A-1,E-i");
    expect([code, stdout]).toEqual([2, ""]);
    expect(stderr).toContain("--only names A-1; expected claims among A-i, A-ii");
    expect(stderr).toContain("Did you mean A-i?");
  });
});
