#!/usr/bin/env node
/**
 * Writes scenarios/scenario.schema.json and scenarios/policy.schema.json from the schemas in sim/scenario, for
 * editors that know JSON Schema. Run it after a change of the format or of the parameter table.
 */
import { spawnSync } from "node:child_process";
import { rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";

const root = fileURLToPath(new URL("..", import.meta.url));
const packages = join(root, "node_modules");
// Below node_modules, so that the bundle finds its packages.
const bundle = join(packages, ".cache", "urflow", "jsonSchema.js");

/** @param {string[]} args */
function run(...args) {
  const { status } = spawnSync(process.execPath, args, { cwd: root, stdio: ["ignore", "ignore", "inherit"] });
  if (status !== 0) throw new Error(`${args[0]} failed. Are the packages installed (npm ci)?`);
}

const entry = join("sim", "scenario", "jsonSchema.ts");
const bundler = join(packages, "rolldown", "bin", "cli.mjs");
run(bundler, entry, "--format", "esm", "--platform", "node", "--external", "zod", "--file", bundle);
/** @type {typeof import("../sim/scenario/jsonSchema.ts")} */
const schemas = await import(pathToFileURL(bundle).href);
rmSync(bundle);

const files = {
  [join(root, "scenarios", "scenario.schema.json")]: schemas.scenarioJsonSchema(),
  [join(root, "scenarios", "policy.schema.json")]: schemas.policyJsonSchema(),
};
for (const [path, schema] of Object.entries(files)) {
  writeFileSync(path, `${JSON.stringify(schema, null, 2)}\n`);
  console.log(`wrote ${path}`);
}
run(join(packages, "oxfmt", "bin", "oxfmt"), ...Object.keys(files));
