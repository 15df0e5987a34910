import { landColumns } from "./land.ts";
import { looksColumns } from "./looks.ts";
import { roadColumns } from "./roads.ts";
import { serviceColumns } from "./services.ts";
import { column } from "./table.ts";
import { wholeMoveColumns } from "./wholeMoves.ts";

const yuan = (doc: string) => column("f64", "yuan", doc);
const agents = (doc: string) => column("i32", "agents", doc);

export const settlementColumns = {
  // where it is; constant
  longitude: column("f64", "degrees", "east"),
  latitude: column("f64", "degrees", "north"),
  tier: column("u8", "code", "0 village, 1 town, 2 county seat, 3 core city, 4 outside gateway"),
  synthesised: column("u8", "bool", "1 where place or size is not an observed figure"),
  jurisdiction: column("u16", "row of jurisdictions", "the county; gateways belong to the outside row"),
  zone: column("u16", "row of zones", "tier within county, or one gateway"),
  town: column(
    "u16",
    "row of settlements",
    "own town (a seat for settlements without one, itself for towns and above)",
  ),
  seat: column("u16", "row of settlements", "own county seat or core"),
  core: column("u16", "row of settlements", "nearest core city"),
  lead: column(
    "u8",
    "bool",
    "1 for the core cities that lead the region: those that the scenario names, or all",
  ),
  minutesToSeat: column("f64", "minutes", "travel time to the own seat"),
  reachFrom: column("u32", "row of reach", "first row of the places within a daily trip"),
  reachCount: column("u32", "rows", "how many places are within a daily trip, itself first"),
  shopMass: column(
    "f64",
    "factor",
    "attraction of the shops here (Huff), a constant of place from start-year data",
  ),
  farmProductivity: column("f64", "factor", "constant of place of farm output, from start-year data"),
  serviceExports: column(
    "f64",
    "yuan/month",
    "demand of visitors from outside for services here, from start-year data",
  ),
  startDensity: column("f64", "persons/m2", "residents per built area at the start"),
  startWage: column("f64", "yuan/month", "modern wage at the start"),
  skill: column(
    "f64",
    "ratio",
    "last month's mean premium for schooling of firms' workers over that of the start",
  ),
  startSkill: column(
    "f64",
    "factor",
    "mean premium for schooling of firms' workers at the start; the region's without any",
  ),
  startRentShare: column("f64", "share", "rent share at the start"),
  homesteadEach: column("f64", "m2", "homestead of one agent's households"),
  // people; kept up to date by every move, birth and death
  residents: agents("agents living here"),
  registered: agents("agents registered here"),
  farmers: agents("agents farming here"),
  searching: agents("agents looking for modern work here"),
  processing: agents("agents in farm processing here"),
  manufacturing: agents("agents in manufacturing here"),
  services: agents("agents in services here"),
  public: agents("agents in public service here"),
  // work and prices of this month
  wage: column("f64", "yuan/month", "modern wage of a worker of mean schooling"),
  farmIncome: column("f64", "yuan/month", "income of a farmer: an equal share of what the land yields"),
  brandPremium: column(
    "f64",
    "factor",
    "farm-gate price with brand and shared services, less what a platform is paid; 1 without one",
  ),
  unemployment: column("f64", "share", "modern labour force of the labour market without work"),
  jobChance: column(
    "f64",
    "share",
    "modern labour force of this very place that has work; 0 where there are no jobs",
  ),
  size: column("f64", "persons", "weight as a destination: modern jobs here"),
  sizeBefore: column("f64", "persons", "sum of sizes of the settlements before it in its zone"),
  rentShare: column("f64", "share", "share of the wage that living here costs someone from elsewhere"),
  // money
  deposits: yuan("savings of those whose account is here"),
  serviceDemand: yuan("demand of the month that reached service firms here"),
  pool: yuan("money due to registered residents here: compensation for land, rent of fields, price of quota"),
  profitPool: yuan("paid-out profit due to the modern workers of the place"),
  expectedDemand: column(
    "f64",
    "yuan/month",
    "service demand that firms here plan for: past months, smoothed",
  ),
  // services
  ...serviceColumns,
  // land
  ...landColumns,
  // looks
  ...looksColumns,
  // roads
  ...roadColumns,
  // families that moved whole
  ...wholeMoveColumns,
} as const;

export { LAND_USES } from "./land.ts";

/** One row a settlement and destination within reach of a daily trip; a settlement's first row is itself. */
export const reachColumns = {
  to: column("u16", "row of settlements", "destination"),
  minutes: column("f64", "minutes", "one-way travel time"),
} as const;

/** One row a zone: a tier within a county, or one gateway. */
export const zoneColumns = {
  tier: column("u8", "code", "tier of its settlements"),
  jurisdiction: column("u16", "row of jurisdictions", "its county"),
  longitude: column("f64", "degrees", "centre"),
  latitude: column("f64", "degrees", "centre"),
  first: column("u32", "row of settlements", "first of its settlements, which stand side by side"),
  count: column("u32", "rows", "how many settlements it has"),
  size: column("f64", "persons", "weight as a destination: modern jobs there"),
} as const;

/** One row an ordered pair of zones, row = from * zones + to. */
export const zonePairColumns = {
  minutes: column("f64", "minutes", "travel time between the seats of the two counties, or the gateways"),
  loans: column("f64", "yuan", "outstanding loans of savings from the first zone to firms in the second"),
  people: column("f64", "persons", "changes of residence since the start"),
  capital: column("f64", "yuan", "new loans since the start"),
  remittances: column(
    "f64",
    "yuan",
    "sent since the start by workers in the first to families in the second",
  ),
  landValue: column(
    "f64",
    "yuan",
    "land gains of the first that came to the second since the start, or what it paid it for land and quota",
  ),
} as const;

/** One row a home settlement and zone, row = settlement * zones + zone: where its people live now. */
export const networkColumns = {
  count: column("i32", "agents", "agents whose home is the settlement and who live in the zone"),
} as const;

/**
 * One row a lever and settlement, row = lever * sizes.levers + settlement, levers in table order. In a world without
 * policy, where nothing is ever set, sizes.levers is 0 and all levers share one row of each settlement.
 */
export const leverColumns = {
  value: column("f64", "unit of the lever", "what policies set here this month; 0 without policy"),
  state: column(
    "f64",
    "share",
    "part of what the lever costs here that the state pays; the county pays the rest",
  ),
} as const;

/** One row a pair of tiers and a term of utility, row = (from * 5 + to) * terms + term. */
export const motiveColumns = {
  sum: column(
    "f64",
    "2^-20 utility persons",
    "what set the chosen life apart from the present one, summed over moves",
  ),
  changes: column("f64", "persons", "moves that the sum is of; the same for all terms of a pair"),
} as const;
