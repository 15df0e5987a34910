/** Budgets and services. */
import { ASSUMED, assumption } from "./row.ts";

export const government = {
  publicJobShare: assumption(
    "Public share of tertiary work",
    "公共服务占第三产业就业比重",
    "Part of tertiary employment that works in schools, health, care and administration at the start.",
    "share",
    [0, 1],
    0.3,
    ASSUMED,
  ),
  taxShare: assumption(
    "Tax on modern value added",
    "现代部门税率",
    "Part of modern value added that the county receives.",
    "share",
    [0, 0.6],
    0.1,
    "Quzhou 2023: general budget revenue 20.421 bn yuan on a GDP of 212.52 bn yuan",
  ),
  debtCap: assumption(
    "Debt cap",
    "债务上限",
    "Debt that a county may hold, in years of its revenue.",
    "years",
    [0, 10],
    1,
    ASSUMED,
  ),
  catchmentMinutes: assumption(
    "Catchment",
    "服务半径",
    "Travel time within which people use a facility.",
    "minutes",
    [5, 120],
    20,
    "20-minute medical circle (policy of Quzhou); E2SFCA form after Luo & Qi 2009",
  ),
} as const;
