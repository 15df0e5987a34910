/** Flows between tiers: the origin–destination table of the whole run. */
import { TIERS, type FlowKind, type RunResult, type Tier } from "../../engine/result.ts";
import type { Text } from "../../indicators/indicator.ts";

export const TIER_NAMES: Readonly<Record<Tier, Text>> = {
  village: { en: "Villages", zh: "乡村" },
  town: { en: "Towns", zh: "乡镇" },
  seat: { en: "County seats", zh: "县城" },
  core: { en: "Core city", zh: "中心城市" },
  outside: { en: "Outside", zh: "区外" },
};

/** Mean flow a year, `[from][to]` in the order of TIERS; what stays within a tier stands on the diagonal. */
export function flowsBetweenTiers({ zones, flows, years }: RunResult, kind: FlowKind): number[][] {
  const sums = TIERS.map(() => TIERS.map(() => 0));
  const tierOf = zones.map(({ tier }) => TIERS.indexOf(tier));
  const count = zones.length;
  flows[kind].forEach((value, index) => {
    const pair = Math.floor(index / count);
    sums[tierOf[pair % count]][tierOf[index % count]] += value;
  });
  const span = Math.max(1, years.length - 1);
  return sums.map((row) => row.map((sum) => sum / span));
}
