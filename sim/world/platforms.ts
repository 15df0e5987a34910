/**
 * What places do together: platforms of rural clusters and their members, borders between counties, and
 * the facilities that all need.
 */
import { column } from "./table.ts";

const yuan = (doc: string) => column("f64", "yuan", doc);

/** Borders of a county that are kept in mind; of more neighbours the nearest count. */
export const NEIGHBOURS = 8;
/** Strips into which each side of a border is divided. */
export const STRIPS = 8;

/** Codes of `platforms.state`. */
export const PlatformState = { none: 0, running: 1, dissolved: 2 } as const;
/** Codes of `neighbours.mode`, and of the lever `coordination`. */
export const Mode = { none: 0, planned: 1, market: 2 } as const;

/** One row a county; the last, of the outside, is the platform that members of several counties share. */
export const platformColumns = {
  state: column("u8", "code", "0 none, 1 running, 2 dissolved: see PlatformState"),
  short: column("u8", "years", "years in a row in which it raised too little of its cost"),
  members: column("u16", "settlements", "how many belong to it"),
  paying: column("u16", "settlements", "how many of them pay their part this year"),
  founded: column("u16", "count", "times it was founded since the start"),
  ended: column("u16", "count", "times it dissolved for want of money since the start"),
  brand: column("f64", "share", "brand equity, 0 to 1"),
  effort: column("f64", "share", "part of its cost that was paid in the past year"),
  unitCost: column("f64", "share", "what it costs this year over its members' farm sales"),
  raised: yuan("paid in by members and supporters since last December"),
  due: yuan("what it has cost since last December"),
} as const;

/** One row a settlement. */
export const memberColumns = {
  platform: column("u16", "row of platforms + 1", "the platform it belongs to; 0 for none"),
  pays: column("u8", "bool", "1 where it pays its part this year"),
  levy: column("f64", "share", "part of its farm sales that it pays in"),
  facilities: column("u8", "count", "unwanted facilities that stand here"),
} as const;

/** One row a county: how it deals with its neighbours, and what its land was worth at the start. */
export const neighbourColumns = {
  mode: column("u8", "code", "0 none, 1 planned, 2 market: see Mode; for what has no mode of its own"),
  zoning: column("u8", "code", "the same for zoning at borders"),
  siting: column("u8", "code", "the same for unwanted facilities"),
  links: column("u8", "code", "the same for links across borders"),
  farmStart: column(
    "f64",
    "yuan/ha/year",
    "what farms sold per hectare at the start, rent of their fields included",
  ),
  urbanStart: column("f64", "yuan/month", "rent of a worker in the seat at the start"),
  worksStart: column("f64", "yuan/month", "value added of works at the start"),
} as const;

/** One row a county and neighbour, row = county * NEIGHBOURS + k: this side of the border. */
export const borderColumns = {
  neighbour: column("u16", "row of jurisdictions", "the county beyond; the own row where there is no border"),
  twin: column(
    "u32",
    "row of borders",
    "the same border from the other side; the own row where there is none",
  ),
  length: column("f64", "km", "length of the border"),
  provision: column("f64", "share", "part of the cross-border links best for both that this side provides"),
  emission: column("f64", "ratio", "emission at the border over that far inside"),
  travel: column("f64", "ratio", "travel time to the county beyond over that of the start"),
} as const;

/** One row a strip of one side of a border, row = border * STRIPS + k; opposite strips have the same k. */
export const stripColumns = {
  use: column("u8", "code", "what it is zoned for: see ZONE_USES"),
  ecological: column("f64", "factor", "how well it suits this use; a constant of place"),
  farming: column("f64", "factor", "the same"),
  urban: column("f64", "factor", "the same"),
  nuisance: column("f64", "factor", "the same"),
} as const;

/** One row, the region. */
export const accordColumns = {
  open: column("u16", "count", "facilities that are needed and that nobody has taken"),
  needed: column("u16", "count", "facilities needed since the start"),
  tries: column("u16", "count", "years with an open need since the start"),
  stalled: column("u16", "count", "years since the start in which nobody took one"),
  waited: column("u32", "years", "sum over open needs of the years they waited since the start"),
  harmHost: column(
    "f64",
    "persons",
    "people of the host county who live with a facility, weighted by nearness",
  ),
  harmAll: column("f64", "persons", "all who live with one, weighted by nearness"),
  zoning: column(
    "f64",
    "ratio",
    "rents of all border strips less what the uses do to each other, in farm rents",
  ),
  zoningBest: column("f64", "ratio", "the highest that this could be"),
  sidePayments: yuan("paid between counties for zoning and siting since the start"),
} as const;
