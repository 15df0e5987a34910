/**
 * From effects to a verdict. A contrast is held where its whole 90 % interval lies on the side that the claim says,
 * opposite where it lies on the other one, and open where it holds 0. In one place the claim is confirmed if all
 * contrasts are held, refuted if one is opposite, and else not shown.
 */
import type { Contrast } from "./claim.ts";
import type { Effect } from "./effects.ts";

export type Finding = "held" | "opposite" | "open";

export function findingOf({ claimed }: Pick<Contrast, "claimed">, { low, high }: Effect): Finding {
  const sign = claimed === "above" ? 1 : -1;
  const [least, most] = sign > 0 ? [low, high] : [-high, -low];
  if (least > 0) return "held";
  return most < 0 ? "opposite" : "open";
}

/** The finding that is left when intervals are widened for their number. */
export const widened = (finding: Finding, isFoundAmongAll: boolean): Finding =>
  isFoundAmongAll ? finding : "open";

export type PlaceVerdict = "confirmed" | "refuted" | "not shown";

export function verdictOf(findings: readonly Finding[]): PlaceVerdict {
  if (findings.includes("opposite")) return "refuted";
  return findings.every((finding) => finding === "held") ? "confirmed" : "not shown";
}

/** The verdict over all places, and over the range of the assumptions. */
export type Verdict = PlaceVerdict | "only when";

/**
 * A claim holds somewhere if it is confirmed in a place, or comes to be in the first place with one assumption moved
 * within its range; it fails somewhere if it isn't confirmed in a place, or ceases to be in the first one likewise. Where
 * both are so it is confirmed only when a condition is met: the place, or the value of the assumption.
 *
 * @param places verdicts with all assumptions as they stand, the first place first
 * @param turns whether one assumption, moved within its range, makes or breaks the claim in the first place
 */
export function overall(places: readonly PlaceVerdict[], turns: boolean): Verdict {
  const holds = places.map((verdict) => verdict === "confirmed");
  const reached = turns ? [...holds, !holds[0]] : holds;
  if (reached.includes(true)) return reached.includes(false) ? "only when" : "confirmed";
  return places.includes("refuted") ? "refuted" : "not shown";
}
