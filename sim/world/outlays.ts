import { column } from "./table.ts";

/**
 * One row a policy and payer, row = policy * jurisdictions + payer: the county, or the last row, the state. Policies
 * stand in the order of their names. These are books about the rest of the world, not part of what the state hash takes.
 */
export const outlayColumns = {
  cost: column("f64", "yuan", "paid or forgone by the payer for the policy since the start"),
  force: column(
    "f64",
    "share",
    "part of the policy's measures at this payer's expense that is in force this month: 1, or 0 while they rest",
  ),
} as const;
