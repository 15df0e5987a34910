import { describe, expect, it } from "vitest";
import { parseScenario } from "../../sim/scenario/validate.ts";
import { fromFiles, scenarioIds, scenarioText } from "./files.ts";

describe("the scenarios that come with urflow", () => {
  it.each(scenarioIds)("%s is read without a fault and bears the name of its file", (id) => {
    const scenario = parseScenario(scenarioText(id), { file: `${id}.yaml`, resolve: fromFiles });
    expect(scenario.id).toBe(id);
  });
});
