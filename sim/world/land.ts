/** Land of a settlement: what each square metre is used for, who works the fields, and what may be built on. */
import { column } from "./table.ts";

/** Square metres of a hectare. */
export const M2_PER_HECTARE = 10_000;

const land = (doc: string) => column("f64", "m2", doc);

/** Areas by use, whole square metres; together they are the settlement's area, which never changes. */
const useColumns = {
  arable: land("tilled arable land"),
  orchard: land("orchards and other farm land"),
  abandoned: land("arable land lying idle"),
  homesteadUsed: land("homesteads in use"),
  homesteadIdle: land("homesteads of families of this world of whom nobody lives there"),
  homesteadVacant: land("homesteads of families that had left as a whole before the start"),
  industrial: land("industrial land"),
  commercial: land("commercial and service land"),
  publicLand: land("land of public services and roads"),
  ecological: land("forest, water, protected land; nothing is built on it"),
  reserve: land("unused land that may be built on"),
} as const;

/** Land uses, in the order of the columns: their sum is a settlement's area and never changes. */
export const LAND_USES = [
  "arable",
  "orchard",
  "abandoned",
  "homesteadUsed",
  "homesteadIdle",
  "homesteadVacant",
  "industrial",
  "commercial",
  "publicLand",
  "ecological",
  "reserve",
] as const satisfies readonly (keyof typeof useColumns)[];

/** Columns of settlements on land; those after the uses don't count as area of their own. */
export const landColumns = {
  ...useColumns,
  areaKm2: column("f64", "km2", "area of the settlement"),
  slope: column("f64", "degrees", "mean slope of the fields"),
  startArable: land("arable land at the start, tilled or idle: what protection is a share of"),
  leasedHouseholds: land("fields leased to other households"),
  leasedCooperatives: land("fields leased to cooperatives"),
  leasedFirms: land("fields leased to firms and others"),
  families: column("f64", "families", "families with contract land here, at the start"),
  rentBurden: column(
    "f64",
    "share",
    "part of the harvest's pay that goes as rent to those who leased fields out",
  ),
  idleConstant: column("f64", "log odds", "constant of place of idle fields, from start-year data"),
  quotaHeld: land("building quota from reclaimed homesteads that the place hasn't sold yet"),
} as const;
