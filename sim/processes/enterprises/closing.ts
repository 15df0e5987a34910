/**
 * Enterprises close when they have been out of cash for long and owe more than their capital would bring, or when that
 * has earned less than its own wear for long. What of their capital is of use to others of the place and sector goes to
 * them, with as much of what they owe as it is worth; the rest of the capital is scrapped, the rest of what they owe is
 * paid from the till, and what that doesn't hold is the banks' loss.
 * The hands are let go by `employment`, since the row wants fewer; the land carries someone else's capital from then on.
 */
import type { Assumptions } from "../../policy/parameters.ts";
import { SECTORS } from "../../world/jurisdictions.ts";
import { freeRow } from "../../world/enterprises.ts";
import type { World } from "../../world/world.ts";
import type { Lenders } from "./lenders.ts";
import { clearShares, openShares, part, turn, weigh } from "./shares.ts";

/** What banks lose where more is owed than the capital that is of use to others is worth; overdrafts go first. */
export const banksLose = (debt: number, overdraft: number, usable: number): number =>
  Math.max(0, debt + overdraft - usable);

export function openClosing(
  world: World,
  a: Assumptions,
  lenders: Lenders,
  members: Int32Array,
): (month: number) => void {
  const { enterprises: e, firms, settlements: s, zones, jurisdictions, clock } = world;
  const { settlements: count, zones: zoneCount } = world.sizes;
  const rows = count * SECTORS;
  const heirs = openShares(rows);
  /** Estates of this month by row, and what of them goes on to others. */
  const closed = new Uint8Array(rows);
  const capital = new Float64Array(rows);
  const debt = new Float64Array(rows);
  const cash = new Float64Array(rows);
  const lost = new Float64Array(zoneCount);
  const collected = new Float64Array(zoneCount);

  /** The bank of the county bears the overdraft. */
  const bearOverdraft = (row: number, amount: number): void => {
    const county = s.jurisdiction[Math.floor(row / SECTORS)];
    jurisdictions.vault[county] -= amount;
    jurisdictions.equity[county] -= amount;
    firms.cash[row] += amount;
    firms.writtenOff[row] += amount;
  };

  const close = (i: number): void => {
    const row = e.settlement[i] * SECTORS + e.sector[i];
    closed[row] = 1;
    members[row]--;
    capital[row] += e.capital[i];
    debt[row] += e.debt[i];
    cash[row] += e.cash[i];
    clock.enterprisesClosed[0] += e.stands[i];
    freeRow(world, i);
  };

  /** Closes all that are to close, and tells whether there were any. */
  const closeAll = (): boolean => {
    const { flags, short, losing } = e;
    const [ownCapital, ownDebt, ownCash] = [e.capital, e.debt, e.cash];
    // A limit of 0 months means never.
    const patience = a.insolvencyMonths > 0 ? a.insolvencyMonths : Infinity;
    const endurance = a.lossMonths > 0 ? a.lossMonths : Infinity;
    const useful = 1 - a.scrapShare;
    const open = clock.enterpriseRows[0];
    let any = false;
    for (let i = 0; i < open; i++) {
      if (flags[i] === 0) continue;
      const insolvent = short[i] >= patience && ownDebt[i] - ownCash[i] > ownCapital[i] * useful;
      if (!insolvent && losing[i] < endurance && ownCapital[i] > 0) continue;
      close(i);
      any = true;
    }
    return any;
  };

  /** Parts an estate between heirs, banks and the scrap heap; leaves in the columns above what the heirs get. */
  const wind = (row: number): void => {
    const j = Math.floor(row / SECTORS);
    const alone = members[row] === 0;
    const scrapped = alone ? capital[row] : Math.floor(capital[row] * a.scrapShare);
    capital[row] -= scrapped;
    firms.capital[row] -= scrapped;
    firms.scrapped[row] += scrapped;
    const overdraft = Math.max(0, -cash[row]);
    const loss = banksLose(debt[row], overdraft, capital[row]);
    const borne = Math.min(overdraft, loss);
    if (borne > 0) bearOverdraft(row, borne);
    cash[row] += borne;
    // What is in the till pays the bank before the bank loses anything.
    const paid = Math.min(Math.max(0, cash[row]), loss - borne);
    const gone = loss - borne - paid;
    firms.debt[row] -= gone + paid;
    firms.cash[row] -= paid;
    firms.writtenOff[row] += gone;
    lost[s.zone[j]] += gone;
    collected[s.zone[j]] += paid;
    debt[row] -= gone + paid;
    cash[row] -= paid;
    if (!alone) return;
    // Where nobody goes on, what remains in the till is the owners'.
    firms.cash[row] -= cash[row];
    s.profitPool[j] += cash[row];
    cash[row] = 0;
  };

  const bequeath = (): void => {
    const { flags, settlement, sector, efficiency } = e;
    const [ownCapital, ownDebt, ownCash] = [e.capital, e.debt, e.cash];
    const open = clock.enterpriseRows[0];
    clearShares(heirs);
    for (let i = 0; i < open; i++) {
      const row = settlement[i] * SECTORS + sector[i];
      if (closed[row] !== 0 && flags[i] !== 0) weigh(heirs, row, efficiency[i] * (ownCapital[i] + 1));
    }
    for (let i = 0; i < open; i++) {
      const row = settlement[i] * SECTORS + sector[i];
      if (closed[row] === 0 || flags[i] === 0) continue;
      turn(heirs, row, efficiency[i] * (ownCapital[i] + 1));
      ownCapital[i] += part(heirs, row, capital[row]);
      ownDebt[i] += part(heirs, row, debt[row]);
      ownCash[i] += part(heirs, row, cash[row]);
    }
  };

  return () => {
    if (a.insolvencyMonths === 0 && a.lossMonths === 0) return;
    if (!closeAll()) return;
    lost.fill(0);
    collected.fill(0);
    for (let row = 0; row < rows; row++) if (closed[row] !== 0) wind(row);
    bequeath();
    for (let zone = 0; zone < zoneCount; zone++) {
      if (zones.count[zone] === 0) continue;
      lenders.collect(zone, collected[zone]);
      lenders.writeOff(zone, lost[zone]);
    }
    closed.fill(0);
    capital.fill(0);
    debt.fill(0);
    cash.fill(0);
  };
}
