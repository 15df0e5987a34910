/**
 * Prices, firms, banks, governments and land of the first month. Constants of place are computed here so that the
 * first month goes on as the start year was: nobody is hired or dismissed because the model began.
 */
import { exp, pow } from "../../numerics/elementary.ts";
import { splitWhole } from "../../numerics/rounding.ts";
import type { Assumptions } from "../../policy/parameters.ts";
import { catchmentTrips, floatingCatchment } from "../../processes/access.ts";
import { lenderWeight, lendingCost, loanable } from "../../processes/lending.ts";
import { cityProductivity, farmerShare } from "../../processes/production.ts";
import { schoolingPremium } from "../../processes/households.ts";
import { MANUFACTURING, PROCESSING, SECTORS, SERVICES } from "../../world/jurisdictions.ts";
import { Activity, Homestead } from "../../world/persons.ts";
import { CORE, OUTSIDE, SEAT, TOWN, VILLAGE } from "../../world/tiers.ts";
import type { World } from "../../world/world.ts";
import type { Scenario } from "../scenario.ts";

/** Land of public services and roads, m2 per resident; assumed. */
const PUBLIC_LAND = 60;
/** Farm land per registered person where the file has none, m2, and the part of it under orchards; assumed. */
const FARM_LAND = 600;
const ORCHARDS = 0.3;
/** Part of free land that may be built on; the rest is forest, water and protected. Assumed. */
const RESERVE = 0.05;
/** Building land at the start over what standing capital needs; assumed. */
const LAND_SLACK = 1.1;
/** Most of the harvest that is processed in the county at the start; assumed. */
const MOST_PROCESSED = 0.6;

export function startWages(world: World, scenario: Scenario, a: Assumptions): void {
  const { settlements: s } = world;
  const { gateways } = scenario.world;
  const workers = gateways.reduce((sum, gateway) => sum + gateway.workers, 0);
  const mean = gateways.reduce((sum, gateway) => sum + gateway.workers * gateway.monthlyWage, 0) / workers;
  const ratio = [a.startWageVillage, a.startWageTown, a.startWageSeat, a.startWageCore];
  const rent = [a.rentShareTown, a.rentShareTown, a.rentShareCity, a.rentShareCity];
  for (let j = 0; j < world.sizes.settlements; j++) {
    if (s.tier[j] === OUTSIDE) continue;
    s.startWage[j] = mean * ratio[s.tier[j]];
    s.wage[j] = s.startWage[j];
    s.startRentShare[j] = rent[s.tier[j]];
    s.rentShare[j] = s.startRentShare[j];
    s.unemployment[j] = a.naturalUnemployment;
  }
}

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

/** Land accounts in whole m2. Throws where a county is too small for what stands in it. */
export function startLand(world: World, scenario: Scenario, a: Assumptions): void {
  const { settlements: s, firms, jurisdictions: g, households: h } = world;
  const { settlements: count, scale } = world.sizes;
  for (let j = 0; j < count; j++) s.homesteadEach[j] = Math.round(a.homesteadPerHousehold * scale);
  for (let k = 0; k < world.sizes.households; k++) {
    const home = h.home[k];
    if (s.tier[home] > TOWN) continue;
    const used = h.present[k] > 0;
    h.homestead[k] = used ? Homestead.used : Homestead.idle;
    if (used) s.homesteadUsed[home] += s.homesteadEach[home];
    else s.homesteadIdle[home] += s.homesteadEach[home];
  }
  scenario.world.counties.forEach((county, c) => {
    const rows: number[] = [];
    for (let j = 0; j < count; j++) if (s.jurisdiction[j] === c) rows.push(j);
    const rural = rows.reduce((sum, j) => sum + (s.tier[j] <= TOWN ? s.registered[j] * scale : 0), 0);
    const farm = county.arableHa === undefined ? rural * FARM_LAND : county.arableHa * 10_000;
    let needed = 0;
    for (const j of rows) {
      const row = j * SECTORS;
      const perM2 = a.capitalPerHectare / 10_000;
      s.industrial[j] = Math.ceil(
        ((firms.capital[row + PROCESSING] + firms.capital[row + MANUFACTURING]) / perM2) * LAND_SLACK,
      );
      s.commercial[j] = Math.ceil((firms.capital[row + SERVICES] / perM2) * LAND_SLACK);
      s.publicLand[j] = PUBLIC_LAND * s.residents[j] * scale;
      const fields =
        s.tier[j] <= TOWN && rural > 0 ? Math.round((farm * s.registered[j] * scale) / rural) : 0;
      s.orchard[j] = Math.floor(fields * ORCHARDS);
      s.arable[j] = fields - s.orchard[j];
      g.startBuilt[c] +=
        s.industrial[j] + s.commercial[j] + s.publicLand[j] + s.homesteadUsed[j] + s.homesteadIdle[j];
      needed +=
        s.industrial[j] +
        s.commercial[j] +
        s.publicLand[j] +
        s.homesteadUsed[j] +
        s.homesteadIdle[j] +
        fields;
    }
    const free = Math.round(county.areaKm2 * 1e6) - needed;
    if (free < 0) {
      throw new RangeError(
        `world.counties.${county.id}.areaKm2 is ${county.areaKm2}; its people, firms and fields need ` +
          `${Math.ceil(needed / 1e6)} km2. Give a larger area, a smaller arableHa, or a larger parameters.capitalPerHectare.`,
      );
    }
    const weights = Float64Array.from(rows, (j) => (s.tier[j] === TOWN ? 2 : 1));
    const parts = new Float64Array(rows.length);
    splitWhole(free, weights, parts);
    rows.forEach((j, k) => {
      s.reserve[j] = Math.floor(parts[k] * RESERVE);
      s.ecological[j] = parts[k] - s.reserve[j];
      const built =
        s.homesteadUsed[j] + s.homesteadIdle[j] + s.industrial[j] + s.commercial[j] + s.publicLand[j];
      s.startDensity[j] = built > 0 ? (s.residents[j] * scale) / built : 0;
    });
    g.quotaLeft[c] = 0;
  });
}

/** Income of one agent in the first month, yuan, as the household process would pay it. */
export function startIncome(world: World, person: number, a: Assumptions): number {
  const { persons: p, settlements: s } = world;
  const skill = schoolingPremium(p.schooling[person], a.schoolingReturn);
  switch (p.activity[person]) {
    case Activity.farming:
      return a.startFarmIncome;
    case Activity.outside:
      return s.startWage[p.workplace[person]] * (1 - a.naturalUnemployment) * skill;
    case Activity.retired:
      return s.tier[p.registered[person]] <= TOWN ? a.pensionRural : a.pensionUrban;
    case Activity.none:
    case Activity.searching:
      return 0;
    default:
      return s.wage[p.workplace[person]] * skill;
  }
}

/** Budgets balance at the start: what comes in is what is spent on services. */
export function startBudgets(world: World, a: Assumptions, transferPerHead: number): void {
  const { settlements: s, firms, jurisdictions: g, clock } = world;
  const { settlements: count, jurisdictions: counties, scale } = world.sizes;
  const outside = counties - 1;
  const residents = new Float64Array(counties);
  const wages = new Float64Array(counties);
  for (let j = 0; j < count; j++) {
    const c = s.jurisdiction[j];
    residents[c] += s.residents[j] * scale;
    wages[c] += s.public[j] * scale * s.wage[j];
    g.publicWorkers[c] += s.public[j] * scale;
    g.monthlyRevenue[c] += s.registered[j] * scale * transferPerHead;
    for (let row = j * SECTORS; row < (j + 1) * SECTORS; row++)
      g.monthlyRevenue[c] += firms.value[row] * a.taxShare;
  }
  let spending = 0;
  let people = 0;
  for (let c = 0; c < outside; c++) {
    const budget = Math.max(g.monthlyRevenue[c], wages[c] / 0.9);
    g.servicePerHead[c] = residents[c] > 0 ? budget / residents[c] : 0;
    g.publicWageShare[c] = budget > 0 ? wages[c] / budget : 0;
    g.publicWanted[c] = g.publicWorkers[c];
    g.cash[c] = Math.round(3 * budget);
    g.funded[c] = 1;
    spending += budget;
    people += residents[c];
  }
  clock.accessUnit[0] = spending / Math.max(1, people);
  for (let j = 0; j < count; j++) {
    if (s.tier[j] === OUTSIDE) continue;
    const c = s.jurisdiction[j];
    const share = g.publicWorkers[c] > 0 ? (s.public[j] * scale) / g.publicWorkers[c] : 0;
    s.serviceSupply[j] = share * g.servicePerHead[c] * residents[c];
  }
  const served = Float64Array.from(s.residents, (agents) => agents * scale);
  floatingCatchment(catchmentTrips(world, a.catchmentMinutes), served, s.serviceSupply, s.access);
  for (let j = 0; j < count; j++) s.access[j] = s.tier[j] === OUTSIDE ? 1 : s.access[j] / clock.accessUnit[0];
}

/**
 * Shops: how much of spending stays within reach, and how attractive each place's shops are, so that each sells at
 * the start what its workers live on. Balancing factors as in a doubly constrained gravity model.
 */
export function startShops(world: World, a: Assumptions): void {
  const { settlements: s, firms, jurisdictions: g, persons: p, clock, reach } = world;
  const { settlements: count, jurisdictions: counties, scale } = world.sizes;
  const spending = new Float64Array(count);
  for (let i = 0; i < clock.personRows[0]; i++) {
    spending[p.residence[i]] += startIncome(world, i, a) * a.consumptionShare * scale;
  }
  const target = new Float64Array(count);
  const wanted = new Float64Array(counties);
  const spent = new Float64Array(counties);
  for (let j = 0; j < count; j++) {
    if (s.tier[j] === OUTSIDE) continue;
    const c = s.jurisdiction[j];
    let others = s.serviceSupply[j] * (1 - g.publicWageShare[c]) * a.localBuildingShare;
    for (let row = j * SECTORS; row < (j + 1) * SECTORS; row++) {
      others += (firms.capital[row] * a.depreciation * a.localBuildingShare) / 12;
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
    for (let d = 0; d < zoneCount; d++) {
      offers[o * zoneCount + d] = share[d];
      owed[d] += share[d];
    }
  }
  for (let d = 0; d < zoneCount; d++) {
    const taken =
      z.tier[d] === OUTSIDE || owed[d] === 0 ? 1 : Math.min(1, (a.startLeverage * capital[d]) / owed[d]);
    let total = 0;
    for (let o = 0; o < zoneCount; o++) {
      const amount = Math.floor(offers[o * zoneCount + d] * taken);
      zonePairs.loans[o * zoneCount + d] = amount;
      total += amount;
    }
    const first = z.first[d] * SECTORS;
    const rows = z.count[d] * SECTORS;
    const parts = new Float64Array(rows);
    const byCapital = firms.capital.slice(first, first + rows);
    if (z.tier[d] === OUTSIDE) byCapital[0] = 1;
    splitWhole(total, byCapital, parts);
    for (let k = 0; k < rows; k++) firms.debt[first + k] = parts[k];
  }
  // What banks hold is what was deposited and not lent. `enter` put every deposit into the vault.
  for (let o = 0; o < zoneCount; o++) {
    for (let d = 0; d < zoneCount; d++) g.vault[z.jurisdiction[o]] -= zonePairs.loans[o * zoneCount + d];
  }
  g.equity.fill(0, 0, counties);
}
