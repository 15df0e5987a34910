import { describe, expect, it } from "vitest";
import { resolveDrivers } from "../../sim/scenario/drivers.ts";
import { formatFault } from "../../sim/scenario/faults.ts";
import { parseScenario, validateScenario } from "../../sim/scenario/validate.ts";
import { fromFiles } from "./files.ts";

const head = "urflow: 1\nid: mine\nextends: valley\nshocks:\n";
const series = (shock: string) => {
  const scenario = parseScenario(shock === "" ? head.replace("shocks:\n", "") : `${head}  - ${shock}\n`, {
    resolve: fromFiles,
  });
  return resolveDrivers(scenario, scenario.years * 12 + 1);
};
const said = (shock: string): string[] => {
  const result = validateScenario(`${head}  - ${shock}\n`, { file: "mine.yaml", resolve: fromFiles });
  return result.ok ? [] : result.faults.map(formatFault);
};
const plain = series("");

describe("a shock", () => {
  it("moves its driver from its first month to its last, and no other driver", () => {
    const shocked = series(
      "{ id: hunger, driver: farmPrice, from: 2025-03, until: 2026-01, factor: 1.5, add: 0.1, source: assumed }",
    );
    plain.farmPrice.forEach((price, month) => {
      const inShock = month >= 62 && month < 72;
      expect(shocked.farmPrice[month]).toBe(inShock ? price * 1.5 + 0.1 : price);
    });
    for (const id of ["outsideWage", "productivity", "fertility", "mortality", "transferPerHead"] as const)
      expect(shocked[id]).toEqual(plain[id]);
  });

  it("to growth leaves the level where it led it, and growth goes on from there", () => {
    const shocked = series(
      "{ id: slump, driver: outsideWageGrowth, from: 2022-01, until: 2023-01, factor: 0, source: assumed }",
    );
    const [a, b] = [shocked.outsideWage, plain.outsideWage];
    expect(a.slice(0, 25)).toEqual(b.slice(0, 25));
    expect(a[36]).toBe(a[24]);
    for (const month of [37, 60, 200]) expect(a[month] / b[month]).toBeCloseTo(a[36] / b[36], 10);
    expect(a[36]).toBeLessThan(b[36]);
  });

  it("from the start shows at once", () => {
    const shocked = series("{ id: cheap, driver: farmPrice, from: 2020-01, factor: 0.5, source: assumed }");
    expect(shocked.farmPrice[0]).toBe(0.5);
  });

  it.each([
    [
      "{ id: a, driver: farmPrice, from: 2025-03, source: assumed }",
      "is without both; expected a factor, or something",
    ],
    [
      "{ id: a, driver: farmPrice, from: 2025-03, until: 2025-03, factor: 2, source: assumed }",
      "expected a month after 2025-03",
    ],
    [
      "{ id: a, driver: rain, from: 2025-03, factor: 2, source: assumed }",
      "expected one of outsideWageGrowth",
    ],
    [
      "{ id: a, driver: farmPrice, from: 2025-03, factor: 2, source: rumour }",
      "expected a key of sources, or assumed",
    ],
    [
      "{ id: a, driver: outsideWageGrowth, from: 2025-03, add: -2, source: assumed }",
      "expected outsideWageGrowth from -0.3 to 0.3 (per-year). Make the shock smaller",
    ],
  ])("like %s is refused", (shock, part) => {
    const lines = said(shock);
    expect(lines).toHaveLength(1);
    expect(lines[0]).toMatch(/^mine\.yaml:5:\d+ shocks\[0\]/);
    expect(lines[0]).toContain(part);
  });
});
