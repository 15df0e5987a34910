/** Rates of life by completed age: death, birth, first marriage. */
import { exp } from "../../numerics/elementary.ts";

export const OLDEST = 120;
/** Ages of childbearing, as total fertility counts them. */
const FIRST_BIRTH = 15;
const LAST_BIRTH = 49;
/** Standard deviation of mothers' ages, years; assumed. */
const MOTHERS_SPREAD = 5.5;
/** Least age at marriage of women and of men (Civil Code of 2020, art. 1047). */
export const BRIDE = 20;
export const GROOM = 22;
/** Age after which nobody marries for the first time; assumed. */
const LAST_WEDDING = 49;
/** Standard deviation of brides' ages, years; assumed. */
const BRIDES_SPREAD = 4.5;
/** Years by which men marry later than women: 29.38 against 27.95 in the census of 2020, rounded. */
const GROOMS_LATER = 1;

/**
 * Chance to die within a year at a completed age: Gompertz hazard b e^(b (x - M)) with modal age M and slope b
 * (Gompertz 1825, parametrised by the mode as in Missov et al. 2015), and infant mortality in the first year.
 */
export function yearlyDeath(age: number, slope: number, mode: number, infant: number): number {
  if (age === 0) return infant;
  // Integral of the hazard from x to x + 1.
  const hazard = exp(slope * (age + 1 - mode)) - exp(slope * (age - mode));
  return 1 - exp(-hazard);
}

/** A normal curve over completed ages from `first` to `last`, which adds up to `total`; 0 at other ages. */
function normalByAge(first: number, last: number, mean: number, spread: number, total: number): Float64Array {
  const part = new Float64Array(OLDEST + 1);
  let sum = 0;
  for (let age = first; age <= last; age++) {
    const z = (age + 0.5 - mean) / spread;
    part[age] = exp(-0.5 * z * z);
    sum += part[age];
  }
  for (let age = first; age <= last; age++) part[age] *= total / sum;
  return part;
}

/** Births a year of a woman of each age, 15-49, that add up to `total`: a normal curve around the mean age. */
export const fertilityByAge = (total: number, mean: number): Float64Array =>
  normalByAge(FIRST_BIRTH, LAST_BIRTH, mean, MOTHERS_SPREAD, total);

/**
 * Chance that an unmarried woman of each age marries within a year, such that the share `ever` of all women does at
 * some time, at ages spread normally around the mean.
 */
export function marriageByAge(ever: number, mean: number): Float64Array {
  const weddings = normalByAge(BRIDE, LAST_WEDDING, mean, BRIDES_SPREAD, ever);
  let unmarried = 1;
  return weddings.map((part) => {
    // Where all marry, rounding may leave fewer than none for the last age.
    const chance = part > 0 ? part / Math.max(part, unmarried) : 0;
    unmarried -= part;
    return chance;
  });
}

/**
 * Share of women of each age who have married, where those who expect a child marry before it comes: what the two
 * rates, held as they are, lead to.
 */
export function everMarriedByAge(marriage: Float64Array, fertility: Float64Array): Float64Array {
  const share = new Float64Array(marriage.length);
  let unmarried = 1;
  for (let age = BRIDE; age < share.length; age++) {
    share[age] = 1 - unmarried;
    unmarried *= (1 - marriage[age]) * (1 - Math.min(1, fertility[age]));
  }
  return share;
}

/** The same of a man of that age. */
export const husbands = (everMarried: Float64Array, age: number): number =>
  age < GROOM ? 0 : everMarried[age - GROOMS_LATER];
