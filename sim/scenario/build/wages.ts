/** Wages and rents of the first month, and what people earn in it. */
import type { Assumptions } from "../../policy/parameters.ts";
import { schoolingPremium } from "../../processes/households/households.ts";
import { Activity } from "../../world/persons.ts";
import { OUTSIDE, TOWN } from "../../world/tiers.ts";
import type { World } from "../../world/world.ts";
import type { Scenario } from "../scenario.ts";

/** Wages by tier over the mean wage of the gateways; rents by tier. */
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
    s.jobChance[j] = 1 - a.naturalUnemployment;
  }
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
