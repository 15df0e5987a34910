/** The ways of life that one person compares, field by field; the present one is the first. */
import { fastLn } from "../../numerics/fast.ts";
import { openTripsToWork } from "../../policy/toWork.ts";
import {
  CIRCULATING,
  COMMUTING,
  FARMING,
  Mode,
  NONE,
  OUTSIDE_WORK,
  RETIRED,
  SEARCHING,
  SETTLED,
} from "../../world/persons.ts";
import { OUTSIDE, TOWN } from "../../world/tiers.ts";
import { minutesBetween } from "../../world/travel.ts";
import type { Setting } from "../process.ts";
import { openMinds } from "./choices.ts";
import { scaleInNest } from "./nests.ts";
import type { PlaceTerms } from "./placeTerms.ts";
import { openOffers } from "./relocation.ts";
import { TERM_COUNT } from "./terms.ts";

const MOST_ALTERNATIVES = 20;
const FIRST_AGE = 16;
const GROWN_UP = 18;

export interface Alternatives {
  count: number;
  /** Agents with the same home settlement, wherever they live: those one might follow. */
  coVillagers: number;
  readonly residence: Int32Array;
  readonly workplace: Int32Array;
  readonly activity: Int32Array;
  readonly mode: Int32Array;
  /** Minutes of the daily trip, one way. */
  readonly minutes: Float64Array;
  /** Size term of the labour market, corrected for how it came to mind. */
  readonly size: Float64Array;
  /** Nest of each, and the chance of the last by a law of destinations: see `Weighed`. */
  readonly nest: Uint8Array;
  drawn: number;
  /** Utility of each, and the terms it is made of, flat by alternative and term. */
  readonly utility: Float64Array;
  readonly terms: Float64Array;
}

export const createAlternatives = (): Alternatives => ({
  count: 0,
  coVillagers: 0,
  residence: new Int32Array(MOST_ALTERNATIVES),
  workplace: new Int32Array(MOST_ALTERNATIVES),
  activity: new Int32Array(MOST_ALTERNATIVES),
  mode: new Int32Array(MOST_ALTERNATIVES),
  minutes: new Float64Array(MOST_ALTERNATIVES),
  size: new Float64Array(MOST_ALTERNATIVES),
  nest: new Uint8Array(MOST_ALTERNATIVES),
  drawn: 0,
  utility: new Float64Array(MOST_ALTERNATIVES),
  terms: new Float64Array(MOST_ALTERNATIVES * TERM_COUNT),
});

export interface Listing {
  /** Lists what one person compares. */
  list(person: number, month: number): void;
  /** Takes in this month's zones. */
  refresh(): void;
}

export function openListing(setting: Setting, alternatives: Alternatives, here: PlaceTerms): Listing {
  const { world, assumptions: a, root } = setting;
  const { persons: p, households: h, settlements: s, reach, network } = world;
  const { zones } = world.sizes;
  const minds = openMinds(world, root);
  const coVillagers = new Float64Array(world.sizes.settlements);
  const spread = scaleInNest(a);
  const places = new Int32Array(8);
  const lnExpected = new Float64Array(8);
  const { residence, workplace, activity, mode, minutes, size } = alternatives;
  const toWork = openTripsToWork(world);
  const offers = openOffers(world);

  /** Adds one without a daily trip and without a labour market to be found; returns its number. */
  const add = (at: number, work: number, does: number, way: number): number => {
    const k = alternatives.count++;
    residence[k] = at;
    workplace[k] = work;
    activity[k] = does;
    mode[k] = way;
    minutes[k] = 0;
    size[k] = 0;
    return k;
  };

  /** Agents with the same home settlement, wherever they live. */
  const countCoVillagers = (): void => {
    const { count } = network;
    for (let home = 0, k = 0; home < coVillagers.length; home++) {
      let people = 0;
      for (const end = k + zones; k < end; k++) people += count[k];
      coVillagers[home] = people;
    }
  };

  const stayHome = (i: number, home: number): void => {
    const does = p.activity[i];
    const isHere = p.residence[i] === home;
    if (s.tier[home] <= TOWN && !(isHere && does === FARMING)) add(home, home, FARMING, Mode.home);
    if (!(isHere && p.workplace[i] === home && does !== FARMING)) {
      size[add(home, home, SEARCHING, Mode.home)] = here.size[home];
    }
    const n = minds.nearby(home, places, lnExpected);
    for (let k = 0; k < n; k++) {
      const row = places[k];
      const work = reach.to[row];
      if (isHere && work === p.workplace[i]) continue;
      const added = add(home, work, SEARCHING, COMMUTING);
      minutes[added] = toWork(home, work, reach.minutes[row]);
      size[added] = here.size[work] - spread * lnExpected[k];
    }
  };

  const goElsewhere = (i: number, home: number): void => {
    const now = p.residence[i];
    const n = minds.recall(home, alternatives.coVillagers, places, lnExpected);
    for (let k = 0; k < n; k++) {
      const place = places[k];
      if (place === home || (place === now && p.workplace[i] === place)) continue;
      const does = s.tier[place] === OUTSIDE ? OUTSIDE_WORK : SEARCHING;
      size[add(place, place, does, CIRCULATING)] = here.size[place] - spread * lnExpected[k];
    }
  };

  /** Grown-ups at home of a family that may move whole think of it whenever they think. */
  const offerWhole = (i: number, month: number): void => {
    const does = p.activity[i];
    const home = h.home[p.household[i]];
    if (p.residence[i] !== home || p.mode[i] > COMMUTING || does === NONE) return;
    if (month - p.born[i] < GROWN_UP * 12 || !offers.mayMove(p.household[i])) return;
    // Each of them could raise it: corrected by how many they are, large families are no keener than small ones.
    const raised = spread * fastLn(Math.max(1, h.present[p.household[i]]));
    const n = offers.list(home, places);
    for (let k = 0; k < n; k++) {
      const place = places[k];
      if (does === RETIRED) size[add(place, place, RETIRED, SETTLED)] = -raised;
      else size[add(place, place, SEARCHING, SETTLED)] = here.size[place] - raised;
      if (does === FARMING && s.tier[place] <= TOWN) size[add(place, place, FARMING, SETTLED)] = -raised;
    }
  };

  const listUsual = (i: number, month: number): void => {
    alternatives.count = 0;
    const does = p.activity[i];
    const now = p.residence[i];
    const work = p.workplace[i];
    const home = h.home[p.household[i]];
    alternatives.coVillagers = coVillagers[home];
    add(now, work, does, p.mode[i]);
    if (now !== work) minutes[0] = toWork(now, work, minutesBetween(world, now, work));
    if (does === RETIRED) {
      if (now !== home && s.tier[home] !== OUTSIDE) add(home, home, RETIRED, Mode.home);
      return;
    }
    if (month - p.born[i] < FIRST_AGE * 12) return;
    minds.think(p.key[i], month);
    if (s.tier[home] !== OUTSIDE) stayHome(i, home);
    goElsewhere(i, home);
    // Who settles keeps the work, and the daily trip to it.
    if (p.mode[i] === CIRCULATING && month - p.left[i] >= a.settleYears * 12)
      minutes[add(now, work, does, SETTLED)] = minutes[0];
  };

  /** Offers come last, so that a policy doesn't shift the luck of choosing among the others. */
  const list = (i: number, month: number): void => {
    listUsual(i, month);
    offerWhole(i, month);
  };

  return {
    list,
    refresh: () => {
      countCoVillagers();
      minds.refresh();
      offers.refresh();
    },
  };
}
