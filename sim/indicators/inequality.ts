/** Indicators of how incomes are spread over people, from what the census adds up: nobody is asked again. */
import { exp } from "../numerics/elementary.ts";
import { gini, theilLOfGroups, type TheilParts } from "../numerics/inequality.ts";
import { SEAT, TIER_NAMES, VILLAGE } from "../world/tiers.ts";
import { CLASSES, middleOfClass } from "./incomeClasses.ts";
import type { Measure } from "./measure.ts";
import { isUrban, type Observation, oncePerObservation } from "./observation.ts";

/** Middle income of each class, yuan a year. */
export const MIDDLES = Float64Array.from({ length: CLASSES }, (_, k) => exp(middleOfClass(k)));

interface Deviation {
  readonly tiers: TheilParts;
  readonly counties: TheilParts;
}

/** Theil's L of those of the region who have an income, in groups of zones. */
function deviationBetween(now: Observation, groups: number, groupOf: (zone: number) => number): TheilParts {
  const { count, sum, ln } = now.earners.byZone;
  const people = new Float64Array(groups);
  const amount = new Float64Array(groups);
  const lnSum = new Float64Array(groups);
  for (let zone = 0; zone < count.length; zone++) {
    const { tier } = now.world.zones;
    if (tier[zone] !== VILLAGE && !isUrban(tier[zone])) continue;
    const group = groupOf(zone);
    people[group] += count[zone];
    amount[group] += sum[zone];
    lnSum[group] += ln[zone];
  }
  return theilLOfGroups(people, amount, lnSum);
}

const deviationOf = oncePerObservation((now): Deviation => {
  const { zones: z, sizes } = now.world;
  return {
    tiers: deviationBetween(now, TIER_NAMES.length, (zone) => z.tier[zone]),
    counties: deviationBetween(now, sizes.jurisdictions, (zone) => z.jurisdiction[zone]),
  };
});

/** Sum over places of a tier and above, up to the cores. */
function sumFrom(now: Observation, passes: (tier: number) => boolean, figure: (j: number) => number): number {
  const { settlements: s, sizes } = now.world;
  let sum = 0;
  for (let j = 0; j < sizes.settlements; j++) if (passes(s.tier[j])) sum += figure(j);
  return sum;
}

/** What a villager could expect to earn in the city, less what a farmer earns (Harris & Todaro 1970). */
function wedge(now: Observation): number {
  const { settlements: s } = now.world;
  const city = (tier: number): boolean => isUrban(tier) && tier >= SEAT;
  const village = (tier: number): boolean => tier === VILLAGE;
  const force = (j: number): number =>
    s.processing[j] + s.manufacturing[j] + s.services[j] + s.public[j] + s.searching[j];
  const expected = sumFrom(now, city, (j) => force(j) * s.wage[j] * (1 - s.unemployment[j]));
  const farmed = sumFrom(now, village, (j) => s.farmers[j] * s.farmIncome[j]);
  return expected / sumFrom(now, city, force) - farmed / sumFrom(now, village, (j) => s.farmers[j]);
}

export const inequality: readonly Measure[] = [
  {
    id: "gini.income",
    label: { en: "Inequality of incomes (Gini)", zh: "收入基尼系数" },
    unit: "ratio",
    formula: "Gini coefficient over those with an income, counted in classes 0.4 % wide",
    good: "down",
    measure: ({ earners: { classes } }) => {
      const held: number[] = [];
      for (let k = 0; k < CLASSES; k++) if (classes[k] > 0) held.push(k);
      return gini(
        held.map((k) => MIDDLES[k]),
        held.map((k) => classes[k]),
      );
    },
  },
  {
    id: "theilL.total",
    label: { en: "Inequality of incomes (Theil L)", zh: "收入不平等（泰尔L指数）" },
    unit: "ratio",
    formula: "mean of ln(m / y) over those with an income",
    good: "down",
    measure: (now) => deviationOf(now).tiers.total,
  },
  {
    id: "theilL.withinTiers",
    label: { en: "Inequality within tiers (Theil L)", zh: "层级内不平等（泰尔L指数）" },
    unit: "ratio",
    formula: "sum of the tiers' own Theil L, weighted by those with an income",
    good: "down",
    measure: (now) => deviationOf(now).tiers.within,
  },
  {
    id: "theilL.betweenTiers",
    label: { en: "Inequality between tiers (Theil L)", zh: "层级间不平等（泰尔L指数）" },
    unit: "ratio",
    formula: "Theil L that would remain if everyone had the mean of the tier",
    good: "down",
    measure: (now) => deviationOf(now).tiers.between,
  },
  {
    id: "theilL.withinCounties",
    label: { en: "Inequality within counties (Theil L)", zh: "县内不平等（泰尔L指数）" },
    unit: "ratio",
    formula: "sum of the counties' own Theil L, weighted by those with an income",
    good: "down",
    measure: (now) => deviationOf(now).counties.within,
  },
  {
    id: "theilL.betweenCounties",
    label: { en: "Inequality between counties (Theil L)", zh: "县际不平等（泰尔L指数）" },
    unit: "ratio",
    formula: "Theil L that would remain if everyone had the mean of the county",
    good: "down",
    measure: (now) => deviationOf(now).counties.between,
  },
  {
    id: "expectedWedge",
    label: { en: "Expected gain of leaving the farm", zh: "预期收入差（托达罗）" },
    unit: "yuan/month",
    formula:
      "(1 - u) w of seats and cores, weighted by their modern labour force - income of a farmer, villages; 0 is Harris and Todaro's rest",
    good: null,
    measure: wedge,
  },
];
