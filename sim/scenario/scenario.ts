/**
 * A scenario after parsing and checking: everything that starts a run, as plain data.
 * How it is written in a file: `schema.ts`. How it becomes a world: `build.ts`.
 */
import type { Text } from "../indicators/indicator.ts";
import type { BranchName } from "../world/functions.ts";
import type { ParameterId } from "../policy/parameters.ts";
import type { Policy } from "../policy/policy.ts";

/** Upper ages of the 19 census bands are fixed: 0, 1-4, 5-9, … 80-84, 85+. */
export const CENSUS_BANDS = 19;

export interface CensusRow {
  readonly year: number;
  /** Persons living there. */
  readonly residents: number;
  /** Persons registered (hukou) there, wherever they live. */
  readonly registered: number;
  /** Residents of urban places. */
  readonly urban: number;
  /** Residents by census age band, 19 whole numbers. */
  readonly ages: readonly number[];
  readonly inMigrants?:
    | { readonly sameCounty: number; readonly sameProvince: number; readonly otherProvince: number }
    | undefined;
  readonly schoolingYears?: number | undefined;
  readonly employment?:
    | { readonly primary: number; readonly secondary: number; readonly tertiary: number }
    | undefined;
  readonly birthPermille?: number | undefined;
  readonly deathPermille?: number | undefined;
  readonly households?: number | undefined;
  readonly source: string;
}

export interface County {
  readonly id: string;
  readonly name: Text;
  readonly code?: string | undefined;
  readonly parent?: string | undefined;
  /** `core`: its seat is the region's core city; `county`: its seat is a county seat. */
  readonly kind: "core" | "county";
  readonly seat: { readonly longitude: number; readonly latitude: number };
  readonly areaKm2: number;
  /** Towns and townships; streets belong to the seat. */
  readonly towns: number;
  readonly villages: number;
  readonly terrain?: { readonly plain: number; readonly hill: number; readonly mountain: number } | undefined;
  readonly arableHa?: number | undefined;
  /** Own budget revenue, yuan a year in the start year. */
  readonly ownRevenue?: number | undefined;
  /** What its works make, as shares of their value that sum to 1. */
  readonly functions?: Readonly<Record<BranchName, number>> | undefined;
  readonly sources: Readonly<Record<string, string>>;
  readonly synthesised: readonly string[];
  readonly census: readonly CensusRow[];
}

export interface Gateway {
  readonly id: string;
  readonly name: Text;
  readonly longitude: number;
  readonly latitude: number;
  /** Size of the labour market, persons. */
  readonly workers: number;
  /** Yuan of 2020 a month in the start year. */
  readonly monthlyWage: number;
  /** Share of the wage that living there costs above the village. */
  readonly rentShare: number;
  readonly sources: Readonly<Record<string, string>>;
}

export interface Link {
  readonly from: string;
  readonly to: string;
  readonly minutes: number;
  readonly source: string;
}

export interface Driver {
  readonly unit: string;
  /** [calendar year, value], ascending years; linear between. */
  readonly points: readonly (readonly [number, number])[];
  /** `hold` keeps the last value, `trend` goes on with the last slope. */
  readonly after: "hold" | "trend";
  readonly source: string;
}

export const DRIVERS = [
  "outsideWageGrowth",
  "productivityGrowth",
  "fertility",
  "mortality",
  "transferPerHead",
  "farmPrice",
] as const;
export type DriverId = (typeof DRIVERS)[number];

/** For some months a driver is multiplied, and added to. */
export interface Shock {
  readonly id: string;
  readonly driver: DriverId;
  /** `YYYY-MM`, first month, and first month after it; without that it stays. */
  readonly from: string;
  readonly until?: string | undefined;
  readonly factor?: number | undefined;
  readonly add?: number | undefined;
  readonly source: string;
}

export interface SourceInfo {
  readonly title: string;
  readonly year?: number | undefined;
  readonly url?: string | undefined;
  readonly licence?: string | undefined;
  readonly note?: string | undefined;
}

/** What a reader wants to know before opening a system. */
export interface About {
  /** What it is. */
  readonly is: Text;
  /** What it assumes. */
  readonly assumes: Text;
  /** What to look at when it has run. */
  readonly look: Text;
}

export interface Scenario {
  readonly id: string;
  readonly title: Text;
  readonly summary: Text;
  /** Code of the system of policy that it shows, as in A1: see `systems.ts`. */
  readonly system?: string | undefined;
  readonly about?: About | undefined;
  /** First simulated calendar year, from January. */
  readonly start: number;
  readonly years: number;
  /** Persons per agent. */
  readonly scale: number;
  readonly seed: string;
  readonly sources: Readonly<Record<string, SourceInfo>>;
  readonly world: {
    /** Geography and first state are synthesised from this, never from the run's seed. */
    readonly synthesisSeed: string;
    readonly prefectures: readonly {
      readonly id: string;
      readonly name: Text;
      readonly parent?: string | undefined;
    }[];
    readonly counties: readonly County[];
    /** Counties of kind core whose cities lead the region; without it all of them do. */
    readonly leads?: readonly string[] | undefined;
    readonly gateways: readonly Gateway[];
    readonly links: readonly Link[];
  };
  readonly drivers: Readonly<Record<DriverId, Driver>>;
  readonly shocks?: readonly Shock[] | undefined;
  readonly parameters: Readonly<Partial<Record<ParameterId, number>>>;
  readonly policies: readonly Policy[];
  /** `path=value` settings that were laid over the file. */
  readonly overrides: readonly string[];
}
