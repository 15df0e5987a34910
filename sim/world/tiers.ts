/** Codes of the column `tier`, of the order in which settlements outrank each other. */
export const VILLAGE = 0;
export const TOWN = 1;
export const SEAT = 2;
export const CORE = 3;
export const OUTSIDE = 4;
export const TIER_NAMES = ["village", "town", "seat", "core", "outside"] as const;
export type TierName = (typeof TIER_NAMES)[number];
