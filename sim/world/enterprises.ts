/**
 * Enterprises: an agent stands for one, or for some alike where agents of persons are coarse. The row of `firms` of its
 * settlement and sector is the sum of their capital, cash and debt. Rows are never moved: one that closes leaves a free
 * row, which the next one takes.
 */
import { SECTORS } from "./jurisdictions.ts";
import { NOBODY } from "./persons.ts";
import { column } from "./table.ts";
import { TIER_NAMES } from "./tiers.ts";
import type { World } from "./world.ts";

const yuan = (doc: string) => column("f64", "yuan", doc);

export const enterpriseColumns = {
  key: column("u32", "", "luck key: every draw of this enterprise is keyed by it"),
  next: column("u32", "row of enterprises", "next free row, if this one is free"),
  settlement: column("u16", "row of settlements", "where it stands"),
  born: column("i16", "month since start", "month of founding; negative before the start"),
  sector: column("u8", "code", "0 farm processing, 1 manufacturing, 2 services"),
  flags: column("u8", "bits", "1 open"),
  stands: column("u32", "enterprises", "how many enterprises it stands for"),
  short: column("u8", "months", "months in a row with an account below zero"),
  losing: column("u8", "months", "months in a row in which its capital earned less than its wear"),
  capital: yuan("its part of the capital of firms of its place and sector"),
  cash: yuan("its part of their account, as of the last settlement"),
  debt: yuan("its part of their bank loans"),
  efficiency: column(
    "f32",
    "factor",
    "value added per yuan of capital over that of an ordinary enterprise in the same place and sector",
  ),
  pull: column("f32", "factor", "efficiency^(1/(1-a)): capital it wants over that of an ordinary one"),
} as const;

/** One row a pair of tiers, row = from * 5 + to: enterprises that moved since the start. */
export const relocationColumns = {
  count: column("f64", "enterprises", "moves since the start"),
  capital: column("f64", "yuan", "capital that arrived with them"),
} as const;
export const TIER_PAIRS = TIER_NAMES.length * TIER_NAMES.length;

/** Most rows that a world of any size has, as long as each place has room for one of each sector. */
export const MOST_ENTERPRISES = 40_000;

/** The row of `firms` to which an enterprise belongs. */
export const firmRow = ({ enterprises: e }: World, i: number): number =>
  e.settlement[i] * SECTORS + e.sector[i];

/** A free row, marked as open for an agent of so many enterprises; -1 where the table is full. */
export function takeRow({ enterprises: e, clock, sizes }: World, stands: number): number {
  let i = clock.freeEnterprise[0];
  if (i !== NOBODY) clock.freeEnterprise[0] = e.next[i];
  else if (clock.enterpriseRows[0] < sizes.enterprises) i = clock.enterpriseRows[0]++;
  else return -1;
  e.flags[i] = 1;
  e.stands[i] = stands;
  e.next[i] = NOBODY;
  e.short[i] = 0;
  e.losing[i] = 0;
  clock.enterprises[0] += stands;
  return i;
}

/** Gives a row back; its accounts must have gone elsewhere. */
export function freeRow({ enterprises: e, clock }: World, i: number): void {
  e.flags[i] = 0;
  e.capital[i] = 0;
  e.cash[i] = 0;
  e.debt[i] = 0;
  e.next[i] = clock.freeEnterprise[0];
  clock.freeEnterprise[0] = i;
  clock.enterprises[0] -= e.stands[i];
  e.stands[i] = 0;
}
