/** New Countryside Construction: public works on how villages look. */
import { ASSUMED, assumption, lever } from "./row.ts";

export const village = {
  villageRenewal: assumption(
    "Cost of renewing a village",
    "村庄整体更新成本",
    "Public works per registered person that renew all streets, fronts and dwellings of a place once.",
    "yuan/person",
    [1000, 500_000],
    20_000,
    ASSUMED,
  ),
  appearanceWear: assumption(
    "Wear of looks",
    "风貌损耗率",
    "Part of what public works have renewed that wears out in a year.",
    "per-year",
    [0, 1],
    0.05,
    "assumed: twenty years",
  ),
  appearanceWeight: assumption(
    "Weight of looks",
    "风貌权重",
    "Weight of the logarithm of one plus what public works have renewed in the utility of living in a place.",
    "utility",
    [0, 5],
    0.1,
    "assumed, a fifth of the weight of services",
  ),
  styleReturn: assumption(
    "Return of the own style",
    "乡土风貌恢复速度",
    "Part of the common design that gives way to the place's own styles in a year, as houses are rebuilt.",
    "per-year",
    [0, 1],
    0.01,
    ASSUMED,
  ),
  villageConstruction: lever(
    "Village construction per registered person",
    "户籍人均村庄建设",
    "Yearly public works on streets, fronts and dwellings there, per registered person.",
    "yuan/year",
    [0, 20_000],
    "New Countryside Construction (from 2006) for the form",
  ),
  templateShare: lever(
    "One common design",
    "统一设计比例",
    "Part of those works that is done to one design for all, p <- (1 - l) p + l p*, l the part of the place renewed.",
    "share",
    [0, 1],
    "assumed form of a template policy; the move of profiles is that of homogenisation indices",
  ),
} as const;
