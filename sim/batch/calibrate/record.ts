/** A calibration as the plain data of its file. */
import { parameterIds, PARAMETERS, type ParameterId, resolveAssumptions } from "../../policy/parameters.ts";
import { perTarget, type PerTarget } from "../hindcast/figures.ts";
import { NO_DISCREPANCY } from "../hindcast/predict.ts";
import type { Score } from "../hindcast/scores.ts";
import { END, START, type UnitWorld } from "../hindcast/worlds.ts";
import type { Scenario } from "../../scenario/scenario.ts";
import type { Calibration } from "./calibrate.ts";
import { distanceOf } from "./distance.ts";
import type { CalibrationFile } from "./file.ts";
import { weightedQuantile } from "./keep.ts";
import type { Prior } from "./priors.ts";

const METHOD =
  "approximate Bayesian computation by population Monte Carlo: Beaumont, Zhang & Balding 2002 (Genetics 162: " +
  "2025-2035), Sisson, Fan & Tanaka 2007 (PNAS 104: 1760-1765), Beaumont et al. 2009 (Biometrika 96: 983-990)";

/** What is known beside the calibration itself. */
export interface About {
  readonly date: string | undefined;
  readonly command: string;
  readonly scale: number;
  readonly set: readonly string[];
  /** The assumptions of a world with these settings, before anything is tuned. */
  readonly given: Scenario["parameters"];
  readonly version: string;
}

export function recordOf(
  worlds: readonly UnitWorld[],
  calibration: Calibration,
  { date, command, scale, set, given, version }: About,
): CalibrationFile {
  const { plan, groups, scales, values, draws, kept, heldOut } = calibration;
  const units = worlds.flatMap((world) => world.units);
  const tuned = new Set(plan.priors.map(({ id }) => id));
  const assumptions = resolveAssumptions(given);
  return {
    "urflow-calibration": 1,
    urflow: version,
    date: date ?? null,
    method: METHOD,
    command,
    seed: plan.seed,
    draws: values.length,
    rounds: calibration.rounds,
    keptShare: plan.share,
    scale,
    set: [...set],
    from: START,
    to: END,
    targets: units.map(({ code, name, prefecture }, unit) => ({
      code,
      unit: name,
      prefecture,
      changes: perTarget((target) => known(draws.observed[unit][target])),
    })),
    scales: perTarget((target) => rounded(scales[target])),
    tuned: plan.priors.map((prior) => tunedOf(prior, calibration)),
    untuned: Object.fromEntries(
      parameterIds("assumption")
        .filter((id) => !tuned.has(id))
        .map((id) => [id, assumptions[id]]),
    ),
    groups: [...groups],
    kept: kept.draws.map((draw, k) => ({
      weight: rounded(kept.weights[k]),
      distance: rounded(distanceOf(draws.groupMisses[draw])),
      distances: draws.groupMisses[draw].map((group) => known(rounded(distanceOf([group])))),
      values: values[draw],
    })),
    untunedDistance: rounded(calibration.untuned),
    tolerance: rounded(kept.tolerance),
    effectiveSets: rounded(kept.effective),
    discrepancy:
      heldOut === undefined ? NO_DISCREPANCY : perTarget((target) => rounded(heldOut.discrepancy[target])),
    heldOut:
      heldOut === undefined
        ? null
        : {
            ...scoresOf(heldOut.scores),
            groups: heldOut.groups.map((scores, g) => ({ group: groups[g], ...scoresOf(scores) })),
          },
  };
}

function tunedOf({ id, low, high }: Prior, { values, kept }: Calibration): CalibrationFile["tuned"][number] {
  // Priors are checked against this very table.
  const { unit, default: tableDefault } = PARAMETERS[id as ParameterId];
  const found = kept.draws.map((draw) => values[draw][id]);
  const at = (share: number): number => rounded(weightedQuantile(found, kept.weights, share));
  const mean = found.reduce((sum, value, k) => sum + kept.weights[k] * value, 0);
  return { id, unit, prior: [low, high], tableDefault, mean: rounded(mean), low: at(0.05), high: at(0.95) };
}

const scoresOf = (scores: PerTarget<Score>) =>
  perTarget((target) => {
    const { rows, rmse, bias, spearman, coverage } = scores[target];
    return {
      rows,
      rmse: known(rmse),
      bias: known(bias),
      spearman: known(spearman),
      coverage: known(coverage),
    };
  });

const known = (value: number): number | null => (Number.isFinite(value) ? value : null);

/** Six digits say more than is known. */
const rounded = (value: number): number => Number(value.toPrecision(6));
