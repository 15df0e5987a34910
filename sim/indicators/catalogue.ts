/** All indicators, in the order in which they are written, shown and documented. */
import type { IndicatorInfo } from "./indicator.ts";
import type { Measure } from "./measure.ts";
import { money } from "./money.ts";
import { motives } from "./motives.ts";
import { people } from "./people.ts";
import { landAndServices } from "./places.ts";

export const MEASURES: readonly Measure[] = [...people, ...motives, ...money, ...landAndServices];

export const INDICATORS: readonly IndicatorInfo[] = MEASURES;
