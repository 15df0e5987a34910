/** Public services of a settlement, by kind. */
import { column } from "./table.ts";
import { SEAT } from "./tiers.ts";

/** Kinds of service, in the order in which they are kept: schools, clinics and township hospitals, county hospitals. */
export const SCHOOL = 0;
export const CLINIC = 1;
export const HOSPITAL = 2;
export const KINDS = 3;

const access = (kind: string) =>
  column("f64", "ratio", `access to ${kind} over the region's supply per client at the start (E2SFCA)`);

const extra = (kind: string) =>
  column("f64", "yuan/month", `spending of the month that policies add to ${kind} here alone`);

/** Columns of settlements on services. */
export const serviceColumns = {
  postShare: column(
    "f64",
    "share",
    "part of the county's public posts that is planned for here: that of the start",
  ),
  serviceSupply: column("f64", "yuan/month", "public service spending that stands here"),
  extraSchool: extra("schools"),
  extraClinic: extra("clinics and township hospitals"),
  extraHospital: extra("county hospitals and their branches"),
  hospitalBranch: column(
    "u8",
    "bool",
    "1 where a branch of the county hospital stands in a town, by a policy",
  ),
  minutesToCountyHospital: column(
    "f64",
    "minutes",
    "travel time to the nearest county hospital, which stands in a seat or core",
  ),
  minutesToHospital: column("f64", "minutes", "travel time to the nearest of these and of their branches"),
  pupils: column("i32", "agents", "residents of 6-17 years, counted in January"),
  accessSchool: access("schools"),
  accessClinic: access("clinics and township hospitals"),
  accessHospital: access("county hospitals"),
  access: column("f64", "ratio", "access to services: mean of the three kinds"),
} as const;

/** Columns of the clock: what access 1 is. */
export const serviceUnitColumns = {
  schoolUnit: column("f64", "yuan/month", "schools' supply per pupil of the region at the start"),
  clinicUnit: column("f64", "yuan/month", "clinics' supply per resident of the region at the start"),
  hospitalUnit: column(
    "f64",
    "yuan/month",
    "county hospitals' supply per resident of the region at the start",
  ),
} as const;

/**
 * What serving the residents of a place costs, in residents of a crowd: N (1 + k / density) = N + k area, k the
 * density at which a resident costs twice as much. Nobody there costs nothing.
 */
export const serviceUnits = (residents: number, areaKm2: number, densityCost: number): number =>
  residents > 0 ? residents + densityCost * areaKm2 : 0;

/** Part of the spending in a place of this tier that goes to a kind of service; county hospitals stand in cities. */
export function kindShare(tier: number, kind: number, schools: number, hospitals: number): number {
  if (kind === SCHOOL) return schools;
  const hospital = tier >= SEAT ? hospitals : 0;
  return (1 - schools) * (kind === HOSPITAL ? hospital : 1 - hospital);
}
