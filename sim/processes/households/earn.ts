/** The month of every person: pay comes in, part of it goes home, part is saved, the rest is spent. */
import { ACTIVITIES, Activity, CIRCULATING, RETIRED } from "../../world/persons.ts";
import type { World } from "../../world/world.ts";
import type { Month } from "./month.ts";

/** Years of schooling that are told apart. */
export const YEARS = 32;

export interface Habits {
  /** Factor on pay by activity and years of schooling, flat. */
  readonly skills: Float64Array;
  /** Share of what circular migrants earn that they send home. */
  readonly remitted: number;
  /** Share of income that is saved. */
  readonly kept: number;
}

/**
 * Pays the persons of rows [from, to). All amounts are whole yuan, rounded by integer arithmetic (three times as
 * fast here as a floored fraction stored into whole numbers), so their sums don't depend on the order.
 */
export function earn(world: World, month: Month, habits: Habits, from: number, to: number): void {
  const { activity, workplace, residence, registered, mode, schooling, savings, flags, household } =
    world.persons;
  const { home } = world.households;
  const { zone } = world.settlements;
  const { zones } = world.sizes;
  const { pay, profit, bonus, compensation, bill, bonusBill, spending, saved, sent: sentBetween } = month;
  const { anyCompensation, anyBonus } = month;
  const { skills, remitted, kept: keep } = habits;
  for (let i = from; i < to; i++) {
    const doing = activity[i];
    const at = doing === RETIRED ? registered[i] : workplace[i];
    const row = at * ACTIVITIES + doing;
    const base = pay[row];
    // Pupils, those who look for work and rows of nobody have no pay, and mostly nothing else either.
    if (base === 0 && !(anyCompensation && flags[i] !== 0)) continue;
    const wage = (base * skills[doing * YEARS + schooling[i]] + 0.5) | 0;
    bill[row] += wage;
    let income = (wage + profit[row]) | 0;
    if (anyCompensation) income = (income + compensation[registered[i]]) | 0;
    if (anyBonus && bonus[at] > 0 && doing >= Activity.processing && doing <= Activity.services) {
      const extra = (wage * bonus[at] + 0.5) | 0;
      bonusBill[at] += extra;
      income = (income + extra) | 0;
    }
    if (income === 0) continue;
    const place = residence[i];
    let account = place;
    let left = income;
    if (mode[i] === CIRCULATING) {
      // What is sent home is spent there: the marginal propensity to consume out of remittances is near one
      // (Zhu, Wu, Peng & Sheng 2009).
      account = home[household[i]];
      const sent = (income * remitted + 0.5) | 0;
      left = (left - sent) | 0;
      spending[account] += sent;
      sentBetween[zone[place] * zones + zone[account]] += sent;
    }
    const kept = (left * keep) | 0;
    savings[i] = (savings[i] + kept) | 0;
    saved[account] += kept;
    spending[place] += (left - kept) | 0;
  }
}
