/** Draws of a calibration. All depend on its seed and on what they are for, and on nothing else. */
import alea from "seedrandom/lib/alea.js";

/** A source of uniform draws in [0, 1). */
export const uniformOf = (seed: string, purpose: string): (() => number) => {
  const generator = alea(`urflow calibration ${seed}: ${purpose}`);
  return () => generator();
};

/** 0 to count - 1 in a drawn order, each order as likely as any other (Fisher & Yates 1938). */
export function shuffle(count: number, uniform: () => number): Uint32Array {
  const order = Uint32Array.from({ length: count }, (_, k) => k);
  for (let k = count - 1; k > 0; k--) {
    const other = Math.floor(uniform() * (k + 1));
    [order[k], order[other]] = [order[other], order[k]];
  }
  return order;
}
