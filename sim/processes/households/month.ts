/** What a month's pay, gifts and spending add up to, by place: written by the loop over people, read by the accounts. */
import { type Crew, openTotals } from "../../numerics/crew.ts";
import { ACTIVITIES } from "../../world/persons.ts";
import type { World } from "../../world/world.ts";

export interface Month {
  /** Pay of a worker of mean schooling by place and activity, yuan; 0 where nobody is paid. */
  readonly pay: Float64Array;
  /** 1 where `pay` isn't 0, else 0. */
  readonly isPaid: Uint8Array;
  /** Profit paid out to each worker, by place and activity, whole yuan. */
  readonly profit: Int32Array;
  /** Pay on top of the wage that a tax preference gives, a share of it, by place. */
  readonly bonus: Float64Array;
  /** Compensation for land to each person registered in a place, whole yuan. */
  readonly compensation: Int32Array;
  /** Whether anyone anywhere is compensated, or gets a tax preference, this month. */
  anyCompensation: boolean;
  anyBonus: boolean;
  /** What was paid, by place and activity, and in bonuses, by place; yuan per agent's person, whole. */
  readonly bill: Float64Array;
  readonly bonusBill: Float64Array;
  /** What residents of a place spent, and what was put into its banks. */
  readonly spending: Float64Array;
  readonly saved: Float64Array;
  /** What was sent home, flat by zone of the sender and of the family; yuan per agent's person, whole. */
  readonly sent: Float64Array;
  /** Sets the sums to nothing. */
  readonly clear: () => void;
  /** Adds up what all workers of the crew have summed. */
  readonly gather: () => void;
}

/** The month as one worker of a crew sees it: what is paid it works out for itself, and its sums are its own. */
export function createMonth({ settlements, zones }: World["sizes"], crew: Crew): Month {
  const jobs = settlements * ACTIVITIES;
  const { own, clear, gather } = openTotals(crew, jobs + 3 * settlements + zones * zones);
  let at = 0;
  const part = (length: number): Float64Array => own.subarray(at, (at += length));
  return {
    pay: new Float64Array(jobs),
    isPaid: new Uint8Array(jobs),
    profit: new Int32Array(jobs),
    bonus: new Float64Array(settlements),
    compensation: new Int32Array(settlements),
    anyCompensation: false,
    anyBonus: false,
    bill: part(jobs),
    bonusBill: part(settlements),
    spending: part(settlements),
    saved: part(settlements),
    sent: part(zones * zones),
    clear,
    gather,
  };
}
