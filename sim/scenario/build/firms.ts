/**
 * Firms and farms of the first month. Constants of place are worked out so that the first month goes on as the start
 * year was: nobody is hired or dismissed because the model began.
 */
import { pow } from "../../numerics/elementary.ts";
import type { Assumptions } from "../../policy/parameters.ts";
import { cityProductivity, farmerShare } from "../../processes/production.ts";
import { PROCESSING, SECTORS, SERVICES } from "../../world/jurisdictions.ts";
import { OUTSIDE } from "../../world/tiers.ts";
import type { World } from "../../world/world.ts";

/** Most of the harvest that is processed in the county at the start; assumed. */
const MOST_PROCESSED = 0.6;

/** Value added, capital and technology of every firm, from its workers and wage. */
export function startFirms(world: World, a: Assumptions): void {
  const { settlements: s, firms, jurisdictions: g } = world;
  const { settlements: count, jurisdictions: counties, scale } = world.sizes;
  const processorShare = Math.max(0.02, 1 - a.retailMargin - a.farmerShareProcessed);
  // Firms start with the capital at which one yuan more would just earn its cost: a Y / K = depreciation + interest.
  const ratio = a.capitalShare / (a.depreciation + a.loanRate);
  const farmers = new Float64Array(counties);
  const mills = new Float64Array(counties);
  for (let j = 0; j < count; j++) {
    farmers[s.jurisdiction[j]] += s.farmers[j] * scale;
    mills[s.jurisdiction[j]] += (s.processing[j] * scale * s.wage[j]) / (1 - a.capitalShare);
  }
  // Value of the harvest at retail, so that farmers earn what they do at the start with the processing there is.
  for (let c = 0; c < counties - 1; c++) {
    let part = 0;
    for (let k = 0; k < 30; k++) {
      const retail =
        (farmers[c] * a.startFarmIncome) / farmerShare(a.farmerShareRaw, a.farmerShareProcessed, part);
      part = retail > 0 ? Math.min(MOST_PROCESSED, mills[c] / (retail * processorShare)) : 0;
    }
    g.processedShare[c] = part;
  }
  for (let j = 0; j < count; j++) {
    if (s.tier[j] === OUTSIDE) continue;
    const c = s.jurisdiction[j];
    const workers = (s.processing[j] + s.manufacturing[j] + s.services[j] + s.public[j]) * scale;
    const net = cityProductivity(workers, a.agglomeration, a.congestionScale, a.congestionElasticity);
    const hands = [s.processing[j], s.manufacturing[j], s.services[j]];
    const sold = mills[c] > 0 ? farmShareSold(world, c, farmers[c], mills[c], processorShare, a) : 1;
    for (let sector = 0; sector < SECTORS; sector++) {
      const row = j * SECTORS + sector;
      const labour = hands[sector] * scale;
      const value = (labour * s.wage[j]) / (1 - a.capitalShare);
      const capital = Math.round(value * 12 * ratio * (sector === PROCESSING ? sold : 1));
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
    const hectares = (s.arable[j] + s.orchard[j]) / 10_000;
    const here = s.farmers[j] * scale;
    s.farmIncome[j] = a.startFarmIncome;
    if (hectares > 0) {
      const hand = Math.max(here, scale);
      const share = farmerShare(a.farmerShareRaw, a.farmerShareProcessed, g.processedShare[c]);
      s.farmProductivity[j] =
        (hand * a.startFarmIncome) / share / (pow(hectares, a.landShare) * pow(hand, 1 - a.landShare));
    }
  }
}

/** Part of their capacity that the county's mills can sell, where the harvest is too small for all of them. */
function farmShareSold(
  world: World,
  county: number,
  farmers: number,
  mills: number,
  processorShare: number,
  a: Assumptions,
): number {
  const share = farmerShare(
    a.farmerShareRaw,
    a.farmerShareProcessed,
    world.jurisdictions.processedShare[county],
  );
  const most = ((farmers * a.startFarmIncome) / share) * processorShare * MOST_PROCESSED;
  return Math.min(1, most / mills);
}
