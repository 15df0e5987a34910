/** Shops of the first month. */
import { exp } from "../../numerics/elementary.ts";
import type { Assumptions } from "../../policy/parameters.ts";
import { upkeepOf } from "../../processes/budgets.ts";
import { SECTORS, SERVICES } from "../../world/jurisdictions.ts";
import { Activity, Mode } from "../../world/persons.ts";
import { OUTSIDE } from "../../world/tiers.ts";
import type { World } from "../../world/world.ts";
import { startIncome } from "./wages.ts";

/**
 * What firms of a place pay out in a month: profit after wear, tax and interest, less the part that they put into
 * growth. They begin with this much to hand out, so that the first month's incomes are those that follow.
 */
function payOut(world: World, a: Assumptions, j: number, growth: number): number {
  const { firms } = world;
  let paid = 0;
  for (let row = j * SECTORS; row < (j + 1) * SECTORS; row++) {
    const capital = firms.capital[row];
    const worn = (capital * a.depreciation) / 12;
    const interest = (capital * a.startLeverage * (a.loanRate + 1 / a.loanMaturity)) / 12;
    const profit = firms.value[row] * (a.capitalShare - a.taxShare) - worn - interest;
    paid += Math.max(0, profit - Math.min(profit * a.profitReinvested, (capital * growth) / 12));
  }
  return Math.floor(paid);
}

/** What everyone spends in the first month, by place: pay, paid-out profit, and what those away send home. */
function startSpending(world: World, a: Assumptions): Float64Array {
  const { settlements: s, persons: p, households: h, clock } = world;
  const { settlements: count, scale } = world.sizes;
  const spending = new Float64Array(count);
  const workersOf = (j: number): number => (s.processing[j] + s.manufacturing[j] + s.services[j]) * scale;
  const profit = Float64Array.from({ length: count }, (_, j) =>
    workersOf(j) > 0 ? s.profitPool[j] / workersOf(j) : 0,
  );
  for (let i = 0; i < clock.personRows[0]; i++) {
    const doing = p.activity[i];
    const inFirm = doing >= Activity.processing && doing <= Activity.services;
    const income = startIncome(world, i, a) + (inFirm ? profit[p.workplace[i]] : 0);
    const sent = p.mode[i] === Mode.circulating ? income * a.remittanceShare : 0;
    spending[h.home[p.household[i]]] += sent * scale;
    spending[p.residence[i]] += (income - sent) * a.consumptionShare * scale;
  }
  return spending;
}

/**
 * Shops: how much of spending stays within reach, and how attractive each place's shops are, so that each sells at
 * the start what its workers live on. Balancing factors as in a doubly constrained gravity model. `growth` is that of
 * capital, a year.
 */
export function startShops(world: World, a: Assumptions, growth: number): void {
  const { settlements: s, firms, jurisdictions: g, reach } = world;
  const { settlements: count, jurisdictions: counties, scale } = world.sizes;
  for (let j = 0; j < count; j++) if (s.tier[j] !== OUTSIDE) s.profitPool[j] = payOut(world, a, j, growth);
  const spending = startSpending(world, a);
  const target = new Float64Array(count);
  const wanted = new Float64Array(counties);
  const spent = new Float64Array(counties);
  const upkeep = upkeepOf(world, a.upkeep, new Float64Array(counties));
  for (let j = 0; j < count; j++) {
    if (s.tier[j] === OUTSIDE) continue;
    const c = s.jurisdiction[j];
    const share = g.publicWorkers[c] > 0 ? (s.public[j] * scale) / g.publicWorkers[c] : 0;
    const bought = s.serviceSupply[j] * (1 - g.publicWageShare[c]) + upkeep[c] * share;
    let others = bought * a.localBuildingShare;
    for (let row = j * SECTORS; row < (j + 1) * SECTORS; row++) {
      others += (firms.capital[row] * (a.depreciation + growth) * a.localBuildingShare) / 12;
    }
    target[j] = Math.max(0, firms.value[j * SECTORS + SERVICES] - others);
    wanted[c] += target[j];
    spent[c] += spending[j];
  }
  for (let c = 0; c < counties - 1; c++)
    g.localShare[c] = Math.min(a.localSpendingShare, wanted[c] / Math.max(1, spent[c]));
  for (let j = 0; j < count; j++) {
    if (s.tier[j] === OUTSIDE) continue;
    const c = s.jurisdiction[j];
    // What residents don't buy, visitors do.
    const byResidents = Math.min(1, (g.localShare[c] * spent[c]) / Math.max(1, wanted[c]));
    s.serviceExports[j] = target[j] * (1 - byResidents);
    target[j] *= byResidents;
    s.shopMass[j] = target[j] > 0 ? 1 : 0;
    s.serviceDemand[j] = firms.value[j * SECTORS + SERVICES];
    s.expectedDemand[j] = s.serviceDemand[j];
  }
  const decay = Float64Array.from(reach.minutes, (minutes) => exp(-a.shoppingDecay * minutes));
  const sold = new Float64Array(count);
  for (let round = 0; round < 60; round++) {
    sold.fill(0);
    for (let j = 0; j < count; j++) {
      if (s.tier[j] === OUTSIDE) continue;
      const local = spending[j] * g.localShare[s.jurisdiction[j]];
      const end = s.reachFrom[j] + s.reachCount[j];
      let total = 0;
      for (let row = s.reachFrom[j]; row < end; row++) total += s.shopMass[reach.to[row]] * decay[row];
      if (total === 0) continue;
      for (let row = s.reachFrom[j]; row < end; row++) {
        sold[reach.to[row]] += (local * s.shopMass[reach.to[row]] * decay[row]) / total;
      }
    }
    for (let j = 0; j < count; j++) if (sold[j] > 0) s.shopMass[j] *= target[j] / sold[j];
  }
}
