/**
 * Into which branches new capital of a place goes. Firms put it where their place already has works and prices are
 * good: capital of equal return grows as price^(1/(1-a)) times what stands. Some begin with what markets take. A county
 * government may steer part of it: all to the same favoured branches, or each to those of its revealed comparative
 * advantage (Balassa 1965, The Manchester School 33:99-123), of which the place has more than the region.
 */
import { BRANCH_NAMES, type BranchName, BRANCHES } from "../../world/functions.ts";

/** Values of the lever `clusterFunctions`. */
export const Steering = { none: 0, duplicated: 1, complementary: 2 } as const;
export const steeringOf = (value: number): number =>
  value >= 1.5 ? Steering.complementary : value >= 0.5 ? Steering.duplicated : Steering.none;

/**
 * Branches that duplicated plans favour: those of information technology and new-energy vehicles among the strategic
 * emerging industries of the State Council (2010, No. 32), which many places named at once.
 */
const FAVOURED: readonly BranchName[] = ["vehicles", "electronics"];
const isFavoured = BRANCH_NAMES.map((name) => FAVOURED.includes(name));

/** Makes weights sum to 1 in place; false where all are 0. */
function normalise(weights: Float64Array): boolean {
  let sum = 0;
  for (let s = 0; s < BRANCHES; s++) sum += weights[s];
  if (sum <= 0) return false;
  for (let s = 0; s < BRANCHES; s++) weights[s] /= sum;
  return true;
}

/**
 * Shares of new capital that firms choose by themselves: (1 - e) p pull + e taken pull, each normalised.
 *
 * @param profile shares of the place's capital, from `at`
 * @param taken what markets take of each branch, as shares
 * @param pull capital wanted in each branch over that at the usual price
 * @param newBranches e, part that goes by markets alone
 */
export function chosenShares(
  profile: Float64Array,
  at: number,
  taken: ArrayLike<number>,
  pull: ArrayLike<number>,
  newBranches: number,
  out: Float64Array,
  spare: Float64Array,
): void {
  for (let s = 0; s < BRANCHES; s++) {
    out[s] = profile[at + s] * pull[s];
    spare[s] = taken[s] * pull[s];
  }
  normalise(out);
  normalise(spare);
  for (let s = 0; s < BRANCHES; s++) out[s] = (1 - newBranches) * out[s] + newBranches * spare[s];
}

/**
 * Shares that a government would have: favoured branches by what markets take of them, m; or all of which the place has
 * more than the region, by m (p / q - 1). False where it has no aim, since the place has more of none.
 */
export function steeredShares(
  steering: number,
  profile: Float64Array,
  at: number,
  regional: ArrayLike<number>,
  taken: ArrayLike<number>,
  out: Float64Array,
): boolean {
  for (let s = 0; s < BRANCHES; s++) {
    out[s] =
      steering === Steering.duplicated
        ? isFavoured[s]
          ? taken[s]
          : 0
        : regional[s] > 0
          ? taken[s] * Math.max(0, profile[at + s] / regional[s] - 1)
          : 0;
  }
  return normalise(out);
}
