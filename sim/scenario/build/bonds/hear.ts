/** What people of one county who live in the same way compare, by a sample, before any constant is known. */
import { type Alternatives, createAlternatives } from "../../../processes/migration/alternatives.ts";
import { chancesOf, type ChoiceLaw } from "../../../processes/migration/law.ts";
import { lifeOf } from "../../../processes/migration/lives.ts";
import { nestOf } from "../../../processes/migration/nests.ts";
import type { Scales } from "../../../processes/migration/scales.ts";
import { keenness } from "../../../processes/migration/thinkers.ts";
import { Activity, Mode } from "../../../world/persons.ts";
import type { World } from "../../../world/world.ts";
import type { Circle } from "./asked.ts";
import { type Group, logitGroup, nestedGroup } from "./groups.ts";

/** No zone: who farms, is retired, or works beyond the region. */
export const NOWHERE = -1;

export interface Heard {
  readonly people: number;
  readonly keen: Float64Array;
  /** First alternative of each person asked, and behind the last one's; the first is the present life. */
  readonly first: Uint32Array;
  /** Of each alternative: way of life, nest, zone of modern work or NOWHERE, whether it is another market, utility. */
  readonly life: Uint8Array;
  readonly nest: Uint8Array;
  readonly zone: Int16Array;
  readonly isMarket: Uint8Array;
  readonly utility: Float64Array;
}

export function hear(
  world: World,
  scales: Scales,
  alternatives: Alternatives,
  { people, asked }: Circle,
  county: number,
): Heard {
  const { persons: p, households: h, settlements: s } = world;
  const { residence, workplace, activity, mode } = alternatives;
  const keen = new Float64Array(asked.length);
  const first = new Uint32Array(asked.length + 1);
  const life: number[] = [];
  const nest: number[] = [];
  const zone: number[] = [];
  const isMarket: number[] = [];
  const utility: number[] = [];
  for (let n = 0; n < asked.length; n++) {
    const i = asked[n];
    scales.person(i, 0);
    keen[n] = keenness(p.activity[i]);
    for (let k = 0; k < alternatives.count; k++) {
      const [at, work, does] = [residence[k], workplace[k], activity[k]];
      const isModern = does >= Activity.searching && does <= Activity.public;
      // Who settles where they already live keeps the work.
      const keeps = k === 0 || (mode[k] === Mode.settled && at === p.residence[i]);
      life.push(lifeOf(world, county, at, does, work));
      nest.push(nestOf(world, h.home[p.household[i]], at));
      zone.push(isModern ? s.zone[work] : NOWHERE);
      isMarket.push(isModern && !keeps ? 1 : 0);
      utility.push(alternatives.utility[k]);
    }
    first[n + 1] = life.length;
  }
  return {
    people,
    keen,
    first,
    life: Uint8Array.from(life),
    nest: Uint8Array.from(nest),
    zone: Int16Array.from(zone),
    isMarket: Uint8Array.from(isMarket),
    utility: Float64Array.from(utility),
  };
}

/** People of a group in modern work. */
export function workersOf({ people, first, zone }: Heard): number {
  let asked = 0;
  for (let n = 0; n + 1 < first.length; n++) if (zone[first[n]] !== NOWHERE) asked++;
  return first.length > 1 ? (people * asked) / (first.length - 1) : 0;
}

/** The group under the constants of markets as they stand, in units of utility. */
export function groupOf(heard: Heard, law: ChoiceLaw, market: Float64Array): Group {
  const { people, keen, first, life, nest, zone, isMarket, utility } = heard;
  const { choiceScale, nestDissimilarity } = law;
  const group =
    nestDissimilarity === 1
      ? logitGroup(people, keen.length, choiceScale)
      : nestedGroup(people, keen.length, choiceScale, nestDissimilarity);
  group.keen.set(keen);
  const weighed = createAlternatives();
  for (let n = 0; n < keen.length; n++) {
    const from = first[n];
    weighed.count = first[n + 1] - from;
    for (let k = 0; k < weighed.count; k++) {
      weighed.utility[k] = utility[from + k] + (isMarket[from + k] === 1 ? market[zone[from + k]] : 0);
    }
    group.take(
      n,
      weighed,
      (k) => nest[from + k],
      (k) => life[from + k],
    );
  }
  return group;
}

export interface MarketFlows {
  /** Agents who come to work in each zone and who leave it, per round of considerations. */
  readonly into: Float64Array;
  readonly outOf: Float64Array;
}

/** Adds what people are expected to do, under the constants of ways of life and of markets in units of utility. */
export function addFlows(
  { people, keen, first, life, nest, zone, isMarket, utility }: Heard,
  law: ChoiceLaw,
  bond: Float64Array,
  market: Float64Array,
  { into, outOf }: MarketFlows,
): void {
  const weighed = createAlternatives();
  const chances = new Float64Array(weighed.utility.length);
  const each = people / Math.max(1, keen.length);
  for (let n = 0; n < keen.length; n++) {
    const from = first[n];
    const own = zone[from];
    weighed.count = first[n + 1] - from;
    for (let k = 0; k < weighed.count; k++) {
      const j = from + k;
      weighed.utility[k] = utility[j] + bond[life[j]] + (isMarket[j] === 1 ? market[zone[j]] : 0);
      weighed.nest[k] = nest[j];
    }
    chancesOf(weighed, law, chances);
    for (let k = 0; k < weighed.count; k++) {
      const to = zone[from + k];
      if (to === own) continue;
      const moves = each * keen[n] * chances[k];
      if (to !== NOWHERE) into[to] += moves;
      if (own !== NOWHERE) outOf[own] += moves;
    }
  }
}
