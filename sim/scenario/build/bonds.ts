/**
 * The bonds of a life away and of a farmer's life: two constants of utility for each county, such that at the start
 * as many of its people are expected to leave the county as to come back, and as many to take up farming as to give
 * it up. They stand for all that keeps the observed numbers where they are and that the other terms don't hold; they
 * come from the state of the start year alone. What happens after is left to wages, prices, age and co-villagers.
 */
import { exp } from "../../numerics/elementary.ts";
import { keenness } from "../../processes/migration/migration.ts";
import { createAlternatives, openScales } from "../../processes/migration/scales.ts";
import type { Setting } from "../../processes/process.ts";
import { Activity, ALIVE } from "../../world/persons.ts";

/** People asked of each county and way of life; more would change the constants by less than they are worth. */
const ASKED = 300;
const MOST_BOND = 12;
const ROUNDS = 8;
const HALVINGS = 30;

const FARM = 0;
const TOWN_LIFE = 1;
const AWAY = 2;
const LIVES = 3;

/** People of one county who live in the same way, by a sample: weight of each way of life in their eyes. */
interface Group {
  readonly people: number;
  /** Flat by person asked and way of life. */
  readonly weights: Float64Array;
  readonly keen: Float64Array;
}

/** Expected moves a consideration from one way of life to another, at given pulls e^bond of farm and away. */
function moves(group: Group, to: number, pull: readonly number[]): number {
  const { weights, keen, people } = group;
  const asked = keen.length;
  if (asked === 0) return 0;
  let sum = 0;
  for (let k = 0; k < asked; k++) {
    let all = 0;
    for (let life = 0; life < LIVES; life++) all += weights[k * LIVES + life] * pull[life];
    sum += (keen[k] * weights[k * LIVES + to] * pull[to]) / all;
  }
  return (sum / asked) * people;
}

/** Net moves into a way of life from the two others. */
function netInto(groups: readonly Group[], life: number, pull: readonly number[]): number {
  let net = 0;
  for (let other = 0; other < LIVES; other++) {
    if (other !== life) net += moves(groups[other], life, pull) - moves(groups[life], other, pull);
  }
  return net;
}

export function startBonds(setting: Setting): void {
  const { world, assumptions } = setting;
  const { persons: p, households: h, settlements: s, jurisdictions: g, clock } = world;
  const alternatives = createAlternatives();
  const scales = openScales(setting, alternatives);
  scales.refresh();

  const lifeOf = (place: number, activity: number, county: number): number =>
    s.jurisdiction[place] !== county ? AWAY : activity === Activity.farming ? FARM : TOWN_LIFE;

  const ask = (rows: readonly number[], county: number): Group => {
    const stride = Math.max(1, rows.length / ASKED);
    const asked = Math.min(ASKED, rows.length);
    const weights = new Float64Array(asked * LIVES);
    const keen = new Float64Array(asked);
    for (let n = 0; n < asked; n++) {
      const i = rows[Math.floor(n * stride)];
      scales.person(i, 0);
      keen[n] = keenness(p.activity[i]);
      let best = -Infinity;
      for (let k = 0; k < alternatives.count; k++) best = Math.max(best, alternatives.utility[k]);
      for (let k = 0; k < alternatives.count; k++) {
        const life = lifeOf(alternatives.residence[k], alternatives.activity[k], county);
        weights[n * LIVES + life] += exp((alternatives.utility[k] - best) / assumptions.choiceScale);
      }
    }
    return { people: rows.length, weights, keen };
  };

  for (let county = 0; county < world.sizes.jurisdictions - 1; county++) {
    const rows: number[][] = [[], [], []];
    for (let i = 0; i < clock.personRows[0]; i++) {
      if ((p.flags[i] & ALIVE) === 0 || keenness(p.activity[i]) === 0) continue;
      if (s.jurisdiction[h.home[p.household[i]]] !== county) continue;
      rows[lifeOf(p.residence[i], p.activity[i], county)].push(i);
    }
    const groups = rows.map((members) => ask(members, county));
    const bond = [0, 0, 0];
    const pull = [1, 1, 1];
    for (let round = 0; round < ROUNDS; round++) {
      for (const life of [FARM, AWAY]) {
        if (groups[life].people === 0) continue;
        let low = -MOST_BOND;
        let high = MOST_BOND;
        for (let k = 0; k < HALVINGS; k++) {
          bond[life] = (low + high) / 2;
          pull[life] = exp(bond[life]);
          if (netInto(groups, life, pull) > 0) high = bond[life];
          else low = bond[life];
        }
      }
    }
    // Utilities are divided by the scale in a choice, so a bond is in units of utility.
    g.farmBond[county] = bond[FARM] * assumptions.choiceScale;
    g.awayBond[county] = bond[AWAY] * assumptions.choiceScale;
  }
}
