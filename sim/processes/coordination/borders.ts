/**
 * Both sides of each border: what strips of land are zoned for, how much of the links across is built, how much is
 * emitted, each by the mode in which the two counties deal with each other.
 */
import { pow } from "../../numerics/elementary.ts";
import type { Assumptions } from "../../policy/parameters.ts";
import { MANUFACTURING, PROCESSING, SECTORS } from "../../world/jurisdictions.ts";
import { M2_PER_HECTARE } from "../../world/land.ts";
import { Mode, NEIGHBOURS, STRIPS } from "../../world/platforms.ts";
import { openPurchases } from "../../world/purchases.ts";
import { OUTSIDE } from "../../world/tiers.ts";
import type { World } from "../../world/world.ts";
import { harvestPay } from "./harvest.ts";
import { emission } from "./pollution.ts";
import { bargainedProvision, jointProvision, ownProvision } from "./publicGood.ts";
import { bargain, jointBest, ownBest, segmentWelfare, type Settlement, USES } from "./zoning.ts";

const HECTARES_PER_KM2 = 100;
/** Bounds within which the worth of a use can move against the start. */
const LEAST_WORTH = 0.05;
const MOST_WORTH = 50;

/** Two counties deal in a mode if both do; where one plans and the other trades they plan. */
export const modeBetween = (one: number, other: number): number => Math.min(one, other);

/** Part of the links best for both that a side wants to provide; 1 / (1 + s) alone, 1 planned. */
export function provisionWanted(mode: number, spillover: number, loss: number): number {
  const best = jointProvision(1, 1);
  if (mode === Mode.planned) return best;
  if (mode === Mode.market) return bargainedProvision(1, 1, spillover, loss) / best;
  return ownProvision(1, 1, spillover) / best;
}

/** Emission at the border over that far inside, where all damage stays at home. */
export const borderEmission = (mode: number, ownShare: number, loss: number): number =>
  emission(1, 1, ownShare, mode === Mode.planned ? 1 : mode === Mode.market ? 1 - loss : 0);

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

export interface Borders {
  /** Zones all strips anew and adds up what they are worth; `pay` is told what one county owes another, whole yuan. */
  zone(productivity: number, pay?: (from: number, to: number, yuan: number) => void): void;
  /** Builds links, pays for them, and shortens the ways across. */
  link(): void;
  emit(): void;
}

/** Opens the borders of a world. Needs no setting but the assumptions, so that the start is zoned by the same rules. */
export function openBorders(world: World, a: Assumptions): Borders {
  const { neighbours: n, borders: b, strips, accords, jurisdictions: g, settlements: s } = world;
  const { zones: z, zonePairs, reach } = world;
  const { jurisdictions: counties, zones, settlements: count } = world.sizes;
  const outside = counties - 1;
  const purchase = openPurchases(world, a.localBuildingShare);
  const worth = new Float64Array(3);
  /** Worth of each use of a county now over that at the start. */
  const index = new Float64Array(outside * USES);
  const rents = [new Float64Array(USES), new Float64Array(USES)] as const;
  const deal: Settlement = { left: 0, right: 0, payment: 0 };
  const best: Settlement = { left: 0, right: 0, payment: 0 };
  /** Travel time across each border over that of last year. */
  const change = new Float64Array(outside * NEIGHBOURS);
  const seats = new Int32Array(counties).fill(-1);
  for (let j = 0; j < count; j++) if (s.seat[j] === j) seats[s.jurisdiction[j]] = j;
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

  /** Each border once, from the side of the lower row. */
  const eachBorder = (visit: (border: number, left: number, right: number) => void): void => {
    for (let border = 0; border < outside * NEIGHBOURS; border++) {
      const left = Math.floor(border / NEIGHBOURS);
      const right = b.neighbour[border];
      if (left < right) visit(border, left, right);
    }
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

  const zone: Borders["zone"] = (productivity, pay) => {
    takeWorth(productivity);
    accords.zoning[0] = 0;
    accords.zoningBest[0] = 0;
    const harm = a.zoningHarm * productivity;
    eachBorder((border, left, right) => {
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

  const alone = provisionWanted(Mode.none, a.linkSpillover, a.bargainLoss);

  /** One side moves towards what it wants, as far as its treasury goes; the start's links are in the start's budget. */
  const build = (border: number, mode: number): void => {
    const county = Math.floor(border / NEIGHBOURS);
    const wanted = provisionWanted(mode, a.linkSpillover, a.bargainLoss);
    const unit = a.linkCost * b.length[border];
    let next = b.provision[border] + (wanted - b.provision[border]) * a.linkSpeed;
    const means = Math.max(0, g.cash[county]);
    if (unit * (next - alone) > means) next = alone + means / unit;
    b.provision[border] = next;
    const cost = Math.min(means, Math.max(0, Math.floor(unit * (next - alone))));
    g.cash[county] -= cost;
    g.spent[county] += cost;
    purchase(seats[county], cost);
  };

  const travelOf = (border: number): number => {
    const built = (b.provision[border] + b.provision[b.twin[border]]) / 2;
    return pow(built / alone, -a.linkElasticity);
  };

  /** Row of the border from one county to another, or -1. */
  const borderOf = (from: number, to: number): number => {
    if (from === to || from >= outside) return -1;
    for (let row = from * NEIGHBOURS; row < (from + 1) * NEIGHBOURS; row++)
      if (b.neighbour[row] === to) return row;
    return -1;
  };

  /** What takes so long across each border now, over what it took last year. */
  const notice = (border: number): boolean => {
    const factor = travelOf(border);
    const changed = factor / b.travel[border];
    for (const side of [border, b.twin[border]]) {
      change[side] = changed;
      b.travel[side] = factor;
    }
    return changed !== 1;
  };

  /** Ways between zones and daily trips take as much longer or shorter as links across their border say. */
  const retime = (): void => {
    for (let o = 0; o < zones; o++) {
      for (let d = 0; d < zones; d++) {
        const border = borderOf(z.jurisdiction[o], z.jurisdiction[d]);
        if (border >= 0) zonePairs.minutes[o * zones + d] *= change[border];
      }
    }
    for (let j = 0; j < count; j++) {
      for (let row = s.reachFrom[j]; row < s.reachFrom[j] + s.reachCount[j]; row++) {
        const border = borderOf(s.jurisdiction[j], s.jurisdiction[reach.to[row]]);
        if (border >= 0) reach.minutes[row] *= change[border];
      }
    }
  };

  return {
    zone,
    link() {
      change.fill(1);
      let changed = false;
      eachBorder((border, left, right) => {
        const mode = modeBetween(n.links[left], n.links[right]);
        if (mode === Mode.none && b.provision[border] === alone && b.provision[b.twin[border]] === alone) {
          return;
        }
        build(border, mode);
        build(b.twin[border], mode);
        if (notice(border)) changed = true;
      });
      if (changed) retime();
    },
    emit() {
      eachBorder((border, left, right) => {
        const mode = modeBetween(n.mode[left], n.mode[right]);
        b.emission[border] = borderEmission(mode, a.borderOwnShare, a.bargainLoss);
        b.emission[b.twin[border]] = b.emission[border];
      });
    },
  };
}
