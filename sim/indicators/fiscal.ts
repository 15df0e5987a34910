/** Indicators of public money: what counties earn, spend and owe. */
import type { World } from "../world/world.ts";
import type { Measure } from "./measure.ts";
import type { Observation } from "./observation.ts";
import { inCounties, sumOver } from "./overPlaces.ts";

type Sums = "revenue" | "spent" | "policyCost" | "transfers" | "landRevenue";

const inYear = (now: Observation, before: Observation | undefined, ...kinds: readonly Sums[]): number =>
  before === undefined ? NaN : kinds.reduce((sum, kind) => sum + now.sums[kind] - before.sums[kind], 0);

const own = (now: Observation, before: Observation | undefined): number =>
  inYear(now, before, "revenue") - inYear(now, before, "transfers");

const balance = (now: Observation, before: Observation | undefined): number =>
  inYear(now, before, "revenue") - inYear(now, before, "spent", "policyCost");

const residents = (world: World): number =>
  sumOver(world, (j) => world.settlements.residents[j]) * world.sizes.scale;

/** Value added a year at this month's rate: firms, farms before rent, and the pay of public workers. */
export function output(world: World): number {
  const { settlements: s, firms, sizes } = world;
  const sectors = firms.value.length / sizes.settlements;
  return (
    12 *
    sumOver(world, (j) => {
      let value = (s.farmIncome[j] * s.farmers[j] * sizes.scale) / (1 - s.rentBurden[j]);
      value += s.public[j] * sizes.scale * s.wage[j];
      for (let sector = 0; sector < sectors; sector++) value += firms.value[j * sectors + sector];
      return value;
    })
  );
}

export const fiscal: readonly Measure[] = [
  {
    id: "budget.balance",
    label: { en: "Balance of county budgets", zh: "县级财政收支差额" },
    unit: "yuan/year",
    formula:
      "revenue of counties - all they spend but on policies (services, upkeep, newcomers, interest, land, links, facilities) - what they and the state pay for policies, in the year",
    good: "up",
    measure: balance,
  },
  {
    id: "budget.perHead",
    label: { en: "Balance per resident", zh: "人均财政收支差额" },
    unit: "yuan/year",
    formula: "balance of county budgets / residents of the region",
    good: "up",
    measure: (now, before) => balance(now, before) / residents(now.world),
  },
  {
    id: "budget.ownShare",
    label: { en: "Fiscal self-reliance", zh: "财政自给率" },
    unit: "ratio",
    formula: "revenue without transfers / all spending of counties, with the cost of policies, in the year",
    good: "up",
    measure: (now, before) => own(now, before) / inYear(now, before, "spent", "policyCost"),
  },
  {
    id: "budget.landShare",
    label: { en: "Dependence on land sales", zh: "土地财政依赖度" },
    unit: "share",
    formula: "revenue from land sales / revenue without transfers, in the year",
    good: "down",
    measure: (now, before) => inYear(now, before, "landRevenue") / own(now, before),
  },
  {
    id: "budget.landRevenue",
    label: { en: "Revenue from land sales", zh: "土地出让收入" },
    unit: "yuan/year",
    formula: "what counties kept in the year of the price of land, after compensation",
    good: null,
    measure: (now, before) => inYear(now, before, "landRevenue"),
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
    id: "budget.debtToOutput",
    label: { en: "Debt over output", zh: "债务率" },
    unit: "ratio",
    formula:
      "what counties owe / yearly value added of firms and farms and pay of public workers, at this month's rate",
    good: "down",
    measure: ({ world }) => inCounties(world.jurisdictions.debt) / output(world),
  },
  {
    id: "budget.madeGood",
    label: { en: "Gaps that the state made good", zh: "国家补足的财政缺口" },
    unit: "yuan",
    formula: "given into treasuries of counties since the start where no budget binds",
    good: "down",
    measure: ({ world }) => inCounties(world.jurisdictions.madeGood),
  },
  {
    id: "budget.granted",
    label: { en: "Plans that were paid", zh: "财政计划保障率" },
    unit: "share",
    formula: "granted / planned spending of counties on services, upkeep and newcomers in the year",
    good: "up",
    measure: ({ sums }, before) =>
      before === undefined
        ? NaN
        : (inCounties(sums.paidBy) - inCounties(before.sums.paidBy)) /
          (inCounties(sums.planned) - inCounties(before.sums.planned)),
  },
  {
    id: "policyCost",
    label: { en: "Cost of policies", zh: "政策成本" },
    unit: "yuan/year",
    formula: "paid in the year for measures by counties and the state, with forgone land revenue",
    good: "down",
    measure: (now, before) => inYear(now, before, "policyCost"),
  },
];
