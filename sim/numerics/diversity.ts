/**
 * Diversity of profiles: how many kinds there are inside one place, and how different places are from each
 * other. A profile is a list of shares p_k >= 0 that sum to 1, one for each kind; kinds that are absent have
 * share 0. Profiles that are compared name the same kinds in the same order. Logarithms are natural.
 *
 * Sources: C. E. Shannon (1948), Bell System Technical Journal 27, 379-423; E. H. Simpson (1949), Nature 163,
 * 688; M. O. Hill (1973), Ecology 54, 427-432; E. C. Pielou (1966), Journal of Theoretical Biology 13,
 * 131-144; J. Lin (1991), IEEE Transactions on Information Theory 37, 145-151 (Jensen-Shannon); J. R. Bray &
 * J. T. Curtis (1957), Ecological Monographs 27, 325-349; P. Krugman (1991), Geography and Trade, MIT Press.
 */
import { exp, ln, pow } from "./elementary.ts";
import { compensatedSum } from "./sums.ts";

export type Profile = ArrayLike<number>;

const ofKinds = (profile: Profile, term: (share: number) => number): number =>
  compensatedSum(Float64Array.from(profile, term));

/** Shannon's entropy -sum p ln p, nats: 0 for one kind, ln S for S equal ones. */
export const shannon = (profile: Profile): number =>
  ofKinds(profile, (share) => (share > 0 ? -share * ln(share) : 0));

/**
 * Chance that two draws are of different kinds, 1 - sum p^2 (Gini-Simpson): 0 for one kind, 1 - 1/S for S
 * equal ones.
 */
export const simpson = (profile: Profile): number => 1 - ofKinds(profile, (share) => share * share);

/**
 * Hill's number of order q, (sum p^q)^(1/(1-q)): the count of equally common kinds that would be as diverse.
 * Order 0 counts kinds, order 1 is the limit e^H, order 2 is 1 / sum p^2.
 *
 * @param order at least 0
 */
export function hillNumber(profile: Profile, order: number): number {
  if (order === 1) return exp(shannon(profile));
  const total = ofKinds(profile, (share) => (share > 0 ? pow(share, order) : 0));
  return pow(total, 1 / (1 - order));
}

/**
 * Pielou's evenness H / ln S over the S kinds that are present: 1 where they are equal; NaN where there are
 * not two.
 */
export function evenness(profile: Profile): number {
  const kinds = ofKinds(profile, (share) => (share > 0 ? 1 : 0));
  return kinds < 2 ? NaN : shannon(profile) / ln(kinds);
}

/**
 * Cosine of the angle between two profiles: 1 where they are the same, 0 where they share no kind; NaN of
 * nothing.
 */
export function cosine(a: Profile, b: Profile): number {
  sameKinds("cosine", a, b);
  const dot = compensatedSum(Float64Array.from(a, (share, k) => share * b[k]));
  const squares = ofKinds(a, (share) => share * share) * ofKinds(b, (share) => share * share);
  return dot / Math.sqrt(squares);
}

/** Bray-Curtis dissimilarity sum |a - b| / sum (a + b), 0 to 1; also for counts. NaN of nothing. */
export function brayCurtis(a: Profile, b: Profile): number {
  const apart = krugmanIndex(a, b);
  return apart / compensatedSum(Float64Array.from(a, (share, k) => share + b[k]));
}

/**
 * Krugman's specialisation: sum |a - b| over the kinds, b often the mean of all places; 0 (alike) to 2
 * (nothing shared).
 */
export function krugmanIndex(a: Profile, b: Profile): number {
  sameKinds("krugmanIndex", a, b);
  return compensatedSum(Float64Array.from(a, (share, k) => Math.abs(share - b[k])));
}

/**
 * Location quotients a / b of every kind: above 1 where the place has more of it than the reference. NaN
 * where neither has it.
 */
export function locationQuotients(profile: Profile, reference: Profile): Float64Array {
  sameKinds("locationQuotients", profile, reference);
  return Float64Array.from(profile, (share, k) => share / reference[k]);
}

export function sameKinds(name: string, a: Profile, b: Profile): void {
  if (a.length === b.length) return;
  throw new RangeError(`${name}: the profiles name ${a.length} and ${b.length} kinds; expected the same.`);
}
