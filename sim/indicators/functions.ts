/** Indicators of functions of towns and cities: how they divide their work, and what that gives or costs them. */
import { exp } from "../numerics/elementary.ts";
import { krugmanIndex } from "../numerics/diversity.ts";
import { complementarity, duplicationPenalty } from "../processes/functions/complementarity.ts";
import { supplied, writeNeeds } from "../processes/functions/linkage.ts";
import { BRANCHES } from "../world/functions.ts";
import { MANUFACTURING, SECTORS } from "../world/jurisdictions.ts";
import { SEAT } from "../world/tiers.ts";
import { minutesBetween } from "../world/travel.ts";
import type { World } from "../world/world.ts";
import type { Measure } from "./measure.ts";
import { isUrban, type Observation } from "./observation.ts";
import { meanOver, sumOver } from "./overPlaces.ts";

const worksValue = ({ firms }: World, j: number): number => firms.value[j * SECTORS + MANUFACTURING];

const modernValue = ({ firms }: World, j: number): number => {
  let sum = 0;
  for (let row = j * SECTORS; row < (j + 1) * SECTORS; row++) sum += firms.value[row];
  return sum;
};

const profileOf = ({ branches }: World, j: number): Float64Array =>
  branches.share.subarray(j * BRANCHES, (j + 1) * BRANCHES);

/** Mean over towns and cities by the value of works there and in their villages. */
function overWorks(world: World, figure: (town: number) => number): number {
  const { town } = world.settlements;
  const ofTowns = new Float64Array(world.sizes.settlements);
  for (let j = 0; j < ofTowns.length; j++) if (town[j] === j) ofTowns[j] = figure(j);
  return meanOver(
    world,
    (j) => ofTowns[town[j]],
    (j) => worksValue(world, j),
  );
}

/** Complementarity of seats and cores, pairs weighted by what the way between them leaves of exchange. */
function betweenCities({ world, assumptions: a }: Observation): number {
  const { tier } = world.settlements;
  const cities: number[] = [];
  for (let j = 0; j < world.sizes.settlements; j++) {
    if (isUrban(tier[j]) && tier[j] >= SEAT) cities.push(j);
  }
  const profiles = cities.map((j) => Float64Array.from(profileOf(world, j)));
  const needs = profiles.map((profile) => {
    const need = new Float64Array(BRANCHES);
    writeNeeds(profile, need, 0);
    return need;
  });
  return complementarity(
    profiles,
    (i, k) => exp(-minutesBetween(world, cities[i], cities[k]) / a.connectionMinutes),
    (i, k) => (supplied(needs[i], 0, profiles[k], 0) + supplied(needs[k], 0, profiles[i], 0)) / 2,
  );
}

/** Part of the region's works, by value, whose goods meet the needs of the region's own works. */
function tradedWithin({ world: { markets }, assumptions: a }: Observation): number {
  const needed = new Float64Array(BRANCHES);
  writeNeeds(markets.share, needed, 0);
  let sum = 0;
  for (let b = 0; b < BRANCHES; b++) sum += Math.min(markets.share[b], a.regionalTrade * needed[b]);
  return sum;
}

function priceLoss({ markets }: World): number {
  let sum = 0;
  for (let b = 0; b < BRANCHES; b++) sum += markets.share[b] * (1 - markets.price[b]);
  return sum;
}

/** Part of a figure that the cities have which lead the region. */
const inLeads = (world: World, figure: (j: number) => number): number =>
  sumOver(world, (j) => world.settlements.lead[j] * figure(j)) / sumOver(world, figure);

export const functions: readonly Measure[] = [
  {
    id: "functions.complementarity",
    label: { en: "Complementarity of cities", zh: "城市功能互补度" },
    unit: "ratio",
    formula:
      "sum of w (1 - cosine of profiles) l / sum of w over pairs of seats and cores; w = e^(-minutes / range), l the part of inputs they could supply each other",
    good: null,
    measure: betweenCities,
  },
  {
    id: "functions.exchange",
    label: { en: "Exchange with complementary places", zh: "功能互补联系强度" },
    unit: "share",
    formula:
      "mean over towns and cities by value of works of C = sum of Y e^(-minutes / range) (1 - cosine) l / sum of Y over partners; Y their works",
    good: "up",
    measure: ({ world }) => overWorks(world, (j) => world.functions.complement[j]),
  },
  {
    id: "functions.specialisation",
    label: { en: "Specialisation of towns and cities", zh: "城镇产业专业化指数" },
    unit: "ratio",
    formula:
      "mean over towns and cities by value of works of Krugman's sum |p - q|, q the region's works; 0 to 2",
    good: null,
    measure: ({ world }) => overWorks(world, (j) => krugmanIndex(profileOf(world, j), world.markets.share)),
  },
  {
    id: "functions.duplication",
    label: { en: "Duplicated works", zh: "产业重复度" },
    unit: "share",
    formula:
      "sum over branches of max(0, q - m), q its part of the region's works and m the part taken at the usual price",
    good: "down",
    measure: ({ world: { markets } }) => duplicationPenalty(markets.share, markets.taken),
  },
  {
    id: "functions.priceLoss",
    label: { en: "Loss in glutted markets", zh: "产能过剩价格损失" },
    unit: "share",
    formula: "sum over branches of q (1 - price over the usual one)",
    good: "down",
    measure: ({ world }) => priceLoss(world),
  },
  {
    id: "functions.trade",
    label: { en: "Works for works of the region", zh: "区域内产业配套率" },
    unit: "share",
    formula: "sum over branches of min(q, part of sales that is regional * needs of the region's works)",
    good: null,
    measure: tradedWithin,
  },
  {
    id: "functions.productivity",
    label: { en: "Productivity by functions", zh: "功能分工生产率" },
    unit: "ratio",
    formula:
      "mean by value of works of (1 + gain C)(sum of p * price) over that of the start; for the coming year",
    good: "up",
    measure: ({ world }) => overWorks(world, (j) => world.functions.factor[j]),
  },
  {
    id: "lead.output",
    label: { en: "Share of output in lead cities", zh: "龙头城市产出比重" },
    unit: "share",
    formula: "modern value added in the core cities that lead the region / of the region",
    good: null,
    measure: ({ world }) => inLeads(world, (j) => modernValue(world, j)),
  },
  {
    id: "lead.people",
    label: { en: "Share of people in lead cities", zh: "龙头城市人口比重" },
    unit: "share",
    formula: "residents of the core cities that lead the region / of the region",
    good: null,
    measure: ({ world }) => inLeads(world, (j) => world.settlements.residents[j]),
  },
];
