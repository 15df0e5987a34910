/** The claims lab: each claim's arms with common random numbers, effects, verdicts, and what would turn them. */
import { mean } from "../../numerics/statistics.ts";
import type { Parameter } from "../../policy/parameter.ts";
import { holm } from "../analysis/holm.ts";
import type { AskedRun, Kept } from "./arms.ts";
import type { Arm, Claim, Contrast, Place, Values } from "./claim.ts";
import { contrastValue, effectOf, type Effect } from "./effects.ts";
import { waysOf, type Flip, type Pull } from "./flip.ts";
import type { Runs } from "./runs.ts";
import { inStep, searchTurns, type Found, type Search } from "./search.ts";
import type { Shifts } from "./standing.ts";
import {
  findingOf,
  overall,
  verdictOf,
  widened,
  type Finding,
  type PlaceVerdict,
  type Verdict,
} from "./verdict.ts";

export interface ContrastResult {
  readonly contrast: Contrast;
  readonly effect: Effect;
  readonly finding: Finding;
  /** Whether the finding is the same when intervals are widened for the number of contrasts of the whole table. */
  readonly isFoundAmongAll: boolean;
}

/** What an arm costs the public, county or state: yuan a year, mean over all years and seeds. */
export interface ArmCost {
  readonly arm: Arm;
  readonly yearly: number;
}

export interface PlaceResult {
  readonly place: Place;
  readonly contrasts: readonly ContrastResult[];
  readonly costs: readonly ArmCost[];
  readonly verdict: PlaceVerdict;
  /** The verdict when intervals are widened for the number of contrasts of the whole table. */
  readonly widened: PlaceVerdict;
}

export interface ClaimResult {
  readonly claim: Claim;
  readonly verdict: Verdict;
  readonly places: readonly PlaceResult[];
  /** In the first place: the smallest changes that turn its verdict, most telling first. */
  readonly flips: readonly Flip[];
  /** In the first place, where nothing was found to turn it: what moves most the effect on which it hangs. */
  readonly pulls: readonly Pull[];
  /** Assumptions that could not be tried at a bound, since the world refuses to run so. */
  readonly refused: number;
}

export interface LabPlan {
  readonly claims: readonly Claim[];
  readonly seeds: readonly string[];
  /** How many seeds, of those, a change is tried with that may turn a verdict; 0: none is looked for. */
  readonly flipSeeds: number;
}

/** Chance that one of all the findings of the table is there by chance alone. */
export const FAMILY_LEVEL = 0.1;
/** Seeds by which changes are chosen that are then tried with others; half of them, where there are few. */
const SELECTION_SEEDS = 4;

/** Of the seeds of a lab, those by which changes are chosen, and others with which they are tried. */
export function seedsOfSearch(
  seeds: readonly string[],
  flipSeeds: number,
): { readonly selection: readonly string[]; readonly trial: readonly string[] } {
  const first = Math.min(SELECTION_SEEDS, Math.ceil(seeds.length / 2));
  const trial = seeds.slice(first, first + flipSeeds);
  // One seed can't be told apart from itself.
  return { selection: seeds.slice(0, first), trial: trial.length > 0 ? trial : seeds.slice(0, 1) };
}

export async function runLab(
  { claims, seeds, flipSeeds }: LabPlan,
  parameters: Readonly<Record<string, Parameter>>,
  runs: Runs,
): Promise<ClaimResult[]> {
  await runs.perform(
    claims.flatMap((claim) => claim.places.flatMap((place) => runsOf(claim, place, seeds, {}))),
    "runs",
  );
  const found = claims.map((claim) => claim.places.map((place) => effectsIn(claim, place, seeds, runs)));
  const places = judged(claims, found, seeds, runs);
  const turns =
    flipSeeds === 0
      ? claims.map((): Found => ({ flips: [], pulls: [], refused: 0 }))
      : await inStep(
          claims.map((claim, k) => searchIn(claim, places[k][0], { seeds, flipSeeds }, parameters, runs)),
          (asked, step) => runs.perform(asked, `assumptions, step ${step}`),
        );
  return claims.map((claim, k) => ({
    claim,
    verdict: overall(
      places[k].map(({ verdict }) => verdict),
      turns[k].flips.length > 0,
    ),
    places: places[k],
    ...turns[k],
  }));
}

/** Arms that a contrast looks at. */
function armsOf({ arms, contrasts }: Claim): Arm[] {
  const needed = new Set(contrasts.flatMap(({ terms }) => terms.map(({ arm }) => arm)));
  return arms.filter(({ id }) => needed.has(id));
}

const runsOf = (claim: Claim, place: Place, seeds: readonly string[], changed: Values): AskedRun[] =>
  armsOf(claim).flatMap((arm) => seeds.map((seed) => ({ place, arm, seed, changed })));

/** The figures that the contrasts need: indicators, and of each arm the years after the start. */
export function keptOf(claims: readonly Claim[]): Kept {
  const years = new Map<string, Set<number>>();
  for (const { arms, contrasts } of claims) {
    for (const { id, policies } of arms) {
      // Claims share arms by their policies, whatever they call them.
      const key = JSON.stringify(policies);
      const kept = years.get(key) ?? new Set();
      const terms = contrasts.flatMap((contrast) => contrast.terms.filter(({ arm }) => arm === id));
      for (const {
        years: [from, to],
      } of terms)
        for (let year = from; year <= to; year++) kept.add(year);
      years.set(key, kept);
    }
  }
  const indicators = claims.flatMap(({ contrasts }) => contrasts.map(({ indicator }) => indicator));
  return {
    indicators: [...new Set(indicators)],
    yearsOf: ({ policies }) => [...(years.get(JSON.stringify(policies)) ?? [])].sort((a, b) => a - b),
  };
}

/** Values of a contrast by seed; undefined where an arm can't run. */
function valuesOf(
  claim: Claim,
  place: Place,
  contrast: Contrast,
  seeds: readonly string[],
  changed: Values,
  runs: Runs,
): number[] | undefined {
  const arms = new Map<string, Arm>(claim.arms.map((arm) => [arm.id, arm]));
  const values: number[] = [];
  for (const seed of seeds) {
    let refused = false;
    const value = contrastValue(contrast, (id) => {
      const figures = runs.figures({ place, arm: arms.get(id)!, seed, changed });
      refused ||= figures === undefined;
      return figures?.indicators ?? {};
    });
    if (refused) return undefined;
    values.push(value);
  }
  return values;
}

const effectsIn = (claim: Claim, place: Place, seeds: readonly string[], runs: Runs): Effect[] =>
  claim.contrasts.map((contrast) =>
    effectOf(
      valuesOf(claim, place, contrast, seeds, {}, runs) ?? [NaN],
      `${claim.id} ${place.id} ${contrast.id}`,
    ),
  );

/** Findings and verdicts by claim and place; which findings stand among all is a matter of the whole table. */
function judged(
  claims: readonly Claim[],
  effects: readonly (readonly (readonly Effect[])[])[],
  seeds: readonly string[],
  runs: Runs,
): PlaceResult[][] {
  const chances = effects.flat(2).map(({ chance }) => chance);
  const standing = holm(chances, FAMILY_LEVEL)[Symbol.iterator]();
  return claims.map((claim, k) =>
    claim.places.map((place, p): PlaceResult => {
      const contrasts = claim.contrasts.map((contrast, c): ContrastResult => {
        const effect = effects[k][p][c];
        const finding = findingOf(contrast, effect);
        const isAmongAll = standing.next().value === true;
        return { contrast, effect, finding, isFoundAmongAll: finding === "open" || isAmongAll };
      });
      return {
        place,
        contrasts,
        costs: armsOf(claim).map((arm) => costOf(arm, place, seeds, runs)),
        verdict: verdictOf(contrasts.map(({ finding }) => finding)),
        widened: verdictOf(
          contrasts.map(({ finding, isFoundAmongAll }) => widened(finding, isFoundAmongAll)),
        ),
      };
    }),
  );
}

function costOf(arm: Arm, place: Place, seeds: readonly string[], runs: Runs): ArmCost {
  const bySeed = seeds.map((seed) => runs.figures({ place, arm, seed, changed: {} })?.yearlyCost ?? NaN);
  return { arm, yearly: mean(bySeed) };
}

function searchIn(
  claim: Claim,
  { place, contrasts, verdict }: PlaceResult,
  { seeds, flipSeeds }: Pick<LabPlan, "seeds" | "flipSeeds">,
  parameters: Readonly<Record<string, Parameter>>,
  runs: Runs,
): Search<Found> {
  const { selection, trial } = seedsOfSearch(seeds, flipSeeds);
  return searchTurns({
    standings: contrasts,
    isConfirmed: verdict === "confirmed",
    ways: waysOf(parameters, { ...place.parameters }),
    selectionSeeds: selection,
    trialSeeds: trial,
    runsOf: (changed, among) => runsOf(claim, place, among, changed),
    shiftsOf: (changed, among): Shifts[] | undefined => {
      const byContrast = contrasts.map(({ contrast }) => {
        const now = valuesOf(claim, place, contrast, among, changed, runs);
        const usual = valuesOf(claim, place, contrast, among, {}, runs);
        return now?.map((value, k) => value - (usual?.[k] ?? NaN));
      });
      if (byContrast.some((values) => values === undefined || values.some(Number.isNaN))) return undefined;
      return among.map((_, k) => byContrast.map((values) => values?.[k] ?? NaN));
    },
  });
}
