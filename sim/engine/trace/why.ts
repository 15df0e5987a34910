/** The reasons of a decision, from what was compared. */
import { type ChoiceLaw, chancesOf } from "../../processes/migration/law.ts";
import { GRAIN } from "../../processes/migration/moves.ts";
import { TERM_COUNT, TERMS } from "../../processes/migration/terms.ts";
import type { Weighed } from "../../processes/process.ts";
import type { Term, Why } from "./life.ts";

/**
 * What set the chosen way of life apart from the present one. Terms are rounded to the grain in which the world adds
 * up its motives, so that they add up to the difference exactly, here and there.
 */
export function whyOf(weighed: Weighed, chosen: number, law: ChoiceLaw): Why {
  const { count, drawn, terms } = weighed;
  const chances = new Float64Array(count);
  chancesOf(weighed, law, chances);
  const base = chosen * TERM_COUNT;
  const parts = TERMS.map((_, t) => Math.round((terms[base + t] - terms[t]) * GRAIN));
  return {
    // One entry a term: the list above was made from them all. Adding 0 makes of -0 a plain nought.
    terms: Object.fromEntries(TERMS.map((term, t) => [term, (parts[t] + 0) / GRAIN])) as Record<Term, number>,
    difference: parts.reduce((sum, part) => sum + part, 0) / GRAIN,
    chance: chances[chosen],
    chanceToStay: chances[0],
    // A place that a law led to did not come to mind.
    alternatives: drawn > 0 ? count - 1 : count,
  };
}
