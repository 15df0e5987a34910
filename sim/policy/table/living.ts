/** What households do with money. */
import { ASSUMED, assumption } from "./row.ts";

export const living = {
  consumptionShare: assumption(
    "Share of income consumed",
    "消费率",
    "Part of disposable income that is spent in the month it is earned.",
    "share",
    [0.3, 1],
    0.7,
    "household saving rates of about 30 % (national accounts); assumed",
  ),
  localSpendingShare: assumption(
    "Share of spending on local services",
    "本地服务消费份额",
    "Part of consumption that goes to services within reach; the rest buys goods from outside.",
    "share",
    [0.05, 0.9],
    0.4,
    ASSUMED,
  ),
  remittanceShare: assumption(
    "Remittance share of a circulating migrant's wage",
    "流动务工者汇款率",
    "Part of the wage that a migrant whose family stayed sends home.",
    "share",
    [0, 0.8],
    0.25,
    "assumed, within the usual 0.2-0.35 of single movers",
  ),
  shoppingDecay: assumption(
    "Shopping distance decay",
    "购物距离衰减",
    "Huff model: per cent of attraction lost with one minute more on the way.",
    "per-minute",
    [0.001, 1],
    0.07,
    "Huff 1964 for the form; value assumed",
  ),
  pensionRural: assumption(
    "Pension of rural residents",
    "城乡居民养老金",
    "Monthly pension from the state of those registered in villages and towns, at the start; it grows with productivity.",
    "yuan/month",
    [0, 10_000],
    180,
    "assumed, near the residents' scheme's mean of about 170-180 yuan in 2020",
  ),
  pensionUrban: assumption(
    "Pension of urban residents",
    "城镇职工养老金",
    "Monthly pension from the state of those registered in seats and cores, at the start; it grows with productivity.",
    "yuan/month",
    [0, 20_000],
    2900,
    "assumed, near the employees' scheme's mean of about 2,900-3,300 yuan in 2020",
  ),
} as const;
