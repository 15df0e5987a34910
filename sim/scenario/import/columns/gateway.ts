/** Columns of gateways: labour markets outside the region. */
import { type Column, figure } from "./column.ts";

export const gatewayColumns = {
  workers: figure("whole", "persons", 1, 1_000_000_000, "workers", "从业人员", "从业人数", "劳动力市场规模"),
  monthlyWage: figure(
    "decimal",
    "yuan a month",
    1,
    1_000_000,
    "monthly_wage_yuan",
    "monthly wage",
    "月工资",
    "月均工资",
  ),
  rentShare: figure("share", "share", 0, 0.8, "rent_share", "房租占比"),
} as const satisfies Readonly<Record<string, Column>>;
