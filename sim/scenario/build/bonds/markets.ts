/**
 * Constants of labour markets: a zone, the places of one tier in one county, draws as many who look for work there as it
 * loses, but for what the ways of life of those who work there win or lose. Without them the first years would sort people
 * over places of work by the terms of utility alone, which don't know why so many work where the start year finds them.
 */
import { ln } from "../../../numerics/elementary.ts";
import { lifeOf, LIVES } from "../../../processes/migration/lives.ts";
import { Activity, ALIVE } from "../../../world/persons.ts";
import type { World } from "../../../world/world.ts";
import type { MarketFlows } from "./hear.ts";

const MOST_BOND = 8;

/**
 * Agents whom each zone wins, net, per round of considerations, if those who take up or give up a way of life work where
 * those who lead it do.
 *
 * @param targets net flows into each way of life, by county
 */
export function marketTargets(world: World, targets: readonly Float64Array[]): Float64Array {
  const { persons: p, households: h, settlements: s, clock, sizes } = world;
  const { zones } = sizes;
  const workers = targets.map(() => new Float64Array(LIVES * zones));
  const all = targets.map(() => new Float64Array(LIVES));
  for (let i = 0; i < clock.personRows[0]; i++) {
    const [at, work, does] = [p.residence[i], p.workplace[i], p.activity[i]];
    if ((p.flags[i] & ALIVE) === 0 || does < Activity.searching || does > Activity.public) continue;
    const county = s.jurisdiction[h.home[p.household[i]]];
    if (county >= targets.length) continue;
    const life = lifeOf(world, county, at, does, work);
    workers[county][life * zones + s.zone[work]]++;
    all[county][life]++;
  }
  const wins = new Float64Array(zones);
  targets.forEach((target, county) => {
    for (let life = 0; life < LIVES; life++) {
      if (all[county][life] === 0) continue;
      const each = target[life] / all[county][life];
      for (let z = 0; z < zones; z++) wins[z] += each * workers[county][life * zones + z];
    }
  });
  return wins;
}

/**
 * One step towards balance of the constants of markets, in units of utility.
 *
 * @param wins agents whom each zone is to win, net
 * @param scale of the choice
 */
export function balanceMarkets(
  wins: Float64Array,
  { into, outOf }: MarketFlows,
  market: Float64Array,
  scale: number,
): void {
  for (let z = 0; z < wins.length; z++) {
    const wanted = outOf[z] + wins[z];
    if (into[z] <= 0 || wanted <= 0) continue;
    const bond = market[z] + scale * ln(wanted / into[z]);
    market[z] = Math.max(-MOST_BOND * scale, Math.min(MOST_BOND * scale, bond));
  }
}
