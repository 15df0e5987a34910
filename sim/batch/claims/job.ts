/** Arms of experiments as jobs for threads: runs that share one world's first month go together, so it is built once. */
import type { Policy } from "../../policy/policy.ts";
import type { Scenario } from "../../scenario/scenario.ts";
import type { Figures } from "./effects.ts";

/** One world, and runs on it, as plain data that can be sent to a thread. */
export interface ArmsJob {
  /** Names the first month: jobs with the same key start from the same one. */
  readonly key: string;
  /** The world without policies, with the assumptions of the job. */
  readonly scenario: Scenario;
  /** How many policies an arm may have. */
  readonly room: number;
  readonly runs: readonly ArmRun[];
  /** Ids of what is recorded. */
  readonly indicators: readonly string[];
}

export interface ArmRun {
  readonly policies: readonly Policy[];
  readonly seed: string;
  /** After the start, in which indicators are recorded. */
  readonly years: readonly number[];
}

/** What the lab keeps of a run. */
export interface ArmFigures {
  readonly indicators: Figures;
  /** What policies cost the public, county or state: yuan a year, mean over all years. */
  readonly yearlyCost: number;
}

/** What came of each run of a job, in order; words where the world can't run so. */
export type ArmOutcome = ArmFigures | { readonly trouble: string };
