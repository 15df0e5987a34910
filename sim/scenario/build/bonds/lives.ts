/**
 * The bonds of ways of life: constants of utility for each county. As many are expected to take up farming as to give
 * it up, and to work across the county's border as to give that up; for other counties and beyond leave, net, what
 * `startOutflow` says, by where those away live now; villages lose to the county's own towns and seat what `startDrain`
 * says. Where radiation says where people go, the constants are the same: they say how many leave and come back, not
 * where to.
 */
import { exp } from "../../../numerics/elementary.ts";
import type { Assumptions } from "../../../policy/parameters.ts";
import { considerations } from "../../../processes/migration/thinkers.ts";
import { Life, LIVES } from "../../../processes/migration/lives.ts";
import { VILLAGE } from "../../../world/tiers.ts";
import type { World } from "../../../world/world.ts";
import type { Group } from "./groups.ts";
import { type Heard, workersOf } from "./hear.ts";

const MOST_BOND = 8;
const HALVINGS = 18;
/** The life that the others compare to has no constant. */
export const SOLVED = [
  Life.farm,
  Life.urban,
  Life.region,
  Life.outside,
  Life.near,
  Life.across,
  Life.urbanNear,
  Life.urbanAcross,
] as const;
const DAILY_TRIPS = [Life.near, Life.across, Life.urbanNear, Life.urbanAcross];
const VILLAGE_LIVES = [Life.village, Life.near, Life.across] as const;
/**
 * Agents who take up a daily trip per round of considerations where nobody takes one yet: as many as would give it up if
 * half an agent did, for coarse agents hide who is few.
 */
const FIRST_TRIPS = 1 / 16;
const URBAN = [Life.urban, Life.urbanNear, Life.urbanAcross] as const;

/** People of a group who think about it, per round of considerations. */
function thinkers({ keen, people }: Group): number {
  let sum = 0;
  for (let k = 0; k < keen.length; k++) sum += keen[k];
  return keen.length > 0 ? (sum * people) / keen.length : 0;
}

/** Net moves into a way of life from all others: who comes, less who leads that life and would give it up. */
function netInto(groups: readonly Group[], life: number, pull: number): number {
  let net = 0;
  for (let from = 0; from < groups.length; from++) {
    const to = groups[from].takers(life, pull);
    net += from === life ? to - thinkers(groups[from]) : to;
  }
  return net;
}

/** Agents of 16 to 39 who live in the county that is their home. */
function youngAtHome({ persons: p, households: h, settlements: s, clock }: World, county: number): number {
  let young = 0;
  for (let i = 0; i < clock.personRows[0]; i++) {
    const home = h.home[p.household[i]];
    if (p.residence[i] === home && s.jurisdiction[home] === county && -p.born[i] >= 192 && -p.born[i] < 480) {
      young++;
    }
  }
  return young;
}

/** Agents who take up each way of life, net, per round of considerations, as the years before the start show. */
export function targetsOf(
  world: World,
  a: Assumptions,
  groups: readonly Heard[],
  county: number,
): Float64Array {
  const { settlements: s } = world;
  let villagers = 0;
  for (let j = 0; j < world.sizes.settlements; j++) {
    if (s.jurisdiction[j] === county && s.tier[j] === VILLAGE) villagers += s.residents[j];
  }
  const target = new Float64Array(LIVES);
  const perRound = 1 / 12 / considerations(a);
  // Who moves to a town or seat works there or takes daily trips, as those do who live there.
  const urban = URBAN.reduce((sum, life) => sum + groups[life].people, 0);
  for (const life of URBAN) {
    const part = urban > 0 ? groups[life].people / urban : life === Life.urban ? 1 : 0;
    target[life] = a.startDrain * villagers * perRound * part;
  }
  const leaving = a.startOutflow * youngAtHome(world, county) * perRound;
  const away = groups[Life.region].people + groups[Life.outside].people;
  const beyond = away > 0 ? groups[Life.outside].people / away : 1;
  target[Life.outside] = leaving * beyond;
  target[Life.region] = leaving * (1 - beyond);
  for (const life of DAILY_TRIPS) if (groups[life].people === 0) target[life] = FIRST_TRIPS;
  // Those who leave the villages are as likely to have taken daily trips as others there who work, but for farmers.
  const lost = a.startDrain * villagers * perRound + leaving;
  const workers = VILLAGE_LIVES.map((life) => workersOf(groups[life]));
  const rural = workers.reduce((sum, people) => sum + people, 0);
  VILLAGE_LIVES.forEach((life, k) => {
    if (workers[k] > 0) target[life] = -(lost * workers[k]) / rural;
  });
  return target;
}

/** Finds the pulls, e^constant, at which a county's flows meet their targets, from those that `pull` holds. */
export function solveLives(
  groups: readonly Group[],
  target: Float64Array,
  pull: Float64Array,
  rounds: number,
): void {
  for (let round = 0; round < rounds; round++) {
    for (const life of SOLVED) {
      // Nobody thinks of it: no constant would change that.
      if (groups.every((group) => !group.weighs(life))) continue;
      for (const group of groups) group.hold(life, pull);
      let low = -MOST_BOND;
      let high = MOST_BOND;
      for (let k = 0; k < HALVINGS; k++) {
        const bond = (low + high) / 2;
        if (netInto(groups, life, exp(bond)) > target[life]) high = bond;
        else low = bond;
      }
      pull[life] = exp((low + high) / 2);
    }
  }
}
