/** The page's own catalogue over the scenario files of the repository, for tests that run in Node. */
import { readFileSync, readdirSync } from "node:fs";
import { createCatalogue } from "../../viz/catalogue.ts";

const folder = new URL("../../scenarios/", import.meta.url);

const textsOf = (kind: "scenario" | "policy", path: string): [string, string][] =>
  readdirSync(new URL(path, folder))
    .filter((name) => name.endsWith(".yaml"))
    .map((name) => [
      `${kind}/${name.replace(/\.yaml$/, "")}`,
      readFileSync(new URL(path + name, folder), "utf8"),
    ]);

export const files = Object.fromEntries([...textsOf("scenario", "./"), ...textsOf("policy", "./policies/")]);
export const catalogue = createCatalogue(files);
