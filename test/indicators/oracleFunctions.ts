/** Indicators of functions worked out anew, by their formulas in words. */
import type { Setting } from "../../sim/processes/process.ts";
import { OUTSIDE, SEAT } from "../../sim/world/tiers.ts";
import { minutesBetween } from "../../sim/world/travel.ts";
import type { World } from "../../sim/world/world.ts";

const sum = <T>(list: readonly T[], value: (item: T) => number): number =>
  list.reduce((all, item) => all + value(item), 0);
const rows = (length: number): number[] => [...Array(length).keys()];
const KINDS = 8;
/** Inputs per twenty parts: textiles, wood, chemicals, minerals, metals, machinery, vehicles, electronics. */
const RECIPES = [
  [12, 1, 6, 0, 0, 1, 0, 0],
  [2, 10, 5, 0, 2, 1, 0, 0],
  [0, 1, 15, 1, 1, 2, 0, 0],
  [0, 1, 5, 10, 2, 2, 0, 0],
  [0, 0, 2, 1, 15, 2, 0, 0],
  [0, 0, 2, 0, 8, 7, 0, 3],
  [1, 0, 3, 1, 4, 3, 6, 2],
  [0, 0, 3, 1, 5, 1, 0, 10],
];

export function functionsOf(world: World, { assumptions: a }: Setting): Record<string, number> {
  const { settlements: s, firms, functions: f, markets: m, branches } = world;
  const kinds = rows(KINDS);
  const places = rows(s.tier.length).filter((j) => s.tier[j] !== OUTSIDE);
  const profile = (j: number): number[] => kinds.map((b) => branches.share[j * KINDS + b]);
  const needs = (p: readonly number[]): number[] =>
    kinds.map((b) => sum(kinds, (r) => (p[r] * RECIPES[r][b]) / 20));
  const dot = (x: readonly number[], y: readonly number[]): number => sum(kinds, (b) => x[b] * y[b]);
  const overlap = (x: readonly number[], y: readonly number[]): number =>
    sum(kinds, (b) => Math.min(x[b], y[b]));
  const works = (j: number): number => firms.value[3 * j + 1];
  const all = (j: number): number => works(j) + firms.value[3 * j] + firms.value[3 * j + 2];
  const byWorks = (figure: (town: number) => number): number =>
    sum(places, (j) => works(j) * figure(s.town[j])) / sum(places, works);
  const part = (figure: (j: number) => number): number =>
    sum(
      places.filter((j) => s.lead[j] === 1),
      figure,
    ) / sum(places, figure);
  const cities = places.filter((j) => s.tier[j] >= SEAT);
  const pairs = cities.flatMap((i) => cities.filter((j) => j > i).map((j) => [i, j] as const));
  const near = ([i, j]: readonly [number, number]): number =>
    Math.exp(-minutesBetween(world, i, j) / a.connectionMinutes);
  const fit = ([i, j]: readonly [number, number]): number => {
    const [p, q] = [profile(i), profile(j)];
    const apart = 1 - dot(p, q) / Math.sqrt(dot(p, p) * dot(q, q));
    return (apart * (overlap(needs(p), q) + overlap(needs(q), p))) / 2;
  };
  const region = [...m.share];
  return {
    "functions.complementarity": sum(pairs, (pair) => near(pair) * fit(pair)) / sum(pairs, near),
    "functions.exchange": byWorks((j) => f.complement[j]),
    "functions.specialisation": byWorks((j) => sum(kinds, (b) => Math.abs(profile(j)[b] - region[b]))),
    "functions.duplication": sum(kinds, (b) => Math.max(0, region[b] - m.taken[b])) / sum(region, Number),
    "functions.priceLoss": sum(kinds, (b) => region[b] * (1 - m.price[b])),
    "functions.trade": sum(kinds, (b) => Math.min(region[b], needs(region)[b] * a.regionalTrade)),
    "functions.productivity": byWorks((j) => f.factor[j]),
    "lead.output": part(all),
    "lead.people": part((j) => s.residents[j]),
  };
}
