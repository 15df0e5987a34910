/** Life and death by the engine: demography alone, under rates that do not change. */
import { Activity } from "../../../sim/world/persons.ts";
import { castPeople, openStage } from "./stage.ts";

const WORLD = {
  counties: [{ residents: 40_000, registeredPart: 1, urbanPart: 0.5, towns: 0, villages: 1 }],
  gateways: 1,
  scale: 4,
  parameters: {},
};

/** Shares of those who are thirty at the start who still live after some years, without births. */
export function survivors(years: readonly number[]): number[] {
  const simulation = openStage({ ...WORLD, years: Math.max(...years) }, ["demography"], "survivors", {
    mortality: 1,
  });
  const { clock } = simulation.world;
  castPeople(simulation.world, () => Activity.none);
  const all = clock.alive[0];
  return years.map((year) => {
    while (simulation.month < 12 * year) simulation.step();
    return clock.alive[0] / all;
  });
}

/** Yearly growth under a total fertility, from a start in which ages have these shares. */
export function growth(fertility: number, shares: ArrayLike<number>): number {
  const years = 80;
  const simulation = openStage({ ...WORLD, years }, ["demography"], "growth", { fertility, mortality: 1 });
  const { world } = simulation;
  const { persons: p, clock } = world;
  const people = castPeople(world, () => Activity.none);
  // By the share of all that are younger; rows in no order of sex.
  let [age, younger] = [0, shares[0]];
  people.forEach((person, k) => {
    while (younger * people.length < k + 0.5 && age + 1 < shares.length) younger += shares[++age];
    p.born[person] = -12 * age - (k % 12);
  });
  const before = clock.alive[0];
  while (simulation.month < simulation.months) simulation.step();
  return Math.pow(clock.alive[0] / before, 1 / years);
}
