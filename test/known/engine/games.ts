/**
 * Games between neighbours, by the engine: coordination alone, between counties that are alike but for what
 * the game is about, in each mode of dealing with each other.
 */
import type { Simulation } from "../../../sim/engine/simulation.ts";
import type { ParameterId } from "../../../sim/policy/parameters.ts";
import type { Policy } from "../../../sim/policy/policy.ts";
import { VILLAGE } from "../../../sim/world/tiers.ts";
import type { World } from "../../../sim/world/world.ts";
import { openStage } from "./stage.ts";

export const ALONE = 0;
export const PLANNED = 1;
export const MARKET = 2;

const text = { en: "", zh: "" };

/** All counties deal with each other in the mode. */
const dealing = (mode: number): Policy[] =>
  mode === ALONE
    ? []
    : [
        {
          id: "dealing",
          title: text,
          summary: text,
          measures: [
            {
              id: "m",
              lever: "coordination",
              where: {},
              from: "2020-01",
              value: mode,
              payer: "state",
              source: "assumed",
            },
          ],
        },
      ];

function counties(
  residents: readonly number[],
  mode: number,
  parameters: Readonly<Partial<Record<ParameterId, number>>>,
  years: number,
  seed = "games",
): Simulation {
  const simulation = openStage(
    {
      counties: residents.map((count) => ({
        residents: count,
        registeredPart: 1,
        urbanPart: 0.5,
        towns: 0,
        villages: 1,
      })),
      gateways: 1,
      scale: 10,
      years,
      parameters,
    },
    ["policies", "coordination"],
    seed,
    { policies: dealing(mode) },
  );
  // Every treasury can pay; the money is lent by the outside.
  const { cash } = simulation.world.jurisdictions;
  const outside = cash.length - 1;
  for (let county = 0; county < outside; county++) {
    cash[county] += 1e9;
    cash[outside] -= 1e9;
  }
  return simulation;
}

const run = (simulation: Simulation): World => {
  while (simulation.month < simulation.months) simulation.step();
  return simulation.world;
};

/**
 * Links across the border, in parts of what is best for both, once they are built; each deal loses `loss`.
 */
export function crossBorderLinks(mode: number, spillover: number, loss: number): number {
  // Land at the border is not dealt in: side payments for it would empty treasuries that build.
  const parameters = {
    linkSpillover: spillover,
    bargainLoss: loss,
    linkCost: 1,
    linkSpeed: 0.5,
    zoningDepth: 0,
  };
  return run(counties([3000, 3000], mode, parameters, 60)).borders.provision[0];
}

/**
 * Emission at the border over that which is best for both, where a side bears the part `own` of the damage.
 */
export const borderEmission = (mode: number, own: number, loss: number): number =>
  run(counties([3000, 3000], mode, { borderOwnShare: own, bargainLoss: loss }, 1)).borders.emission[0];

/**
 * Part of the years in which nobody takes the facility, over many runs, hosting at `ratio` of what it is
 * worth.
 */
export function stalemates(players: number, ratio: number): number {
  const people = Array<number>(players).fill(1000);
  let [stalled, tries] = [0, 0];
  for (let seed = 0; seed < 20; seed++) {
    const wasteCost = 20;
    const villagers = 0.5;
    // Harm is felt in the village alone, the cost of waiting a year in all of the county.
    const parameters = {
      facilityEvery: 1,
      facilityDistrust: 1,
      wasteCost,
      facilityHarm: (ratio * wasteCost) / villagers,
    };
    const { accords } = run(counties(people, ALONE, parameters, 100, `dilemma ${seed}`));
    stalled += accords.stalled[0];
    tries += accords.tries[0];
  }
  return stalled / tries;
}

export interface Auction {
  /** What hosting costs each county, and how the auction changes its treasury, yuan. */
  readonly costs: number[];
  readonly change: number[];
}

export function auction(): Auction {
  const harm = 300;
  const simulation = counties(
    [6000, 9000, 12_000],
    MARKET,
    { facilityEvery: 1, facilityDistrust: 1, facilityHarm: harm, linkCost: 0, zoningDepth: 0 },
    1,
  );
  const { settlements: s, jurisdictions: g, sizes } = simulation.world;
  const villages = [...s.tier.keys()].filter((j) => s.tier[j] === VILLAGE);
  const costs = villages.map((j) => harm * s.residents[j] * sizes.scale);
  const before = g.cash.slice();
  run(simulation);
  return { costs, change: villages.map((j) => g.cash[s.jurisdiction[j]] - before[s.jurisdiction[j]]) };
}
