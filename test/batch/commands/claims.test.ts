import { beforeAll, describe, expect, test } from "vitest";
import { requireBuild } from "../../built.ts";
import { urflow } from "./urflow.ts";

beforeAll(requireBuild);

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

  test("refuses a claim that there isn't, and names those there are", async () => {
    const { code, stdout, stderr } = await urflow("claims", "--only", "A-1,E-i");
    expect([code, stdout]).toEqual([2, ""]);
    expect(stderr).toContain("--only names A-1; expected claims among A-i, A-ii");
    expect(stderr).toContain("Did you mean A-i?");
  });
});
