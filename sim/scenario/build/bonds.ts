/**
 * The bonds of ways of life: constants of utility for each county, such that the flows of the first month continue
 * what the years before the start show. As many are expected to take up farming as to give it up; for other counties
 * and beyond leave, net, what `startOutflow` says, by where those away live now; villages lose to the county's own
 * towns and seat what `startDrain` says. The constants
 * stand for all that keeps the observed numbers where they are and that the other terms don't hold. They come from
 * the state of the start year alone; what happens after is left to wages, prices, age and co-villagers. Where radiation
 * says where people go, the constants are the same: they say how many leave and come back, not where to.
 */
import { exp } from "../../numerics/elementary.ts";
import { considerations, keenness } from "../../processes/migration/thinkers.ts";
import { bondColumns, Life, lifeOf, LIVES } from "../../processes/migration/lives.ts";
import { createAlternatives } from "../../processes/migration/alternatives.ts";
import { nestOf } from "../../processes/migration/nests.ts";
import { openScales } from "../../processes/migration/scales.ts";
import type { Setting } from "../../processes/process.ts";
import { VILLAGE } from "../../world/tiers.ts";
import type { World } from "../../world/world.ts";
import { type Circle, whomToAsk } from "./asked.ts";
import { type Group, logitGroup, nestedGroup } from "./groups.ts";

/** People asked of each county and way of life; more would change the constants by less than they are worth. */
const ASKED = 150;
const MOST_BOND = 8;
const ROUNDS = 6;
const HALVINGS = 18;
const SOLVED = [Life.farm, Life.urban, Life.region, Life.outside] as const;

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

export function startBonds(setting: Setting): void {
  const { world, assumptions } = setting;
  const { persons: p, households: h, settlements: s } = world;
  const { choiceScale: scale, nestDissimilarity: dissimilarity } = assumptions;
  const alternatives = createAlternatives();
  const scales = openScales(setting, alternatives);
  const columns = bondColumns(world);
  scales.refresh(0);

  const ask = ({ people, asked }: Circle, county: number): Group => {
    const group =
      dissimilarity === 1
        ? logitGroup(people, asked.length, scale)
        : nestedGroup(people, asked.length, scale, dissimilarity);
    const { residence, activity } = alternatives;
    const life = (k: number): number => lifeOf(world, county, residence[k], activity[k]);
    for (let n = 0; n < asked.length; n++) {
      const i = asked[n];
      scales.person(i, 0);
      const home = h.home[p.household[i]];
      group.keen[n] = keenness(p.activity[i]);
      group.take(n, alternatives, (k) => nestOf(world, home, residence[k]), life);
    }
    return group;
  };

  const circles = whomToAsk(world, ASKED);
  for (let county = 0; county < world.sizes.jurisdictions - 1; county++) {
    const groups = circles.slice(county * LIVES, (county + 1) * LIVES).map((circle) => ask(circle, county));
    let villagers = 0;
    for (let j = 0; j < world.sizes.settlements; j++) {
      if (s.jurisdiction[j] === county && s.tier[j] === VILLAGE) villagers += s.residents[j];
    }
    const target = new Float64Array(LIVES);
    const perRound = 1 / 12 / considerations(assumptions);
    target[Life.urban] = assumptions.startDrain * villagers * perRound;
    const leaving = assumptions.startOutflow * youngAtHome(world, county) * perRound;
    const away = groups[Life.region].people + groups[Life.outside].people;
    const beyond = away > 0 ? groups[Life.outside].people / away : 1;
    target[Life.outside] = leaving * beyond;
    target[Life.region] = leaving * (1 - beyond);
    const pull = new Float64Array(LIVES).fill(1);
    for (let round = 0; round < ROUNDS; round++) {
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
        // Utilities are divided by the scale in a choice, so a bond is in units of utility.
        columns[life][county] = ((low + high) / 2) * scale;
      }
    }
  }
}
