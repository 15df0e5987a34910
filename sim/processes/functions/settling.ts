/** The year's end of functions: what the region makes, what its markets take, and what each place gains or loses by it. */
import { exp } from "../../numerics/elementary.ts";
import type { Assumptions } from "../../policy/parameters.ts";
import { BRANCHES } from "../../world/functions.ts";
import { MANUFACTURING, SECTORS } from "../../world/jurisdictions.ts";
import { OUTSIDE } from "../../world/tiers.ts";
import type { World } from "../../world/world.ts";
import { complementGain } from "./complementarity.ts";
import { supplied, writeNeeds } from "./linkage.ts";
import { priceOf, takenOf } from "./market.ts";
import { openPartners } from "./partners.ts";

export interface Settling {
  /** Value of works by place and, in `markets.share`, by branch; with what these need, in `needed`. */
  takeStock(): void;
  /** Prices and complements of this stock. */
  clear(): void;
  /** Productivity of the works of a place by its functions: (1 + η C)(1 - what glutted markets cost it). */
  given(j: number): number;
  /** Parts of the inputs of the region's works, by branch. */
  readonly needed: Float64Array;
}

export function openSettling(world: World, a: Assumptions): Settling {
  const { settlements: s, firms, functions: f, branches, markets } = world;
  const count = world.sizes.settlements;
  const partners = openPartners(world);
  const { places, from, to } = partners;
  /** Value of works of a town or city with its villages, yuan a month, by its row. */
  const value = new Float64Array(count);
  const needs = new Float64Array(count * BRANCHES);
  const length = new Float64Array(count);
  const needed = new Float64Array(BRANCHES);
  const made = new Float64Array(BRANCHES);

  const takeStock = (): void => {
    value.fill(0);
    made.fill(0);
    let all = 0;
    for (let j = 0; j < count; j++) {
      if (s.tier[j] !== OUTSIDE) value[s.town[j]] += firms.value[j * SECTORS + MANUFACTURING];
    }
    for (const j of places) {
      all += value[j];
      for (let b = 0; b < BRANCHES; b++) made[b] += value[j] * branches.share[j * BRANCHES + b];
    }
    // A region that makes nothing this month is still known for what it made.
    if (all > 0) for (let b = 0; b < BRANCHES; b++) markets.share[b] = made[b] / all;
    for (let b = 0; b < BRANCHES; b++) made[b] = markets.share[b];
    writeNeeds(made, needed, 0);
  };

  const readProfile = (j: number): void => {
    const at = j * BRANCHES;
    let square = 0;
    for (let b = at; b < at + BRANCHES; b++) square += branches.share[b] * branches.share[b];
    length[j] = Math.sqrt(square);
    writeNeeds(branches.share, needs, at);
  };

  /** (1 - cosine) of two places times the part of their inputs that they could supply each other. */
  const fit = (i: number, j: number): number => {
    const [here, there] = [i * BRANCHES, j * BRANCHES];
    let dot = 0;
    for (let b = 0; b < BRANCHES; b++) dot += branches.share[here + b] * branches.share[there + b];
    const both = supplied(needs, here, branches.share, there) + supplied(needs, there, branches.share, here);
    return (Math.max(0, 1 - dot / (length[i] * length[j])) * both) / 2;
  };

  /** Mean over partners by the value of their works, of how well they fit, times what the way leaves of it. */
  const complementOf = (k: number): number => {
    let sum = 0;
    let all = 0;
    for (let row = from[k]; row < from[k + 1]; row++) {
      const partner = to[row];
      all += value[partner];
      if (value[partner] === 0) continue;
      const near = exp(-partners.minutes(k, row) / a.connectionMinutes);
      sum += value[partner] * near * fit(places[k], partner);
    }
    return all > 0 ? sum / all : 0;
  };

  return {
    needed,
    takeStock,
    clear() {
      for (let b = 0; b < BRANCHES; b++) {
        markets.taken[b] = takenOf(needed[b], markets.outside[b], a.regionalTrade);
        markets.price[b] = priceOf(markets.share[b], markets.taken[b], a.marketElasticity);
      }
      for (const j of places) readProfile(j);
      for (let k = 0; k < places.length; k++) f.complement[places[k]] = complementOf(k);
    },
    given(j) {
      let sold = 0;
      for (let b = 0; b < BRANCHES; b++) sold += branches.share[j * BRANCHES + b] * markets.price[b];
      return complementGain(a.complementGain, f.complement[j]) * sold;
    },
  };
}
