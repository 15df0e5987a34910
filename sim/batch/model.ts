/** What a batch needs of the library, gathered in one place: the commands take it, so that tests can give their own. */
import type { Threads } from "../engine/parallel/lead.ts";
import type { RunResult } from "../engine/result.ts";
import type { IndicatorInfo } from "../indicators/indicator.ts";
import type { Parameter } from "../policy/parameter.ts";
import type { ParameterId } from "../policy/parameters.ts";
import type { Scenario } from "../scenario/scenario.ts";
import type { SourceKind } from "./store/sources.ts";

export interface RunOptions {
  readonly seed: string;
  readonly scale: number;
  readonly years: number;
  /** Who shares the loops of the run; they change no result. */
  readonly threads?: Threads | undefined;
}

/** A run that is stepped month by month. */
export interface Stepper {
  readonly month: number;
  readonly months: number;
  step(): void;
  result(): RunResult;
}

export interface Model {
  readonly version: string;
  readonly catalogue: readonly IndicatorInfo[];
  readonly parameters: Readonly<Record<ParameterId, Parameter>>;
  /** @throws ScenarioError with all faults */
  parse(
    text: string,
    options: {
      readonly file: string;
      readonly resolve: (kind: SourceKind, id: string) => string | undefined;
      readonly set: readonly string[];
    },
  ): Scenario;
  begin(scenario: Scenario, options: RunOptions): Stepper;
}
