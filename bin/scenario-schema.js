#!/usr/bin/env node
/**
 * Writes scenarios/scenario.schema.json and scenarios/policy.schema.json from the schemas in sim/scenario, for
 * editors that know JSON Schema. Run it after a change of the format or of the parameter table.
 */
import { spawnSync } from "node:child_process";
import { writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { runnerImport } from "vite";

const at = (/** @type {string} */ path) => fileURLToPath(new URL(`../${path}`, import.meta.url));

/** @type {{ module: typeof import("../sim/scenario/jsonSchema.ts") }} */
const { module: schemas } = await runnerImport(at("sim/scenario/jsonSchema.ts"), { configFile: false });
const files = {
  [at("scenarios/scenario.schema.json")]: schemas.scenarioJsonSchema(),
  [at("scenarios/policy.schema.json")]: schemas.policyJsonSchema(),
};
for (const [path, schema] of Object.entries(files)) {
  writeFileSync(path, `${JSON.stringify(schema, null, 2)}\n`);
  console.log(`wrote ${path}`);
}
const formatter = at("node_modules/oxfmt/bin/oxfmt");
const { status } = spawnSync(process.execPath, [formatter, ...Object.keys(files)], { stdio: "inherit" });
process.exitCode = status ?? 1;
