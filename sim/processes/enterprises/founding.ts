/**
 * People found enterprises: someone of working age with savings enough, where the sector promises more than capital
 * earns outside. One of the persons that an agent stands for does, so the number of foundings doesn't depend on how
 * many that are; where an agent of enterprises stands for several, as many of these persons found alike ones together. Own funds are drawn from the savings, a loan comes from idle deposits of the founder's zone, and both
 * buy capital; a sector that has no enterprise in the place can be entered. The first workshop is the founder's own house:
 * building land is asked for by `landUse` as the capital of the place outgrows what it has.
 *
 * Chance a year = rate · mean over sectors of e^((r - r_out) / σ), r the promised return net of wear. Source: form of a
 * hazard by relative return; savings as a bound after Evans & Jovanovic 1989 (JPE 97:808-827).
 */
import { exp } from "../../numerics/elementary.ts";
import { childKey, drawCounter, Purpose, purposeKey } from "../../numerics/keyed.ts";
import { uniform } from "../../numerics/threefry.ts";
import { CHUNK, visitChunk } from "../../numerics/visits.ts";
import type { Setting } from "../process.ts";
import { accountPlace } from "../../world/book.ts";
import { takeRow } from "../../world/enterprises.ts";
import { SECTORS, SERVICES } from "../../world/jurisdictions.ts";
import { ALIVE, NONE, RETIRED } from "../../world/persons.ts";
import { openCapitalPurchases } from "../../world/purchases.ts";
import { OUTSIDE } from "../../world/tiers.ts";
import { drawnEfficiency, pullOf } from "./efficiency.ts";
import type { Lenders } from "./lenders.ts";
import { promise } from "./room.ts";

/** However good the prospects, founding is at most so many times as likely as where they are those outside; assumed. */
const MOST_KEEN = 4;
/** Part of the funds that stays in the till; assumed. */
const TILL = 0.05;
/** Draws of a founder, apart from those of whom a month visits. */
const WHETHER = 32;
const WHAT = 33;
const HOW_GOOD = 34;

/** How likely founding is over what it is where the return is that outside. */
export const keennessOf = (advantage: number, spread: number): number =>
  exp(Math.max(-30, Math.min(30, advantage / spread)));

export function openFounding(setting: Setting, lenders: Lenders): (month: number) => void {
  const { world, assumptions: a, root } = setting;
  const { persons: p, settlements: s, jurisdictions, firms, enterprises: e, zonePairs, clock } = world;
  const { zones: zoneCount, settlements: count } = world.sizes;
  const { scale, enterpriseScale } = world.sizes;
  /** Who found together: one for each enterprise, none twice. */
  const founders = Math.min(enterpriseScale, scale);
  const key = purposeKey(root, Purpose.firm);
  const buyCapital = openCapitalPurchases(world, a.localBuildingShare);
  const visited = new Int32Array(CHUNK);
  const keen = new Float64Array(SECTORS);
  /** Deposits of each zone that may still be lent this month. */
  const idle = new Float64Array(zoneCount);

  const countIdle = (): void => {
    idle.fill(0);
    for (let j = 0; j < count; j++) idle[s.zone[j]] += s.deposits[j];
    for (let o = 0; o < zoneCount; o++) {
      let lent = 0;
      for (let d = 0; d < zoneCount; d++) lent += zonePairs.loans[o * zoneCount + d];
      idle[o] = Math.max(0, Math.floor((1 - a.reserveRatio) * idle[o]) - lent);
    }
  };

  /** Own funds, whole yuan: the savings of the founders, borne by all that the agent stands for. */
  const ownFunds = (i: number): number =>
    Math.floor((p.savings[i] * a.founderShare * founders) / scale) * scale;

  const leastFunds = (j: number): number => Math.max(1, a.startCapital * s.wage[j] * founders);

  const thinks = (i: number): boolean => {
    if ((p.flags[i] & ALIVE) === 0 || p.activity[i] === NONE || p.activity[i] === RETIRED) return false;
    if (s.tier[p.residence[i]] === OUTSIDE) return false;
    return ownFunds(i) * (1 + a.founderLeverage) >= leastFunds(p.residence[i]);
  };

  /** Which sector someone enters, or -1. */
  const choose = (i: number, month: number, funds: number): number => {
    const j = p.residence[i];
    let sum = 0;
    for (let sector = 0; sector < SECTORS; sector++) {
      const row = j * SECTORS + sector;
      const promised = promise(world, row, funds, a) - a.depreciation;
      keen[sector] = promised > -a.depreciation ? keennessOf(promised - a.outsideReturn, a.entrySpread) : 0;
      sum += keen[sector];
    }
    const cameBack = p.left[i] !== 0 ? a.returneeFounding : 1;
    const chance = Math.min(1, ((sum / SECTORS) * cameBack) / MOST_KEEN);
    if (uniform(key.key0, key.key1, p.key[i], drawCounter(month, WHETHER)) >= chance) return -1;
    let left = uniform(key.key0, key.key1, p.key[i], drawCounter(month, WHAT)) * sum;
    for (let sector = 0; sector < SECTORS - 1; sector++) {
      left -= keen[sector];
      if (left < 0) return sector;
    }
    return SERVICES;
  };

  const draw = (i: number, own: number, row: number): void => {
    const account = accountPlace(world, i);
    p.savings[i] -= own / scale;
    s.deposits[account] -= own;
    jurisdictions.vault[s.jurisdiction[account]] -= own;
    firms.cash[row] += own;
  };

  const found = (i: number, month: number): void => {
    const j = p.residence[i];
    const own = ownFunds(i);
    const bank = s.zone[accountPlace(world, i)];
    const loan = Math.min(Math.floor(own * a.founderLeverage), idle[bank]);
    const funds = own + loan;
    if (funds < leastFunds(j)) return;
    const sector = choose(i, month, funds);
    if (sector < 0) return;
    const at = takeRow(world, founders);
    if (at < 0) return;
    const row = j * SECTORS + sector;
    draw(i, own, row);
    lenders.lend(bank, s.zone[j], loan);
    idle[bank] -= loan;
    firms.debt[row] += loan;
    firms.cash[row] += loan;
    const capital = funds - Math.floor(funds * TILL);
    buyCapital(row, capital);
    const luck = uniform(key.key0, key.key1, p.key[i], drawCounter(month, HOW_GOOD));
    e.key[at] = childKey(p.key[i], HOW_GOOD, month);
    e.settlement[at] = j;
    e.sector[at] = sector;
    e.born[at] = month;
    e.capital[at] = capital;
    e.cash[at] = funds - capital;
    e.debt[at] = loan;
    e.efficiency[at] = drawnEfficiency(luck, a.efficiencySpread);
    e.pull[at] = pullOf(e.efficiency[at], a.capitalShare);
    clock.enterprisesFounded[0] += founders;
  };

  return (month) => {
    if (a.entryRate === 0) return;
    countIdle();
    const rows = clock.personRows[0];
    // Each agent is looked at as often as all its persons together, in groups of those who found together.
    const chance = (a.entryRate / 12) * MOST_KEEN * (scale / founders);
    for (let from = 0, chunk = 0; from < rows; from += CHUNK, chunk++) {
      const n = visitChunk(key, month, chunk, from, Math.min(rows, from + CHUNK), chance, visited);
      for (let k = 0; k < n; k++) if (thinks(visited[k])) found(visited[k], month);
    }
  };
}
