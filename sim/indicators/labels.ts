/** Names of tiers as they stand in the labels of indicators, by code of the tier. */
export const TIER_LABELS = [
  { en: "villages", zh: "村庄" },
  { en: "towns", zh: "乡镇" },
  { en: "county seats", zh: "县城" },
  { en: "core cities", zh: "中心城市" },
  { en: "outside", zh: "区外" },
] as const;
