/** Scenario files of this repository, as both runners want them. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { parseScenario } from "../../sim/index.ts";
import type { Scenario } from "../../sim/index.ts";

/** The working folder of the benchmark is the repository: bench.js sees to it. */
const folder = "scenarios";

export function scenarioText(id: string): string {
  return readFileSync(join(folder, `${id}.yaml`), "utf8");
}

/** @param set `path=value` settings laid over the file */
export function loadScenario(id: string, set: readonly string[] = []): Scenario {
  return parseScenario(scenarioText(id), {
    file: `${id}.yaml`,
    set,
    resolve: (kind, name) =>
      readFileSync(join(folder, kind === "policy" ? "policies" : "", `${name}.yaml`), "utf8"),
  });
}
