/**
 * Works on streets, fronts and dwellings. What they renew wears out again; what is renewed to one common design moves a
 * place's mix of styles towards it, p <- (1 - l) p + l p*, l the part of the place that is renewed so.
 */
import { leverValues } from "../../policy/levers.ts";
import { OWN_STYLES } from "../../world/looks.ts";
import { OUTSIDE } from "../../world/tiers.ts";
import type { Setting } from "../process.ts";
import { openPurse } from "./purse.ts";

/** Share of the common design after a month in which the part l is renewed to it. */
export const towardsCommon = (share: number, renewed: number): number => share + (1 - share) * renewed;

/** One month of works, of all places where a policy says so. */
export function openVillages(setting: Setting): () => void {
  const { world, assumptions: a } = setting;
  const { settlements: s } = world;
  const { settlements: count, scale } = world.sizes;
  const construction = leverValues(world, "villageConstruction");
  const template = leverValues(world, "templateShare");
  const pay = openPurse(setting);
  const own = OWN_STYLES.map((style) => s[style]);

  /** The own styles share what the common design leaves, in the proportions that they have. */
  const setCommon = (j: number, share: number): void => {
    const left = 1 - s.styleCommon[j];
    if (left > 0) for (const style of own) style[j] *= (1 - share) / left;
    s.styleCommon[j] = share;
  };

  const age = (j: number): void => {
    s.appearance[j] -= (s.appearance[j] * a.appearanceWear) / 12;
    const common = s.styleCommon[j];
    // Where nothing of its own is left there is nothing to return to.
    if (common > 0 && common < 1) setCommon(j, common - (common * a.styleReturn) / 12);
  };

  return () => {
    for (let j = 0; j < count; j++) {
      if (s.tier[j] === OUTSIDE) continue;
      age(j);
      const perHead = construction[j];
      const yuan = Math.floor((perHead * s.registered[j] * scale) / 12);
      if (yuan === 0) continue;
      pay(j, "villageConstruction", yuan);
      const renewed = perHead / 12 / a.villageRenewal;
      s.appearance[j] += renewed;
      const toTemplate = Math.min(1, renewed * template[j]);
      if (toTemplate > 0) setCommon(j, towardsCommon(s.styleCommon[j], toTemplate));
    }
  };
}
