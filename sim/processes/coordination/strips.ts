/** Land on both sides of each border: what strips of it are zoned for, by the mode in which the counties deal. */
import type { Assumptions } from "../../policy/parameters.ts";
import { MANUFACTURING, PROCESSING, SECTORS } from "../../world/jurisdictions.ts";
import { M2_PER_HECTARE } from "../../world/land.ts";
import { Mode, STRIPS } from "../../world/platforms.ts";
import { OUTSIDE } from "../../world/tiers.ts";
import type { World } from "../../world/world.ts";
import { harvestPay } from "./harvest.ts";
import { eachBorder, modeBetween } from "./pairs.ts";
import { bargain, jointBest, ownBest, segmentWelfare, type Settlement, USES } from "./zoning.ts";

const HECTARES_PER_KM2 = 100;
/** Bounds within which the worth of a use can move against the start. Assumed. */
const LEAST_WORTH = 0.05;
const MOST_WORTH = 50;

/** What farms sell per hectare and year, rent of a worker in the seat, and value added of works of a county. */
export function worthOf(world: World, county: number, into: Float64Array): void {
  const { settlements: s, firms } = world;
  const { settlements: count } = world.sizes;
  let farm = 0;
  let fields = 0;
  let works = 0;
  let rent = 0;
  for (let j = 0; j < count; j++) {
    if (s.jurisdiction[j] !== county || s.tier[j] === OUTSIDE) continue;
    farm += harvestPay(world, j) * 12;
    fields += (s.arable[j] + s.orchard[j] + s.abandoned[j]) / M2_PER_HECTARE;
    works += firms.value[j * SECTORS + PROCESSING] + firms.value[j * SECTORS + MANUFACTURING];
    if (s.seat[j] === j) rent = s.rentShare[j] * s.wage[j];
  }
  into[0] = fields > 0 ? farm / fields : 0;
  into[1] = rent;
  into[2] = works;
}

/**
 * Zones all strips anew and adds up what they are worth; `pay` is told what one county owes another, whole yuan.
 *
 * @param productivity of the region over that at the start
 */
export type Zone = (productivity: number, pay?: (from: number, to: number, yuan: number) => void) => void;

/** Needs no setting but the assumptions, so that the start is zoned by the same rules. */
export function openStrips(world: World, a: Assumptions): Zone {
  const { neighbours: n, borders: b, strips, accords, jurisdictions: g } = world;
  const outside = world.sizes.jurisdictions - 1;
  const worth = new Float64Array(3);
  /** Worth of each use of a county now over that at the start. */
  const index = new Float64Array(outside * USES);
  const rents = [new Float64Array(USES), new Float64Array(USES)] as const;
  const deal: Settlement = { left: 0, right: 0, payment: 0 };
  const best: Settlement = { left: 0, right: 0, payment: 0 };
  const suits = [strips.ecological, strips.farming, strips.urban, strips.nuisance] as const;

  const relative = (now: number, start: number, otherwise: number): number =>
    start > 0 ? Math.max(LEAST_WORTH, Math.min(MOST_WORTH, now / start)) : otherwise;

  const takeWorth = (productivity: number): void => {
    for (let c = 0; c < outside; c++) {
      worthOf(world, c, worth);
      // What is green is valued as incomes grow; no price in the model tells.
      index[c * USES] = productivity;
      index[c * USES + 1] = relative(worth[0], n.farmStart[c], productivity);
      index[c * USES + 2] = relative(worth[1], n.urbanStart[c], productivity);
      index[c * USES + 3] = relative(worth[2], n.worksStart[c], productivity);
    }
  };

  const takeRents = (county: number, strip: number, into: Float64Array): void => {
    for (let use = 0; use < USES; use++) into[use] = index[county * USES + use] * suits[use][strip];
  };

  /** What strips of a border come to in one year: what the left side owes the right, and what all are worth. */
  const come = { owed: 0, worth: 0, best: 0 };

  /** Zones the strips of one border in a mode. */
  const zoneStrips = (border: number, left: number, right: number, mode: number, harm: number): void => {
    come.owed = come.worth = come.best = 0;
    for (let k = 0; k < STRIPS; k++) {
      const [mine, theirs] = [border * STRIPS + k, b.twin[border] * STRIPS + k];
      takeRents(left, mine, rents[0]);
      takeRents(right, theirs, rents[1]);
      jointBest(rents[0], rents[1], harm, best);
      if (mode === Mode.market) bargain(rents[0], rents[1], harm, a.bargainLoss, deal);
      else {
        deal.left = mode === Mode.planned ? best.left : ownBest(rents[0]);
        deal.right = mode === Mode.planned ? best.right : ownBest(rents[1]);
        deal.payment = 0;
      }
      strips.use[mine] = deal.left;
      strips.use[theirs] = deal.right;
      come.owed += deal.payment;
      come.worth += segmentWelfare(rents[0], rents[1], deal.left, deal.right, harm);
      come.best += segmentWelfare(rents[0], rents[1], best.left, best.right, harm);
    }
  };

  /** Yuan a year of what one side owes the other, in the unit of rents: land's share of farm sales at the start. */
  const yuanOf = (owed: number, border: number, left: number, right: number): number => {
    const perHectare = (a.landShare * (n.farmStart[left] + n.farmStart[right])) / 2;
    const area = (b.length[border] / STRIPS) * a.zoningDepth * HECTARES_PER_KM2;
    return Math.floor(Math.abs(owed) * perHectare * area);
  };

  return (productivity, pay) => {
    takeWorth(productivity);
    accords.zoning[0] = 0;
    accords.zoningBest[0] = 0;
    const harm = a.zoningHarm * productivity;
    eachBorder(world, (border, left, right) => {
      const mode = modeBetween(n.zoning[left], n.zoning[right]);
      zoneStrips(border, left, right, mode, harm);
      if (come.owed !== 0 && pay !== undefined) {
        const [payer, paid] = come.owed > 0 ? [left, right] : [right, left];
        const yuan = yuanOf(come.owed, border, left, right);
        // Who can't pay makes no deal, and each side looks to itself.
        if (yuan > Math.max(0, g.cash[payer])) zoneStrips(border, left, right, Mode.none, harm);
        else pay(payer, paid, yuan);
      }
      const length = b.length[border] / STRIPS;
      accords.zoning[0] += length * come.worth;
      accords.zoningBest[0] += length * come.best;
    });
  };
}
