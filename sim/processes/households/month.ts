/** What a month's pay, gifts and spending add up to, by place: written by the loop over people, read by the accounts. */
import { ACTIVITIES } from "../../world/persons.ts";
import type { World } from "../../world/world.ts";

export interface Month {
  /** Pay of a worker of mean schooling by place and activity, yuan; 0 where nobody is paid. */
  readonly pay: Float64Array;
  /** Profit paid out to each worker, by place and activity, whole yuan. */
  readonly profit: Float64Array;
  /** Pay on top of the wage that a tax preference gives, a share of it, by place. */
  readonly bonus: Float64Array;
  /** Compensation for land to each person registered in a place, whole yuan. */
  readonly compensation: Float64Array;
  /** Whether anyone anywhere is compensated, or gets a tax preference, this month. */
  anyCompensation: boolean;
  anyBonus: boolean;
  /** What was paid, by place and activity, and in bonuses, by place; yuan per agent's person, whole. */
  readonly bill: Float64Array;
  readonly bonusBill: Float64Array;
  /** What residents of a place spent, and what was put into its banks. */
  readonly spending: Float64Array;
  readonly saved: Float64Array;
}

export const createMonth = ({ settlements }: World["sizes"]): Month => ({
  pay: new Float64Array(settlements * ACTIVITIES),
  profit: new Float64Array(settlements * ACTIVITIES),
  bonus: new Float64Array(settlements),
  compensation: new Float64Array(settlements),
  anyCompensation: false,
  anyBonus: false,
  bill: new Float64Array(settlements * ACTIVITIES),
  bonusBill: new Float64Array(settlements),
  spending: new Float64Array(settlements),
  saved: new Float64Array(settlements),
});

/** Sets the sums of a month to nothing. */
export function clearSums({ bill, bonusBill, spending, saved }: Month): void {
  bill.fill(0);
  bonusBill.fill(0);
  spending.fill(0);
  saved.fill(0);
}
