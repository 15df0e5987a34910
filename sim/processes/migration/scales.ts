/** What a person weighs, put into numbers: the alternatives with their terms and utilities. */
import { ln } from "../../numerics/elementary.ts";
import { Activity, Mode } from "../../world/persons.ts";
import { OUTSIDE, TOWN } from "../../world/tiers.ts";
import { minutesBySeats, reachRow } from "../../world/travel.ts";
import type { Setting } from "../process.ts";
import { openMinds } from "./choices.ts";
import { bondColumns, Life, lifeOf } from "./lives.ts";
import { openPlaces } from "./placeTerms.ts";
import {
  commutingTerm,
  distanceTerm,
  horizon,
  incomeTerm,
  rentTerm,
  separation,
  Term,
  TERMS,
} from "./terms.ts";

/** Returning home, where the house is, costs this part of a move elsewhere. */
const RETURN_COST = 1;
/** Taking the family along costs this part of a move. */
const FAMILY_COST = 0.5;
const MOST_ALTERNATIVES = 16;
const FIRST_AGE = 16;
const OLDEST = 160;

/** The alternatives of one person, field by field; the present life is the first. */
export interface Alternatives {
  count: number;
  readonly residence: Int32Array;
  readonly workplace: Int32Array;
  readonly activity: Int32Array;
  readonly mode: Int32Array;
  /** Utility of each, and the terms it is made of, flat by alternative and term. */
  readonly utility: Float64Array;
  readonly terms: Float64Array;
}

export const createAlternatives = (): Alternatives => ({
  count: 0,
  residence: new Int32Array(MOST_ALTERNATIVES),
  workplace: new Int32Array(MOST_ALTERNATIVES),
  activity: new Int32Array(MOST_ALTERNATIVES),
  mode: new Int32Array(MOST_ALTERNATIVES),
  utility: new Float64Array(MOST_ALTERNATIVES),
  terms: new Float64Array(MOST_ALTERNATIVES * TERMS.length),
});

export interface Scales {
  /** Takes in this month's places. */
  refresh(month: number): void;
  /** Fills the alternatives of one person. */
  person(person: number, month: number): void;
}

/** Opens the scales over a world; they keep nothing from one person to the next but room to write in. */
export function openScales(setting: Setting, alternatives: Alternatives): Scales {
  const { world, assumptions: a, root } = setting;
  const { persons: p, households: h, settlements: s, network, reach } = world;
  const { zones } = world.sizes;
  const minds = openMinds(world, root);
  const here = openPlaces(setting);
  const bonds = bondColumns(world);
  const places = new Int32Array(8);
  const lnExpected = new Float64Array(8);
  const yearsLeft = Float64Array.from({ length: OLDEST }, (_, age) => horizon(age, a.discountRate));
  const { residence, workplace, activity, mode, utility, terms } = alternatives;

  // What is the same for all alternatives of the person at hand.
  let now = 0;
  let nowMode = 0;
  let registered = 0;
  let home = 0;
  let county = 0;
  let workYears = 0;
  let lnSkill = 0;
  let familyAtHome = false;
  let homePeople = 0;

  /** Adds one alternative with all its terms; `size` is its size term, `way` of `minutes` the daily trip. */
  const add = (at: number, work: number, does: number, way: number, minutes: number, size: number): void => {
    const k = alternatives.count++;
    residence[k] = at;
    workplace[k] = work;
    activity[k] = does;
    mode[k] = way;
    const left = does === Activity.retired ? 1 : workYears;
    const atHome = at === home;
    const settled = way === Mode.settled;
    // Places of the region register whoever settles; outside, registration stays what it is.
    const rooted = atHome || registered === at || (settled && s.tier[at] !== OUTSIDE);
    const base = k * TERMS.length;
    terms[base + Term.income] = incomeTerm(here.lnPay(work, does) + (here.isSkilled(does) ? lnSkill : 0), a.incomeWeight, left);
    terms[base + Term.rent] = atHome ? 0 : rentTerm(here.lnAfterRent[at], a.rentWeight, left);
    terms[base + Term.services] = rooted ? here.servicesFull[at] : here.servicesPart[at];
    if (atHome) {
      terms[base + Term.distance] = 0;
      terms[base + Term.family] = 0;
      terms[base + Term.network] = 0;
      terms[base + Term.belonging] = a.belongingWeight;
    } else {
      const row = reachRow(world, home, at);
      const hours = (row >= 0 ? reach.minutes[row] : minutesBySeats(world, home, at)) / 60;
      terms[base + Term.distance] = settled ? 0 : distanceTerm(row >= 0 ? here.lnHours[row] : ln(1 + hours), a.distanceWeight);
      terms[base + Term.family] = settled || !familyAtHome ? 0 : -a.familyWeight * separation(hours);
      terms[base + Term.network] = (a.networkWeight * network.count[home * zones + s.zone[at]]) / homePeople;
      terms[base + Term.belonging] =
        a.belongingWeight * (settled && rooted ? 1 : s.jurisdiction[at] === county ? 0.5 : 0);
    }
    terms[base + Term.commuting] = minutes > 0 ? commutingTerm(minutes, a.commuteWeight) : 0;
    terms[base + Term.registration] = rooted ? 0 : here.registration[at];
    terms[base + Term.cost] =
      at !== now
        ? -a.movingCost * (atHome ? RETURN_COST : 1)
        : settled && nowMode === Mode.circulating
          ? -a.movingCost * FAMILY_COST
          : 0;
    terms[base + Term.size] = size;
    const life = lifeOf(world, county, at, does);
    terms[base + Term.place] = life === Life.village ? 0 : bonds[life][county];
    let sum = 0;
    for (let t = 0; t < TERMS.length; t++) sum += terms[base + t];
    utility[k] = sum;
  };

  /** Minutes of the daily trip between two places of which the second is within reach of the first. */
  const trip = (from: number, to: number): number => {
    if (from === to) return 0;
    const row = reachRow(world, from, to);
    return row >= 0 ? reach.minutes[row] : minutesBySeats(world, from, to);
  };

  const person = (i: number, month: number): void => {
    alternatives.count = 0;
    const does = p.activity[i];
    now = p.residence[i];
    nowMode = p.mode[i];
    registered = p.registered[i];
    home = h.home[p.household[i]];
    county = s.jurisdiction[home];
    const age = Math.min(OLDEST - 1, Math.floor((month - p.born[i]) / 12));
    workYears = yearsLeft[age];
    lnSkill = here.lnSkill[p.schooling[i]];
    familyAtHome = h.present[p.household[i]] > 0;
    homePeople = 0;
    for (let zone = 0; zone < zones; zone++) homePeople += network.count[home * zones + zone];
    add(now, p.workplace[i], does, nowMode, trip(now, p.workplace[i]), 0);
    if (does === Activity.retired) {
      if (now !== home && s.tier[home] !== OUTSIDE) add(home, home, Activity.retired, Mode.home, 0, 0);
      return;
    }
    if (age < FIRST_AGE) return;
    if (s.tier[home] !== OUTSIDE) stayHome(i, month, does);
    goElsewhere(i, month);
    const mayLong = nowMode === Mode.circulating && month - p.left[i] >= a.settleYears * 12;
    if (mayLong) add(now, p.workplace[i], does, Mode.settled, 0, 0);
  };

  const stayHome = (i: number, month: number, does: number): void => {
    const isHere = now === home;
    if (s.tier[home] <= TOWN && !(isHere && does === Activity.farming)) {
      add(home, home, Activity.farming, Mode.home, 0, 0);
    }
    if (!(isHere && p.workplace[i] === home && does !== Activity.farming)) {
      add(home, home, Activity.searching, Mode.home, 0, here.size[home]);
    }
    const n = minds.nearby(home, p.key[i], month, places, lnExpected);
    for (let k = 0; k < n; k++) {
      const row = places[k];
      const work = reach.to[row];
      if (isHere && work === p.workplace[i]) continue;
      add(home, work, Activity.searching, Mode.commuting, reach.minutes[row], here.sizeSampled(work, lnExpected[k]));
    }
  };

  const goElsewhere = (i: number, month: number): void => {
    const n = minds.recall(home, homePeople, p.key[i], month, places, lnExpected);
    for (let k = 0; k < n; k++) {
      const place = places[k];
      if (place === home || (place === now && p.workplace[i] === place)) continue;
      const does = s.tier[place] === OUTSIDE ? Activity.outside : Activity.searching;
      add(place, place, does, Mode.circulating, 0, here.sizeSampled(place, lnExpected[k]));
    }
  };

  return {
    refresh(month) {
      here.refresh(month);
      minds.refresh();
    },
    person,
  };
}
