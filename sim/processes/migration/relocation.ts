/**
 * Families that move whole for a grant: where they may go, and what a grant is worth. They choose it or don't, as all
 * else; what they get counts like as much income more over the years that they look ahead.
 */
import { leverValues } from "../../policy/levers.ts";
import { fastExp, fastLn } from "../../numerics/fast.ts";
import { kilometres } from "../../numerics/plane.ts";
import { Homestead } from "../../world/persons.ts";
import { OUTSIDE } from "../../world/tiers.ts";
import type { World } from "../../world/world.ts";

/** Most places to which a family may move so: its town, its seat, the nearest central village. */
export const MOST_OFFERS = 3;
const NOWHERE = -1;

export interface Offers {
  /** Takes in this month's policies. */
  refresh(): void;
  /** Yuan for each member of a family of the settlement; 0 without a policy. */
  grant(settlement: number): number;
  /** Whether this family may move for it: it has a homestead there that it lives on. */
  mayMove(household: number): boolean;
  /** Writes the places to which families of a settlement may move; returns how many. */
  list(settlement: number, places: Int32Array): number;
}

export function openOffers(world: World): Offers {
  const { settlements: s, households: h } = world;
  const { settlements: count } = world.sizes;
  const grants = leverValues(world, "relocationGrant");
  const central = leverValues(world, "centralVillage");
  const nearestCentral = new Int32Array(count);
  const centres: number[] = [];

  const grant = (j: number): number => Math.floor(grants[j]);

  const nearest = (j: number): number => {
    let best = NOWHERE;
    let least = Infinity;
    for (const centre of centres) {
      if (centre === j || s.jurisdiction[centre] !== s.jurisdiction[j]) continue;
      const km = kilometres(s.longitude[j], s.latitude[j], s.longitude[centre], s.latitude[centre]);
      if (km >= least) continue;
      best = centre;
      least = km;
    }
    return best;
  };

  return {
    refresh() {
      centres.length = 0;
      for (let j = 0; j < count; j++) {
        if (central[j] > 0 && s.tier[j] !== OUTSIDE) centres.push(j);
      }
      for (let j = 0; j < count; j++) nearestCentral[j] = grant(j) > 0 ? nearest(j) : NOWHERE;
    },
    grant,
    mayMove: (household) => grant(h.home[household]) > 0 && h.homestead[household] === Homestead.used,
    list(j, places) {
      let n = 0;
      if (s.town[j] !== j) places[n++] = s.town[j];
      if (s.seat[j] !== s.town[j]) places[n++] = s.seat[j];
      const centre = nearestCentral[j];
      if (centre !== NOWHERE && centre !== s.town[j] && centre !== s.seat[j]) places[n++] = centre;
      return n;
    },
  };
}

/** Years over which income counts fully, discounted: those of someone of 20 (see `horizon`). */
export const yearsAhead = (discount: number): number => {
  let years = 0;
  let worth = 1;
  for (let k = 0; k < 45; k++) {
    worth /= 1 + discount;
    years += worth;
  }
  return years;
};

/**
 * What a grant is worth, in utility: as much as income that is higher by what it comes to over the years ahead,
 * weight ln(1 + grant / (12 income years)). All look ahead so for their family, the old as well.
 */
export const grantTerm = (grant: number, lnIncome: number, weight: number, years: number): number =>
  weight * fastLn(1 + grant / (12 * fastExp(lnIncome) * years));
