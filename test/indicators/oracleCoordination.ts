/** Indicators of borders, platforms, gradients and diversity worked out anew, by their formulas in words. */
import { ALIVE } from "../../sim/world/persons.ts";
import { OUTSIDE, VILLAGE } from "../../sim/world/tiers.ts";
import type { World } from "../../sim/world/world.ts";

const sum = <T>(list: readonly T[], value: (item: T) => number): number =>
  list.reduce((all, item) => all + value(item), 0);
const mean = <T>(list: readonly T[], value: (item: T) => number): number => sum(list, value) / list.length;
const rows = (length: number): number[] => [...Array(length).keys()];

/** Ecological, farming, urban, nuisance. */
const HURT = [
  [0, 0.1, 0.5, 1],
  [0.1, 0, 0.2, 0.7],
  [0.5, 0.2, 0, 0.9],
  [1, 0.7, 0.9, 0],
];
const SIDES = 8;
const STRIPS = 8;

export function clustersOf(world: World): Record<string, number> {
  const { borders: b, strips, accords: c, platforms: p, members: m, settlements: s } = world;
  // From both sides, which counts every border twice and changes no mean.
  const sides = rows(b.length.length).filter((row) => b.neighbour[row] !== Math.floor(row / SIDES));
  const kilometres = sum(sides, (row) => b.length[row]);
  const byLength = (figure: (row: number) => number): number =>
    sum(sides, (row) => figure(row) * b.length[row]) / kilometres;
  const platforms = rows(p.state.length).filter((row) => p.state[row] === 1);
  const clustered = rows(s.farmers.length).filter(
    (j) => m.platform[j] > 0 && platforms.includes(m.platform[j] - 1),
  );
  const paying = clustered.filter((j) => m.pays[j] === 1);
  const founded = sum([...p.founded], Number);
  const places = rows(s.farmers.length).filter((j) => s.tier[j] !== OUTSIDE);
  const farmers = sum(places, (j) => s.farmers[j]);
  const ratio = (some: number, all: number): number => (all === 0 ? 0 : some / all);
  return {
    "border.zoningConflict": byLength((row) =>
      mean(rows(STRIPS), (k) => HURT[strips.use[row * STRIPS + k]][strips.use[b.twin[row] * STRIPS + k]]),
    ),
    "border.zoningLoss": (c.zoningBest[0] - c.zoning[0]) / c.zoningBest[0],
    "border.pollution": byLength((row) => b.emission[row]),
    "border.links": byLength((row) => b.provision[row]),
    "siting.stalemate": ratio(c.stalled[0], c.tries[0]),
    "siting.wait": ratio(c.waited[0], c.needed[0]),
    "siting.harmAbroad": ratio(c.harmAll[0] - c.harmHost[0], c.harmAll[0]),
    "border.sidePayments": c.sidePayments[0],
    "platform.members": clustered.length,
    "platform.participation": ratio(paying.length, clustered.length),
    "platform.survival": ratio(platforms.length, founded),
    "platform.coverage": ratio(
      sum(clustered, (j) => s.farmers[j]),
      farmers,
    ),
    "brand.equity": ratio(
      sum(clustered, (j) => p.brand[m.platform[j] - 1]),
      clustered.length,
    ),
    "brand.premium": ratio(
      sum(places, (j) => s.farmers[j] * (s.brandPremium[j] - 1)),
      farmers,
    ),
  };
}

export function gradientsOf(world: World, month: number): Record<string, number> {
  const { settlements: s, persons: p, firms, clock, sizes } = world;
  const places = rows(sizes.settlements).filter((j) => s.tier[j] !== OUTSIDE);
  const adults = rows(clock.personRows[0]).filter(
    (i) => (p.flags[i] & ALIVE) !== 0 && month - p.born[i] >= 192 && s.tier[p.residence[i]] !== OUTSIDE,
  );
  const learnt = new Map<number, number[]>();
  for (const i of adults) learnt.set(p.residence[i], [...(learnt.get(p.residence[i]) ?? []), p.schooling[i]]);
  const residents = (j: number): number => s.residents[j] * sizes.scale;
  const open = (j: number): number =>
    s.arable[j] + s.orchard[j] + s.abandoned[j] + s.ecological[j] + s.reserve[j];
  const output = (j: number): number =>
    12 * (firms.value[3 * j] + firms.value[3 * j + 1] + firms.value[3 * j + 2]);
  const people = sum(places, residents);
  const region = {
    economy: sum(places, output) / people,
    schooling: mean(adults, (i) => p.schooling[i]),
    land: sum(places, open) / people,
    services: sum(places, (j) => s.access[j] * residents(j)) / people,
  };
  const dimensions = ["economy", "schooling", "land", "services"] as const;
  const figure = (j: number, dimension: (typeof dimensions)[number]): number => {
    const raw = {
      economy: output(j) / residents(j),
      schooling: mean(learnt.get(j) ?? [0], Number),
      land: open(j) / residents(j),
      services: s.access[j],
    }[dimension];
    return raw / (raw + region[dimension]);
  };
  const villages = places.filter((j) => s.tier[j] === VILLAGE && s.residents[j] > 0);
  const weight = sum(villages, residents);
  const gap = (j: number, dimension: (typeof dimensions)[number]): number =>
    figure(j, dimension) - figure(s.seat[j], dimension);
  const gross = sum(villages, (j) => (residents(j) * sum(dimensions, (d) => Math.abs(gap(j, d)))) / 4);
  const net = sum(villages, (j) => (residents(j) * Math.abs(sum(dimensions, (d) => gap(j, d)))) / 4);
  return {
    "gradient.gross": gross / weight,
    "gradient.net": net / weight,
    "gradient.reciprocity": 1 - net / gross,
    ...Object.fromEntries(
      dimensions.map((d) => {
        const way = Math.abs(sum(villages, (j) => residents(j) * gap(j, d)));
        return [`gradient.${d}`, 1 - way / sum(villages, (j) => residents(j) * Math.abs(gap(j, d)))];
      }),
    ),
  };
}

export function looksOf({ settlements: s, sizes }: World): Record<string, number> {
  const villages = rows(sizes.settlements).filter((j) => s.tier[j] === VILLAGE);
  const styles = villages.map((j) => [s.styleTimber[j], s.styleEarth[j], s.styleStone[j], s.styleCommon[j]]);
  const dot = (a: readonly number[], b: readonly number[]): number => sum(rows(a.length), (k) => a[k] * b[k]);
  const pairs = styles.flatMap((a, i) => styles.slice(i + 1).map((b) => [a, b] as const));
  return {
    "appearance.village":
      sum(villages, (j) => s.appearance[j] * s.registered[j]) / sum(villages, (j) => s.registered[j]),
    "diversity.style": mean(pairs, ([a, b]) => dot(a, b) / Math.sqrt(dot(a, a) * dot(b, b))),
  };
}

export function profilesOf({ settlements: s, sizes }: World): Record<string, number> {
  const shares = (parts: readonly number[]): number[] => {
    const all = sum(parts, Number);
    return parts.map((x) => (all > 0 ? x / all : 0));
  };
  const villages = rows(sizes.settlements).filter((j) => s.tier[j] === VILLAGE);
  const profiles = villages
    .map((j) =>
      shares([
        ...shares([s.farmers[j], s.processing[j], s.manufacturing[j], s.services[j], s.public[j]]),
        ...shares([
          s.arable[j],
          s.orchard[j],
          s.abandoned[j],
          s.homesteadUsed[j] + s.homesteadIdle[j] + s.homesteadVacant[j],
          s.industrial[j],
          s.commercial[j],
          s.publicLand[j],
        ]),
      ]),
    )
    .filter((profile) => sum(profile, Number) > 0);
  const entropy = (profile: readonly number[]): number => -sum(profile, (x) => (x > 0 ? x * Math.log(x) : 0));
  const average = profiles[0].map((_, k) => mean(profiles, (profile) => profile[k]));
  const dot = (a: readonly number[], b: readonly number[]): number => sum(rows(a.length), (k) => a[k] * b[k]);
  const pairs = profiles.flatMap((a, i) => profiles.slice(i + 1).map((b) => [a, b] as const));
  const inside = mean(profiles, entropy);
  return {
    "diversity.inside": inside,
    "diversity.kinds": mean(profiles, (profile) => Math.exp(entropy(profile))),
    "diversity.among": entropy(average) - inside,
    "diversity.alike": mean(pairs, ([a, b]) => dot(a, b) / Math.sqrt(dot(a, a) * dot(b, b))),
    "diversity.specialisation": mean(profiles, (profile) =>
      sum(rows(profile.length), (k) => Math.abs(profile[k] - average[k])),
    ),
    "diversity.quotient": mean(profiles, (profile) =>
      Math.max(...rows(profile.length).map((k) => (average[k] > 0 ? profile[k] / average[k] : 0))),
    ),
  };
}
