/** Indicators of the system of settlements, of the spread of incomes and of the books, worked out anew. */
import { Activity } from "../../sim/world/persons.ts";
import type { Setting } from "../../sim/processes/process.ts";
import { LAND_USES } from "../../sim/world/settlements.ts";
import { CORE, OUTSIDE, SEAT, TOWN, VILLAGE } from "../../sim/world/tiers.ts";
import type { World } from "../../sim/world/world.ts";
import type { Person } from "./oraclePeople.ts";

const sum = (values: Iterable<number>): number => [...values].reduce((all, value) => all + value, 0);
const mean = (values: readonly number[]): number => sum(values) / values.length;
const range = (n: number): number[] => [...Array(n).keys()];

const groupBy = <T>(items: readonly T[], group: (item: T) => number): T[][] =>
  [...new Set(items.map(group))].map((key) => items.filter((item) => group(item) === key));

/** Gini by ranks, of incomes that stand in the middle of their class, a 256th of a logarithm wide. */
function giniOf(incomes: readonly number[]): number {
  const rounded = incomes.map((y) => Math.exp((Math.floor(Math.log(y) * 256) + 0.5) / 256));
  const ordered = rounded.toSorted((a, b) => a - b);
  const n = ordered.length;
  return (2 * sum(ordered.map((y, k) => (k + 1) * y))) / (n * sum(ordered)) - (n + 1) / n;
}

/** Mean logarithmic deviation of all, and between the means of groups. */
function theilL(people: readonly Person[], group: (person: Person) => number): [number, number] {
  const m = mean(people.map(({ income }) => income));
  const total = mean(people.map(({ income }) => Math.log(m / income)));
  const between = sum(
    groupBy(people, group).map(
      (some) => (some.length / people.length) * Math.log(m / mean(some.map(({ income }) => income))),
    ),
  );
  return [total, between];
}

/** Slope and error of ln(rank - 1/2) over ln(size), by the normal equations. */
function rankSizeOf(sizes: readonly number[]): [number, number] {
  const ordered = sizes.filter((size) => size > 0).toSorted((a, b) => b - a);
  const x = ordered.map(Math.log);
  const y = ordered.map((_, k) => Math.log(k + 0.5));
  const n = ordered.length;
  const slope =
    (n * sum(x.map((each, k) => each * y[k])) - sum(x) * sum(y)) /
    (n * sum(x.map((each) => each * each)) - sum(x) ** 2);
  return [-slope, -slope * Math.sqrt(2 / n)];
}

const money = ({ jurisdictions: g, firms, settlements: s }: World): number =>
  sum(g.cash) + sum(g.vault) + sum(firms.cash) + sum(s.pool) + sum(s.profitPool);

export function systemFigures(
  world: World,
  { assumptions: a }: Setting,
  everyone: readonly Person[],
  before: World | undefined,
  retained: number,
): Readonly<Record<string, number>> {
  const { settlements: s, zones: z, zonePairs, jurisdictions: g, firms, sizes } = world;
  const { scale, zones } = sizes;
  const places = range(sizes.settlements).filter((j) => s.tier[j] !== OUTSIDE);
  const villages = places.filter((j) => s.tier[j] === VILLAGE);
  const region = everyone.filter(({ tier }) => tier !== OUTSIDE);
  const villagers = region.filter(({ tier }) => tier === VILLAGE);
  const townspeople = region.filter(({ tier }) => tier !== VILLAGE);
  const homes = everyone.filter(({ registeredTier }) => registeredTier !== OUTSIDE);
  const paid = region.filter(({ income }) => income > 0);
  const [l, byTier] = theilL(paid, ({ tier }) => tier);
  const [, byCounty] = theilL(paid, ({ county }) => county);
  const cities = places.filter((j) => s.tier[j] >= TOWN).map((j) => s.residents[j]);
  const inCities = sum(cities);
  const [zipf, zipfError] = rankSizeOf(cities);

  type Sums = "people" | "capital" | "remittances";
  const flow = (kind: Sums, passes: (from: number, to: number) => boolean): number =>
    before === undefined
      ? NaN
      : sum(
          range(zones * zones)
            .filter((pair) => passes(z.tier[Math.floor(pair / zones)], z.tier[pair % zones]))
            .map((pair) => zonePairs[kind][pair] - before.zonePairs[kind][pair]),
        );
  const turnover = (tier: number): number =>
    (1000 * flow("people", (from, to) => from !== to && (from === tier || to === tier))) /
    (scale * region.filter((person) => person.tier === tier).length);
  const sent = flow("remittances", (from, to) => from !== VILLAGE && to === VILLAGE);

  const classes = groupBy(places, (j) =>
    Math.max(2, 1 + Math.floor(Math.log10(Math.max(1, s.residents[j] * scale)) + 1e-12)),
  );
  const shares = classes.map((some) => sum(some.map((j) => s.residents[j])) / region.length);

  const force = (j: number): number =>
    s.processing[j] + s.manufacturing[j] + s.services[j] + s.public[j] + s.searching[j];
  const core = places.filter((j) => s.tier[j] === SEAT || s.tier[j] === CORE);
  const hoped = sum(core.map((j) => force(j) * s.wage[j] * (1 - s.unemployment[j]))) / sum(core.map(force));
  const farmers = (j: number): number => s.farmers[j];

  const startWage = 12 * mean(core.map((j) => s.startWage[j]));
  const score = (people: readonly Person[], passes: (j: number) => boolean): number => {
    const earned = mean(people.map(({ income }) => income));
    const here = places.filter(passes);
    const access = sum(here.map((j) => s.access[j] * s.residents[j])) / people.length;
    const young = people.filter(({ months }) => months < 780).length / people.length;
    return mean([earned / (earned + startWage), access / (1 + access), young]);
  };
  const country = score(villagers, (j) => s.tier[j] === VILLAGE);
  const town = score(townspeople, (j) => s.tier[j] !== VILLAGE);
  const degree = (2 * Math.sqrt(country * town)) / (country + town);

  const counties = range(sizes.jurisdictions);
  const localShare = mean(villagers.map(({ county }) => g.localShare[county]));
  const areaOf = (at: World, j: number): number => sum(LAND_USES.map((use) => at.settlements[use][j]));
  const firmsOf = (j: number): number => firms.value[3 * j] + firms.value[3 * j + 1] + firms.value[3 * j + 2];
  const farms = (j: number): number => (scale * s.farmers[j] * s.farmIncome[j]) / (1 - s.rentBurden[j]);
  const output = 12 * sum(places.map((j) => firmsOf(j) + farms(j) + scale * s.public[j] * s.wage[j]));
  const farming = everyone.filter(({ does }) => does === Activity.farming);
  return {
    registrationGap:
      townspeople.length / region.length -
      homes.filter(({ registeredTier }) => registeredTier !== VILLAGE).length / homes.length,
    "turnover.village": turnover(VILLAGE),
    "turnover.town": turnover(TOWN),
    "turnover.seat": turnover(SEAT),
    "turnover.core": turnover(CORE),
    "capitalOutflow.share":
      (flow("capital", (from, to) => from === VILLAGE && to !== VILLAGE) -
        flow("capital", (from, to) => from !== VILLAGE && to === VILLAGE)) /
      output,
    "remittances.share": sent / (sent + scale * sum(villagers.map(({ income }) => income))),
    "localMultiplier.village": 1 / (1 - a.consumptionShare * localShare * retained),
    processedShare: mean(farming.map(({ workCounty }) => g.processedShare[workCounty])),
    "gini.income": giniOf(paid.map(({ income }) => income)),
    "theilL.total": l,
    "theilL.withinTiers": l - byTier,
    "theilL.betweenTiers": byTier,
    "theilL.withinCounties": l - byCounty,
    "theilL.betweenCounties": byCounty,
    expectedWedge:
      hoped - sum(villages.map((j) => farmers(j) * s.farmIncome[j])) / sum(villages.map(farmers)),
    "villages.emptied":
      before === undefined
        ? NaN
        : villages.filter((j) => s.residents[j] === 0 && before.settlements.residents[j] > 0).length,
    townShare: region.filter(({ tier }) => tier === TOWN).length / region.length,
    "cities.primacy": Math.max(...cities) / inCities,
    "cities.zipf": zipf,
    "cities.zipfError": zipfError,
    "cities.concentration": sum(cities.map((size) => (size / inCities) ** 2)),
    "settlements.classes": -sum(shares.filter((p) => p > 0).map((p) => p * Math.log(p))),
    "coupling.degree": degree,
    "coupling.coordination": Math.sqrt((degree * (country + town)) / 2),
    "ledger.people": Math.abs(everyone.length - sum(s.residents)) * scale,
    "ledger.money": before === undefined ? NaN : Math.abs(money(world) - money(before)),
    "ledger.land":
      before === undefined
        ? NaN
        : sum(range(sizes.settlements).map((j) => Math.abs(areaOf(world, j) - areaOf(before, j)))),
    "ledger.quota": sum(
      counties.map((c) => {
        const held = sum(range(sizes.settlements).map((j) => (s.jurisdiction[j] === c ? s.quotaHeld[j] : 0)));
        return Math.abs(g.quotaLeft[c] + held - g.quotaGranted[c] - g.quotaLinked[c] + g.quotaUsed[c]);
      }),
    ),
  };
}
