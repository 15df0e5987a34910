/**
 * Model step 2, production: what farms and firms yield this month, how many hands firms want, what wage the place
 * pays, and what capital earns.
 */
import { fastPow as pow } from "../numerics/fast.ts";
import {
  capitalDemand,
  cityProductivity,
  farmOutput,
  labourDemand,
  modernOutput,
} from "../numerics/output.ts";
import { remembered } from "../numerics/remembered.ts";
import { openFarmGate } from "../policy/farmGate.ts";
import { openGrants } from "../policy/grants.ts";
import { MANUFACTURING, PROCESSING, SECTORS, SERVICES } from "../world/jurisdictions.ts";
import { M2_PER_HECTARE } from "../world/land.ts";
import { OUTSIDE } from "../world/tiers.ts";
import type { Process } from "./process.ts";

export const production: Process = {
  name: "production",
  reads: [
    "settlements.jurisdiction",
    "settlements.tier",
    "settlements.town",
    "settlements.farmers",
    "settlements.searching",
    "settlements.processing",
    "settlements.manufacturing",
    "settlements.services",
    "settlements.public",
    "settlements.wage",
    "settlements.startWage",
    "settlements.skill",
    "settlements.arable",
    "settlements.orchard",
    "settlements.industrial",
    "settlements.commercial",
    "settlements.farmProductivity",
    "settlements.brandPremium",
    "settlements.rentBurden",
    "settlements.serviceDemand",
    "settlements.expectedDemand",
    "firms.capital",
    "firms.productivity",
    "functions.factor",
    "levers.value",
  ],
  writes: [
    "settlements.wage",
    "settlements.farmIncome",
    "settlements.expectedDemand",
    "settlements.unemployment",
    "settlements.jobChance",
    "firms.value",
    "firms.wanted",
    "firms.returns",
    "firms.prospect",
    "firms.desire",
    "firms.appetite",
    "firms.cash",
    "jurisdictions.processedShare",
    "jurisdictions.cash",
  ],
  prepare({ world, assumptions: a, drivers }) {
    const { settlements: s, jurisdictions, firms, functions } = world;
    const { settlements: count, jurisdictions: counties, scale } = world.sizes;
    const outside = counties - 1;
    const farmRetail = new Float64Array(counties);
    const processedValue = new Float64Array(counties);
    /** Hands wanted, people looking for work and labour force of each labour market, by the row of its town. */
    const wantedIn = new Float64Array(count);
    const searchingIn = new Float64Array(count);
    const forceIn = new Float64Array(count);
    /** Factors by which wages there move: towards full employment, and by the wage curve. */
    const clearing = new Float64Array(count);
    const curve = new Float64Array(count);
    /** Yield at constant prices by place, and productivity by size: both change where land or hands do. */
    const yieldOf = remembered(count, (productivity, hectares, farmers) =>
      farmOutput(productivity, hectares, farmers, a.landShare),
    );
    const productivityOf = remembered(count, (workers) =>
      cityProductivity(workers, a.agglomeration, a.congestionScale, a.congestionElasticity),
    );
    const grants = openGrants(world);
    const farmGate = openFarmGate(world, a);
    const tradeAndFarm = a.retailMargin + a.farmerShareProcessed;
    /** Value that a processor adds per yuan of retail value. */
    const processorShare = Math.max(0.02, 1 - tradeAndFarm);
    const floor = a.wageFloor;
    /** Yearly return of capital over a month's wage bill, where firms have the hands they want. */
    const returnPerBill = (12 * a.capitalShare) / (1 - a.capitalShare);

    const farms = (month: number): void => {
      farmRetail.fill(0);
      for (let j = 0; j < count; j++) {
        // Where nobody farms, the income is that of the first who would.
        const farmers = Math.max(1, s.farmers[j]) * scale;
        const hectares = (s.arable[j] + s.orchard[j]) / M2_PER_HECTARE;
        const retail = yieldOf(j, s.farmProductivity[j], hectares, farmers) * drivers.farmPrice[month];
        if (s.farmers[j] > 0) farmRetail[s.jurisdiction[j]] += retail;
        // Retail value per farmer; it is cut to the farmer's share once the county's processing is known.
        s.farmIncome[j] = retail / farmers;
      }
    };

    const modern = (month: number): void => {
      processedValue.fill(0);
      // Progress makes hands more productive: (p L)^(1-a), so wages grow with it and capital returns do not.
      const progress = pow(drivers.productivity[month], 1 - a.capitalShare);
      for (let j = 0; j < count; j++) {
        if (s.tier[j] === OUTSIDE) continue;
        // Where nobody works, it is the size that the first would make it: a place of none would want nobody for ever.
        const workers =
          Math.max(1, s.processing[j] + s.manufacturing[j] + s.services[j] + s.public[j]) * scale;
        const net = productivityOf(j, workers) * progress;
        const row = j * SECTORS;
        for (let sector = PROCESSING; sector <= MANUFACTURING; sector++) {
          const hands = (sector === PROCESSING ? s.processing[j] : s.manufacturing[j]) * scale;
          // What works gain from those elsewhere, and lose where all make the same.
          const joint = sector === MANUFACTURING ? functions.factor[j] : 1;
          const technology = firms.productivity[row + sector] * net * joint;
          const capital = firms.capital[row + sector];
          // Hands count by their schooling, as they are paid by it.
          firms.value[row + sector] = modernOutput(technology, capital, hands * s.skill[j], a.capitalShare);
          const labourPerYuan = labourDemand(technology, 1, s.wage[j], a.capitalShare);
          firms.wanted[row + sector] = (capital * labourPerYuan) / s.skill[j];
          // With that labour a yuan adds w l / (1 - a), of which capital earns the part a.
          firms.prospect[row + sector] = labourPerYuan * s.wage[j] * returnPerBill;
        }
        firms.value[row + SERVICES] = s.serviceDemand[j];
        // Shops hire for the demand they expect, not for the last month's (adaptive expectations).
        s.expectedDemand[j] += (s.serviceDemand[j] - s.expectedDemand[j]) / a.demandMemory;
        firms.wanted[row + SERVICES] =
          ((1 - a.capitalShare) * s.expectedDemand[j]) / (s.wage[j] * s.skill[j]);
        processedValue[s.jurisdiction[j]] += firms.value[row + PROCESSING];
      }
      for (let c = 0; c < outside; c++) {
        const most = farmRetail[c] * processorShare;
        jurisdictions.processedShare[c] = most > 0 ? Math.min(1, processedValue[c] / most) : 0;
        // More mills than harvest: each gets its part of the harvest.
        processedValue[c] = processedValue[c] > most ? most / processedValue[c] : 1;
      }
    };

    /** Capital that the building land of the place could still carry; works share the industrial land. */
    const room = (j: number, sector: number): number => {
      const row = j * SECTORS;
      const built = sector === SERVICES ? s.commercial[j] : s.industrial[j];
      const standing =
        sector === SERVICES
          ? firms.capital[row + SERVICES]
          : firms.capital[row + PROCESSING] + firms.capital[row + MANUFACTURING];
      const free = Math.max(0, (built / M2_PER_HECTARE) * a.capitalPerHectare - standing);
      return sector === SERVICES || standing === 0 ? free : (free * firms.capital[row + sector]) / standing;
    };

    /** Capital that firms want beyond theirs, and what of it they may add this month. */
    const wish = (j: number, sector: number, marginal: number): void => {
      const at = j * SECTORS + sector;
      const capital = firms.capital[at];
      const hurdle = (a.depreciation + a.loanRate) * grants.ownPart(j, sector);
      firms.desire[at] =
        marginal > hurdle
          ? Math.min(
              capital * a.buildingSpeed,
              Math.max(0, capitalDemand(capital, marginal, hurdle, a.capitalShare) - capital),
            )
          : 0;
      firms.appetite[at] = Math.min(firms.desire[at], (capital * a.buildingSpeed) / 12, room(j, sector));
    };

    const settle = (j: number): void => {
      const county = s.jurisdiction[j];
      const row = j * SECTORS;
      firms.value[row + PROCESSING] *= processedValue[county];
      firms.wanted[row + PROCESSING] *= processedValue[county];
      firms.prospect[row + PROCESSING] *= processedValue[county];
      s.farmIncome[j] *= s.brandPremium[j];
      s.farmIncome[j] *= farmGate(j);
      // Farmers keep what the rent of leased fields leaves them.
      s.farmIncome[j] *= 1 - s.rentBurden[j];
      let wanted = s.public[j] * scale;
      for (let sector = 0; sector < SECTORS; sector++) {
        const at = row + sector;
        const value = Math.round(firms.value[at]);
        firms.value[at] = value;
        wanted += firms.wanted[at];
        const capital = firms.capital[at];
        const marginal = capital > 0 ? (a.capitalShare * value * 12) / capital : 0;
        firms.returns[at] = marginal - a.depreciation;
        // In most places most sectors have no firms, or none that earn.
        if (marginal > 0) wish(j, sector, marginal);
        else firms.desire[at] = firms.appetite[at] = 0;
        if (sector === SERVICES) continue;
        // Goods are sold outside; shops were paid when people spent.
        firms.cash[at] += value;
        jurisdictions.cash[outside] -= value;
      }
      wantedIn[s.town[j]] += wanted;
      searchingIn[s.town[j]] += s.searching[j];
      forceIn[s.town[j]] +=
        s.searching[j] + s.processing[j] + s.manufacturing[j] + s.services[j] + s.public[j];
    };

    /**
     * One labour market is a town or seat with its villages: smaller ones would hang on single agents. Its wages move
     * towards those at which firms want (1 - u0) of the labour force, bent by the wage curve (Blanchflower & Oswald
     * 1994): w* = w (wanted / ((1-u0) N))^a (u/u0)^-c.
     */
    const bendWages = (market: number): void => {
      const force = forceIn[market];
      if (force === 0) return;
      clearing[market] = pow(
        Math.max(0.2, wantedIn[market] / ((1 - a.naturalUnemployment) * force * scale)),
        a.capitalShare,
      );
      curve[market] = pow(Math.max(searchingIn[market] / force, 0.005) / a.naturalUnemployment, -a.wageCurve);
    };

    const adjustWage = (j: number): void => {
      const market = s.town[j];
      const force = forceIn[market];
      const jobs = s.processing[j] + s.manufacturing[j] + s.services[j] + s.public[j];
      s.jobChance[j] = jobs > 0 ? jobs / (jobs + s.searching[j]) : 0;
      s.unemployment[j] = force > 0 ? searchingIn[market] / force : 0;
      if (force === 0) return;
      const target = s.wage[j] * clearing[market] * curve[market];
      const next = s.wage[j] + (target - s.wage[j]) * Math.min(1, a.wageAdjustment / 12);
      s.wage[j] = Math.max(next, floor * s.startWage[j]);
    };

    return (month) => {
      farms(month);
      modern(month);
      wantedIn.fill(0);
      searchingIn.fill(0);
      forceIn.fill(0);
      for (let j = 0; j < count; j++) if (s.tier[j] !== OUTSIDE) settle(j);
      for (let j = 0; j < count; j++) if (s.town[j] === j) bendWages(j);
      for (let j = 0; j < count; j++) if (s.tier[j] !== OUTSIDE) adjustWage(j);
    };
  },
};
