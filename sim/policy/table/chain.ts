/** The way of produce from farm to table: processing, logistics, direct sale. */
import { ASSUMED, assumption, lever } from "./row.ts";

export const chain = {
  farmerShareDirect: assumption(
    "Farmer share of retail, direct sale",
    "直销农民所得份额",
    "Part of the retail price that reaches the farm when it sells to those who eat, parcels and fees paid.",
    "share",
    [0.05, 0.95],
    0.65,
    "assumed, above the usual 0.45-0.6 of processed or cooperative sale",
  ),
  logisticsCost: assumption(
    "Cost of better logistics",
    "物流改善成本",
    "What cold stores, depots and lorries cost for each yuan that they save between farm and retail.",
    "ratio",
    [0, 5],
    0.5,
    ASSUMED,
  ),
  directSaleCost: assumption(
    "Cost of direct sale",
    "直销扶持成本",
    "What stations, training and promotion cost for each yuan of retail value sold directly.",
    "ratio",
    [0, 2],
    0.08,
    ASSUMED,
  ),
  processingSupport: lever(
    "Support of farm processing",
    "农产品加工补助",
    "Part of investment in farm processing there that the payer gives as a grant, beside any other.",
    "share",
    [0, 0.9],
    ASSUMED,
  ),
  logisticsSupport: lever(
    "Better logistics",
    "物流降本",
    "Part of the traders' margin on produce from there that falls away; the payer bears stores, depots and lorries.",
    "share",
    [0, 1],
    ASSUMED,
  ),
  digitalSales: lever(
    "Direct sale",
    "数字直销",
    "Part of the produce of the place that is sold directly; the payer bears stations, training and promotion.",
    "share",
    [0, 0.8],
    ASSUMED,
  ),
} as const;
