/** The month of every person: pay comes in, part of it goes home, part is saved, the rest is spent. */
import { CHUNK } from "../../numerics/visits.ts";
import { ACTIVITIES, Activity, ALIVE, CIRCULATING, RETIRED } from "../../world/persons.ts";
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

// Of a chunk: who is paid, and the row of `pay`; then whose income stays where they live, and what it is. Beside these,
// who sends some of it home.
const listed = new Int32Array(CHUNK);
const amounts = new Int32Array(CHUNK);
const senders = new Int32Array(CHUNK);
const toShare = new Int32Array(CHUNK);

/**
 * Pays the persons of rows [from, to). All amounts are whole yuan, rounded by integer arithmetic (three times as
 * fast here as a floored fraction stored into whole numbers), so their sums don't depend on the order.
 *
 * Lists are made without branches, by adding 0 or 1 to their length: who has an income, and who sends some home, a
 * processor can't foresee, and each wrong guess costs it as much as a person's pay.
 */
export function earn(world: World, month: Month, habits: Habits, from: number, to: number): void {
  for (let first = from; first < to; first += CHUNK) {
    const last = Math.min(to, first + CHUNK);
    // Some have no pay, but all who live may be compensated for land.
    const count = month.anyCompensation
      ? listLiving(world, first, last)
      : listPaid(world, month, first, last);
    payListed(world, month, habits, count);
  }
}

/** Lists who is paid, and returns how many: pupils and those who look for work aren't. */
function listPaid({ persons }: World, { isPaid }: Month, from: number, to: number): number {
  const { activity, workplace, registered } = persons;
  let n = 0;
  for (let i = from; i < to; i++) {
    const doing = activity[i];
    const work = workplace[i];
    // The highest code is that of the retired, who are paid where they are registered.
    const at = work ^ ((work ^ registered[i]) & -(doing >> 3));
    const row = at * ACTIVITIES + doing;
    listed[n] = i;
    amounts[n] = row;
    n += isPaid[row];
  }
  return n;
}

/** The same for all who live. */
function listLiving({ persons }: World, from: number, to: number): number {
  const { activity, workplace, registered, flags } = persons;
  let n = 0;
  for (let i = from; i < to; i++) {
    const doing = activity[i];
    listed[n] = i;
    amounts[n] = (doing === RETIRED ? registered[i] : workplace[i]) * ACTIVITIES + doing;
    n += flags[i] & ALIVE;
  }
  return n;
}

function payListed(world: World, month: Month, habits: Habits, count: number): void {
  const { activity, residence, mode, schooling, savings, household } = world.persons;
  const { home } = world.households;
  const { zone } = world.settlements;
  const { zones } = world.sizes;
  const { pay, profit, bill, spending, saved, sent: sentBetween } = month;
  const { skills, remitted, kept: share } = habits;
  let keeping = 0;
  let sending = 0;
  for (let k = 0; k < count; k++) {
    const i = listed[k];
    const row = amounts[k];
    const wage = (pay[row] * skills[activity[i] * YEARS + schooling[i]] + 0.5) | 0;
    bill[row] += wage;
    const income = (wage + profit[row]) | 0;
    const sends = mode[i] === CIRCULATING ? 1 : 0;
    senders[sending] = i;
    toShare[sending] = income;
    sending += sends;
    listed[keeping] = i;
    amounts[keeping] = income;
    keeping += 1 - sends;
  }
  if (month.anyBonus || month.anyCompensation) addExtras(world, month, keeping, sending);
  for (let k = 0; k < keeping; k++) {
    const i = listed[k];
    const income = amounts[k];
    const place = residence[i];
    const kept = (income * share) | 0;
    savings[i] = (savings[i] + kept) | 0;
    saved[place] += kept;
    spending[place] += (income - kept) | 0;
  }
  for (let k = 0; k < sending; k++) {
    const i = senders[k];
    const income = toShare[k];
    const place = residence[i];
    // What is sent home is spent there: the marginal propensity to consume out of remittances is near one
    // (Zhu, Wu, Peng & Sheng 2009). The account is there, too.
    const account = home[household[i]];
    const sent = (income * remitted + 0.5) | 0;
    const left = (income - sent) | 0;
    const kept = (left * share) | 0;
    spending[account] += sent;
    sentBetween[zone[place] * zones + zone[account]] += sent;
    savings[i] = (savings[i] + kept) | 0;
    saved[account] += kept;
    spending[place] += (left - kept) | 0;
  }
}

/** Adds to incomes what a tax preference gives on top of wages, in the trades it is for, and compensation for land. */
function addExtras(world: World, month: Month, keeping: number, sending: number): void {
  const { activity, workplace, registered } = world.persons;
  const { bonus, bonusBill, compensation, profit, anyCompensation } = month;
  const add = (list: Int32Array, incomes: Int32Array, count: number): void => {
    for (let k = 0; k < count; k++) {
      const i = list[k];
      const at = workplace[i];
      if (bonus[at] > 0 && activity[i] >= Activity.processing && activity[i] <= Activity.services) {
        const wage = incomes[k] - profit[at * ACTIVITIES + activity[i]];
        const extra = (wage * bonus[at] + 0.5) | 0;
        bonusBill[at] += extra;
        incomes[k] += extra;
      }
      if (anyCompensation) incomes[k] += compensation[registered[i]];
    }
  };
  add(listed, amounts, keeping);
  add(senders, toShare, sending);
}
