/** Indicators of places: land, services, budgets, the farm chain. */
import { CORE, OUTSIDE, SEAT, TOWN, VILLAGE } from "../world/tiers.ts";
import type { World } from "../world/world.ts";
import type { Measure } from "./measure.ts";
import type { Observation } from "./observation.ts";

const M2_PER_HECTARE = 10_000;

function sumOver(world: World, figure: (j: number) => number): number {
  let sum = 0;
  for (let j = 0; j < world.sizes.settlements; j++)
    if (world.settlements.tier[j] !== OUTSIDE) sum += figure(j);
  return sum;
}

const arable = ({ world }: Observation): number => sumOver(world, (j) => world.settlements.arable[j]);
const abandoned = ({ world }: Observation): number => sumOver(world, (j) => world.settlements.abandoned[j]);

/** Mean over residents of the region. */
function perResident({ world }: Observation, figure: (j: number) => number): number {
  const { settlements: s } = world;
  const people = sumOver(world, (j) => s.residents[j]);
  return sumOver(world, (j) => figure(j) * s.residents[j]) / people;
}

const inCounties = (column: Float64Array): number =>
  column.subarray(0, -1).reduce((sum, value) => sum + value, 0);

export const landAndServices: readonly Measure[] = [
  {
    id: "idleHomesteadShare",
    label: { en: "Idle homesteads", zh: "闲置宅基地比重" },
    unit: "share",
    formula:
      "area of homesteads that nobody uses, of families that left before the start or since / area of all homesteads, villages and towns",
    good: "down",
    measure: ({ world }) => {
      const { settlements: s } = world;
      const idle = sumOver(world, (j) => (s.tier[j] <= TOWN ? s.homesteadIdle[j] + s.homesteadVacant[j] : 0));
      return idle / (idle + sumOver(world, (j) => (s.tier[j] <= TOWN ? s.homesteadUsed[j] : 0)));
    },
  },
  {
    id: "arable",
    label: { en: "Tilled arable land", zh: "实际耕种耕地" },
    unit: "ha",
    formula: "arable land in use",
    good: "up",
    measure: (now) => arable(now) / M2_PER_HECTARE,
  },
  {
    id: "arableStock",
    label: { en: "Arable land, tilled or idle", zh: "耕地保有量" },
    unit: "ha",
    formula: "tilled and abandoned arable land: what the red line counts",
    good: "up",
    measure: (now) => (arable(now) + abandoned(now)) / M2_PER_HECTARE,
  },
  {
    id: "abandonedShare",
    label: { en: "Abandoned arable land", zh: "撂荒率" },
    unit: "share",
    formula: "abandoned / (tilled + abandoned) arable land",
    good: "down",
    measure: (now) => abandoned(now) / (arable(now) + abandoned(now)),
  },
  {
    id: "builtLand",
    label: { en: "Built land", zh: "建设用地" },
    unit: "ha",
    formula: "homesteads, industrial, commercial and public land",
    good: null,
    measure: ({ world }) => {
      const { settlements: s } = world;
      const built = (j: number): number =>
        s.homesteadUsed[j] +
        s.homesteadIdle[j] +
        s.homesteadVacant[j] +
        s.industrial[j] +
        s.commercial[j] +
        s.publicLand[j];
      return sumOver(world, built) / M2_PER_HECTARE;
    },
  },
  {
    id: "access.mean",
    label: { en: "Access to services", zh: "公共服务可达性" },
    unit: "ratio",
    formula:
      "two-step floating catchment, mean over residents; 1 is the region's supply per head at the start",
    good: "up",
    measure: (now) => perResident(now, (j) => now.world.settlements.access[j]),
  },
  {
    id: "access.village",
    label: { en: "Access to services, villages", zh: "村庄公共服务可达性" },
    unit: "ratio",
    formula: "two-step floating catchment, mean over village residents",
    good: "up",
    measure: ({ world }) => {
      const { settlements: s } = world;
      const people = sumOver(world, (j) => (s.tier[j] === VILLAGE ? s.residents[j] : 0));
      return sumOver(world, (j) => (s.tier[j] === VILLAGE ? s.access[j] * s.residents[j] : 0)) / people;
    },
  },
  {
    id: "access.within20",
    label: { en: "Within 20 minutes of a county hospital", zh: "20分钟医疗圈覆盖率" },
    unit: "share",
    formula: "residents at most 20 minutes from a seat or core / residents",
    good: "up",
    measure: (now) => perResident(now, (j) => (now.world.settlements.minutesToHospital[j] <= 20 ? 1 : 0)),
  },
  {
    id: "budget.balance",
    label: { en: "Balance of county budgets", zh: "县级财政收支差额" },
    unit: "yuan/year",
    formula:
      "revenue - spending on services and interest - what counties and the state pay for policies, in the year",
    good: "up",
    measure: ({ sums }, before) =>
      before === undefined
        ? NaN
        : sums.revenue -
          before.sums.revenue -
          (sums.spent - before.sums.spent) -
          (sums.policyCost - before.sums.policyCost),
  },
  {
    id: "budget.debt",
    label: { en: "Debt of counties", zh: "县级债务" },
    unit: "yuan",
    formula: "what counties owe",
    good: "down",
    measure: ({ world }) => inCounties(world.jurisdictions.debt),
  },
  {
    id: "policyCost",
    label: { en: "Cost of policies", zh: "政策成本" },
    unit: "yuan/year",
    formula: "paid in the year for measures by counties and the state, with forgone land revenue",
    good: "down",
    measure: ({ sums }, before) => (before === undefined ? NaN : sums.policyCost - before.sums.policyCost),
  },
  {
    id: "farmerShare",
    label: { en: "Farmer share of retail value", zh: "农民所得份额" },
    unit: "share",
    formula: "raw share + (processed share - raw share) * part of the harvest processed in the county",
    good: "up",
    measure: (now) => {
      const { settlements: s, jurisdictions: g } = now.world;
      const a = now.assumptions;
      const farmers = sumOver(now.world, (j) => s.farmers[j]);
      const processed = sumOver(now.world, (j) => s.farmers[j] * g.processedShare[s.jurisdiction[j]]);
      if (farmers === 0) return NaN;
      return a.farmerShareRaw + (a.farmerShareProcessed - a.farmerShareRaw) * (processed / farmers);
    },
  },
  {
    id: "rentShare.city",
    label: { en: "Rent share in seats and cores", zh: "县城与中心城市房租占比" },
    unit: "share",
    formula: "share of the wage that living there costs, mean over residents of seats and cores",
    good: "down",
    measure: ({ world }) => {
      const { settlements: s } = world;
      const city = (j: number): boolean => s.tier[j] === SEAT || s.tier[j] === CORE;
      const people = sumOver(world, (j) => (city(j) ? s.residents[j] : 0));
      return sumOver(world, (j) => (city(j) ? s.rentShare[j] * s.residents[j] : 0)) / people;
    },
  },
];
