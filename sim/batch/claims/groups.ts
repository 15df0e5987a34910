/**
 * Group screening: many assumptions are moved at once, each in several random companies, and those that stand out in
 * all of them are looked at alone. Watson 1961, Technometrics 3: 371-388; several random groupings stand for one, so that
 * assumptions which undo each other in one company don't in another. What stands out is taken off its companies before
 * the next is looked for, and what was found before is fitted anew: orthogonal matching pursuit, Pati, Rezaiifar and
 * Krishnaprasad 1993, Asilomar Conference on Signals, Systems and Computers 27: 40-44.
 */
import { randomInt } from "d3-random";
import alea from "seedrandom/lib/alea.js";
import type { Way } from "./flip.ts";

/** Assumptions that are moved together, by their places among all ways. */
export type Group = readonly number[];

/**
 * Every way in one group of each round, and any two ways in one group together at most once: lines of different slopes in
 * a square of points whose side is a prime (Bose 1938, Sankhya 3: 323-338). The two ways of an assumption are never
 * together. Which way lies where is drawn.
 *
 * @param rounds fewer than there are groups in a round
 */
export function drawGroups(ways: readonly Way[], rounds: number): Group[] {
  const byId = new Map<string, number[]>();
  for (const [k, { id }] of ways.entries()) byId.set(id, [...(byId.get(id) ?? []), k]);
  // Both ways of an assumption lie side by side in a row, so that no line but the row itself meets both.
  const order = shuffled([...byId.values()], "groups of assumptions").flat();
  const side = sideOf(ways.length);
  return Array.from({ length: rounds }, (_, slope) => {
    const groups = Array.from({ length: side }, (): number[] => []);
    for (const [point, k] of order.entries())
      groups[((point % side) + slope * Math.floor(point / side)) % side].push(k);
    return groups.filter((group) => group.length > 0);
  }).flat();
}

/** The least prime whose square has room for so many, above the number of rounds that one would ask for. */
export function sideOf(count: number): number {
  let side = 5;
  while (side * side < count || !isPrime(side)) side++;
  return side;
}

function isPrime(n: number): boolean {
  for (let divisor = 2; divisor * divisor <= n; divisor++) if (n % divisor === 0) return false;
  return true;
}

/** Fisher and Yates. */
function shuffled<T>(things: readonly T[], key: string): T[] {
  const order = [...things];
  const generator = alea(`urflow ${key}`);
  for (let k = order.length - 1; k > 0; k--) {
    const other = randomInt.source(generator)(k + 1)();
    [order[k], order[other]] = [order[other], order[k]];
  }
  return order;
}

/** Sweeps in which what the picked ways do is fitted; they share few groups, so it settles at once. */
const SWEEPS = 8;

/** A group that was tried, and by how much it moved each contrast. */
export interface Tried {
  readonly group: Group;
  readonly shifts: readonly number[];
}

/** A way that stands out, and by how much it is found to move each contrast. */
export interface Picked {
  readonly way: number;
  readonly shifts: readonly number[];
}

/**
 * The ways that stand out, most first, whichever way they move a contrast: each is judged by the mean of what its groups
 * do, and what it is found to do is taken off its groups.
 *
 * @param scales of the contrasts, in which their shifts are held against each other
 * @param most how many are picked
 */
export function pickWays(tried: readonly Tried[], scales: readonly number[], most: number): Picked[] {
  const left = tried.map(({ shifts }) => [...shifts]);
  const groupsOf = new Map<number, number[]>();
  for (const [g, { group }] of tried.entries()) {
    for (const way of group) groupsOf.set(way, [...(groupsOf.get(way) ?? []), g]);
  }
  const shiftsOf = (way: number): number[] => {
    const groups = groupsOf.get(way) ?? [];
    return scales.map((_, c) => groups.reduce((sum, g) => sum + left[g][c], 0) / groups.length);
  };
  const takeOff = (way: number, shifts: readonly number[]): void => {
    for (const g of groupsOf.get(way) ?? []) left[g] = left[g].map((value, c) => value - shifts[c]);
  };
  const sizeOf = (shifts: readonly number[]): number =>
    shifts.reduce((sum, shift, c) => sum + (shift / scales[c]) ** 2, 0);
  const picked = new Map<number, number[]>();
  while (picked.size < Math.min(most, groupsOf.size)) {
    let best: Picked = { way: NaN, shifts: [] };
    let size = -1;
    for (const way of groupsOf.keys()) {
      if (picked.has(way)) continue;
      const shifts = shiftsOf(way);
      if (sizeOf(shifts) > size) [best, size] = [{ way, shifts }, sizeOf(shifts)];
    }
    picked.set(best.way, [0]);
    // Least squares, one way after the other.
    for (let sweep = 0; sweep < SWEEPS; sweep++) {
      for (const [way, found] of picked) {
        const more = shiftsOf(way);
        takeOff(way, more);
        picked.set(
          way,
          more.map((value, c) => value + (found[c] ?? 0)),
        );
      }
    }
  }
  return [...picked].map(([way, shifts]) => ({ way, shifts }));
}
