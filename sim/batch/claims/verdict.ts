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

export type PlaceVerdict = "confirmed" | "refuted" | "not shown";

export function verdictOf(findings: readonly Finding[]): PlaceVerdict {
  if (findings.includes("opposite")) return "refuted";
  return findings.every((finding) => finding === "held") ? "confirmed" : "not shown";
}

/** The verdict over all places; `only when` names where it is confirmed. */
export type Verdict = PlaceVerdict | "only when";

export function overall(places: readonly PlaceVerdict[]): Verdict {
  const [first] = places;
  if (places.every((verdict) => verdict === first)) return first;
  if (places.includes("confirmed")) return "only when";
  return places.includes("refuted") ? "refuted" : "not shown";
}
