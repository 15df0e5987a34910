/** A parsed scenario and results made from it, for the tests of what is written about a run. */
import { prepare, type Prepared } from "../../sim/batch/prepare.ts";
import { fileURLToPath } from "node:url";
import { fixtureModel } from "./fixture.ts";

export const SCENARIOS = fileURLToPath(new URL("../../scenarios", import.meta.url));

export const prepared = (name = "valley", set: readonly string[] = ["years=3"]): Prepared =>
  prepare(fixtureModel(), SCENARIOS, name, set);
