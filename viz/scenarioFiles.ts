/** The scenario and policy files, taken into the page when it is built: the page fetches nothing. */
import type { ScenarioFiles } from "./catalogue.ts";

const texts = import.meta.glob<string>("../scenarios/**/*.yaml", {
  query: "?raw",
  import: "default",
  eager: true,
});

/** `../scenarios/policies/x.yaml` is `policy/x`; every other file is `scenario/<name>`. */
export const scenarioFiles: ScenarioFiles = Object.fromEntries(
  Object.entries(texts).map(([path, text]) => {
    const name = path.replace(/^.*\//, "").replace(/\.yaml$/, "");
    return [`${path.includes("/policies/") ? "policy" : "scenario"}/${name}`, text];
  }),
);
