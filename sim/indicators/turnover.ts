/** Indicators of how many people come and go, however few of them stay. */
import { CORE, SEAT, TIER_NAMES, TOWN, VILLAGE } from "../world/tiers.ts";
import { TIER_LABELS } from "./labels.ts";
import type { Measure } from "./measure.ts";
import { comingAndGoing } from "./observation.ts";

export const turnover: readonly Measure[] = [VILLAGE, TOWN, SEAT, CORE].map((tier) => ({
  id: `turnover.${TIER_NAMES[tier]}`,
  label: { en: `Turnover of people of ${TIER_LABELS[tier].en}`, zh: `${TIER_LABELS[tier].zh}总迁移率` },
  unit: "permille/year",
  formula: "(moves in + moves out) during the year / residents * 1000; moves within the tier not counted",
  good: null,
  measure: (now, before) => {
    if (before === undefined || now.residents[tier] === 0) return NaN;
    const { into, out } = comingAndGoing(now, before, tier);
    return ((into + out) / now.residents[tier]) * 1000;
  },
}));
