/** What happens to loans when enterprises begin, move or close: each zone's lenders share by what they have lent there. */
import { splitWhole } from "../../numerics/rounding.ts";
import { VILLAGE } from "../../world/tiers.ts";
import type { World } from "../../world/world.ts";

export interface Lenders {
  /** Lends savings of the first zone to a firm in the second. */
  readonly lend: (from: number, to: number, amount: number) => void;
  /** Takes back money that firms of a zone pay at once. */
  readonly collect: (zone: number, amount: number) => void;
  /** Gives up loans to a zone: what they were is taken from the lenders' equity. */
  readonly writeOff: (zone: number, amount: number) => void;
  /** The debtor has moved. */
  readonly follow: (from: number, to: number, amount: number) => void;
}

export function openLenders(world: World): Lenders {
  const { zones, zonePairs, jurisdictions, clock } = world;
  const { zones: count } = world.sizes;
  const weights = new Float64Array(count);
  const share = new Float64Array(count);

  /** Changes what zone o has lent to zone d, and the record of villagers' savings elsewhere. */
  const change = (o: number, d: number, amount: number): void => {
    zonePairs.loans[o * count + d] += amount;
    if (zones.tier[o] === VILLAGE && zones.tier[d] !== VILLAGE) clock.villageLentAway[0] += amount;
  };

  const split = (zone: number, amount: number): void => {
    for (let o = 0; o < count; o++) weights[o] = zonePairs.loans[o * count + zone];
    splitWhole(amount, weights, share);
  };

  return {
    lend(from, to, amount) {
      if (amount === 0) return;
      change(from, to, amount);
      zonePairs.capital[from * count + to] += amount;
      jurisdictions.vault[zones.jurisdiction[from]] -= amount;
    },
    collect(zone, amount) {
      if (amount === 0) return;
      split(zone, amount);
      for (let o = 0; o < count; o++) {
        if (share[o] === 0) continue;
        change(o, zone, -share[o]);
        jurisdictions.vault[zones.jurisdiction[o]] += share[o];
      }
    },
    writeOff(zone, amount) {
      if (amount === 0) return;
      split(zone, amount);
      for (let o = 0; o < count; o++) {
        if (share[o] === 0) continue;
        change(o, zone, -share[o]);
        jurisdictions.equity[zones.jurisdiction[o]] -= share[o];
      }
    },
    follow(from, to, amount) {
      if (amount === 0 || from === to) return;
      split(from, amount);
      for (let o = 0; o < count; o++) {
        if (share[o] === 0) continue;
        change(o, from, -share[o]);
        change(o, to, share[o]);
      }
    },
  };
}
