/** Building land and homesteads. */
import { ASSUMED, assumption } from "./row.ts";

export const land = {
  capitalPerHectare: assumption(
    "Modern capital per hectare of building land",
    "单位用地资本",
    "Capital that a hectare of industrial or commercial land carries.",
    "yuan/ha",
    [1e5, 1e9],
    1.5e7,
    ASSUMED,
  ),
  buildingLandQuota: assumption(
    "Yearly building quota",
    "年度建设用地指标",
    "New building land that a county may take in a year, as a share of its built land at the start.",
    "per-year",
    [0, 0.2],
    0.015,
    ASSUMED,
  ),
  landPrice: assumption(
    "Price of building land",
    "建设用地价格",
    "What a firm pays the county for a hectare of industrial land.",
    "yuan/ha",
    [0, 1e8],
    3.0e6,
    ASSUMED,
  ),
  landCompensation: assumption(
    "Compensation share",
    "征地补偿份额",
    "Part of the land price that goes to the households that give the land up.",
    "share",
    [0, 1],
    0.3,
    ASSUMED,
  ),
  reclaimCost: assumption(
    "Cost of reclaiming homesteads",
    "宅基地复垦成本",
    "What it costs to turn a hectare of idle homestead into arable land.",
    "yuan/ha",
    [0, 1e7],
    750_000,
    "assumed, 50,000 yuan a mu",
  ),
  homesteadPerHousehold: assumption(
    "Homestead per household",
    "户均宅基地",
    "Land of one rural household's homestead.",
    "m2",
    [20, 2000],
    200,
    ASSUMED,
  ),
} as const;
