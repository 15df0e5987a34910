/** Calibration: draw sets of parameters, run every world with each, and keep those that end near the later census. */
import { observedChange, perTarget, type PerTarget, type Unit } from "../hindcast/figures.ts";
import { figuresOf } from "../hindcast/predict.ts";
import type { UnitWorld } from "../hindcast/worlds.ts";
import type { RunOutcome } from "../runners/runner.ts";
import { uniformOf } from "./chance.ts";
import { latinHypercube } from "./design.ts";
import { distanceOf, type GroupMiss, groupMiss, missOf, scalesOf } from "./distance.ts";
import { type Draws, keptWithout, leaveOneOut, type HeldOut } from "./heldOut.ts";
import type { Kept } from "./keep.ts";
import { drawNear, type Kernel, kernelOf, mixtureWeights } from "./population.ts";
import { type Prior, valuesAt } from "./priors.ts";

export interface CalibrationPlan {
  readonly priors: readonly Prior[];
  /** Sets of parameters in all. */
  readonly draws: number;
  /** In how many rounds they are drawn; 1 is plain rejection. */
  readonly rounds: number;
  /** Share of the draws that is kept, above 0 and at most 1. */
  readonly share: number;
  readonly seed: string;
}

/** One run that calibration asks for. */
export interface AskedRun {
  readonly world: UnitWorld;
  readonly seed: string;
  readonly values: Readonly<Record<string, number>>;
}

export interface Calibration {
  readonly plan: CalibrationPlan;
  /** Names of the groups that are left out in turn: prefectures, or units where there is one prefecture alone. */
  readonly groups: readonly string[];
  /** Misses of the national trend, by which distances are scaled. */
  readonly scales: PerTarget<number>;
  readonly values: readonly Readonly<Record<string, number>>[];
  readonly draws: Draws;
  readonly kept: Kept;
  /** In how many rounds the sets were drawn. */
  readonly rounds: number;
  /** Distance of the parameters as they stand, with nothing tuned. */
  readonly untuned: number;
  readonly heldOut: HeldOut | undefined;
}

/** @param perform runs in, outcomes out, in the same order */
export async function calibrate(
  worlds: readonly UnitWorld[],
  plan: CalibrationPlan,
  perform: (runs: readonly AskedRun[]) => Promise<readonly RunOutcome[]>,
): Promise<Calibration> {
  const units = worlds.flatMap((world) => world.units);
  const { groups, groupOf } = groupsOf(worlds);
  const scales = scalesOf(units);
  const points: Float64Array[] = [];
  const values: Record<string, number>[] = [];
  const misses: PerTarget<number>[][] = [];
  const kernels: Kernel[] = [];
  const sizes = roundSizes(plan);

  const missesBy = (ofDraw: readonly PerTarget<number>[]): GroupMiss[] =>
    groups.map((_, g) =>
      groupMiss(
        ofDraw.filter((_miss, unit) => groupOf[unit] === g),
        scales,
      ),
    );
  const drawsSoFar = (): Draws => ({
    misses,
    groupMisses: misses.map(missesBy),
    weights: mixtureWeights(points, kernels, sizes.slice(0, kernels.length + 1)),
    groupOf,
    groups: groups.length,
    observed: units.map((unit) => perTarget((target) => observedChange(unit, target))),
  });

  const asTheyStand = worlds.map((world): AskedRun => ({ world, seed: `${plan.seed}-0`, values: {} }));
  let untuned = NaN;
  for (const [round, size] of sizes.entries()) {
    const uniform = uniformOf(plan.seed, `round ${round + 1}`);
    if (round > 0) {
      const { draws, weights } = keptWithout(drawsSoFar(), plan.share, -1);
      kernels.push(
        kernelOf(
          draws.map((draw) => points[draw]),
          weights,
        ),
      );
    }
    const kernel = kernels.at(-1);
    const fresh =
      kernel === undefined
        ? latinHypercube(size, plan.priors.length, uniform)
        : Array.from({ length: size }, () => drawNear(kernel, uniform));
    const asked = fresh.flatMap((point, k) => {
      const draw = { seed: `${plan.seed}-${points.length + k + 1}`, values: valuesAt(plan.priors, point) };
      values.push(draw.values);
      return worlds.map((world): AskedRun => ({ world, ...draw }));
    });
    const first = round === 0 ? asTheyStand : [];
    const outcomes = [...(await perform([...first, ...asked]))];
    if (round === 0) untuned = distanceOf(missesBy(missesOf(worlds, outcomes.splice(0, worlds.length))));
    points.push(...fresh);
    fresh.forEach((_, k) => misses.push(missesOf(worlds, outcomes.slice(k * worlds.length))));
  }
  const draws = drawsSoFar();
  return {
    plan,
    groups,
    scales,
    values,
    draws,
    kept: keptWithout(draws, plan.share, -1),
    rounds: sizes.length,
    untuned,
    heldOut: leaveOneOut(draws, plan.share),
  };
}

/** Draws shared out evenly among the rounds, the earlier ones taking what is left. */
function roundSizes({ draws, rounds, priors }: CalibrationPlan): number[] {
  // Without parameters to tune every round is the same.
  const count = priors.length === 0 ? 1 : Math.min(rounds, draws);
  return Array.from({ length: count }, (_, k) => Math.floor(draws / count) + (k < draws % count ? 1 : 0));
}

/** Misses of all units, in the order of worlds and units. */
const missesOf = (worlds: readonly UnitWorld[], outcomes: readonly RunOutcome[]): PerTarget<number>[] =>
  worlds.flatMap(({ units }, w) =>
    units.map((unit: Unit, county) =>
      missOf(unit, figuresOf(outcomes[w], county, outcomes[w].years.length - 1)),
    ),
  );

function groupsOf(worlds: readonly UnitWorld[]): { groups: string[]; groupOf: number[] } {
  if (worlds.length > 1) {
    return {
      groups: worlds.map(({ prefecture }) => prefecture),
      groupOf: worlds.flatMap(({ units }, w) => units.map(() => w)),
    };
  }
  const units = worlds.flatMap((world) => world.units);
  return { groups: units.map(({ name }) => name), groupOf: units.map((_, unit) => unit) };
}
