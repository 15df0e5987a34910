/**
 * Generalised gradients: two places differ in several dimensions, each may be the higher one in some of them, and
 * exchange runs in each from the higher to the lower. The idea is that of the theory of generalised gradients (Li
 * Juheng & Li Guoping 2004); no equation of it is agreed on, so the form is one of this design.
 */
import { exp } from "../../numerics/elementary.ts";

/**
 * Flow in one dimension from place i to place j: D c ((x_i - x_j)+ - polarisation (x_j - x_i)+) open.
 * Diffusion runs from the higher to the lower; polarisation draws the other way, from the lower to the higher.
 *
 * @param diffusion D, per year; @param contact c, 0 to 1; @param open what a platform adds, 1 without
 */
export function gradientFlow(
  high: number,
  low: number,
  {
    diffusion,
    contact = 1,
    polarisation = 0,
    open = 1,
  }: {
    readonly diffusion: number;
    readonly contact?: number;
    readonly polarisation?: number;
    readonly open?: number;
  },
): number {
  const down = Math.max(0, high - low);
  const up = Math.max(0, low - high);
  return diffusion * contact * (down - polarisation * up) * open;
}

/** Two places after t years of diffusion alone: the mean stays, the difference falls as e^(-2 D t). */
export function levelledOut(
  a: number,
  b: number,
  diffusion: number,
  years: number,
): readonly [number, number] {
  const mean = (a + b) / 2;
  const half = ((a - b) / 2) * exp(-2 * diffusion * years);
  return [mean + half, mean - half];
}

export interface Exchange {
  /** |sum of w (a - b)|: what is left when dimensions set each other off. */
  readonly net: number;
  /** Sum of w |a - b|. */
  readonly gross: number;
  /** 1 - net / gross: 0 where one place is the higher in all, 1 where they set each other off; NaN where alike. */
  readonly reciprocity: number;
}

/** Net and gross gradient between two profiles under weights. Throws RangeError where their lengths differ. */
export function exchange(a: ArrayLike<number>, b: ArrayLike<number>, weights: ArrayLike<number>): Exchange {
  if (a.length !== b.length || a.length !== weights.length) {
    throw new RangeError(
      `exchange: profiles of ${a.length} and ${b.length} dimensions with ${weights.length} weights; expected the same.`,
    );
  }
  let net = 0;
  let gross = 0;
  for (let d = 0; d < a.length; d++) {
    net += weights[d] * (a[d] - b[d]);
    gross += weights[d] * Math.abs(a[d] - b[d]);
  }
  net = Math.abs(net);
  return { net, gross, reciprocity: gross > 0 ? 1 - net / gross : NaN };
}
