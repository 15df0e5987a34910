/** All patterns that are looked for; the tests and `npm run patterns` read the same list. */
import { decayParts, leavingByAge, movePatterns } from "./moves.ts";
import type { Figure, Finding, Pattern } from "./pattern.ts";
import { placePatterns } from "./places.ts";
import type { Tale } from "./tale.ts";

export { RESTS, SETTINGS, tellAll } from "./ensemble.ts";

export const PATTERNS: readonly Pattern[] = [...movePatterns, ...placePatterns];

/** Looked at beside the patterns, to see what they are made of. */
export const BESIDE: readonly Figure[] = decayParts;

/** Mean over runs of the rates at which villagers of some ages leave. */
export function leavingRates(tales: readonly Tale[], ages: readonly number[]): number[] {
  const rates = tales.map(leavingByAge);
  return ages.map((age) => rates.reduce((sum, rate) => sum + rate[age], 0) / rates.length);
}

export interface Look {
  readonly findings: readonly Finding[];
  /** In how many of the runs it is there. */
  readonly times: number;
}

export function lookFor({ measure, isThere }: Pattern, tales: readonly Tale[]): Look {
  const findings = tales.map(measure);
  return { findings, times: findings.filter(isThere).length };
}
