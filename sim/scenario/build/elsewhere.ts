/** People elsewhere who may come, and what draws them: as many come at first as the years before the start showed. */
import type { Assumptions } from "../../policy/parameters.ts";
import { openPlaces } from "../../processes/migration/placeTerms.ts";
import { FIRST_AGE, LAST_AGE, openWelcome } from "../../processes/migration/welcome.ts";
import type { Setting } from "../../processes/process.ts";
import { OUTSIDE } from "../../world/tiers.ts";
import type { World } from "../../world/world.ts";

const MOST_BOND = 60;
const HALVINGS = 40;

/** Agents elsewhere who know someone in each county, by the agents there who came from elsewhere. */
export const poolsElsewhere = (newcomers: Int32Array, assumptions: Assumptions): Int32Array =>
  newcomers.map((agents) => Math.round(agents * assumptions.elsewherePool));

export function startElsewhere({ elsewhere, clock }: World, newcomers: Int32Array, pools: Int32Array): void {
  pools.forEach((pool, county) => {
    elsewhere.pool[county] = pool;
    elsewhere.circle[county] = pool + newcomers[county];
    clock.startElsewhere[0] += pool;
  });
}

/**
 * The constant of each county for those who come, such that in the first month as many are expected as the growth of
 * their number in the years before the start says (`startInflow`). By bisection: the expected number rises with it.
 */
export function startWelcome(setting: Setting): void {
  const { world, assumptions: a } = setting;
  const { settlements: s, elsewhere, sizes } = world;
  const here = openPlaces(setting);
  here.refresh(0);
  const welcome = openWelcome(setting, here);
  welcome.refresh(0);
  const rate = Math.min(1, a.considerRate / 12);
  for (let county = 0; county < sizes.jurisdictions - 1; county++) {
    const pool = elsewhere.pool[county];
    if (pool === 0) continue;
    const target = ((elsewhere.circle[county] - pool) * a.startInflow) / 12 / (pool * rate);
    const chance = (): number => {
      let sum = 0;
      let weight = 0;
      for (let j = 0; j < sizes.settlements; j++) {
        if (s.jurisdiction[j] !== county || s.tier[j] === OUTSIDE || s.size[j] === 0) continue;
        let ages = 0;
        for (let age = FIRST_AGE; age <= LAST_AGE; age++) ages += welcome.chance(j, age);
        sum += (s.size[j] * ages) / (LAST_AGE + 1 - FIRST_AGE);
        weight += s.size[j];
      }
      return weight > 0 ? sum / weight : 0;
    };
    let low = -MOST_BOND;
    let high = MOST_BOND;
    for (let k = 0; k < HALVINGS; k++) {
      elsewhere.bond[county] = (low + high) / 2;
      if (chance() > target) high = elsewhere.bond[county];
      else low = elsewhere.bond[county];
    }
  }
}
