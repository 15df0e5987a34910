/** What a person weighs, put into numbers: terms and utility of every alternative. */
import { ln } from "../../numerics/elementary.ts";
import { ACTIVITIES, CIRCULATING, RETIRED, SETTLED } from "../../world/persons.ts";
import { OUTSIDE } from "../../world/tiers.ts";
import { minutesBySeats, reachRow } from "../../world/travel.ts";
import type { Setting } from "../process.ts";
import { type Alternatives, openListing } from "./alternatives.ts";
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
const OLDEST = 160;

export interface Scales {
  /** Takes in this month's places. */
  refresh(month: number): void;
  /** Lists and weighs the alternatives of one person. */
  person(person: number, month: number): void;
}

/** Opens the scales over a world; they keep nothing from one person to the next but room to write in. */
export function openScales(setting: Setting, alternatives: Alternatives): Scales {
  const { world, assumptions: a } = setting;
  const { persons: p, households: h, settlements: s, network, reach } = world;
  const { zones } = world.sizes;
  const here = openPlaces(setting);
  const listing = openListing(setting, alternatives, here);
  const bonds = bondColumns(world);
  const yearsLeft = Float64Array.from({ length: OLDEST }, (_, age) => horizon(age, a.discountRate));

  /** One thought: every term of every alternative of one person. */
  const weigh = (i: number, month: number): void => {
    const { count, residence, workplace, activity, mode, minutes, size, utility, terms } = alternatives;
    const { pay, lnAfterRent, servicesFull, servicesPart, registration, lnHours } = here;
    const { tier, jurisdiction, zone } = s;
    const now = p.residence[i];
    const circulates = p.mode[i] === CIRCULATING;
    const registered = p.registered[i];
    const household = p.household[i];
    const home = h.home[household];
    const county = jurisdiction[home];
    const family = h.present[household] > 0 ? a.familyWeight : 0;
    const workYears = yearsLeft[Math.min(OLDEST - 1, Math.floor((month - p.born[i]) / 12))];
    const lnSkill = here.lnSkill[p.schooling[i]];
    const coVillagers = home * zones;
    let people = 0;
    for (let other = 0; other < zones; other++) people += network.count[coVillagers + other];

    for (let k = 0; k < count; k++) {
      const at = residence[k];
      const does = activity[k];
      const left = does === RETIRED ? 1 : workYears;
      const atHome = at === home;
      const settled = mode[k] === SETTLED;
      // Places of the region register whoever settles; outside, registration stays what it is.
      const rooted = atHome || registered === at || (settled && tier[at] !== OUTSIDE);
      const base = k * TERM_COUNT;
      const lnIncome = pay[workplace[k] * ACTIVITIES + does] + (isSkilled(does) ? lnSkill : 0);
      terms[base + INCOME] = incomeTerm(lnIncome, a.incomeWeight, left);
      terms[base + RENT] = atHome ? 0 : rentTerm(lnAfterRent[at], a.rentWeight, left);
      terms[base + SERVICE] = rooted ? servicesFull[at] : servicesPart[at];
      if (atHome) {
        terms[base + DISTANCE] = 0;
        terms[base + FAMILY] = 0;
        terms[base + NETWORK] = 0;
        terms[base + BELONGING] = a.belongingWeight;
      } else {
        const row = reachRow(world, home, at);
        const hours = (row >= 0 ? reach.minutes[row] : minutesBySeats(world, home, at)) / 60;
        const lnFar = row >= 0 ? lnHours[row] : ln(1 + hours);
        terms[base + DISTANCE] = settled ? 0 : distanceTerm(lnFar, a.distanceWeight);
        terms[base + FAMILY] = settled ? 0 : -family * separation(hours);
        terms[base + NETWORK] = (a.networkWeight * network.count[coVillagers + zone[at]]) / people;
        terms[base + BELONGING] =
          a.belongingWeight * (settled && rooted ? 1 : jurisdiction[at] === county ? 0.5 : 0);
      }
      terms[base + COMMUTE] = commutingTerm(minutes[k], a.commuteWeight);
      terms[base + REGISTRATION] = rooted ? 0 : registration[at];
      const cost = at !== now ? (atHome ? RETURN_COST : 1) : settled && circulates ? FAMILY_COST : 0;
      terms[base + COST] = -a.movingCost * cost;
      terms[base + SIZE] = size[k];
      const life = lifeOf(world, county, at, does);
      terms[base + PLACE] = life === Life.village ? 0 : bonds[life][county];
      let sum = 0;
      for (let t = 0; t < TERM_COUNT; t++) sum += terms[base + t];
      utility[k] = sum;
    }
  };

  return {
    refresh(month) {
      here.refresh(month);
      listing.refresh();
    },
    person(i, month) {
      listing.list(i, month);
      weigh(i, month);
    },
  };
}
