/**
 * What counties build and emit at each border: how much of the links across, how much pollution, each by the mode in which
 * the two deal with each other. What land there is zoned for: strips.ts.
 */
import { pow } from "../../numerics/elementary.ts";
import type { Assumptions } from "../../policy/parameters.ts";
import { Mode, NEIGHBOURS } from "../../world/platforms.ts";
import { openPurchases } from "../../world/purchases.ts";
import type { World } from "../../world/world.ts";
import { eachBorder, modeBetween } from "./pairs.ts";
import { emission } from "./pollution.ts";
import { bargainedProvision, jointProvision, ownProvision } from "./publicGood.ts";

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

export interface Borders {
  /** Builds links, pays for them, and shortens the ways across. */
  link(): void;
  emit(): void;
}

/** Opens the borders of a world. Needs no setting but the assumptions, so that the start goes by the same rules. */
export function openBorders(world: World, a: Assumptions): Borders {
  const { neighbours: n, borders: b, jurisdictions: g, settlements: s } = world;
  const { zones: z, zonePairs, reach } = world;
  const { jurisdictions: counties, zones, settlements: count } = world.sizes;
  const outside = counties - 1;
  const purchase = openPurchases(world, a.localBuildingShare);
  /** Travel time across each border over that of last year. */
  const change = new Float64Array(outside * NEIGHBOURS);
  const seats = new Int32Array(counties).fill(-1);
  for (let j = 0; j < count; j++) if (s.seat[j] === j) seats[s.jurisdiction[j]] = j;
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
    link() {
      change.fill(1);
      let changed = false;
      eachBorder(world, (border, left, right) => {
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
      eachBorder(world, (border, left, right) => {
        const mode = modeBetween(n.mode[left], n.mode[right]);
        b.emission[border] = borderEmission(mode, a.borderOwnShare, a.bargainLoss);
        b.emission[b.twin[border]] = b.emission[border];
      });
    },
  };
}
