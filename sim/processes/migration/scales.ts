/** What a person weighs, put into numbers: the alternatives with their terms and utilities. */
import { exp, ln } from "../../numerics/elementary.ts";
import { leverIndex } from "../../policy/resolve.ts";
import { Activity, Mode } from "../../world/persons.ts";
import { OUTSIDE, TOWN } from "../../world/tiers.ts";
import { minutesBetween } from "../../world/travel.ts";
import type { World } from "../../world/world.ts";
import type { Setting } from "../process.ts";
import { openMinds } from "./choices.ts";
import {
  commutingTerm,
  distanceTerm,
  horizon,
  incomeTerm,
  REGISTRATION_BY_TIER,
  rentTerm,
  separation,
  serviceTerm,
  Term,
  TERMS,
} from "./terms.ts";

/** Returning home, where the house is, costs this part of a move elsewhere. */
const RETURN_COST = 1;
/** Taking the family along costs this part of a move. */
const FAMILY_COST = 0.5;
/** Workforce of a place whose size neither attracts nor repels. */
const MARKET_UNIT = 100_000;
const MOST_ALTERNATIVES = 16;
const FIRST_AGE = 16;

/** The alternatives of one person, field by field. */
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

/** Ways of life that have a constant of place; living in a village and not farming is the one the others compare to. */
export const Life = { village: 0, farm: 1, urban: 2, region: 3, outside: 4 } as const;
export const LIVES = 5;

/** The way of life that a person from `county` leads by living at a place and doing something. */
export function lifeOf(world: World, county: number, at: number, does: number): number {
  const { tier, jurisdiction } = world.settlements;
  if (tier[at] === OUTSIDE) return Life.outside;
  if (jurisdiction[at] !== county) return Life.region;
  if (does === Activity.farming) return Life.farm;
  return tier[at] >= TOWN ? Life.urban : Life.village;
}

/** Constants of place by way of life, each a column over jurisdictions; the first is never read. */
export const bondColumns = ({ jurisdictions: g }: World): readonly Float64Array[] => [
  g.farmBond,
  g.farmBond,
  g.urbanBond,
  g.regionBond,
  g.outsideBond,
];

export interface Scales {
  /** Takes in this month's sizes of destinations. */
  refresh(): void;
  /** Fills the alternatives of one person; the present life is the first. */
  person(person: number, month: number): void;
}

/** Fills the alternatives of one person with places, ways of life and utilities. */
export function openScales(setting: Setting, alternatives: Alternatives): Scales {
  const { world, assumptions: a, drivers, root } = setting;
  const { persons: p, households: h, settlements: s, jurisdictions, zones: z, network, reach, levers } = world;
  const { zones, levers: stride } = world.sizes;
  const minds = openMinds(world, root);
  const ease = leverIndex("registrationEase");
  const places = new Int32Array(8);
  const lnExpected = new Float64Array(8);
  const bonds = bondColumns(world);
  const yearsLeft = Float64Array.from({ length: 160 }, (_, age) => horizon(age, a.discountRate));
  const premium = Float64Array.from({ length: 32 }, (_, years) => exp(a.schoolingReturn * (years - 10)));
  const { residence, workplace, activity, mode, utility, terms } = alternatives;


  /** Sizes of destinations: the modern workforce of each place, summed by zone. */
  const refresh = (): void => {
    for (let zone = 0; zone < zones; zone++) {
      let sum = 0;
      for (let j = z.first[zone]; j < z.first[zone] + z.count[zone]; j++) {
        s.sizeBefore[j] = sum;
        if (s.tier[j] !== OUTSIDE) {
          s.size[j] =
            (s.searching[j] + s.processing[j] + s.manufacturing[j] + s.services[j] + s.public[j]) * world.sizes.scale;
        }
        sum += s.size[j];
      }
      z.size[zone] = sum;
    }
    minds.refresh();
  };

  const income = (i: number, k: number, month: number): number => {
    const place = workplace[k];
    const skill = premium[p.schooling[i]];
    switch (activity[k]) {
      case Activity.farming:
        return s.farmIncome[place];
      case Activity.outside:
        return s.startWage[place] * drivers.outsideWage[month] * (1 - a.naturalUnemployment) * skill;
      case Activity.searching:
        return s.wage[place] * (1 - s.unemployment[place]) * skill;
      case Activity.retired:
        return a.pensionRural;
      default:
        return s.wage[place] * skill;
    }
  };

  /** Adds one alternative with all its terms; `lnMind` corrects for how it came to mind. */
  const add = (i: number, month: number, at: number, work: number, does: number, way: number, lnMind: number): void => {
    const k = alternatives.count++;
    residence[k] = at;
    workplace[k] = work;
    activity[k] = does;
    mode[k] = way;
    const age = Math.floor((month - p.born[i]) / 12);
    const left = does === Activity.retired ? 1 : yearsLeft[age];
    const home = h.home[p.household[i]];
    const atHome = at === home;
    const here = at === p.residence[i];
    const settled = way === Mode.settled;
    // Places of the region below the core register whoever settles; elsewhere registration stays what it is.
    const registered = p.registered[i] === at || atHome || (settled && s.tier[at] !== OUTSIDE);
    const eased = levers.value[at * stride + ease];
    const base = k * TERMS.length;
    terms[base + Term.income] = incomeTerm(income(i, k, month), a.incomeWeight, left);
    terms[base + Term.rent] = atHome ? 0 : rentTerm(s.rentShare[at], a.rentWeight, left);
    terms[base + Term.services] = serviceTerm(
      s.access[at],
      registered ? 1 : a.entitlement + (1 - a.entitlement) * eased,
      a.serviceWeight,
    );
    const hours = atHome ? 0 : minutesBetween(world, home, at) / 60;
    terms[base + Term.distance] = settled ? 0 : distanceTerm(hours, a.distanceWeight);
    terms[base + Term.commuting] = at === work ? 0 : commutingTerm(minutesBetween(world, at, work), a.commuteWeight);
    terms[base + Term.family] =
      settled || h.present[p.household[i]] === 0 ? 0 : -a.familyWeight * separation(hours);
    terms[base + Term.network] = atHome ? 0 : a.networkWeight * coVillagers(home, s.zone[at]);
    terms[base + Term.belonging] = a.belongingWeight * belonging(at, home, registered && settled);
    terms[base + Term.registration] = registered
      ? 0
      : -a.registrationBarrier * REGISTRATION_BY_TIER[s.tier[at]] * (1 - eased);
    terms[base + Term.cost] = here
      ? way === Mode.settled && p.mode[i] === Mode.circulating
        ? -a.movingCost * FAMILY_COST
        : 0
      : -a.movingCost * (atHome ? RETURN_COST : 1);
    terms[base + Term.size] = lnMind;
    const county = s.jurisdiction[home];
    terms[base + Term.place] = bondOf(lifeOf(world, county, at, does), county);
    let sum = 0;
    for (let t = 0; t < TERMS.length; t++) sum += terms[base + t];
    utility[k] = sum;
  };

  const bondOf = (life: number, county: number): number =>
    life === Life.village ? 0 : bonds[life][county];

  /** 1 at home and where one has settled and is registered, half within the own county, 0 elsewhere. */
  const belonging = (at: number, home: number, rooted: boolean): number =>
    at === home || rooted ? 1 : s.jurisdiction[at] === s.jurisdiction[home] ? 0.5 : 0;

  const coVillagers = (home: number, zone: number): number => {
    let all = 0;
    for (let other = 0; other < zones; other++) all += network.count[home * zones + other];
    return all > 0 ? network.count[home * zones + zone] / all : 0;
  };

  /** How a destination's size weighs, less what sampling already gave it: σ (b ln(S_j / 100,000) - ln E_j). */
  const sizeOf = (place: number, expected: number): number =>
    a.choiceScale * (a.sizeWeight * ln(Math.max(1, s.size[place]) / MARKET_UNIT) - expected);

  const person = (i: number, month: number): void => {
    alternatives.count = 0;
    const now = p.residence[i];
    const does = p.activity[i];
    add(i, month, now, p.workplace[i], does, p.mode[i], 0);
    const home = h.home[p.household[i]];
    const age = (month - p.born[i]) / 12;
    if (does === Activity.retired) {
      if (now !== home && s.tier[home] !== OUTSIDE) add(i, month, home, home, Activity.retired, Mode.home, 0);
      return;
    }
    if (age < FIRST_AGE) return;
    if (s.tier[home] !== OUTSIDE) atHome(i, month, home, now, does);
    elsewhere(i, month, home, now);
    const away = p.mode[i] === Mode.circulating && month - p.left[i] >= a.settleYears * 12;
    if (away) add(i, month, now, p.workplace[i], does, Mode.settled, 0);
  };

  const atHome = (i: number, month: number, home: number, now: number, does: number): void => {
    const here = now === home;
    if (s.tier[home] <= TOWN && !(here && does === Activity.farming)) {
      add(i, month, home, home, Activity.farming, Mode.home, 0);
    }
    if (!(here && p.workplace[i] === home && does !== Activity.farming)) {
      add(i, month, home, home, Activity.searching, Mode.home, sizeOf(home, 0));
    }
    const n = minds.nearby(home, p.key[i], month, places, lnExpected);
    for (let k = 0; k < n; k++) {
      const work = reach.to[places[k]];
      if (here && work === p.workplace[i]) continue;
      add(i, month, home, work, Activity.searching, Mode.commuting, sizeOf(work, lnExpected[k]));
    }
  };

  const elsewhere = (i: number, month: number, home: number, now: number): void => {
    const n = minds.recall(home, p.key[i], month, places, lnExpected);
    for (let k = 0; k < n; k++) {
      const place = places[k];
      if (place === home || (place === now && p.workplace[i] === place)) continue;
      const does = s.tier[place] === OUTSIDE ? Activity.outside : Activity.searching;
      add(i, month, place, place, does, Mode.circulating, sizeOf(place, lnExpected[k]));
    }
  };

  return { refresh, person };
}
