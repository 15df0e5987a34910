/** Enterprises of a world by row, and whether their accounts are those of firms. */
import { openEnterpriseBooks } from "../../../sim/engine/enterpriseBooks.ts";
import { firmRow } from "../../../sim/world/enterprises.ts";
import type { World } from "../../../sim/world/world.ts";
import { rowsWhere } from "../bench.ts";

/** Compares enterprises with the accounts of firms; throws with the account that differs. */
export function compare(world: World, month: number): number {
  return openEnterpriseBooks(world, (_, account, found, expected) => {
    if (found !== expected) throw new Error(`${account}: ${found}, expected ${expected}`);
  })(month);
}

export const openRows = ({ enterprises: e, clock }: World): number[] =>
  rowsWhere(clock.enterpriseRows[0], (i) => e.flags[i] !== 0);

/** Enterprises of each row of firms that has any. */
export const membersOf = (world: World): Map<number, number[]> => {
  const members = new Map<number, number[]>();
  for (const i of openRows(world)) {
    const row = firmRow(world, i);
    members.set(row, [...(members.get(row) ?? []), i]);
  }
  return members;
};
