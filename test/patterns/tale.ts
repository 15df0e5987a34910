/** What happened in one run, as an observer that changes nothing was told: moves, and who was there to make them. */
import { createSimulation, type Observer } from "../../sim/engine/simulation.ts";
import type { CountyPeople } from "../../sim/engine/result.ts";
import type { Scenario } from "../../sim/scenario/scenario.ts";
import { copyWorld, type World } from "../../sim/world/world.ts";
import { VILLAGE } from "../../sim/world/tiers.ts";

/** Ages at which people are counted, whole years. */
export const AGES = 100;
/** Year in which the window opens whose moves are held against what was before it. */
export const HALF = 5;
export const YEARS = 10;

/** Someone decided to live elsewhere; children taken along aren't told of. Places are rows of settlements. */
export interface Move {
  readonly from: number;
  readonly to: number;
  readonly home: number;
  /** Whole years. */
  readonly age: number;
  /** Whole years since the start. */
  readonly year: number;
}

export interface Tale {
  readonly moves: readonly Move[];
  /** Agents of each age living in villages, added up over the Januaries of the run. */
  readonly villagers: Float64Array;
  readonly start: World;
  /** As the window opened. */
  readonly half: World;
  readonly end: World;
  readonly counties: CountyPeople;
}

/** Counts everyone in villages by age. */
function countVillagers(
  { persons: p, settlements: s, clock }: World,
  month: number,
  into: Float64Array,
): void {
  for (let i = 0; i < clock.personRows[0]; i++) {
    if (p.flags[i] === 0 || s.tier[p.residence[i]] !== VILLAGE) continue;
    into[Math.min(AGES - 1, Math.floor((month - p.born[i]) / 12))]++;
  }
}

export function tellTale(scenario: Scenario, seed: string): Tale {
  const moves: Move[] = [];
  const observer: Observer = {
    person: -1,
    thought(person, month, weighed, chosen) {
      const { persons: p, households: h } = simulation.world;
      const from = p.residence[person];
      const to = weighed.residence[chosen];
      if (from === to) return;
      const age = Math.floor((month - p.born[person]) / 12);
      moves.push({ from, to, home: h.home[p.household[person]], age, year: Math.floor(month / 12) });
    },
    paid() {},
    born() {},
    came() {},
    wed() {},
    after() {},
  };
  const simulation = createSimulation(scenario, { seed, observer });
  const { world } = simulation;
  const start = copyWorld(world);
  const villagers = new Float64Array(AGES);
  countVillagers(world, 0, villagers);
  let half = start;
  const { counties } = simulation.run({
    onYear({ done, years }) {
      if (done < years) countVillagers(world, 12 * done, villagers);
      if (done === HALF) half = copyWorld(world);
    },
  });
  return { moves, villagers, start, half, end: world, counties };
}
