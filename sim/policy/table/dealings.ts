/** Dealings of counties with neighbours, one matter at a time; each overrides the coordination of all three. */
import { rule } from "./row.ts";

const VALUES = [
  { id: "unset", en: "as all dealings", zh: "同总体方式" },
  { id: "planned", en: "planned", zh: "统一规划" },
  { id: "market", en: "by market", zh: "市场协调" },
] as const;
const SOURCE = "no source: a choice of this design";

export const dealings = {
  zoningRule: rule(
    "Zoning across borders",
    "跨界功能区划",
    "How a county settles zoning at the border with neighbours who do so too.",
    VALUES,
    SOURCE,
  ),
  sitingRule: rule(
    "Siting across borders",
    "跨界邻避设施选址",
    "How a county settles with others who takes an unwanted facility.",
    VALUES,
    SOURCE,
  ),
  linkRule: rule(
    "Links across borders",
    "跨界基础设施建设",
    "How a county settles links across the border with neighbours who do so too.",
    VALUES,
    SOURCE,
  ),
} as const;
