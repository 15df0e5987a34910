/** Indicators of money: incomes and their spread, work and wages. */
import { theilOfGroups } from "../numerics/inequality.ts";
import { congestionShare } from "../numerics/output.ts";
import { CORE, OUTSIDE, SEAT, TOWN, VILLAGE } from "../world/tiers.ts";
import type { Measure } from "./measure.ts";
import { type Observation, oncePerObservation } from "./observation.ts";

/** Mean income of the urban tiers, weighted by residents. */
function urbanIncome({ income, residents }: Observation): number {
  let sum = 0;
  let people = 0;
  for (const tier of [TOWN, SEAT, CORE]) {
    sum += income[tier] * residents[tier];
    people += residents[tier];
  }
  return people > 0 ? sum / people : NaN;
}

const modernWorkers = ({ world }: Observation, j: number): number => {
  const { settlements: s } = world;
  return s.processing[j] + s.manufacturing[j] + s.services[j] + s.public[j];
};

/** Mean over places of a figure, weighted by modern workforce. */
function overPlaces(now: Observation, figure: (j: number) => number): number {
  const { settlements: s, sizes } = now.world;
  let sum = 0;
  let weight = 0;
  for (let j = 0; j < sizes.settlements; j++) {
    if (s.tier[j] === OUTSIDE) continue;
    const force = modernWorkers(now, j) + s.searching[j];
    sum += figure(j) * force;
    weight += force;
  }
  return weight > 0 ? sum / weight : NaN;
}

/** Inequality among those of the region who have an income: the index isn't defined for logarithms of nothing. */
const decompose = oncePerObservation(({ earners: { count, sum, sumLn } }) =>
  theilOfGroups(count.subarray(0, OUTSIDE), sum.subarray(0, OUTSIDE), sumLn.subarray(0, OUTSIDE)),
);

export const money: readonly Measure[] = [
  {
    id: "income.rural",
    label: { en: "Income per head, villages", zh: "农村人均收入" },
    unit: "yuan/year",
    formula: "yearly income at this month's pay / residents, villages",
    good: "up",
    measure: ({ income }) => income[VILLAGE],
  },
  {
    id: "income.urban",
    label: { en: "Income per head, towns and cities", zh: "城镇人均收入" },
    unit: "yuan/year",
    formula: "yearly income at this month's pay / residents, towns to cores",
    good: "up",
    measure: urbanIncome,
  },
  {
    id: "incomeRatio",
    label: { en: "Urban-rural income ratio", zh: "城乡收入比" },
    unit: "ratio",
    formula: "urban income per head / rural income per head",
    good: "down",
    measure: (now) => urbanIncome(now) / now.income[VILLAGE],
  },
  {
    id: "theil.total",
    label: { en: "Inequality of incomes (Theil T)", zh: "收入不平等（泰尔指数）" },
    unit: "ratio",
    formula: "mean of (y / m) ln(y / m) over those with an income",
    good: "down",
    measure: (now) => decompose(now).total,
  },
  {
    id: "theil.within",
    label: { en: "Inequality within tiers", zh: "层级内不平等" },
    unit: "ratio",
    formula: "income-weighted sum of the tiers' own Theil T",
    good: "down",
    measure: (now) => decompose(now).within,
  },
  {
    id: "theil.between",
    label: { en: "Inequality between tiers", zh: "层级间不平等" },
    unit: "ratio",
    formula: "Theil T that would remain if everyone had the mean of the tier",
    good: "down",
    measure: (now) => decompose(now).between,
  },
  {
    id: "unemployment",
    label: { en: "Unemployment", zh: "失业率" },
    unit: "share",
    formula: "people looking for modern work / modern labour force of the region",
    good: "down",
    measure: (now) => {
      const { settlements: s, sizes } = now.world;
      let idle = 0;
      let force = 0;
      for (let j = 0; j < sizes.settlements; j++) {
        idle += s.searching[j];
        force += modernWorkers(now, j) + s.searching[j];
      }
      return force > 0 ? idle / force : NaN;
    },
  },
  {
    id: "wage.modern",
    label: { en: "Modern wage", zh: "现代部门工资" },
    unit: "yuan/month",
    formula: "mean wage of places, weighted by their modern labour force",
    good: "up",
    measure: (now) => overPlaces(now, (j) => now.world.settlements.wage[j]),
  },
  {
    id: "congestionLoss",
    label: { en: "Output lost to congestion", zh: "拥挤造成的产出损失" },
    unit: "share",
    formula: "t N^(g-e) with N modern workers in 10,000, weighted by modern labour force",
    good: "down",
    measure: (now) => {
      const a = now.assumptions;
      const { scale } = now.world.sizes;
      return overPlaces(now, (j) =>
        congestionShare(
          modernWorkers(now, j) * scale,
          a.agglomeration,
          a.congestionScale,
          a.congestionElasticity,
        ),
      );
    },
  },
];
