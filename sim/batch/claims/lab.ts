/** The claims lab: each claim's arms with common random numbers, effects, verdicts, and what would turn them. */
import { mean } from "../../numerics/statistics.ts";
import type { Parameter } from "../../policy/parameter.ts";
import type { AskedRun } from "./arms.ts";
import type { Arm, Claim, Contrast, Place, Values } from "./claim.ts";
import { contrastValue, effectOf, type Effect } from "./effects.ts";
import { findFlips, valueAt, waysOf, type Flip, type Way } from "./flip.ts";
import type { Runs } from "./runs.ts";
import { findingOf, overall, verdictOf, type Finding, type PlaceVerdict, type Verdict } from "./verdict.ts";

export interface ContrastResult {
  readonly contrast: Contrast;
  readonly effect: Effect;
  readonly finding: Finding;
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
}

export interface ClaimResult {
  readonly claim: Claim;
  readonly verdict: Verdict;
  readonly places: readonly PlaceResult[];
  /** In the first place: the smallest changes that turn its verdict, most telling first. */
  readonly flips: readonly Flip[];
  /** Assumptions that could not be tried at a bound, since the world refuses to run so. */
  readonly refused: number;
}

export interface LabPlan {
  readonly claims: readonly Claim[];
  readonly seeds: readonly string[];
  /** Seeds with which assumptions are tried; none: no flips are looked for. */
  readonly flipSeeds: readonly string[];
}

/** Flips that are tried with all seeds before one is told. */
const MOST_CONFIRMED = 6;
/** Flips that are told: the assumptions that carry a verdict. */
const MOST_TOLD = 3;

export async function runLab(
  { claims, seeds, flipSeeds }: LabPlan,
  parameters: Readonly<Record<string, Parameter>>,
  runs: Runs,
): Promise<ClaimResult[]> {
  await runs.perform(
    claims.flatMap((claim) => claim.places.flatMap((place) => runsOf(claim, place, seeds, {}))),
    "runs",
  );
  const results: ClaimResult[] = [];
  for (const claim of claims) {
    const places = claim.places.map((place) => placeResult(claim, place, seeds, {}, runs));
    const verdict = overall(places.map((place) => place.verdict));
    const search =
      flipSeeds.length === 0
        ? { flips: [], refused: 0 }
        : await searchFlips(claim, places[0], { seeds, flipSeeds }, parameters, runs);
    results.push({ claim, verdict, places, ...search });
  }
  return results;
}

/** Arms that a contrast looks at. */
function armsOf({ arms, contrasts }: Claim): Arm[] {
  const needed = new Set(contrasts.flatMap(({ terms }) => terms.map(({ arm }) => arm)));
  return arms.filter(({ id }) => needed.has(id));
}

const runsOf = (claim: Claim, place: Place, seeds: readonly string[], changed: Values): AskedRun[] =>
  armsOf(claim).flatMap((arm) => seeds.map((seed) => ({ place, arm, seed, changed })));

/** The indicators that the lab needs: those of the contrasts, and what policies cost. */
export const indicatorsOf = (claims: readonly Claim[]): ReadonlySet<string> =>
  new Set([COST, ...claims.flatMap(({ contrasts }) => contrasts.map(({ indicator }) => indicator))]);

const COST = "policyCost";

function costOf(arm: Arm, place: Place, seeds: readonly string[], changed: Values, runs: Runs): ArmCost {
  const bySeed = seeds.map((seed) => {
    const series = runs.figures({ place, arm, seed, changed })?.[COST] ?? [];
    // The start is no year.
    return mean(Array.from(series).slice(1));
  });
  return { arm, yearly: mean(bySeed) };
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
      return figures ?? {};
    });
    if (refused) return undefined;
    values.push(value);
  }
  return values;
}

function placeResult(
  claim: Claim,
  place: Place,
  seeds: readonly string[],
  changed: Values,
  runs: Runs,
): PlaceResult {
  const contrasts = claim.contrasts.map((contrast): ContrastResult => {
    const values = valuesOf(claim, place, contrast, seeds, changed, runs) ?? [NaN];
    const effect = effectOf(values, `${claim.id} ${place.id} ${contrast.id}`);
    return { contrast, effect, finding: findingOf(contrast, effect) };
  });
  const costs = armsOf(claim).map((arm) => costOf(arm, place, seeds, changed, runs));
  return { place, contrasts, costs, verdict: verdictOf(contrasts.map(({ finding }) => finding)) };
}

async function searchFlips(
  claim: Claim,
  base: PlaceResult,
  { seeds, flipSeeds }: Pick<LabPlan, "seeds" | "flipSeeds">,
  parameters: Readonly<Record<string, Parameter>>,
  runs: Runs,
): Promise<{ readonly flips: Flip[]; readonly refused: number }> {
  const { place } = base;
  const isConfirmed = base.verdict === "confirmed";
  const few = (contrast: Contrast, changed: Values): number | undefined => {
    const values = valuesOf(claim, place, contrast, flipSeeds, changed, runs);
    return values && values.reduce((sum, value) => sum + value, 0) / values.length;
  };
  const usual = base.contrasts.map(({ contrast }) => few(contrast, {}) ?? NaN);

  /**
   * With few seeds: the mean of all seeds as it stands, moved by what the change does in the few, against the interval
   * as it stands. Common random numbers make that far surer than the few seeds' own mean.
   */
  const holds = (changed: Values): boolean | undefined => {
    let all = true;
    for (const [k, { contrast, effect }] of base.contrasts.entries()) {
      const now = few(contrast, changed);
      if (now === undefined || Number.isNaN(now)) return undefined;
      const moved = effect.mean + now - usual[k];
      const margin = (effect.high - effect.low) / 2;
      all &&= contrast.claimed === "above" ? moved > margin : -moved > margin;
    }
    return all;
  };

  let refused = 0;
  const stands = async (tried: readonly (readonly [Way, number])[]): Promise<(boolean | undefined)[]> => {
    const changes = tried.map(([way, part]): Values => ({ [way.id]: valueAt(way, part) }));
    await runs.perform(
      changes.flatMap((changed) => runsOf(claim, place, flipSeeds, changed)),
      `assumptions of ${claim.id}`,
    );
    const found = changes.map(holds);
    refused += found.filter((one) => one === undefined).length;
    return found;
  };

  const ways = waysOf(parameters, { ...place.parameters });
  const candidates = await findFlips(ways, isConfirmed, stands);
  const flips: Flip[] = [];
  for (const flip of candidates.slice(0, MOST_CONFIRMED)) {
    if (flips.length === MOST_TOLD) break;
    const changed: Values = { [flip.id]: flip.value };
    await runs.perform(runsOf(claim, place, seeds, changed), `${claim.id}, all seeds`);
    const { verdict } = placeResult(claim, place, seeds, changed, runs);
    if ((verdict === "confirmed") !== isConfirmed) flips.push(flip);
  }
  return { flips, refused };
}
