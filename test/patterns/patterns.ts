/** All patterns that are looked for; the tests and `npm run patterns` read the same list. */
import { movePatterns } from "./moves.ts";
import type { Finding, Pattern } from "./pattern.ts";
import { placePatterns } from "./places.ts";
import type { Tale } from "./tale.ts";

export { RESTS, SETTINGS, tellAll } from "./ensemble.ts";

export const PATTERNS: readonly Pattern[] = [...movePatterns, ...placePatterns];

export interface Look {
  readonly findings: readonly Finding[];
  /** In how many of the runs it is there. */
  readonly times: number;
}

export function lookFor({ measure, isThere }: Pattern, tales: readonly Tale[]): Look {
  const findings = tales.map(measure);
  return { findings, times: findings.filter(isThere).length };
}
