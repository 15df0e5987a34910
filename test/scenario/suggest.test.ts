import { describe, expect, it } from "vitest";
import { editDistance, nearest } from "../../sim/scenario/suggest.ts";

describe("the name that was meant", () => {
  it.each([
    ["kitten", "sitting", 3],
    ["flaw", "lawn", 2],
    ["", "abc", 3],
    ["abc", "", 3],
    ["same", "same", 0],
  ])("is found by Levenshtein's distance: %j to %j is %d", (a, b, distance) => {
    expect(editDistance(a, b)).toBe(distance);
    expect(editDistance(b, a)).toBe(distance);
  });

  it("is the nearest one, whatever its case and word separators", () => {
    const names = ["towns", "villages", "areaKm2", "arableHa"];
    expect(nearest("area_km2", names)).toBe("areaKm2");
    expect(nearest("VILLAGE", names)).toBe("villages");
    expect(nearest("twons", names)).toBe("towns");
  });

  it("is not guessed where nothing is near, and not for a single letter", () => {
    expect(nearest("gateways", ["towns", "villages"])).toBeUndefined();
    expect(nearest("a", ["id"])).toBeUndefined();
    expect(nearest("x".repeat(1000), ["x".repeat(999)])).toBeUndefined();
    expect(nearest("towns", [])).toBeUndefined();
  });
});
