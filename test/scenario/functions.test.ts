import { describe, expect, it } from "vitest";
import { formatFault } from "../../sim/scenario/faults.ts";
import { parseScenario, validateScenario } from "../../sim/scenario/validate.ts";
import { BRANCH_NAMES } from "../../sim/world/functions.ts";
import { fromFiles, scenarioText } from "./files.ts";
import { edit } from "./mutate.ts";

const FIGURES = "      areaKm2: 520\n";
const SOURCE = "        areaKm2: assumed\n";

/** The valley, of whose core county the file says what works make. */
function withFunctions(shares: readonly number[], source = `${SOURCE}        functions: assumed\n`): string {
  const map = shares.map((share, b) => `${BRANCH_NAMES[b]}: ${share}`).join(", ");
  const [head, ...rest] = edit(
    scenarioText("valley"),
    FIGURES,
    `${FIGURES}      functions: { ${map} }\n`,
  ).split(SOURCE);
  return [head + source + rest[0], ...rest.slice(1)].join(SOURCE);
}
const OPTIONS = { file: "valley.yaml", resolve: fromFiles };
const faultsOf = (text: string): string[] => {
  const result = validateScenario(text, OPTIONS);
  return result.ok ? [] : result.faults.map(formatFault);
};
const SHARES = [0.3, 0.1, 0.1, 0.05, 0.05, 0.2, 0.1, 0.1];

describe("functions of a county in a file", () => {
  it("are read as shares by branch", () => {
    const { counties } = parseScenario(withFunctions(SHARES), OPTIONS).world;
    expect(counties[0].functions).toEqual(
      Object.fromEntries(BRANCH_NAMES.map((name, b) => [name, SHARES[b]])),
    );
    expect(counties[1].functions).toBeUndefined();
  });

  it("must sum to 1", () => {
    const faults = faultsOf(withFunctions([0.4, ...SHARES.slice(1)]));
    expect(faults).toHaveLength(1);
    expect(faults[0]).toContain(
      "world.counties[0].functions is a map that sums to 1.1; expected shares that sum to 1",
    );
  });

  it("must name every branch", () => {
    expect(faultsOf(withFunctions(SHARES.slice(0, 7))).join("\n")).toContain("electronics");
  });

  it("must name their source", () => {
    expect(faultsOf(withFunctions(SHARES, SOURCE)).join("\n")).toContain("the source of functions");
  });
});
