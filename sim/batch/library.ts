/** The real model: the library as the commands and their threads use it. */
import { createSimulation } from "../engine/simulation.ts";
import { VERSION } from "../engine/version.ts";
import { INDICATORS } from "../indicators/catalogue.ts";
import { PARAMETERS } from "../policy/parameters.ts";
import { parseScenario } from "../scenario/validate.ts";
import type { Model } from "./model.ts";

export const model: Model = {
  version: VERSION,
  catalogue: INDICATORS,
  parameters: PARAMETERS,
  parse: parseScenario,
  begin: createSimulation,
};
