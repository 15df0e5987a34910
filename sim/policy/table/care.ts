/** Schools, clinics, hospitals and pensions that policies pay for beside the ordinary budget. */
import { ASSUMED, lever } from "./row.ts";

const beside = (what: string): string =>
  `Yearly spending on ${what} there beyond the ordinary, per resident.`;

export const care = {
  schoolBudget: lever(
    "Extra budget of schools per resident",
    "人均学校追加预算",
    beside("schools alone"),
    "yuan/year",
    [0, 20_000],
    ASSUMED,
  ),
  clinicBudget: lever(
    "Extra budget of clinics per resident",
    "人均基层医疗追加预算",
    beside("clinics and township hospitals alone"),
    "yuan/year",
    [0, 20_000],
    ASSUMED,
  ),
  hospitalBudget: lever(
    "Extra budget of county hospitals per resident",
    "人均县级医院追加预算",
    beside("the county hospital alone, where one stands: in seats, cores and towns that have a branch of it"),
    "yuan/year",
    [0, 20_000],
    ASSUMED,
  ),
  townHospital: lever(
    "Branch of the county hospital",
    "县级医院分院",
    "Yearly cost of a branch of the county hospital in the town, which is one to whoever reaches it.",
    "yuan/year",
    [0, 1_000_000_000],
    "county hospitals and the 20-minute medical circle (policy of Quzhou) for the form",
  ),
  pensionTopUp: lever(
    "Top-up of pensions",
    "养老金补贴",
    "Paid each month to pensioners who are registered there, whole yuan.",
    "yuan/month",
    [0, 5000],
    ASSUMED,
  ),
} as const;
