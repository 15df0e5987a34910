/** A unit of a table as it stands there: nothing is filled in or guessed. */
import type { CensusRow } from "../scenario.ts";
import type { Note } from "./notes.ts";

/** What a table tells of one unit and year. Persons, shares from 0 to 1, rates per thousand a year. */
export interface ImportedCensus extends Pick<
  CensusRow,
  | "residents"
  | "inMigrants"
  | "schoolingYears"
  | "employment"
  | "birthPermille"
  | "deathPermille"
  | "households"
> {
  readonly registered?: number | undefined;
  readonly urban?: number | undefined;
  /** 19 bands: 0, 1-4, 5-9, … 80-84, 85 and over; their sum is that of the residents. */
  readonly ages?: readonly number[] | undefined;
  /** Parts of the residents, where the table does not tell the bands: under 15, 60 and over, 65 and over. */
  readonly ageShares?: AgeShares | undefined;
}

export interface AgeShares {
  readonly young?: number | undefined;
  readonly old60?: number | undefined;
  readonly old65?: number | undefined;
}

export interface ImportedUnit {
  readonly name: string;
  readonly nameEn?: string | undefined;
  readonly code?: string | undefined;
  readonly prefecture?: string | undefined;
  readonly kind?: "core" | "county" | undefined;
  readonly longitude: number;
  readonly latitude: number;
  readonly areaKm2?: number | undefined;
  readonly towns?: number | undefined;
  readonly villages?: number | undefined;
  readonly terrain?: { readonly plain: number; readonly hill: number; readonly mountain: number } | undefined;
  readonly arableHa?: number | undefined;
  readonly ownRevenue?: number | undefined;
  /** By calendar year. */
  readonly census: Readonly<Record<number, ImportedCensus>>;
  /** Measured travel times to other units or cities, by the name in the header of the column. */
  readonly travel: readonly Travel[];
  /** What was set right in its rows. */
  readonly notes: readonly Note[];
  /** Line of the table, counted from 1. */
  readonly line: number;
}

export interface Travel {
  readonly to: string;
  readonly minutes: number;
  /** Where the time stands in the table, and the header of its column. */
  readonly at: Place;
  readonly header: Place;
}

/** Counted from 1. */
interface Place {
  readonly line: number;
  readonly column: number;
}

/** A row of kind gateway: a labour market outside the region. */
export interface ImportedGateway {
  readonly name: string;
  readonly nameEn?: string | undefined;
  readonly longitude: number;
  readonly latitude: number;
  /** Persons; made from the residents where the table has no workers. */
  readonly workers?: number | undefined;
  /** By calendar year. */
  readonly residents: Readonly<Record<number, number>>;
  /** Yuan of 2020 a month in the start year. */
  readonly monthlyWage?: number | undefined;
  readonly rentShare?: number | undefined;
  readonly line: number;
}
