/** Indicators of money: incomes and their spread, work and wages, savings and where they are lent, land gains. */
import { theilOfGroups } from "../numerics/inequality.ts";
import { congestionShare } from "../processes/production.ts";
import { SECTORS } from "../world/jurisdictions.ts";
import { CORE, OUTSIDE, SEAT, TOWN, VILLAGE } from "../world/tiers.ts";
import type { Measure } from "./measure.ts";
import {
  flowBetween,
  isRural,
  isUrban,
  oncePerObservation,
  reciprocity,
  type Observation,
} from "./observation.ts";

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

/** Savings of villages and what of them is lent elsewhere, from the stock of loans. */
function villageLoans({ world }: Observation): { deposits: number; away: number; lent: number } {
  const { zones: z, zonePairs, settlements: s, sizes } = world;
  let deposits = 0;
  let away = 0;
  let lent = 0;
  for (let j = 0; j < sizes.settlements; j++) if (s.tier[j] === VILLAGE) deposits += s.deposits[j];
  for (let o = 0; o < sizes.zones; o++) {
    if (z.tier[o] !== VILLAGE) continue;
    for (let d = 0; d < sizes.zones; d++) {
      const loans = zonePairs.loans[o * sizes.zones + d];
      lent += loans;
      if (z.tier[d] !== VILLAGE) away += loans;
    }
  }
  return { deposits, away, lent };
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

const elsewhere = (tier: number): boolean => !isRural(tier);

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
  {
    id: "capitalDrain.village",
    label: { en: "Village savings lent elsewhere", zh: "村庄存款外流比重" },
    unit: "share",
    formula: "loans of village deposits to firms outside the villages / village deposits",
    good: "down",
    measure: (now) => {
      const { deposits, away } = villageLoans(now);
      return deposits > 0 ? away / deposits : NaN;
    },
  },
  {
    id: "savingsLent.village",
    label: { en: "New village savings lent elsewhere", zh: "新增村庄储蓄外流比重" },
    unit: "share",
    formula:
      "growth since the start of loans of village deposits outside the villages / what villagers saved since",
    good: "down",
    measure: ({ world }) => {
      const saved = world.clock.villageSaved[0];
      return saved > 0 ? world.clock.villageLentAway[0] / saved : NaN;
    },
  },
  {
    id: "capitalOutflow.village",
    label: { en: "Net outflow of village capital", zh: "村庄资本净流出" },
    unit: "yuan/year",
    formula: "new loans of village deposits elsewhere - new loans of others' deposits to villages",
    good: "down",
    measure: ({ world, sums }, before) =>
      before === undefined
        ? NaN
        : flowBetween(world, sums.capital, before.sums.capital, isRural, elsewhere) -
          flowBetween(world, sums.capital, before.sums.capital, elsewhere, isRural),
  },
  {
    id: "remittances",
    label: { en: "Remittances to villages", zh: "汇回村庄的款项" },
    unit: "yuan/year",
    formula: "sent in the year by those who circulate to families in villages",
    good: null,
    measure: ({ world, sums }, before) =>
      before === undefined
        ? NaN
        : flowBetween(world, sums.remittances, before.sums.remittances, elsewhere, isRural),
  },
  {
    id: "reciprocity.capital",
    label: { en: "Two-way movement of capital", zh: "资本流动双向性" },
    unit: "ratio",
    formula: "2 min(out, back) / (out + back) of new loans between villages and all other places in the year",
    good: "up",
    measure: ({ world, sums }, before) =>
      before === undefined
        ? NaN
        : reciprocity(
            flowBetween(world, sums.capital, before.sums.capital, isRural, elsewhere),
            flowBetween(world, sums.capital, before.sums.capital, elsewhere, isRural),
          ),
  },
  {
    id: "reciprocity.landValue",
    label: { en: "Two-way movement of land value", zh: "土地增值双向性" },
    unit: "ratio",
    formula:
      "2 min / sum of land gains that villages lose to the county's treasury and compensation and prices of quota that come back, in the year",
    good: "up",
    measure: ({ world, sums }, before) =>
      before === undefined
        ? NaN
        : reciprocity(
            flowBetween(world, sums.landValue, before.sums.landValue, isRural, isUrban),
            flowBetween(world, sums.landValue, before.sums.landValue, isUrban, isRural),
          ),
  },
  {
    id: "capital.village",
    label: { en: "Modern capital in villages", zh: "村庄现代资本" },
    unit: "yuan",
    formula: "capital of firms that stand in villages",
    good: "up",
    measure: ({ world }) => {
      const { settlements: s, firms, sizes } = world;
      let sum = 0;
      for (let row = 0; row < firms.capital.length; row++) {
        if (s.tier[Math.floor(row / SECTORS)] === VILLAGE) sum += firms.capital[row];
      }
      return sizes.settlements > 0 ? sum : NaN;
    },
  },
];
