/** A policy is data: levers, places, months and payers. It never names an outcome. */
import type { ParameterId } from "./parameters.ts";

export type PolicyTier = "village" | "town" | "seat";
/** Cores aren't designated, there is one in its county, but a measure may be confined to them. */
export type PlaceTier = PolicyTier | "core";

/** Which settlements a measure speaks of; absent keys do not narrow. */
export interface PlaceFilter {
  readonly tiers?: readonly PlaceTier[] | undefined;
  readonly counties?: readonly string[] | undefined;
  readonly settlements?: readonly string[] | undefined;
}

/**
 * Largest first, nearest to the seat first, farthest from it first, or in turn: nearest first in one county, farthest
 * first in the next.
 */
export const RANKS = ["population", "minutesToSeat", "farFromSeat", "inTurn"] as const;
export type Rank = (typeof RANKS)[number];

/** A choice of settlements that a policy designates (innovative town, central village, …). */
export interface Designation {
  readonly tier: PolicyTier;
  /** How many in each county; or name the settlements. */
  readonly perCounty?: number | undefined;
  readonly settlements?: readonly string[] | undefined;
  /** Rank within the county. */
  readonly by?: Rank | undefined;
}

export interface Measure {
  readonly id: string;
  readonly lever: ParameterId;
  readonly where?: "designated" | PlaceFilter | undefined;
  /** `YYYY-MM`, first month in force. */
  readonly from: string;
  /** `YYYY-MM`, first month no longer in force; absent = to the end. */
  readonly until?: string | undefined;
  /** In the unit of the lever; of a rule, the number of the named value. */
  readonly value: number;
  readonly payer: "county" | "state";
  /** What carrying it out costs the payer beside the lever: yuan a year, in all, at each place, or for each resident. */
  readonly cost?: { readonly yearly: number; readonly per: "policy" | "place" | "resident" } | undefined;
  readonly source: string;
}

interface Named {
  readonly en: string;
  readonly zh: string;
}

/** What a policy leaves open, and what the scenario chose of it. */
export interface Choice {
  readonly label: Named;
  readonly options: Readonly<Record<string, Named>>;
  readonly chosen: string;
}

export interface Policy {
  readonly id: string;
  readonly title: Named;
  readonly summary: Named;
  readonly designation?: Designation | undefined;
  readonly choices?: Readonly<Record<string, Choice>> | undefined;
  /** What all its measures together may cost in a year; while it is used up they rest, but for rules. */
  readonly purse?: { readonly yearly: number; readonly per: "policy" | "resident" } | undefined;
  /** Those of the options that were chosen, in the months in which this scenario has them. */
  readonly measures: readonly Measure[];
}
