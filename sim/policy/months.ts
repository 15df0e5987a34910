/** Months as they are written in files, `YYYY-MM`, and as numbers that can be shifted. */

const LAST = 9999 * 12 + 11;

/** Months since the year 0. */
export const monthNumber = (date: string): number =>
  Number(date.slice(0, 4)) * 12 + Number(date.slice(5, 7)) - 1;

/** The month of a number; what lies behind the year 9999 is its last month. */
export function monthText(month: number): string {
  const bounded = Math.min(month, LAST);
  const year = Math.floor(bounded / 12);
  return `${String(year).padStart(4, "0")}-${String(bounded - year * 12 + 1).padStart(2, "0")}`;
}

/** The same date so many months later, or earlier where `by` is below zero. */
export const shiftMonth = (date: string, by: number): string => monthText(monthNumber(date) + by);
