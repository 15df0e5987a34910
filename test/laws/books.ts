/**
 * The tests' own books, kept without the engine's ledger or the world's counts: everything is added up anew from
 * single persons, households, firms and pairs of zones, and compared with what the world says of itself.
 */
import { SECTORS } from "../../sim/world/jurisdictions.ts";
import { Activity, ALIVE, Homestead, Mode, NOBODY } from "../../sim/world/persons.ts";
import { OUTSIDE } from "../../sim/world/tiers.ts";
import { TABLES, type TableName, type World } from "../../sim/world/world.ts";

/** What must stay as it was at the start. */
export interface Opening {
  readonly money: number;
  readonly areas: Float64Array;
}

const LAND = [
  "arable", "orchard", "abandoned", "homesteadUsed", "homesteadIdle", "homesteadVacant",
  "industrial", "commercial", "publicLand", "ecological", "reserve",
] as const; // prettier-ignore

export function areasOf({ settlements: s, sizes }: World): Float64Array {
  return Float64Array.from({ length: sizes.settlements }, (_, j) =>
    LAND.reduce((sum, use) => sum + s[use][j], 0),
  );
}

export function moneyOf({ jurisdictions: g, firms, settlements: s }: World): number {
  let sum = 0;
  for (const column of [g.cash, g.vault, firms.cash, s.pool, s.profitPool])
    for (const yuan of column) sum += yuan;
  return sum;
}

export const openBooks = (world: World): Opening => ({ money: moneyOf(world), areas: areasOf(world) });

/** Columns that hold whole numbers although their type holds fractions: money and land that must not be lost. */
const WHOLE = [
  "settlements.deposits", "settlements.pool", "settlements.profitPool", "settlements.serviceDemand",
  "settlements.homesteadEach", "settlements.homesteadReturned", ...LAND.map((use) => `settlements.${use}`), "settlements.quotaHeld",
  "settlements.leasedHouseholds", "settlements.leasedCooperatives", "settlements.leasedFirms",
  "jurisdictions.quotaLeft", "jurisdictions.quotaGranted", "jurisdictions.quotaLinked", "jurisdictions.quotaUsed",
  "jurisdictions.arableDue",
  "jurisdictions.shared", "jurisdictions.transfers", "jurisdictions.landRevenue", "jurisdictions.leaseRent",
  "jurisdictions.cash", "jurisdictions.debt", "jurisdictions.vault", "jurisdictions.equity",
  "jurisdictions.revenue", "jurisdictions.madeGood", "jurisdictions.planned", "jurisdictions.paid", "jurisdictions.policyCost", "outlays.cost",
  "firms.capital", "firms.cash", "firms.debt", "firms.lent", "firms.value", "firms.interest", "firms.invested",
  "firms.granted", "firms.paidOut", "firms.scrapped", "firms.writtenOff",
  "enterprises.capital", "enterprises.cash", "enterprises.debt",
  "zonePairs.loans", "zonePairs.people", "zonePairs.capital", "zonePairs.remittances", "zonePairs.landValue",
  "platforms.raised", "platforms.due", "accords.sidePayments",
]; // prettier-ignore

/** Columns that may fall below zero; no other may. */
const SIGNED = new Set([
  "settlements.longitude", "settlements.latitude", "settlements.idleConstant", "zones.longitude", "zones.latitude",
  "persons.born", "persons.left",
  "jurisdictions.cash", "jurisdictions.vault", "jurisdictions.equity", "jurisdictions.revenue",
  "jurisdictions.revenueBefore", "jurisdictions.monthlyRevenue", "jurisdictions.shared",
  "jurisdictions.farmBond", "jurisdictions.urbanBond", "jurisdictions.regionBond", "jurisdictions.outsideBond",
  "elsewhere.bond", "enterprises.born", "enterprises.cash",
  "firms.cash", "firms.returns", "motives.sum", "clock.villageLentAway", "zonePairs.landValue", "accords.zoning",
]); // prettier-ignore

const SHARES = [
  "settlements.unemployment", "settlements.jobChance", "settlements.rentShare", "settlements.startRentShare", "settlements.rentBurden",
  "jurisdictions.localShare", "jurisdictions.publicWageShare", "jurisdictions.processedShare",
  "jurisdictions.funded", "outlays.force",
]; // prettier-ignore

function columnOf(world: World, path: string): ArrayLike<number> {
  const [table, name] = path.split(".") as [TableName, string];
  return (world[table] as Record<string, ArrayLike<number>>)[name];
}

/** Every column of every table, as `table.column`. */
export const COLUMNS: readonly string[] = Object.entries(TABLES).flatMap(([table, columns]) =>
  Object.keys(columns).map((name) => `${table}.${name}`),
);

/** What no number may be: not finite, negative where only a debt may be, broken where only whole ones count. */
export function oddNumbers(world: World): string[] {
  const odd: string[] = [];
  const report = (path: string, row: number, value: number, wrong: string): void => {
    odd.push(`${path}[${row}] is ${value}: ${wrong}`);
  };
  for (const path of COLUMNS) {
    const column = columnOf(world, path);
    const signed = SIGNED.has(path);
    for (let row = 0; row < column.length; row++) {
      if (!Number.isFinite(column[row])) report(path, row, column[row], "not a finite number");
      else if (!signed && column[row] < 0) report(path, row, column[row], "below zero");
    }
  }
  for (const path of WHOLE) {
    const column = columnOf(world, path);
    for (let row = 0; row < column.length; row++) {
      if (!Number.isSafeInteger(column[row])) report(path, row, column[row], "not a whole number");
    }
  }
  for (const path of SHARES) {
    const column = columnOf(world, path);
    for (let row = 0; row < column.length; row++)
      if (column[row] > 1) report(path, row, column[row], "above one");
  }
  return odd.slice(0, 20);
}

/** All that doesn't add up; empty where everything does. */
export function misses(world: World, opening: Opening): string[] {
  const found: string[] = [];
  const same = (account: string, told: number, counted: number): void => {
    if (!Object.is(told + 0, counted + 0))
      found.push(`${account}: the world says ${told}, counted ${counted}`);
  };
  countPeople(world, same);
  countMoney(world, opening, same);
  const areas = areasOf(world);
  for (let j = 0; j < areas.length; j++) same(`area of settlement ${j}`, areas[j], opening.areas[j]);
  return found.slice(0, 20);
}

type Same = (account: string, told: number, counted: number) => void;

function countPeople(world: World, same: Same): void {
  const { persons: p, households: h, settlements: s, network, clock, sizes } = world;
  const { settlements, households, zones, scale } = sizes;
  const rows = clock.personRows[0];
  const make = (length: number): Float64Array => new Float64Array(length);
  const residents = make(settlements);
  const registered = make(settlements);
  const deposits = make(settlements);
  const doing = Object.fromEntries(Object.values(Activity).map((code) => [code, make(settlements)]));
  const members = make(households);
  const present = make(households);
  const away = make(settlements * zones);
  let alive = 0;
  for (let i = 0; i < rows; i++) {
    if ((p.flags[i] & ALIVE) === 0) continue;
    alive++;
    const family = p.household[i];
    const home = h.home[family];
    residents[p.residence[i]]++;
    registered[p.registered[i]]++;
    doing[p.activity[i]][p.workplace[i]]++;
    members[family]++;
    if (p.residence[i] === home) present[family]++;
    away[home * zones + s.zone[p.residence[i]]]++;
    deposits[p.mode[i] === Mode.circulating ? home : p.residence[i]] += p.savings[i] * scale;
  }
  same("living agents", clock.alive[0], alive);
  same(
    "living agents since the start",
    clock.startAlive[0] + clock.births[0] + clock.arrivals[0] - clock.deaths[0],
    alive,
  );
  let elsewhere = 0;
  for (const people of world.elsewhere.pool) elsewhere += people;
  same("people elsewhere who haven't come", clock.startElsewhere[0] - clock.arrivals[0], elsewhere);
  for (let j = 0; j < settlements; j++) {
    same(`residents of ${j}`, s.residents[j], residents[j]);
    same(`registered in ${j}`, s.registered[j], registered[j]);
    same(`deposits in ${j}`, s.deposits[j], deposits[j]);
    same(`farmers in ${j}`, s.farmers[j], doing[Activity.farming][j]);
    same(`searching in ${j}`, s.searching[j], doing[Activity.searching][j]);
    same(`processing in ${j}`, s.processing[j], doing[Activity.processing][j]);
    same(`manufacturing in ${j}`, s.manufacturing[j], doing[Activity.manufacturing][j]);
    same(`services in ${j}`, s.services[j], doing[Activity.services][j]);
    same(`public in ${j}`, s.public[j], doing[Activity.public][j]);
    const outside = s.tier[j] === OUTSIDE;
    same(`people at outside work in ${j}`, outside ? 0 : doing[Activity.outside][j], 0);
  }
  for (let row = 0; row < away.length; row++) same(`network ${row}`, network.count[row], away[row]);
  countFamilies(world, members, present, same);

  let free = 0;
  for (let i = clock.freePerson[0]; i !== NOBODY && free <= rows; i = p.next[i]) {
    same(`flags of free row ${i}`, p.flags[i], 0);
    free++;
  }
  same("rows of persons in use or free", rows, alive + free);
}

function countFamilies(world: World, members: Float64Array, present: Float64Array, same: Same): void {
  const { persons: p, households: h, settlements: s, sizes } = world;
  const used = new Float64Array(sizes.settlements);
  const idle = new Float64Array(sizes.settlements);
  for (let k = 0; k < sizes.households; k++) {
    same(`members of household ${k}`, h.members[k], members[k]);
    same(`members present in household ${k}`, h.present[k], present[k]);
    let listed = 0;
    for (let i = h.first[k]; i !== NOBODY && listed <= members[k]; i = p.next[i]) {
      same(`household of person ${i}`, p.household[i], k);
      listed++;
    }
    same(`list of household ${k}`, listed, members[k]);
    const home = h.home[k];
    if (h.homestead[k] === Homestead.used) used[home] += s.homesteadEach[home];
    if (h.homestead[k] === Homestead.idle) idle[home] += s.homesteadEach[home];
    const lived = h.homestead[k] === Homestead.used || h.homestead[k] === Homestead.idle;
    if (lived)
      same(`homestead ${k} in use`, h.homestead[k] === Homestead.used ? 1 : 0, present[k] > 0 ? 1 : 0);
  }
  for (let j = 0; j < sizes.settlements; j++) {
    same(`homesteads used in ${j}`, s.homesteadUsed[j], used[j]);
    same(`homesteads idle in ${j}`, s.homesteadIdle[j], idle[j]);
  }
}

function countMoney(world: World, opening: Opening, same: Same): void {
  const { settlements: s, firms, jurisdictions: g, zones: z, zonePairs, sizes } = world;
  same("all money", moneyOf(world), opening.money);
  const owed = new Float64Array(sizes.zones);
  for (let row = 0; row < firms.debt.length; row++)
    owed[s.zone[Math.floor(row / SECTORS)]] += firms.debt[row];
  const lent = new Float64Array(sizes.zones);
  const lentBy = new Float64Array(sizes.jurisdictions);
  for (let o = 0; o < sizes.zones; o++) {
    for (let d = 0; d < sizes.zones; d++) {
      lent[d] += zonePairs.loans[o * sizes.zones + d];
      lentBy[z.jurisdiction[o]] += zonePairs.loans[o * sizes.zones + d];
    }
  }
  for (let d = 0; d < sizes.zones; d++) same(`debts of firms in zone ${d}`, owed[d], lent[d]);
  const deposits = new Float64Array(sizes.jurisdictions);
  for (let j = 0; j < sizes.settlements; j++) deposits[s.jurisdiction[j]] += s.deposits[j];
  for (let c = 0; c < sizes.jurisdictions; c++) {
    same(
      `banks of county ${c}: cash and loans, deposits and equity`,
      g.vault[c] + lentBy[c],
      deposits[c] + g.equity[c],
    );
  }
}
