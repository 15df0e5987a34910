/**
 * The bonds of ways of life: constants of utility for each county, such that the flows of the first month continue
 * what the years before the start show. As many are expected to take up farming as to give it up; for other counties
 * and beyond leave, net, what `startOutflow` says, by where those away live now; villages lose to the county's own
 * towns and seat what `startDrain` says. The constants
 * stand for all that keeps the observed numbers where they are and that the other terms don't hold. They come from
 * the state of the start year alone; what happens after is left to wages, prices, age and co-villagers.
 */
import { exp } from "../../numerics/elementary.ts";
import { considerations, keenness } from "../../processes/migration/thinkers.ts";
import { bondColumns, Life, lifeOf, LIVES } from "../../processes/migration/lives.ts";
import { createAlternatives } from "../../processes/migration/alternatives.ts";
import { openScales } from "../../processes/migration/scales.ts";
import type { Setting } from "../../processes/process.ts";
import { VILLAGE } from "../../world/tiers.ts";
import type { World } from "../../world/world.ts";
import { type Circle, whomToAsk } from "./asked.ts";

/** People asked of each county and way of life; more would change the constants by less than they are worth. */
const ASKED = 150;
const MOST_BOND = 8;
const ROUNDS = 6;
const HALVINGS = 18;
const SOLVED = [Life.farm, Life.urban, Life.region, Life.outside] as const;

/** People of one county who live in the same way, by a sample: weight of each way of life in their eyes. */
interface Group {
  readonly people: number;
  /** Flat by person asked and way of life. */
  readonly weights: Float64Array;
  readonly keen: Float64Array;
}

/** What the other ways of life weigh together in the eyes of each person asked, all but `life`. */
function restOf(group: Group, life: number, pull: Float64Array, rest: Float64Array): void {
  const { weights, keen } = group;
  for (let k = 0; k < keen.length; k++) {
    let all = 0;
    for (let other = 0; other < LIVES; other++) {
      if (other !== life) all += weights[k * LIVES + other] * pull[other];
    }
    rest[k] = all;
  }
}

/** People of a group who would take up `life`, per round of considerations, where it pulls with e^bond. */
function takers(group: Group, life: number, pull: number, rest: Float64Array): number {
  const { weights, keen, people } = group;
  let sum = 0;
  for (let k = 0; k < keen.length; k++) {
    const own = weights[k * LIVES + life] * pull;
    if (own > 0) sum += (keen[k] * own) / (own + rest[k]);
  }
  return keen.length > 0 ? (sum * people) / keen.length : 0;
}

/** People of a group who think about it, per round of considerations. */
function thinkers({ keen, people }: Group): number {
  let sum = 0;
  for (let k = 0; k < keen.length; k++) sum += keen[k];
  return keen.length > 0 ? (sum * people) / keen.length : 0;
}

/** Net moves into a way of life from all others: who comes, less who leads that life and would give it up. */
function netInto(
  groups: readonly Group[],
  life: number,
  pull: number,
  rests: readonly Float64Array[],
): number {
  let net = 0;
  for (let from = 0; from < groups.length; from++) {
    const to = takers(groups[from], life, pull, rests[from]);
    net += from === life ? to - thinkers(groups[from]) : to;
  }
  return net;
}

/** Whether anyone of the group has places of that way of life in mind. */
const weighs = ({ weights, keen }: Group, life: number): boolean => {
  for (let k = 0; k < keen.length; k++) if (weights[k * LIVES + life] > 0) return true;
  return false;
};

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
  const { persons: p, settlements: s } = world;
  const alternatives = createAlternatives();
  const scales = openScales(setting, alternatives);
  const columns = bondColumns(world);
  scales.refresh(0);

  const ask = ({ people, asked }: Circle, county: number): Group => {
    const weights = new Float64Array(asked.length * LIVES);
    const keen = new Float64Array(asked.length);
    for (let n = 0; n < asked.length; n++) {
      const i = asked[n];
      scales.person(i, 0);
      keen[n] = keenness(p.activity[i]);
      let best = -Infinity;
      for (let k = 0; k < alternatives.count; k++) best = Math.max(best, alternatives.utility[k]);
      for (let k = 0; k < alternatives.count; k++) {
        const life = lifeOf(world, county, alternatives.residence[k], alternatives.activity[k]);
        weights[n * LIVES + life] += exp((alternatives.utility[k] - best) / assumptions.choiceScale);
      }
    }
    return { people, weights, keen };
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
    const rests = groups.map(({ keen }) => new Float64Array(keen.length));
    for (let round = 0; round < ROUNDS; round++) {
      for (const life of SOLVED) {
        // Nobody thinks of it: no constant would change that.
        if (groups.every((group) => !weighs(group, life))) continue;
        groups.forEach((group, from) => restOf(group, life, pull, rests[from]));
        let low = -MOST_BOND;
        let high = MOST_BOND;
        for (let k = 0; k < HALVINGS; k++) {
          const bond = (low + high) / 2;
          if (netInto(groups, life, exp(bond), rests) > target[life]) high = bond;
          else low = bond;
        }
        pull[life] = exp((low + high) / 2);
        // Utilities are divided by the scale in a choice, so a bond is in units of utility.
        columns[life][county] = ((low + high) / 2) * assumptions.choiceScale;
      }
    }
  }
}
