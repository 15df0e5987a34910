/** What a person weighs, put into numbers: the alternatives with their terms and utilities. */
import { ln } from "../../numerics/elementary.ts";
import {
  ACTIVITIES,
  CIRCULATING,
  COMMUTING,
  FARMING,
  Mode,
  OUTSIDE_WORK,
  RETIRED,
  SEARCHING,
  SETTLED,
} from "../../world/persons.ts";
import { OUTSIDE, TOWN } from "../../world/tiers.ts";
import { minutesBySeats, reachRow } from "../../world/travel.ts";
import type { Setting } from "../process.ts";
import { openMinds } from "./choices.ts";
import { bondColumns, Life, lifeOf } from "./lives.ts";
import { isSkilled, openPlaces } from "./placeTerms.ts";
import {
  BELONGING,
  COMMUTE,
  commutingTerm,
  COST,
  DISTANCE,
  distanceTerm,
  FAMILY,
  horizon,
  INCOME,
  incomeTerm,
  NETWORK,
  PLACE,
  REGISTRATION,
  RENT,
  rentTerm,
  separation,
  SERVICE,
  SIZE,
  TERM_COUNT,
} from "./terms.ts";

/** Returning home, where the house is, costs this part of a move elsewhere. */
const RETURN_COST = 1;
/** Taking the family along costs this part of a move. */
const FAMILY_COST = 0.5;
const MOST_ALTERNATIVES = 16;
const FIRST_AGE = 16;
const OLDEST = 160;

// What is fractional about the person or alternative at hand, by index in `own`.
const WORK_YEARS = 0;
const LN_SKILL = 1;
const MINUTES = 2;
const OWN_SIZE = 3;
const OWN = 4;

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
  terms: new Float64Array(MOST_ALTERNATIVES * TERM_COUNT),
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
  const { pay } = here;
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
  let familyAtHome = false;
  let homePeople = 0;
  // Fractions stand in an array: a closure's variable would put each new one on the heap.
  const own = new Float64Array(OWN);

  /** Adds one alternative with all its terms; the size term and the minutes of the daily trip stand in `own`. */
  const add = (at: number, work: number, does: number, way: number): void => {
    const k = alternatives.count++;
    residence[k] = at;
    workplace[k] = work;
    activity[k] = does;
    mode[k] = way;
    const left = does === RETIRED ? 1 : own[WORK_YEARS];
    const atHome = at === home;
    const settled = way === SETTLED;
    // Places of the region register whoever settles; outside, registration stays what it is.
    const rooted = atHome || registered === at || (settled && s.tier[at] !== OUTSIDE);
    const base = k * TERM_COUNT;
    const skill = isSkilled(does) ? own[LN_SKILL] : 0;
    terms[base + INCOME] = incomeTerm(pay[work * ACTIVITIES + does] + skill, a.incomeWeight, left);
    terms[base + RENT] = atHome ? 0 : rentTerm(here.lnAfterRent[at], a.rentWeight, left);
    terms[base + SERVICE] = rooted ? here.servicesFull[at] : here.servicesPart[at];
    if (atHome) {
      terms[base + DISTANCE] = 0;
      terms[base + FAMILY] = 0;
      terms[base + NETWORK] = 0;
      terms[base + BELONGING] = a.belongingWeight;
    } else {
      const row = reachRow(world, home, at);
      const hours = (row >= 0 ? reach.minutes[row] : minutesBySeats(world, home, at)) / 60;
      terms[base + DISTANCE] = settled
        ? 0
        : distanceTerm(row >= 0 ? here.lnHours[row] : ln(1 + hours), a.distanceWeight);
      terms[base + FAMILY] = settled || !familyAtHome ? 0 : -a.familyWeight * separation(hours);
      terms[base + NETWORK] = (a.networkWeight * network.count[home * zones + s.zone[at]]) / homePeople;
      terms[base + BELONGING] =
        a.belongingWeight * (settled && rooted ? 1 : s.jurisdiction[at] === county ? 0.5 : 0);
    }
    terms[base + COMMUTE] = commutingTerm(own[MINUTES], a.commuteWeight);
    terms[base + REGISTRATION] = rooted ? 0 : here.registration[at];
    terms[base + COST] =
      at !== now
        ? -a.movingCost * (atHome ? RETURN_COST : 1)
        : settled && nowMode === CIRCULATING
          ? -a.movingCost * FAMILY_COST
          : 0;
    terms[base + SIZE] = own[OWN_SIZE];
    const life = lifeOf(world, county, at, does);
    terms[base + PLACE] = life === Life.village ? 0 : bonds[life][county];
    let sum = 0;
    for (let t = 0; t < TERM_COUNT; t++) sum += terms[base + t];
    utility[k] = sum;
    own[MINUTES] = 0;
    own[OWN_SIZE] = 0;
  };

  /** Notes the minutes of the daily trip between two places. */
  const takeTrip = (from: number, to: number): void => {
    if (from === to) return;
    const row = reachRow(world, from, to);
    own[MINUTES] = row >= 0 ? reach.minutes[row] : minutesBySeats(world, from, to);
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
    own[WORK_YEARS] = yearsLeft[age];
    own[LN_SKILL] = here.lnSkill[p.schooling[i]];
    familyAtHome = h.present[p.household[i]] > 0;
    homePeople = 0;
    for (let zone = 0; zone < zones; zone++) homePeople += network.count[home * zones + zone];
    takeTrip(now, p.workplace[i]);
    add(now, p.workplace[i], does, nowMode);
    if (does === RETIRED) {
      if (now !== home && s.tier[home] !== OUTSIDE) add(home, home, RETIRED, Mode.home);
      return;
    }
    if (age < FIRST_AGE) return;
    minds.think(p.key[i], month);
    if (s.tier[home] !== OUTSIDE) stayHome(i, does);
    goElsewhere(i);
    const mayLong = nowMode === CIRCULATING && month - p.left[i] >= a.settleYears * 12;
    if (mayLong) add(now, p.workplace[i], does, SETTLED);
  };

  const stayHome = (i: number, does: number): void => {
    const isHere = now === home;
    if (s.tier[home] <= TOWN && !(isHere && does === FARMING)) {
      add(home, home, FARMING, Mode.home);
    }
    if (!(isHere && p.workplace[i] === home && does !== FARMING)) {
      own[OWN_SIZE] = here.size[home];
      add(home, home, SEARCHING, Mode.home);
    }
    const n = minds.nearby(home, places, lnExpected);
    for (let k = 0; k < n; k++) {
      const row = places[k];
      const work = reach.to[row];
      if (isHere && work === p.workplace[i]) continue;
      own[MINUTES] = reach.minutes[row];
      own[OWN_SIZE] = here.size[work] - a.choiceScale * lnExpected[k];
      add(home, work, SEARCHING, COMMUTING);
    }
  };

  const goElsewhere = (i: number): void => {
    const n = minds.recall(home, homePeople, places, lnExpected);
    for (let k = 0; k < n; k++) {
      const place = places[k];
      if (place === home || (place === now && p.workplace[i] === place)) continue;
      const does = s.tier[place] === OUTSIDE ? OUTSIDE_WORK : SEARCHING;
      own[OWN_SIZE] = here.size[place] - a.choiceScale * lnExpected[k];
      add(place, place, does, CIRCULATING);
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
