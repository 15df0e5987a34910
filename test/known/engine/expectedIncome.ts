/**
 * Harris & Todaro by the engine: production, employment and migration alone, wages that do not adjust, so
 * that firms want a fixed number of hands, and farms whose income per head falls as people farm (b above 0),
 * or does not (b = 0).
 */
import { SECTORS } from "../../../sim/world/jurisdictions.ts";
import { Activity } from "../../../sim/world/persons.ts";
import { OUTSIDE, VILLAGE } from "../../../sim/world/tiers.ts";
import {
  castPeople,
  everyoneThirty,
  INCOME_ALONE,
  labourForce,
  openStage,
  SIZE_DOES_NOT_MATTER,
} from "./stage.ts";

const YEARS = 90;

export interface Economy {
  /** Farm income over the wage when everyone who could farm does. */
  readonly farmOverWage: number;
  /** Exponent b of land: farm income per head goes with L^-b. */
  readonly landShare: number;
  /** Jobs over all people. */
  readonly jobs: number;
}

export interface Rest {
  /** Shares of all who work in modern work or looking for it, and of those without work. */
  readonly urban: number;
  readonly idle: number;
}

/** The mean of the last third of the time. */
export function harrisTodaro({ farmOverWage, landShare, jobs }: Economy): Rest {
  const simulation = openStage(
    {
      counties: [{ residents: 9000, registeredPart: 1, urbanPart: 0.1, towns: 0, villages: 1 }],
      gateways: 1,
      scale: 2,
      years: YEARS,
      parameters: {
        ...INCOME_ALONE,
        ...SIZE_DOES_NOT_MATTER,
        // Seen almost without error, and thought about seldom, so that nobody rushes.
        incomeWeight: 5,
        choiceScale: 0.012,
        considerRate: 0.06,
        wageAdjustment: 0,
        separation: 0.02,
        landShare,
        // The farm gate gets all, whatever is processed.
        farmerShareRaw: 1,
        farmerShareProcessed: 1,
      },
    },
    ["production", "employment", "migration"],
    "harris-todaro",
  );
  const { world } = simulation;
  const { settlements: s, firms, jurisdictions: g, sizes } = world;
  const people = castPeople(world, (home) =>
    s.tier[home] === VILLAGE ? Activity.farming : Activity.searching,
  );
  const village = s.tier.indexOf(VILLAGE);
  // All jobs are in the city, where the wage is such that firms want this part of all people.
  g.publicWanted.fill(0);
  for (let sector = 0; sector < SECTORS; sector++) firms.productivity[village * SECTORS + sector] = 0;
  s.serviceDemand[village] = 0;
  s.expectedDemand[village] = 0;
  const all = people.length;
  const wantedNow = (): number => firms.wanted.reduce((sum, hands) => sum + hands, 0) / sizes.scale / all;
  const setWage = (wage: number): void => {
    for (let j = 0; j < sizes.settlements; j++) {
      const outside = s.tier[j] === OUTSIDE;
      s.wage[j] = wage;
      // Nobody thinks of outside, where there is nothing to be earned.
      s.startWage[j] = outside ? 1e-6 : wage;
    }
  };
  setWage(4000);
  simulation.step();
  for (let round = 0; round < 20; round++) {
    setWage(s.wage[village] * Math.pow(wantedNow() / jobs, 0.4));
    simulation.step();
  }
  // Farms so fertile that all people, farming, would each have this.
  const perHead = s.farmIncome[village] * Math.pow(s.farmers[village] / all, landShare);
  s.farmProductivity.fill((s.farmProductivity[village] * farmOverWage * s.wage[village]) / perHead);
  let [urban, idle, months] = [0, 0, 0];
  while (simulation.month < simulation.months) {
    everyoneThirty(world);
    simulation.step();
    if (simulation.month < (simulation.months * 2) / 3) continue;
    const { force, searching } = labourForce(world);
    months++;
    urban += force / all;
    idle += searching / force;
  }
  return { urban: urban / months, idle: idle / months };
}
