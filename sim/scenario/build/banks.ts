/** Banks of the first month. */
import { splitWhole } from "../../numerics/rounding.ts";
import type { Assumptions } from "../../policy/parameters.ts";
import { lenderWeight, lendingCost, loanable } from "../../processes/lending/rules.ts";
import { SECTORS } from "../../world/jurisdictions.ts";
import { OUTSIDE } from "../../world/tiers.ts";
import type { World } from "../../world/world.ts";

/** Growth of deposits a year at the start, by which loans must grow to keep their part; assumed. */
const DEPOSIT_GROWTH = 0.1;

/** Deposits and loans: what was saved is lent as lenders would lend it now. */
export function startBanks(world: World, a: Assumptions): void {
  const { settlements: s, firms, jurisdictions: g, zones: z, zonePairs } = world;
  const { settlements: count, zones: zoneCount, jurisdictions: counties } = world.sizes;
  const deposits = new Float64Array(zoneCount);
  const capital = new Float64Array(zoneCount);
  const weight = new Float64Array(zoneCount);
  let region = 0;
  let gateways = 0;
  for (let j = 0; j < count; j++) {
    deposits[s.zone[j]] += s.deposits[j];
    if (s.tier[j] === OUTSIDE) {
      gateways += s.size[j];
      continue;
    }
    for (let row = j * SECTORS; row < (j + 1) * SECTORS; row++) {
      capital[s.zone[j]] += firms.capital[row];
      weight[s.zone[j]] += lenderWeight(
        firms.capital[row],
        firms.returns[row] - lendingCost(s.tier[j], a),
        a.lendingScale,
      );
      region += firms.capital[row];
    }
  }
  // Where lending and paying back are in balance, this part of what may be lent is lent.
  const atWork = a.lendingSpeed / (a.lendingSpeed + 1 / a.loanMaturity);
  const owed = new Float64Array(zoneCount);
  const offers = new Float64Array(zoneCount * zoneCount);
  /** Part of a zone's offers that goes to each zone. */
  const leaning = new Float64Array(zoneCount * zoneCount);
  const weights = new Float64Array(zoneCount);
  const share = new Float64Array(zoneCount);
  for (let o = 0; o < zoneCount; o++) {
    if (z.tier[o] === OUTSIDE) continue;
    for (let d = 0; d < zoneCount; d++) {
      const near = z.jurisdiction[d] === z.jurisdiction[o];
      const abroad = near ? 1 : lenderWeight(1, -a.lendingCostDistance, a.lendingScale);
      const own =
        z.tier[d] === OUTSIDE
          ? lenderWeight(
              (region * a.outsideLending * s.size[z.first[d]]) / gateways,
              a.outsideReturn - lendingCost(OUTSIDE, a),
              a.lendingScale,
            )
          : weight[d];
      weights[d] = own * abroad;
    }
    splitWhole(Math.floor(loanable(deposits[o], a.reserveRatio, 0) * atWork), weights, share);
    let all = 0;
    for (let d = 0; d < zoneCount; d++) {
      offers[o * zoneCount + d] = share[d];
      owed[d] += share[d];
      all += weights[d];
    }
    for (let d = 0; d < zoneCount; d++) leaning[o * zoneCount + d] = weights[d] / all;
  }
  for (let d = 0; d < zoneCount; d++) {
    if (z.tier[d] === OUTSIDE) continue;
    const taken = owed[d] === 0 ? 0 : Math.min(1, (a.startLeverage * capital[d]) / owed[d]);
    for (let o = 0; o < zoneCount; o++) {
      zonePairs.loans[o * zoneCount + d] = Math.floor(offers[o * zoneCount + d] * taken);
    }
  }
  // What firms here don't take waits and is offered again, here and outside; outside takes its part of it each time.
  // Loans outside then stand at k i (D - L), i the idle part's leaning outside, where new loans make up for growth
  // and for what is paid back.
  const k = a.lendingSpeed / (1 / a.loanMaturity + DEPOSIT_GROWTH);
  for (let o = 0; o < zoneCount; o++) {
    let here = 0;
    let lean = 0;
    for (let d = 0; d < zoneCount; d++) {
      here += zonePairs.loans[o * zoneCount + d];
      if (z.tier[d] === OUTSIDE) lean += leaning[o * zoneCount + d];
    }
    const idle = Math.max(0, loanable(deposits[o], a.reserveRatio, here)) / (1 + k * lean);
    for (let d = 0; d < zoneCount; d++) {
      if (z.tier[d] === OUTSIDE && z.tier[o] !== OUTSIDE) {
        zonePairs.loans[o * zoneCount + d] = Math.floor(k * leaning[o * zoneCount + d] * idle);
      }
    }
  }
  for (let d = 0; d < zoneCount; d++) {
    let total = 0;
    for (let o = 0; o < zoneCount; o++) total += zonePairs.loans[o * zoneCount + d];
    const first = z.first[d] * SECTORS;
    const rows = z.count[d] * SECTORS;
    const parts = new Float64Array(rows);
    const byCapital = firms.capital.slice(first, first + rows);
    if (z.tier[d] === OUTSIDE) byCapital[0] = 1;
    splitWhole(total, byCapital, parts);
    for (let n = 0; n < rows; n++) firms.debt[first + n] = parts[n];
  }
  // What banks hold is what was deposited and not lent. `enter` put every deposit into the vault.
  for (let o = 0; o < zoneCount; o++) {
    for (let d = 0; d < zoneCount; d++) g.vault[z.jurisdiction[o]] -= zonePairs.loans[o * zoneCount + d];
  }
  g.equity.fill(0, 0, counties);
}
