/** How far a slider goes and in what steps, from the table of parameters and the published value. */
import type { Measure } from "../../sim/policy/policy.ts";
import { PARAMETERS } from "../../sim/policy/parameters.ts";
import type { WordId } from "../i18n/words.ts";

export interface Track {
  readonly max: number;
  readonly step: number;
}

/**
 * From zero to about three times the published value, in hundredths, within the bounds of the lever. A value from
 * the address may lie beyond: then the track is longer.
 */
export function trackOf({ lever, value: published }: Measure, value: number): Track {
  const { max: bound } = PARAMETERS[lever];
  const usual = Math.min(bound, published > 0 ? roundUp(published * 3) : bound);
  const max = value > usual ? Math.min(bound, roundUp(value)) : usual;
  return { max, step: max / 100 };
}

/** The next of 1, 2, 5, 10, 20, 50 … */
function roundUp(value: number): number {
  const decade = 10 ** Math.floor(Math.log10(value));
  const found = [1, 2, 5, 10].find((factor) => factor * decade >= value * (1 - 1e-9)) ?? 10;
  return Number((found * decade).toPrecision(3));
}

/** The measures that the page shows first; the others of the package stand behind a disclosure. */
export const FIRST_MEASURES: readonly string[] = ["land", "guarantee", "subsidy", "registration", "services"];

type LeverWord = Extract<WordId, `levers.what${string}`>;

/** Plain words for what a lever does; a lever without an entry shows the sentence of the table. */
export const WHAT: Readonly<Record<string, LeverWord>> = {
  townLandQuota: "levers.whatLand",
  landPriceCut: "levers.whatLandPrice",
  lendingGuarantee: "levers.whatGuarantee",
  investmentSubsidy: "levers.whatSubsidy",
  registrationEase: "levers.whatRegistration",
  wageTaxCut: "levers.whatTax",
  serviceBudget: "levers.whatServices",
};
