/**
 * What a run leaves behind: plain data that is cloned between threads, written by the command
 * and drawn by the page. Everything is yearly; index 0 is the state at the start.
 */
import type { Text } from "../indicators/indicator.ts";
import type { CountyPeople } from "../indicators/counties.ts";
import type { Motives } from "../indicators/motives.ts";
import { FLOW_KINDS, type FlowKind } from "../indicators/recorder.ts";
import { TIER_NAMES, type TierName } from "../world/tiers.ts";

/** Settlement tiers in the order of their codes in every column called `tier`. */
export const TIERS = TIER_NAMES;
export type Tier = TierName;

export { FLOW_KINDS, type CountyPeople, type FlowKind, type Motives };

/** A zone is all settlements of one tier in one county, or one outside gateway. Flows are recorded by zone. */
export interface ZoneInfo {
  /** `kaihua.village`, `kecheng.core`, `hangzhou.outside`. */
  readonly id: string;
  readonly tier: Tier;
  /** Index in `RunResult.jurisdictions`, -1 for a gateway. */
  readonly jurisdiction: number;
  readonly name: Text;
  readonly longitude: number;
  readonly latitude: number;
}

export interface SettlementInfo {
  readonly id: string;
  readonly name: Text;
  readonly tier: Tier;
  readonly jurisdiction: number;
  readonly zone: number;
  readonly longitude: number;
  readonly latitude: number;
  /** True where the place or its size was synthesised and isn't an observed figure. */
  readonly synthesised: boolean;
}

/** What a policy cost in each year, by who paid; length Y each. Forgone land revenue counts as paid by the county. */
export interface PolicyOutlay {
  readonly policy: string;
  readonly county: Float64Array;
  readonly state: Float64Array;
}

/** A planned expense that the budget could not pay. */
export interface PlanCut {
  readonly year: number;
  /** Jurisdiction id. */
  readonly jurisdiction: string;
  /** Yuan asked for and yuan paid in that year. */
  readonly planned: number;
  readonly paid: number;
}

export interface RunResult {
  readonly scenario: { readonly id: string; readonly title: Text };
  readonly policies: readonly { readonly id: string; readonly title: Text }[];
  /** `path=value` settings laid over the scenario, in the order given. */
  readonly overrides: readonly string[];
  readonly seed: string;
  /** Persons per agent. */
  readonly scale: number;
  /** Version of urflow that ran it. */
  readonly version: string;
  /** First calendar year; `years[k]` is the state at the end of k years. */
  readonly startYear: number;
  /** Calendar years of the yearly figures: startYear, startYear+1, … (length Y+1). */
  readonly years: readonly number[];
  /** 16 hex digits: the chained state hash after the last month. */
  readonly hash: string;
  readonly agents: number;
  readonly jurisdictions: readonly { readonly id: string; readonly name: Text }[];
  readonly zones: readonly ZoneInfo[];
  readonly settlements: readonly SettlementInfo[];
  /**
   * Indicator id -> yearly values (length Y+1). Where an indicator is a flow of the past year, index 0 is NaN.
   * Order of keys is the order of the catalogue.
   */
  readonly indicators: Readonly<Record<string, Float64Array>>;
  /** Kind -> flows during each year, flat `[year][from zone][to zone]`, length Y*Z*Z; `flows.people[(y*Z+from)*Z+to]`. */
  readonly flows: Readonly<Record<FlowKind, Float64Array>>;
  /** Residents, flat `[year index][settlement]`, length (Y+1)*S. */
  readonly population: Int32Array;
  /** Residents, urban residents and those of 65 and more, each flat `[year index][jurisdiction]`, persons. */
  readonly counties: CountyPeople;
  /** What decided the changes of life, by year, pair of tiers and term of utility. */
  readonly motives: Motives;
  readonly cuts: readonly PlanCut[];
  /** In the order of `policies`. */
  readonly outlays: readonly PolicyOutlay[];
  /** What the ledger checked: months and checks, all exact. */
  readonly ledger: { readonly months: number; readonly checks: number };
}

/** Progress of a run, sent at the end of each simulated year. */
export interface RunProgress {
  /** Years done and years in all. */
  readonly done: number;
  readonly years: number;
}
