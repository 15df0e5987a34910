/**
 * Roads that policies build: each leads from a settlement up to the next, village to town, town to seat, seat to core;
 * core cities build their halves of the ways between them (`trunks.ts`). A year's building takes part of its minutes away, and every trip over it becomes shorter by as much. Only a road that
 * changed is looked at. Which places are within a daily trip was settled at the start and stays.
 */
import { openBudgetRule } from "../../policy/budgetRule.ts";
import type { Assumptions } from "../../policy/parameters.ts";
import { leverStates, leverValues } from "../../policy/levers.ts";
import { kilometres } from "../../numerics/plane.ts";
import { CORE, OUTSIDE, SEAT, TOWN, VILLAGE } from "../../world/tiers.ts";
import { minutesBetween } from "../../world/travel.ts";
import type { World } from "../../world/world.ts";
import type { Setting } from "../process.ts";
import { openPurse } from "./purse.ts";
import { kilometresAcross, openTrunks } from "./trunks.ts";

/** The settlement to which the road up leads; itself for core cities and gateways, from which none does. */
export function upFrom({ settlements: s }: World, j: number): number {
  if (s.tier[j] === VILLAGE) return s.town[j];
  if (s.tier[j] === TOWN) return s.seat[j];
  return s.tier[j] === SEAT ? s.core[j] : j;
}

/** Minutes of the road up as they are. */
export function minutesUp(world: World, j: number): number {
  const { settlements: s, zonePairs, sizes } = world;
  const up = upFrom(world, j);
  if (up === j) return 0;
  if (s.tier[j] === SEAT) return zonePairs.minutes[s.zone[j] * sizes.zones + s.zone[up]];
  return s.minutesToSeat[j] - s.minutesToSeat[up];
}

/** Kilometres of the road up; for core cities, those of their halves of the ways between them. */
export function kilometresUp(world: World, j: number, a: Pick<Assumptions, "detour">): number {
  const { longitude, latitude, tier } = world.settlements;
  if (tier[j] === CORE) return kilometresAcross(world, j, a);
  const up = upFrom(world, j);
  return kilometres(longitude[j], latitude[j], longitude[up], latitude[up]) * a.detour;
}

/** A trip of some minutes after roads on its way became shorter: by what they save, but not below its part `least`. */
export const shortened = (minutes: number, saved: number, least: number): number =>
  Math.max(minutes * least, minutes - saved);

/** One year of building, of all places where a policy says so; says whether any road became faster. */
export function openRoads(setting: Setting): () => boolean {
  const { world, assumptions: a } = setting;
  const { settlements: s, jurisdictions: g, zones: z, zonePairs, reach } = world;
  const { settlements: count, zones } = world.sizes;
  const cut = leverValues(world, "travelCut");
  const cutByState = leverStates(world, "travelCut");
  const rule = openBudgetRule(world);
  const pay = openPurse(setting);
  const trunks = openTrunks(world);
  /** Minutes that each road up lost this year, and what is left of it over what it was. */
  const saved = new Float64Array(count);
  const left = new Float64Array(count);
  /** The same of the trip looked at last. */
  let savedOnWay = 0;
  let leastOnWay = 1;

  /** Builds on towards what the policy wants, as far as the treasury goes; says whether anything was built. */
  const build = (j: number): boolean => {
    const built = s.roadBuilt[j];
    const wanted = cut[j];
    if (wanted <= built) return false;
    const unit = a.roadCost * kilometresUp(world, j, a);
    if (unit === 0 && upFrom(world, j) === j) return false;
    const ownPart = 1 - cutByState[j];
    const county = s.jurisdiction[j];
    const bound = ownPart > 0 && !rule.madeGood(county);
    const means = bound ? Math.floor(Math.max(0, g.cash[county]) / ownPart) : Infinity;
    let next = built + (wanted - built) * a.roadBuilding;
    if (unit * (next - built) > means) next = built + means / unit;
    pay(j, "travelCut", Math.min(means, Math.floor(unit * (next - built))));
    left[j] = (1 - next) / (1 - built);
    saved[j] = minutesUp(world, j) * (1 - left[j]);
    s.roadBuilt[j] = next;
    return next > built;
  };

  const take = (j: number): void => {
    savedOnWay += saved[j];
    leastOnWay = Math.min(leastOnWay, left[j]);
  };

  /** Roads on the way from one place up to another; says whether there is such a way. */
  const climb = (from: number, to: number): boolean => {
    savedOnWay = 0;
    leastOnWay = 1;
    let at = from;
    for (let up = upFrom(world, at); at !== to && up !== at; up = upFrom(world, at)) {
      take(at);
      at = up;
    }
    return at === to;
  };

  const look = (from: number, to: number): void => {
    if (climb(from, to) || climb(to, from)) return;
    const across = trunks.left(from, to);
    if (across < 1) {
      leastOnWay = across;
      savedOnWay = minutesBetween(world, from, to) * (1 - across);
      return;
    }
    // To anywhere else a village's people go by their town.
    savedOnWay = 0;
    leastOnWay = 1;
    if (s.tier[from] === VILLAGE) take(from);
  };

  const retimeDailyTrips = (): void => {
    for (let j = 0; j < count; j++) {
      if (s.tier[j] === OUTSIDE) continue;
      for (let row = s.reachFrom[j] + 1; row < s.reachFrom[j] + s.reachCount[j]; row++) {
        look(j, reach.to[row]);
        if (savedOnWay > 0) reach.minutes[row] = shortened(reach.minutes[row], savedOnWay, leastOnWay);
      }
    }
  };

  /** A county's way to its core is that of all its zones. */
  const retimeCounties = (): void => {
    for (let j = 0; j < count; j++) {
      if (s.tier[j] !== SEAT || saved[j] === 0) continue;
      const [own, city] = [s.jurisdiction[j], s.jurisdiction[s.core[j]]];
      for (let o = 0; o < zones; o++) {
        for (let d = 0; d < zones; d++) {
          const [from, to] = [z.jurisdiction[o], z.jurisdiction[d]];
          if ((from === own && to === city) || (from === city && to === own))
            zonePairs.minutes[o * zones + d] *= left[j];
        }
      }
    }
  };

  const retimeSeats = (): void => {
    for (let j = 0; j < count; j++) {
      if (s.tier[j] > TOWN) continue;
      climb(j, s.seat[j]);
      s.minutesToSeat[j] -= savedOnWay;
    }
  };

  return () => {
    rule.take();
    trunks.begin();
    saved.fill(0);
    left.fill(1);
    let any = false;
    for (let j = 0; j < count; j++) if (s.tier[j] !== OUTSIDE && build(j)) any = true;
    if (!any) return false;
    retimeDailyTrips();
    retimeCounties();
    if (trunks.changed()) trunks.retime();
    retimeSeats();
    return true;
  };
}
