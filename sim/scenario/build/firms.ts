/**
 * Firms and farms of the first month. Constants of place are worked out so that the first month goes on as the start
 * year was: nobody is hired or dismissed because the model began.
 */
import { pow } from "../../numerics/elementary.ts";
import type { Assumptions } from "../../policy/parameters.ts";
import { cityProductivity } from "../../numerics/output.ts";
import { farmerShare } from "../../policy/farmGate.ts";
import { SECTORS, SERVICES } from "../../world/jurisdictions.ts";
import { M2_PER_HECTARE } from "../../world/land.ts";
import { OUTSIDE } from "../../world/tiers.ts";
import type { World } from "../../world/world.ts";

/**
 * Capital over a month's value added. One yuan more of it would about earn its cost, a Y / K = depreciation + interest;
 * about, because firms always want a little more: what wears out beyond what they can replace themselves, and growth.
 */
function capitalRatio(a: Assumptions, growth: number): number {
  const hurdle = a.depreciation + a.loanRate;
  const valueOfCapital = hurdle / a.capitalShare / 12;
  const debtService = (a.startLeverage * (a.loanRate + 1 / a.loanMaturity)) / 12;
  const spare = Math.max(0, valueOfCapital * (a.capitalShare - a.taxShare) - debtService);
  const wished = Math.max(0, a.depreciation / 12 - spare) + growth / 12;
  return (12 * a.capitalShare) / (hurdle * pow(1 + wished, 1 - a.capitalShare));
}

/** Value added, capital and technology of every firm, from its workers and wage; `growth` of capital a year. */
export function startFirms(world: World, a: Assumptions, growth: number): void {
  const { settlements: s, firms, jurisdictions: g } = world;
  const { settlements: count, jurisdictions: counties, scale } = world.sizes;
  const processorShare = Math.max(0.02, 1 - a.retailMargin - a.farmerShareProcessed);
  const ratio = capitalRatio(a, growth);
  const farmers = new Float64Array(counties);
  const mills = new Float64Array(counties);
  for (let j = 0; j < count; j++) {
    // Before rent for leased fields, which farmers pay out of the harvest.
    farmers[s.jurisdiction[j]] += (s.farmers[j] * scale) / (1 - s.rentBurden[j]);
    mills[s.jurisdiction[j]] += (s.processing[j] * scale * s.wage[j]) / (1 - a.capitalShare);
  }
  // Value of the harvest at retail, so that farmers earn what they do at the start with the processing there is.
  for (let c = 0; c < counties - 1; c++) {
    let part = 0;
    for (let k = 0; k < 30; k++) {
      const retail =
        (farmers[c] * a.startFarmIncome) / farmerShare(a.farmerShareRaw, a.farmerShareProcessed, part);
      part = retail > 0 ? Math.min(1, mills[c] / (retail * processorShare)) : 0;
    }
    g.processedShare[c] = part;
  }
  for (let j = 0; j < count; j++) {
    if (s.tier[j] === OUTSIDE) continue;
    const c = s.jurisdiction[j];
    const workers = (s.processing[j] + s.manufacturing[j] + s.services[j] + s.public[j]) * scale;
    const net = cityProductivity(workers, a.agglomeration, a.congestionScale, a.congestionElasticity);
    const hands = [s.processing[j], s.manufacturing[j], s.services[j]];
    for (let sector = 0; sector < SECTORS; sector++) {
      const row = j * SECTORS + sector;
      const labour = hands[sector] * scale;
      const value = (labour * s.wage[j]) / (1 - a.capitalShare);
      const capital = Math.round(value * ratio);
      firms.value[row] = Math.round(value);
      firms.capital[row] = capital;
      firms.cash[row] = Math.round(2 * labour * s.wage[j]);
      firms.wanted[row] = labour;
      firms.productivity[row] =
        sector !== SERVICES && labour > 0 && net > 0
          ? value / (net * pow(capital, a.capitalShare) * pow(labour, 1 - a.capitalShare))
          : 0;
      const marginal = capital > 0 ? (a.capitalShare * value * 12) / capital : 0;
      firms.returns[row] = marginal - a.depreciation;
    }
    const hectares = (s.arable[j] + s.orchard[j]) / M2_PER_HECTARE;
    const here = s.farmers[j] * scale;
    s.farmIncome[j] = a.startFarmIncome;
    if (hectares > 0) {
      const hand = Math.max(here, scale);
      const share = farmerShare(a.farmerShareRaw, a.farmerShareProcessed, g.processedShare[c]);
      s.farmProductivity[j] =
        (hand * a.startFarmIncome) /
        (1 - s.rentBurden[j]) /
        share /
        (pow(hectares, a.landShare) * pow(hand, 1 - a.landShare));
    }
  }
}
