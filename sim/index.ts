/** The browser-safe door of the library: it exports, and holds nothing of its own. */
export type { Parameter } from "./policy/parameter.ts";
export { type ParameterId, PARAMETERS } from "./policy/parameters.ts";
export type { Policy } from "./policy/policy.ts";
export type { Scenario } from "./scenario/scenario.ts";
export type { RunProgress, RunResult } from "./engine/result.ts";
