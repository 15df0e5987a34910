/** How places are built before any common design: no survey tells, so it is drawn, and differs from place to place. */
import { exponential } from "../../numerics/distributions.ts";
import { purposeKey, Purpose, rootKey } from "../../numerics/keyed.ts";
import { uniform } from "../../numerics/threefry.ts";
import { OWN_STYLES } from "../../world/looks.ts";
import type { World } from "../../world/world.ts";

/** Every mix of styles is as likely as every other: exponential draws over their sum (flat Dirichlet). Assumed. */
export function startStyles({ settlements: s, sizes }: World, synthesisSeed: string): void {
  const { key0, key1 } = purposeKey(rootKey(synthesisSeed), Purpose.style);
  for (let j = 0; j < sizes.settlements; j++) {
    let sum = 0;
    OWN_STYLES.forEach((style, k) => (sum += s[style][j] = exponential(uniform(key0, key1, j, k))));
    for (const style of OWN_STYLES) s[style][j] /= sum;
  }
}
