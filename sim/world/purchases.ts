/**
 * Where the money goes that is spent on building, equipment and goods: part of it to builders and shops in place, as
 * demand for their services, the rest to makers outside.
 */
import { SECTORS, SERVICES } from "./jurisdictions.ts";
import type { World } from "./world.ts";

/**
 * Gives the sellers the price of what is bought at a settlement, whole yuan, not below zero. The buyer's account is the
 * caller's to charge with the same sum; then no yuan is made or lost, for the part in place is rounded down and the
 * rest is a difference.
 */
export type Purchase = (settlement: number, yuan: number) => void;

/** @param localShare part of the price that is earned in place, from 0 to 1 */
export function openPurchases(world: World, localShare: number): Purchase {
  const { settlements: s, firms, jurisdictions: g } = world;
  const outside = world.sizes.jurisdictions - 1;
  return (j, yuan) => {
    const local = Math.floor(yuan * localShare);
    s.serviceDemand[j] += local;
    firms.cash[j * SECTORS + SERVICES] += local;
    g.cash[outside] += yuan - local;
  };
}

/**
 * Buys capital for the firms of a settlement and sector (a row of `firms`) out of their cash, whole yuan: at cost, so
 * cash falls by what capital rises, and sellers are paid as for any purchase.
 */
export type BuyCapital = (row: number, yuan: number) => void;

/** @param localShare part of the price that is earned in place, from 0 to 1 */
export function openCapitalPurchases(world: World, localShare: number): BuyCapital {
  const { firms } = world;
  const purchase = openPurchases(world, localShare);
  return (row, yuan) => {
    firms.capital[row] += yuan;
    firms.cash[row] -= yuan;
    purchase(Math.floor(row / SECTORS), yuan);
  };
}
