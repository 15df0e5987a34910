/** What bounds the budgets of counties. */
import { rule } from "./row.ts";

export const budget = {
  budgetRule: rule(
    "Budget rule",
    "预算约束",
    "Whether what a county plans is cut to what it can pay, or the state makes every gap good: a plan without a budget check.",
    [
      { id: "binds", en: "the budget binds", zh: "预算有约束" },
      { id: "madeGood", en: "the state makes good every gap", zh: "国家补足缺口" },
    ],
    "no source: a choice of this design, to tell what the budget does",
  ),
} as const;
