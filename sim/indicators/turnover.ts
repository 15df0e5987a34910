/** Indicators of how many people come and go, however few of them stay. */
import { CORE, SEAT, TIER_NAMES, TOWN, VILLAGE } from "../world/tiers.ts";
import type { Measure } from "./measure.ts";
import { flowBetween } from "./observation.ts";

const TIER_LABELS = [
  { en: "villages", zh: "村庄" },
  { en: "towns", zh: "乡镇" },
  { en: "county seats", zh: "县城" },
  { en: "core cities", zh: "中心城市" },
] as const;

export const turnover: readonly Measure[] = [VILLAGE, TOWN, SEAT, CORE].map((tier) => ({
  id: `turnover.${TIER_NAMES[tier]}`,
  label: { en: `Turnover of people of ${TIER_LABELS[tier].en}`, zh: `${TIER_LABELS[tier].zh}总迁移率` },
  unit: "permille/year",
  formula: "(moves in + moves out) during the year / residents * 1000; moves within the tier not counted",
  good: null,
  measure: ({ world, residents, sums }, before) => {
    if (before === undefined || residents[tier] === 0) return NaN;
    const isThis = (other: number): boolean => other === tier;
    const others = (other: number): boolean => other !== tier;
    const into = flowBetween(world, sums.people, before.sums.people, others, isThis);
    const out = flowBetween(world, sums.people, before.sums.people, isThis, others);
    return ((into + out) / residents[tier]) * 1000;
  },
}));
