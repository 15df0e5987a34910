/**
 * The utility of living and working somewhere is a sum of named terms, so that a decision can be explained term by
 * term. Each function is one term of
 * V = income + rent + services - distance - commuting - family + network + belonging - registration - cost + size + place.
 * Sources: random utility McFadden 1974; horizon Sjaastad 1962; network Chen, Jin & Yue 2010 (NBER w15671).
 */
import { pow } from "../../numerics/elementary.ts";
import { fastLn } from "../../numerics/fast.ts";

/** Terms in the order in which they are kept; the constants are their places. */
export const TERMS = [
  "income",
  "rent",
  "services",
  "distance",
  "commuting",
  "family",
  "network",
  "belonging",
  "registration",
  "cost",
  "size",
  "place",
] as const;
export const TERM_COUNT = 12;
export const INCOME = 0;
export const RENT = 1;
export const SERVICE = 2;
export const DISTANCE = 3;
export const COMMUTE = 4;
export const FAMILY = 5;
export const NETWORK = 6;
export const BELONGING = 7;
export const REGISTRATION = 8;
export const COST = 9;
export const SIZE = 10;
export const PLACE = 11;

/** Last age of work; a gain in income counts for the years until then. */
export const WORK_END = 65;

/** Present value of a yuan a year until 65, over that of 45 years: 1 at 20, falling to 0 at 65 (Sjaastad 1962). */
export function horizon(age: number, discount: number): number {
  const years = Math.max(0, Math.min(45, WORK_END - age));
  if (discount === 0) return years / 45;
  return (1 - pow(1 + discount, -years)) / (1 - pow(1 + discount, -45));
}

/** Incomes below this count as this, yuan a month: nobody can live on nothing, and ln 0 isn't a number; assumed. */
export const LEAST_INCOME = 50;
/** Workforce of a place whose size neither attracts nor repels. */
export const MARKET_UNIT = 100_000;

/** Log income, weighted, over the years in which it is earned. */
export const incomeTerm = (lnIncome: number, weight: number, left: number): number =>
  weight * left * lnIncome;

/** What remains of income when living there costs the share r: weight ln(1 - r), over the same years. */
export const rentTerm = (lnAfterRent: number, weight: number, left: number): number =>
  weight * left * lnAfterRent;

/** Services one is entitled to: weight ln(1 + access entitled). */
export const serviceTerm = (access: number, entitled: number, weight: number): number =>
  weight * fastLn(1 + access * entitled);

/** Looks of a place: weight ln(1 + what public works have renewed); part of what the place is, so of its constant. */
export const looksTerm = (appearance: number, weight: number): number => weight * fastLn(1 + appearance);

/** Distance from home: -weight ln(1 + hours). */
export const distanceTerm = (lnHours: number, weight: number): number => -weight * lnHours;

/** How far apart a family is that lives some hours apart: none next door, 1 from two hours on. */
export const separation = (hours: number): number => Math.min(1, hours / 2);

/** The daily way there and back: -weight hours. */
export const commutingTerm = (minutes: number, weight: number): number => (-weight * 2 * minutes) / 60;

/**
 * How much registration asks of a newcomer, by tier, over the largest outside cities: limits fell below three
 * million; 0-0.05 town, 0.05 seat, 0.1-0.2 prefecture city, 0.35-0.5 large cities (science notes A1.6).
 */
export const REGISTRATION_BY_TIER = [0, 0.05, 0.1, 0.3, 0.8] as const;
