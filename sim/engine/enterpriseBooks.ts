/** Sums of enterprises against the accounts of firms, by place and sector: whole yuan, so they must be equal. */
import { SECTORS } from "../world/jurisdictions.ts";
import { OUTSIDE } from "../world/tiers.ts";
import type { World } from "../world/world.ts";

export type Equal = (month: number, account: string, found: number, expected: number) => void;

/**
 * Returns the check of a month, which tells how many comparisons it made. Accounts are settled with enterprises once a
 * month; where no process does that, there is nothing to compare. Firms outside the region are nobody's enterprises, and
 * without one a place has petty trade: a till, but neither capital nor debt.
 */
export function openEnterpriseBooks(world: World, equal: Equal): (month: number) => number {
  const { enterprises: e, firms, settlements: s, clock } = world;
  const rows = world.sizes.settlements * SECTORS;
  const members = new Int32Array(rows);
  const capital = new Float64Array(rows);
  const cash = new Float64Array(rows);
  const debt = new Float64Array(rows);

  const addUp = (): number => {
    const { flags, settlement, sector } = e;
    const open = clock.enterpriseRows[0];
    let count = 0;
    for (let i = 0; i < open; i++) {
      if (flags[i] === 0) continue;
      const row = settlement[i] * SECTORS + sector[i];
      members[row]++;
      capital[row] += e.capital[i];
      cash[row] += e.cash[i];
      debt[row] += e.debt[i];
      count += e.stands[i];
    }
    return count;
  };

  return (month) => {
    if (clock.enterprisesSettled[0] !== month) return 0;
    for (const column of [members, capital, cash, debt]) column.fill(0);
    equal(month, "open enterprises", addUp(), clock.enterprises[0]);
    for (let row = 0; row < rows; row++) {
      if (s.tier[Math.floor(row / SECTORS)] === OUTSIDE) continue;
      if (firms.capital[row] !== capital[row])
        equal(month, `capital of enterprises in row ${row} of firms`, capital[row], firms.capital[row]);
      if (firms.debt[row] !== debt[row])
        equal(month, `debt of enterprises in row ${row} of firms`, debt[row], firms.debt[row]);
      if (members[row] > 0 && firms.cash[row] !== cash[row])
        equal(month, `account of enterprises in row ${row} of firms`, cash[row], firms.cash[row]);
    }
    return 1 + 3 * rows;
  };
}
