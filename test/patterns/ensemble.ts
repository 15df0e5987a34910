/** The runs in which patterns are looked for: the six counties from 2010, with and without parts of the model. */
import { parseScenario } from "../../sim/scenario/validate.ts";
import { fromFiles, scenarioText } from "../scenario/files.ts";
import { type Tale, tellTale, YEARS } from "./tale.ts";

export const SETTINGS = ["start=2010", `years=${YEARS}`, "scale=100"] as const;

/** Parts of the model that can be put to rest, to see what a pattern comes from. */
export const RESTS = {
  "nobody weighs co-villagers": ["networkWeight"],
  "nobody weighs income": ["incomeWeight"],
  "nobody weighs distance, family or home": [
    "distanceWeight",
    "familyWeight",
    "childWeight",
    "elderWeight",
    "belongingWeight",
  ],
} as const;
export type Rest = keyof typeof RESTS;

/** One run a seed; `rest` puts the weights named there to 0. */
export function tellAll(seeds: number, rest?: Rest): Tale[] {
  const weights = rest === undefined ? [] : RESTS[rest].map((name) => `parameters.${name}=0`);
  const set = [...SETTINGS, ...weights];
  const scenario = parseScenario(scenarioText("quzhou"), { file: "quzhou.yaml", resolve: fromFiles, set });
  return Array.from({ length: seeds }, (_, k) => tellTale(scenario, `pattern-${k}`));
}
