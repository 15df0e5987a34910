/** The scenario files of the repository, for tests. */
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import type { Resolve } from "../../sim/scenario/compose.ts";

const folder = fileURLToPath(new URL("../../scenarios/", import.meta.url));

const idsIn = (path: string): string[] =>
  readdirSync(path)
    .filter((name) => name.endsWith(".yaml"))
    .map((name) => name.slice(0, -".yaml".length));

export const scenarioIds = idsIn(folder);
export const policyIds = idsIn(`${folder}policies`);

export const scenarioText = (id: string): string => readFileSync(`${folder}${id}.yaml`, "utf8");
export const policyText = (id: string): string => readFileSync(`${folder}policies/${id}.yaml`, "utf8");
export const schemaText = (name: string): string => readFileSync(`${folder}${name}`, "utf8");

export const fromFiles: Resolve = (kind, id) => {
  const path = kind === "scenario" ? `${folder}${id}.yaml` : `${folder}policies/${id}.yaml`;
  return existsSync(path) ? readFileSync(path, "utf8") : undefined;
};
