/** What a census counts and adds up, for the indicators to be made of. */
import type { Levels } from "./pay.ts";

export interface Census {
  /** Persons by tier of residence, of registration, and of 65 and more by residence. */
  readonly residents: Float64Array;
  readonly registered: Float64Array;
  readonly old: Float64Array;
  /** Income a year per person by tier, yuan. */
  readonly income: Float64Array;
  /** Those who have an income, by tier, in agents; the sum of their incomes y, and of y ln y. */
  readonly earners: {
    readonly count: Float64Array;
    readonly sum: Float64Array;
    readonly sumLn: Float64Array;
    /** In each zone of residence, in agents; the sum of their incomes y, and of ln y. */
    readonly byZone: {
      readonly count: Float64Array;
      readonly sum: Float64Array;
      readonly ln: Float64Array;
    };
    /** In the region by class of income, in agents. */
    readonly classes: Float64Array;
    /** Sums of incomes in the region by group: see `GROUPS`. */
    readonly groups: Float64Array;
  };
  /** Who lives in a county of the region without being registered in it, in agents. */
  readonly newcomers: number;
  /** Who lives in the region, in agents: under 15, of 15 to 59, 60 to 64, 65 and more. */
  readonly ages: Float64Array;
  /** Of 25 and more among them, and the sum of their years of schooling. */
  readonly grown: { readonly count: number; readonly schooling: number };
  /** Of 65 and more by zone of residence, in agents. */
  readonly oldByZone: Float64Array;
  /** Of 16 and more by settlement of the region, in agents, and the sum of their years of schooling. */
  readonly adults: { readonly count: Float64Array; readonly schooling: Float64Array };
  /** People living at home and working in another settlement, persons; and all in work. */
  readonly commuters: number;
  readonly workers: number;
  /** Minutes one way of the daily trips of all of them. */
  readonly minutesToWork: number;
  readonly leftBehindChildren: number;
  readonly leftBehindElders: number;
  /** Flat by pair of zones: people living in the first who work in the second, persons. */
  readonly commuting: Float64Array;
}

/** Groups of residents of the region whose incomes are added up, in this order. */
export const GROUPS = ["registered", "newcomers", "working", "late"] as const;

/** Takes a census of a world after `month` months. */
export type TakeCensus = (month: number, levels: Levels) => Census;
