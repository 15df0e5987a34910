/** National figures that stand in where a table has none. Each says where it comes from. */
import { splitWhole } from "../../numerics/rounding.ts";
import type { SourceInfo } from "../scenario.ts";
import type { AgeShares } from "./unit.ts";

/** Thousand residents of China by census band. 2020: ages 0 and 1-4 are parted by the 12.0 million births of that year. */
const AGES_2010 = [
  13786, 61746, 70882, 74908, 99889, 127413, 101014, 97138, 118026, 124754, 105595, 78753, 81312, 58667,
  41113, 32972, 23852, 13373, 7616,
];
const AGES_2020 = [
  12000, 65884, 90244, 85256, 72684, 74942, 91847, 124145, 99013, 92955, 114225, 121164, 101401, 73383, 74006,
  49590, 31239, 20383, 15418,
];

/** Where the bands of 15, 60 and 65 begin. */
const GROUPS = [0, 4, 13, 14, AGES_2020.length] as const;

/**
 * The national pattern of ages in a year, on so many residents: between the two censuses linear, constant outside.
 *
 * @param known parts of the residents that are known; the pattern then holds within the groups, and between those of
 *   which nothing is known
 */
export function nationalAges(year: number, residents: number, known: AgeShares = {}): number[] {
  const part = Math.min(1, Math.max(0, (year - 2010) / 10));
  const weights = Float64Array.from(AGES_2010, (old, band) => old * (1 - part) + AGES_2020[band] * part);
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  const groups = GROUPS.slice(1).map((end, k) =>
    weights.slice(GROUPS[k], end).reduce((sum, weight) => sum + weight / total, 0),
  );
  const wanted = groupShares(groups, known);
  const scaled = weights.map((weight, band) => {
    const k = GROUPS.findLastIndex((first) => first <= band);
    return (weight * wanted[k]) / groups[k];
  });
  const whole = new Float64Array(weights.length);
  splitWhole(residents, scaled, whole);
  return [...whole];
}

/** Parts of those under 15, of 15-59, 60-64, and 65 and over, from the national ones and what is known. */
function groupShares(national: readonly number[], { young, old60, old65 }: AgeShares): number[] {
  const [, , sixties, seniors] = national;
  const oldest = old65 ?? (old60 === undefined ? undefined : (old60 * seniors) / (sixties + seniors));
  const elders = old60 === undefined || oldest === undefined ? undefined : Math.max(0, old60 - oldest);
  const shares = [young, undefined, elders, oldest];
  const given = shares.reduce<number>((sum, share) => sum + (share ?? 0), 0);
  const open = national.reduce((sum, share, k) => sum + (shares[k] === undefined ? share : 0), 0);
  return national.map((share, k) => shares[k] ?? (Math.max(0, 1 - given) * share) / open);
}

/** Rural residents of an administrative village: 509.79 million in 2020 over 502,000 villager committees. */
export const VILLAGE_RESIDENTS = 1016;
/** Villages of a town or township: 502,000 over about 29,970 in 2020. */
export const VILLAGES_PER_TOWN = 16.75;
/** Persons, residents or registered, that a square kilometre of a made-up area holds at most; assumed. */
export const MOST_PER_KM2 = 800;
/** No unit beyond this tells how far another reaches, as an island would not; assumed: its square is 62,500 km2. */
export const FARTHEST_NEIGHBOUR_KM = 250;
/** Rural residents per square kilometre where there is no neighbour to measure from; assumed. */
export const RURAL_PER_KM2 = 120;

/** Sources of what is filled in, by key. */
export const FILL_SOURCES = {
  "national-ages": {
    title: "Population censuses of China 2010 and 2020, residents of the country by age",
    year: 2020,
    note:
      "The national pattern on the residents of the unit, between the censuses linear, outside them constant. " +
      "Of the children under 5 of 2020, 12.0 million are counted as age 0, the births of that year.",
  },
  "villages-by-rural-residents": {
    title:
      "502,000 villager committees (National Bureau of Statistics of China) over 509.79 million rural residents",
    year: 2020,
    note: "Synthesised: rural residents of the start year over 1,016 a village, or more where the region is very large.",
  },
  "towns-by-villages": {
    title: "Towns and townships of China over its villages, 2020",
    year: 2020,
    note: "Synthesised: one town for 16.75 villages. The 29,970 towns and townships are quoted from memory.",
  },
  "area-by-spacing": {
    title: "Square of the mean distance to the three nearest units of the table within 250 km",
    note:
      "Synthesised: at least one square kilometre for 800 persons, and a lone unit one for 120 rural residents; " +
      "the three figures are assumed.",
  },
} as const satisfies Readonly<Record<string, SourceInfo>>;

export type FillSource = keyof typeof FILL_SOURCES;
