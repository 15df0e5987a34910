/** What a person weighs, put into numbers: terms and utility of every alternative. */
import { fastLn } from "../../numerics/fast.ts";
import { ACTIVITIES, CIRCULATING, RETIRED, SETTLED } from "../../world/persons.ts";
import { OUTSIDE } from "../../world/tiers.ts";
import { minutesBySeats, reachRow } from "../../world/travel.ts";
import type { Setting } from "../process.ts";
import { type Alternatives, openListing } from "./alternatives.ts";
import { grantTerm, openOffers, yearsAhead } from "./relocation.ts";
import { bondColumns, Life, lifeOf } from "./lives.ts";
import { scaleInNest } from "./nests.ts";
import { isSkilled, openPlaces, type PlaceTerms } from "./placeTerms.ts";
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

/** Returning home, where the house is, costs this part of a move elsewhere; assumed. */
const RETURN_COST = 1;
/** Taking the family along costs this part of a move; assumed. */
const FAMILY_COST = 0.5;
const OLDEST = 160;
const ELDER_MONTHS = 65 * 12;

export interface Scales {
  /** What places offer this month. */
  readonly here: PlaceTerms;
  /** Measures and looks. */
  refresh(month: number): void;
  /** Tells the world how large places are, before anyone looks. */
  readonly measure: () => void;
  /** Takes in this month's places; changes nothing in the world. */
  look(month: number): void;
  /** Lists and weighs the alternatives of one person. */
  person(person: number, month: number): void;
  /** Weighs what the person last listed lives and what it has chosen once more, and keeps every term of these two. */
  explain(person: number, month: number, chosen: number): void;
}

/** Opens the scales over a world; they keep nothing from one person to the next but room to write in. */
export function openScales(setting: Setting, alternatives: Alternatives): Scales {
  const { world, assumptions: a } = setting;
  const { persons: p, households: h, settlements: s, network, reach } = world;
  const { zones } = world.sizes;
  const here = openPlaces(setting, scaleInNest(a));
  const listing = openListing(setting, alternatives, here);
  const bonds = bondColumns(world);
  const offers = openOffers(world);
  const years = yearsAhead(a.discountRate);
  const yearsLeft = Float64Array.from({ length: OLDEST }, (_, age) => horizon(age, a.discountRate));

  // Hoisted out of the table of assumptions: what hundreds of thoughts a month read stands next to them.
  const {
    belongingWeight,
    childWeight,
    commuteWeight,
    distanceWeight,
    elderWeight,
    familyWeight,
    incomeWeight,
    movingCost,
    networkWeight,
    rentWeight,
  } = a;

  /**
   * What is lost far from the family: by whether grown-ups, children under 16 and elders of 65 and more, the person
   * apart, are at home. Children and elders are those of the last yearly count.
   */
  const attachment = (i: number, household: number, isHome: boolean, month: number): number => {
    const others = h.present[household] - (isHome ? 1 : 0);
    if (others <= 0) return 0;
    const children = h.children[household];
    const elders = h.elders[household] - (isHome && month - p.born[i] >= ELDER_MONTHS ? 1 : 0);
    return (
      (others > children + elders ? familyWeight : 0) +
      (children > 0 ? childWeight : 0) +
      (elders > 0 ? elderWeight : 0)
    );
  };

  /**
   * One thought: every term of alternatives 0, `step`, 2 `step` ... before `end`, added up in the order of TERMS. The
   * terms themselves are kept only where asked for.
   */
  const weigh = (i: number, month: number, end: number, step: number, explain: boolean): void => {
    const { residence, workplace, activity, mode, minutes, size, utility, terms } = alternatives;
    const { pay, lnAfterRent, servicesFull, servicesPart, registration, looks, lnHours } = here;
    const { tier, jurisdiction, zone } = s;
    const { count: networkCount } = network;
    const now = p.residence[i];
    const circulates = p.mode[i] === CIRCULATING;
    const registered = p.registered[i];
    const household = p.household[i];
    const home = h.home[household];
    const county = jurisdiction[home];
    const family = attachment(i, household, now === home, month);
    const workYears = yearsLeft[Math.min(OLDEST - 1, Math.floor((month - p.born[i]) / 12))];
    const lnSkill = here.lnSkill[p.schooling[i]];
    const coVillagers = home * zones;
    const people = alternatives.coVillagers;

    for (let k = 0; k < end; k += step) {
      const at = residence[k];
      const does = activity[k];
      const left = does === RETIRED ? 1 : workYears;
      const atHome = at === home;
      const settled = mode[k] === SETTLED;
      // Who settles alone already lives there.
      const whole = settled && at !== now;
      // Places of the region register whoever settles; outside, registration stays what it is.
      const rooted = atHome || registered === at || (settled && tier[at] !== OUTSIDE);
      const lnIncome = pay[workplace[k] * ACTIVITIES + does] + (isSkilled(does) ? lnSkill : 0);
      const income = incomeTerm(lnIncome, incomeWeight, left);
      const rent = atHome ? 0 : rentTerm(lnAfterRent[at], rentWeight, left);
      const service = rooted ? servicesFull[at] : servicesPart[at];
      let distance = 0;
      let apart = 0;
      let known = 0;
      let belonging = belongingWeight;
      if (!atHome) {
        const row = reachRow(world, home, at);
        const hours = (row >= 0 ? reach.minutes[row] : minutesBySeats(world, home, at)) / 60;
        if (!settled) {
          distance = distanceTerm(row >= 0 ? lnHours[row] : fastLn(1 + hours), distanceWeight);
          apart = -family * separation(hours);
        }
        // Moving whole to a place near by, one is no nearer to those who stay in the village.
        if (!whole || zone[at] !== zone[home])
          known = (networkWeight * networkCount[coVillagers + zone[at]]) / people;
        belonging *= settled && rooted && !whole ? 1 : jurisdiction[at] === county ? 0.5 : 0;
      }
      const commute = commutingTerm(minutes[k], commuteWeight);
      const barrier = rooted ? 0 : registration[at];
      const part = at !== now ? (atHome ? RETURN_COST : 1) : settled && circulates ? FAMILY_COST : 0;
      let cost = -movingCost * part;
      if (whole)
        cost += grantTerm(offers.grant(home), lnIncome, incomeWeight, years) - movingCost * FAMILY_COST;
      const life = lifeOf(world, county, at, does);
      const bond = (life === Life.village ? 0 : bonds[life][county]) + looks[at];
      utility[k] =
        income +
        rent +
        service +
        distance +
        commute +
        apart +
        known +
        belonging +
        barrier +
        cost +
        size[k] +
        bond;
      if (!explain) continue;
      const base = k * TERM_COUNT;
      terms[base + INCOME] = income;
      terms[base + RENT] = rent;
      terms[base + SERVICE] = service;
      terms[base + DISTANCE] = distance;
      terms[base + COMMUTE] = commute;
      terms[base + FAMILY] = apart;
      terms[base + NETWORK] = known;
      terms[base + BELONGING] = belonging;
      terms[base + REGISTRATION] = barrier;
      terms[base + COST] = cost;
      terms[base + SIZE] = size[k];
      terms[base + PLACE] = bond;
    }
  };

  const look = (month: number): void => {
    here.look(month);
    listing.refresh();
  };

  return {
    here,
    refresh(month) {
      here.measure();
      look(month);
    },
    measure: here.measure,
    look,
    person(i, month) {
      listing.list(i, month);
      weigh(i, month, alternatives.count, 1, false);
    },
    explain(i, month, chosen) {
      weigh(i, month, chosen + 1, chosen, true);
    },
  };
}
