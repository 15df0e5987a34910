/**
 * Fields: which part is leased to those who go on farming, what rent that brings, and which part lies idle.
 * Pure equations; the process that uses them is `landUse.ts`.
 */
import { exp, ln } from "../../numerics/elementary.ts";
import type { Assumptions } from "../../policy/parameters.ts";

export const MU_PER_HECTARE = 15;
/** Years of leasing's growth are counted from the survey of mid-2017. */
const SURVEY = 2017.5;
/** Part of fields leased where none are yet: someone always begins. Assumed. */
const FIRST_LEASES = 0.005;
/** No more of a place's fields than this is ever leased. Assumed. */
const MOST_LEASED = 0.95;
/** Fewer hands per need of hands than this count as this: a few can always work a part. Assumed. */
const LEAST_HANDS = 0.1;
/** Log odds beyond which a share is as good as none or all. */
const MOST_ODDS = 40;

/** Part of families without a farming hand, where farmers fall to families at random (Poisson): e^(-farmers / families). */
export const handlessShare = (farmers: number, families: number): number =>
  families > 0 ? exp(-farmers / families) : 0;

/** Part of the fields leased in a year before or after the survey, on the logistic curve through it. */
export function leasedAt(year: number, share: number, ceiling: number, growth: number): number {
  if (share <= 0 || ceiling <= 0) return 0;
  if (share >= ceiling) return ceiling;
  return ceiling / (1 + (ceiling / share - 1) * exp(-growth * (year - SURVEY)));
}

/** What leasing tends to in a place: the ceiling, times families without hands over the region's at the start. */
export const leaseCeilingOf = (ceiling: number, handless: number, regional: number): number =>
  regional > 0 ? Math.min(MOST_LEASED, (ceiling * handless) / regional) : 0;

/** Logistic growth of the leased part in a year; leases run out no faster than they grow at most. */
export function leaseChange(leased: number, ceiling: number, growth: number): number {
  if (ceiling <= 0) return -growth * leased;
  const change = growth * Math.max(leased, FIRST_LEASES) * (1 - leased / ceiling);
  return Math.max(-growth * leased, Math.min(change, ceiling - Math.min(leased, ceiling)));
}

/** Part of the harvest's pay that goes as rent: leased part times the rent of a leased field. */
export const rentBurdenOf = (leased: number, rentShare: number): number => leased * rentShare;

/**
 * Hands a hectare needs, persons: fewer where machines work, and where it is leased to households (part `kin`) or to
 * cooperatives and firms (part `large`), each with its own need over that of a family's own field.
 */
export const handsNeeded = (
  perHectare: number,
  productivity: number,
  kin: number,
  large: number,
  a: Pick<Assumptions, "leasedLabour" | "largeLabour">,
): number => (perHectare / productivity) * (1 - kin * (1 - a.leasedLabour) - large * (1 - a.largeLabour));

/**
 * Farming hands of a place over those that its fields need. One agent more or less is the grain of the model, not of the
 * world, so for half an agent's worth of need the hands are those of the county's mean; the part fades as agents get small.
 *
 * @param hands persons; @param need persons; @param county hands over need in all of it; @param scale persons an agent
 */
export const coverageOf = (hands: number, need: number, county: number, scale: number): number =>
  (hands + (scale / 2) * county) / (need + scale / 2);

/** Net margin, 1,000 yuan a mu and year: what the harvest pays the farm less the worth of the hands it needs. */
export const marginPerMu = (pay: number, hectares: number, hands: number, wage: number): number =>
  hectares > 0 ? (12 * (pay / hectares - hands * wage)) / MU_PER_HECTARE / 1000 : 0;

/** What a place gives its farmers reason to leave a field: the log odds without the constant of place. */
export function idleOdds(
  a: Assumptions,
  slope: number,
  minutes: number,
  coverage: number,
  margin: number,
): number {
  return (
    a.idleBySlope * slope +
    (a.idleByTime * minutes) / 60 -
    a.idleByLabour * ln(Math.max(LEAST_HANDS, coverage)) -
    a.idleByMargin * margin
  );
}

/** Part of the arable land that lies idle in the long run: the logistic of the log odds. */
export const idleShare = (odds: number): number =>
  1 / (1 + exp(-Math.max(-MOST_ODDS, Math.min(MOST_ODDS, odds))));
