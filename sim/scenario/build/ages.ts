/** Ages of the first month: census bands, split into town and country, and turned into months. */
import { logistic } from "../../numerics/elementary.ts";
import { BAND_FROM } from "../bands.ts";
import { CENSUS_BANDS } from "../scenario.ts";

const BAND_YEARS = [1, 4, 5, 5, 5, 5, 5, 5, 5, 5, 5, 5, 5, 5, 5, 5, 5, 5, 10];
const FIRST_OLD_BAND = 14;
/** Log odds of living in a town for people of 65 and more: 17.7 % of rural, 11.1 % of urban people in 2020. */
const OLD_URBAN_LOG_ODDS = -0.54;

/**
 * Splits each age band into town and country so that the bands keep their totals, the urban sum is met, and
 * older people live in the country more often. Bisection on the log odds.
 */
export function urbanByBand(ages: readonly number[], urban: number): number[] {
  const share = (base: number, band: number): number =>
    logistic(base + (band >= FIRST_OLD_BAND ? OLD_URBAN_LOG_ODDS : 0));
  let low = -40;
  let high = 40;
  for (let k = 0; k < 80; k++) {
    const middle = (low + high) / 2;
    let total = 0;
    for (let band = 0; band < CENSUS_BANDS; band++) total += ages[band] * share(middle, band);
    if (total < urban) low = middle;
    else high = middle;
  }
  return ages.map((count, band) => count * share((low + high) / 2, band));
}

/** An age in months from a quantile of the bands and a place within the band, both from 0 to 1. */
export type AgeSampler = (quantile: number, within: number) => number;

/** Turns even quantiles into ages in months, by band weights. */
export function ageSampler(weights: readonly number[]): AgeSampler {
  const cumulative: number[] = [];
  let total = 0;
  for (const weight of weights) cumulative.push((total += weight));
  return (quantile, within) => {
    const target = quantile * total;
    let band = 0;
    while (band < CENSUS_BANDS - 1 && cumulative[band] <= target) band++;
    return Math.floor((BAND_FROM[band] + BAND_YEARS[band] * within) * 12);
  };
}
