/** Farms and what becomes of their produce. */
import { ASSUMED, assumption } from "./row.ts";

export const farming = {
  landShare: assumption(
    "Land share of farm output",
    "农业土地份额",
    "Exponent of land in the farm production function; the rest is labour, shared as income (Lewis 1954).",
    "share",
    [0.1, 0.9],
    0.4,
    ASSUMED,
  ),
  farmerShareRaw: assumption(
    "Farmer share of retail, raw produce",
    "初级农产品农民所得份额",
    "Part of the retail price that reaches the farm when produce is sold raw.",
    "share",
    [0.05, 0.9],
    0.28,
    "assumed, within the usual 0.2-0.35",
  ),
  farmerShareProcessed: assumption(
    "Farmer share of retail, local processing",
    "本地加工农民所得份额",
    "Part of the retail price that reaches the farm when produce is processed nearby.",
    "share",
    [0.05, 0.95],
    0.5,
    "assumed, within the usual 0.45-0.6",
  ),
  retailMargin: assumption(
    "Margin of trade",
    "流通加价",
    "Part of the retail price of farm produce that stays with traders outside the region.",
    "share",
    [0, 0.8],
    0.25,
    ASSUMED,
  ),
  farmLabourPerHectare: assumption(
    "Farm labour needed per hectare",
    "每公顷所需农业劳动力",
    "Farm workers that a hectare of farm land needs at the start; machines lower it as productivity grows.",
    "persons/ha",
    [0.01, 10],
    0.5,
    ASSUMED,
  ),
  abandonmentSpeed: assumption(
    "Speed of abandonment",
    "撂荒速度",
    "Part of the gap to the long-run share of idle fields that is closed in a year.",
    "per-year",
    [0, 1],
    0.2,
    ASSUMED,
  ),
} as const;
