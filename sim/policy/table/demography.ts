/** Births, deaths and schooling. */
import { ASSUMED, assumption } from "./row.ts";

export const demography = {
  schoolingTarget: assumption(
    "Schooling of the young",
    "新生代受教育年限",
    "Mean years of schooling that children born in the region complete.",
    "years",
    [6, 20],
    13,
    ASSUMED,
  ),
  gompertzSlope: assumption(
    "Slope of mortality",
    "死亡率斜率",
    "Rise of the logarithm of adult mortality with a year of age (Gompertz 1825).",
    "per-year",
    [0.05, 0.15],
    0.1,
    "adult human mortality doubles in about seven years; assumed",
  ),
  modalAge: assumption(
    "Modal age at death",
    "死亡众数年龄",
    "Age at which most adults die at the start.",
    "years",
    [60, 100],
    85,
    "chosen so that life expectancy is about 78 years; assumed",
  ),
  infantMortality: assumption(
    "Infant mortality",
    "婴儿死亡率",
    "Chance to die in the first year of life.",
    "share",
    [0, 0.2],
    0.006,
    "assumed, near the national 5.4 permille of 2020",
  ),
  childbearingAge: assumption(
    "Mean age of mothers",
    "平均生育年龄",
    "Mean age of mothers at birth; ages spread normally with a standard deviation of 5.5 years.",
    "years",
    [20, 40],
    28.5,
    ASSUMED,
  ),
} as const;
