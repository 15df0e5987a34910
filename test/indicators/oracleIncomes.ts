/** Incomes of groups worked out anew, from a list of everyone. */
import { CORE, SEAT, TOWN } from "../../sim/world/tiers.ts";
import type { Person } from "./oraclePeople.ts";

const total = (values: readonly number[]): number => values.reduce((all, value) => all + value, 0);
const YEAR = 12;

/** @param region those who live in it */
export function incomeFigures(region: readonly Person[]): Record<string, number> {
  const perHead = (belongs: (person: Person) => boolean): number => {
    const group = region.filter(belongs);
    return total(group.map(({ income }) => income)) / group.length;
  };
  // Those with an income in a row, each in the middle of its class; a fifth may begin or end within a person.
  const row = region
    .flatMap(({ income }) => (income > 0 ? [income] : []))
    .map((income) => Math.exp((Math.floor(Math.log(income) * 256) + 0.5) / 256))
    .toSorted((a, b) => a - b);
  const upTo = (persons: number): number => {
    const whole = Math.floor(persons + 1e-9);
    return total(row.slice(0, whole)) + (persons - whole) * (row[whole] ?? 0);
  };
  const each = row.length / 5;
  const fifth = (k: number): number => (upTo((k + 1) * each) - upTo(k * each)) / each;
  return {
    "income.town": perHead(({ tier }) => tier === TOWN),
    "income.seat": perHead(({ tier }) => tier === SEAT),
    "income.core": perHead(({ tier }) => tier === CORE),
    "income.registered": perHead(({ county, registeredCounty }) => county === registeredCounty),
    "income.newcomers": perHead(({ county, registeredCounty }) => county !== registeredCounty),
    "income.working": perHead(({ months }) => months >= 15 * YEAR && months < 60 * YEAR),
    "income.late": perHead(({ months }) => months >= 60 * YEAR),
    ...Object.fromEntries([0, 1, 2, 3, 4].map((k) => [`income.fifth${k + 1}`, fifth(k)])),
  };
}
