/**
 * Zoning on both sides of a border: each side puts its strip to one use, and some uses hurt each other.
 *
 * The zoning conflict index is ZCI = sum(length inc(left, right)) / sum(length) over segments of borders; the matrix of
 * incompatibilities is a choice of this design, not a measurement.
 * Source of the rule of the market: Coase 1960 (Journal of Law and Economics 3:1-44), side payments between loss and gain.
 */

/** Uses of a strip of border land, in the order of their codes. */
export const ZONE_USES = ["ecological", "farming", "urban", "nuisance"] as const;
export const USES = ZONE_USES.length;
const [ECOLOGICAL, FARMING, URBAN, NUISANCE] = [0, 1, 2, 3];

/** How much two uses side by side hurt, 0 to 1, flat by code of the one and the other. */
export const INCOMPATIBILITY: Float64Array = new Float64Array(USES * USES);
for (const [one, other, hurt] of [
  [ECOLOGICAL, NUISANCE, 1],
  [URBAN, NUISANCE, 0.9],
  [FARMING, NUISANCE, 0.7],
  [ECOLOGICAL, URBAN, 0.5],
  [FARMING, URBAN, 0.2],
  [ECOLOGICAL, FARMING, 0.1],
]) {
  INCOMPATIBILITY[one * USES + other] = hurt;
  INCOMPATIBILITY[other * USES + one] = hurt;
}

/** Zoning conflict index of segments given by the uses on their two sides and their lengths; NaN for no border. */
export function zoningConflict(
  left: ArrayLike<number>,
  right: ArrayLike<number>,
  length: ArrayLike<number>,
): number {
  let conflict = 0;
  let total = 0;
  for (let k = 0; k < left.length; k++) {
    conflict += length[k] * INCOMPATIBILITY[left[k] * USES + right[k]];
    total += length[k];
  }
  return total > 0 ? conflict / total : NaN;
}

/** Welfare of a segment: the rents of both sides less what the uses do to each other, in units of the rents. */
export const segmentWelfare = (
  leftRent: ArrayLike<number>,
  rightRent: ArrayLike<number>,
  left: number,
  right: number,
  harm: number,
): number => leftRent[left] + rightRent[right] - harm * INCOMPATIBILITY[left * USES + right];

/** None: the use of highest own rent, whatever stands beyond the border; the first of equal ones. */
export function ownBest(rent: ArrayLike<number>): number {
  let best = 0;
  for (let use = 1; use < USES; use++) if (rent[use] > rent[best]) best = use;
  return best;
}

/** What two sides settle on. */
export interface Settlement {
  left: number;
  right: number;
  /** What the left side pays to the right, in units of the rents; below zero the other way. */
  payment: number;
}

/** Planned: the pair of uses of highest joint welfare, by looking at all; nobody pays. */
export function jointBest(
  leftRent: ArrayLike<number>,
  rightRent: ArrayLike<number>,
  harm: number,
  into: Settlement,
): void {
  let best = -Infinity;
  into.payment = 0;
  for (let left = 0; left < USES; left++) {
    for (let right = 0; right < USES; right++) {
      const welfare = segmentWelfare(leftRent, rightRent, left, right, harm);
      if (welfare <= best) continue;
      best = welfare;
      into.left = left;
      into.right = right;
    }
  }
}

/**
 * Market: from what each would do alone, one side after the other is offered money for a change of its own use, as long as
 * the gain of the payer, less the part lost on bargaining, is above the loss of the paid; the price lies in the middle. Each half of the
 * harm falls on one side. Knows only rents and harms of the offer at hand, so it can stop short of the joint optimum.
 */
export function bargain(
  leftRent: ArrayLike<number>,
  rightRent: ArrayLike<number>,
  harm: number,
  loss: number,
  into: Settlement,
): void {
  into.left = ownBest(leftRent);
  into.right = ownBest(rightRent);
  into.payment = 0;
  // Each deal raises what is left to both, so it can't go round; there are no more pairs than this.
  for (let deal = 0; deal < USES * USES; deal++) {
    const now = (harm / 2) * INCOMPATIBILITY[into.left * USES + into.right];
    let best = 0;
    let side = 0;
    let use = 0;
    let price = 0;
    for (let other = 0; other < USES; other++) {
      const ifLeft = now - (harm / 2) * INCOMPATIBILITY[other * USES + into.right];
      const leftLoss = leftRent[into.left] - leftRent[other] - ifLeft;
      const ifRight = now - (harm / 2) * INCOMPATIBILITY[into.left * USES + other];
      const rightLoss = rightRent[into.right] - rightRent[other] - ifRight;
      const leftSurplus = (ifLeft > 0 ? 1 - loss : 1) * ifLeft - leftLoss;
      const rightSurplus = (ifRight > 0 ? 1 - loss : 1) * ifRight - rightLoss;
      if (leftSurplus > best) {
        best = leftSurplus;
        side = -1;
        use = other;
        price = leftLoss + leftSurplus / 2;
      }
      if (rightSurplus > best) {
        best = rightSurplus;
        side = 1;
        use = other;
        price = rightLoss + rightSurplus / 2;
      }
    }
    if (side === 0) return;
    if (side < 0) into.left = use;
    else into.right = use;
    into.payment += side * Math.max(0, price);
  }
}
