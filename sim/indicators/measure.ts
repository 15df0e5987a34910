import type { IndicatorInfo } from "./indicator.ts";
import type { Observation } from "./observation.ts";

/** An indicator with the way it is measured; NaN where it isn't defined, such as a year's flow at the start. */
export interface Measure extends IndicatorInfo {
  readonly measure: (now: Observation, before: Observation | undefined) => number;
}
