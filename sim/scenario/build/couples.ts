/** Who is married in the first month: as many of each age as the rates of marriage and birth, held as they are, lead to. */
import { Purpose, purposeKey, rootKey } from "../../numerics/keyed.ts";
import { uniform } from "../../numerics/threefry.ts";
import type { Assumptions } from "../../policy/parameters.ts";
import {
  everMarriedByAge,
  fertilityByAge,
  husbands,
  marriageByAge,
} from "../../processes/demography/rates.ts";
import { FEMALE, MARRIED } from "../../world/persons.ts";
import type { World } from "../../world/world.ts";

const DRAW = 106;

/** @param children per woman, in the first month */
export function startCouples(world: World, a: Assumptions, children: number, synthesisSeed: string): void {
  const { persons: p, clock } = world;
  const { key0, key1 } = purposeKey(rootKey(synthesisSeed), Purpose.synthesis);
  const share = everMarriedByAge(
    marriageByAge(a.everMarried, a.marriageAge),
    fertilityByAge(children, a.childbearingAge),
  );
  for (let i = 0; i < clock.personRows[0]; i++) {
    const age = Math.min(share.length - 1, Math.floor(-p.born[i] / 12));
    const married = (p.flags[i] & FEMALE) !== 0 ? share[age] : husbands(share, age);
    if (uniform(key0, key1, DRAW, i) < married) p.flags[i] |= MARRIED;
  }
}
