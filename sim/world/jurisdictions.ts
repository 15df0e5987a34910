import { serviceUnitColumns } from "./services.ts";
import { column } from "./table.ts";

const yuan = (doc: string) => column("f64", "yuan", doc);

/**
 * One row a county; the last row is the outside: it holds the account of the rest of the world, of higher
 * government (the state) and of banks elsewhere, and may run below zero.
 */
export const jurisdictionColumns = {
  cash: yuan("the county's treasury; for the outside, the account of the rest of the world"),
  debt: yuan("what the county has borrowed from the outside"),
  vault: yuan("cash of the banks of the county; negative is borrowing between banks"),
  equity: yuan("what banks earned and kept"),
  farmBond: column("f64", "utility", "constant of place of a farmer's life, from start-year data"),
  urbanBond: column("f64", "utility", "the same of a life in the county's towns and seat"),
  regionBond: column("f64", "utility", "the same of a life elsewhere in the region"),
  outsideBond: column("f64", "utility", "the same of a life outside the region"),
  startSchooling: column(
    "f64",
    "years",
    "mean schooling of grown-ups at home in the county at the start; for the outside, of the whole region",
  ),
  localShare: column(
    "f64",
    "share",
    "part of consumption that goes to services within reach, from start-year data",
  ),
  publicWageShare: column(
    "f64",
    "share",
    "part of service spending that pays public workers, from start-year data",
  ),
  servicePerHead: column(
    "f64",
    "yuan/month",
    "cost of serving a resident where distance costs nothing, from start-year data",
  ),
  publicWanted: column("f64", "persons", "public workers that the county's service budget pays for"),
  publicWorkers: column("f64", "persons", "public workers in the county"),
  quotaLeft: column("f64", "m2", "building land that the county may still grant"),
  quotaGranted: column("f64", "m2", "yearly quotas since the start"),
  quotaLinked: column("f64", "m2", "quota from reclaimed homesteads since the start"),
  arableDue: column("f64", "m2", "fields that were built on and are still to be made good"),
  quotaUsed: column("f64", "m2", "quota of both kinds built on since the start"),
  startBuilt: column("f64", "m2", "built land at the start"),
  funded: column("f64", "share", "1 where the treasury can pay for county-paid measures this month, else 0"),
  processedShare: column("f64", "share", "part of the farm produce that is processed in the county"),
  revenue: yuan("taxes, transfers, land sales and payments from other counties since the start"),
  transfers: yuan("the part of it from higher government"),
  shared: yuan("what the prefecture gave from other counties' taxes since the start, less what it took"),
  fertility: column(
    "f64",
    "ratio",
    "births of a woman here over those of the drivers, from the start year's births",
  ),
  naturalised: column(
    "f64",
    "persons",
    "newly registered in the month past, whom the county has yet to provide for",
  ),
  landRevenue: yuan("the part of it from land sales"),
  leaseRent: yuan("paid since the start to families for fields that they leased out"),
  madeGood: yuan("what the state gave into the treasury since the start where it makes good every gap"),
  revenueBefore: yuan("revenue since the start up to the last month"),
  monthlyRevenue: column("f64", "yuan/month", "revenue, smoothed over a year"),
  planned: yuan("planned spending since the start"),
  paid: yuan("what the treasury granted of it since the start"),
  spent: yuan(
    "what services, upkeep, newcomers, made-good fields, land given away, links, facilities, other counties and interest really cost since the start; posts may stand empty",
  ),
  policyCost: yuan("paid for policies since the start by the county, or by the state for measures here"),
} as const;

/** One row a settlement and modern sector, row = settlement * SECTORS + sector. */
export const firmColumns = {
  capital: yuan("modern capital in place"),
  cash: yuan("the firms' account"),
  debt: yuan("outstanding bank loans"),
  lent: yuan("new loans of the month, to be invested"),
  interest: yuan("interest paid in the month"),
  invested: yuan("new capital of the month, what grants paid for among it"),
  granted: yuan("grants received in the month"),
  paidOut: yuan("profit paid out in the month"),
  scrapped: yuan("capital lost since the start as enterprises closed or moved"),
  writtenOff: yuan("debts and overdrafts of closed enterprises that banks lost since the start"),
  value: column("f64", "yuan/month", "value added of the month"),
  wanted: column("f64", "persons", "workers wanted at the month's wage"),
  desire: column("f64", "yuan", "investment that would still earn more than it costs"),
  appetite: column("f64", "yuan", "the part of it that the building land in place can carry"),
  returns: column("f64", "per-year", "marginal return of capital net of depreciation"),
  prospect: column(
    "f64",
    "per-year",
    "return of capital at this month's wage with all hands that it wants, before wear",
  ),
  placeProductivity: column("f64", "factor", "constant of place and sector, from start-year data"),
  efficiency: column(
    "f64",
    "factor",
    "mean efficiency of the enterprises here, weighted by capital; 1 without any",
  ),
  productivity: column("f64", "factor", "the constant of place times what its enterprises make of it"),
} as const;

/** Sectors that have firms, in the order of `Activity.processing` and on. */
export const SECTORS = 3;
export const PROCESSING = 0;
export const MANUFACTURING = 1;
export const SERVICES = 2;

/** One row, the world's own clock, counts and yearly sums. */
export const clockColumns = {
  month: column("i32", "months", "months done since the start"),
  key0: column("u32", "", "first word of the root key"),
  key1: column("u32", "", "second word of the root key"),
  hash0: column("u32", "", "first word of the chained state hash"),
  hash1: column("u32", "", "second word of the chained state hash"),
  personRows: column("u32", "rows", "rows of persons ever used"),
  freePerson: column("u32", "row of persons", "first free row below personRows"),
  householdRows: column("u32", "rows", "rows of households ever used"),
  alive: column("u32", "agents", "living agents"),
  births: column("u32", "agents", "since the start"),
  deaths: column("u32", "agents", "since the start"),
  arrivals: column("u32", "agents", "who came from elsewhere since the start"),
  startElsewhere: column("u32", "agents", "people elsewhere who might come, at the start"),
  enterpriseRows: column("u32", "rows", "rows of enterprises ever used"),
  freeEnterprise: column("u32", "row of enterprises", "first free row below enterpriseRows"),
  enterprises: column("u32", "enterprises", "open enterprises of the region"),
  enterprisesFounded: column("u32", "enterprises", "since the start"),
  enterprisesClosed: column("u32", "enterprises", "since the start"),
  enterprisesSettled: column("u32", "months", "months whose accounts are settled with each enterprise"),
  startAlive: column("u32", "agents", "living agents at the start"),
  ...serviceUnitColumns,
  handless: column("f64", "share", "part of the region's farm families without a farming hand, at the start"),
  villageSaved: column("f64", "yuan", "saved by villagers since the start"),
  villageLentAway: column(
    "f64",
    "yuan",
    "lent outside the villages from villagers' deposits since the start, less repaid",
  ),
} as const;
