/**
 * Functions of the first month: what works of each town and city make. A county's own figures hold for all its places;
 * without them profiles are synthesised around an even mix, half by county, half by place. Markets beyond take what the
 * region makes and doesn't need, so nothing is in glut because the model began; what places gain from each other at the
 * start is in their productivity.
 */
import { exp } from "../../numerics/elementary.ts";
import { Purpose, purposeKey, rootKey } from "../../numerics/keyed.ts";
import { uniform } from "../../numerics/threefry.ts";
import type { Assumptions } from "../../policy/parameters.ts";
import { outsideMix } from "../../processes/functions/market.ts";
import { openSettling } from "../../processes/functions/settling.ts";
import { BRANCH_NAMES, BRANCHES } from "../../world/functions.ts";
import { OUTSIDE, TOWN } from "../../world/tiers.ts";
import type { World } from "../../world/world.ts";
import type { Scenario } from "../scenario.ts";

/** Half the width of an even spread whose standard deviation is 1, and of two such that add up to it. */
const EVEN = 1.7320508075688772;
const HALF = 0.7071067811865476;
/** Counters of places stand behind those of counties. */
const PLACES = 0x10000;

export function startFunctions(world: World, scenario: Scenario, a: Assumptions): void {
  const { settlements: s, functions: f, branches, markets } = world;
  const { key0, key1 } = purposeKey(rootKey(scenario.world.synthesisSeed), Purpose.functions);
  const draw = (of: number, branch: number): number => EVEN * (2 * uniform(key0, key1, of, branch) - 1);
  const weightOf = (j: number, branch: number): number => {
    const given = scenario.world.counties[s.jurisdiction[j]].functions;
    if (given !== undefined) return given[BRANCH_NAMES[branch]];
    const sum = draw(s.jurisdiction[j], branch) + draw(PLACES + j, branch);
    return exp(a.functionSpread * HALF * sum);
  };
  const writeProfile = (j: number): void => {
    const weights = BRANCH_NAMES.map((_, branch) => weightOf(j, branch));
    const all = weights.reduce((sum, weight) => sum + weight, 0);
    weights.forEach((weight, branch) => (branches.share[j * BRANCHES + branch] = weight / all));
  };
  for (let j = 0; j < world.sizes.settlements; j++) {
    if (s.tier[j] >= TOWN && s.tier[j] !== OUTSIDE) writeProfile(j);
  }
  f.start.fill(1);
  f.factor.fill(1);
  markets.share.fill(1 / BRANCHES);
  const settling = openSettling(world, a);
  settling.takeStock();
  markets.outside.set(outsideMix(markets.share, settling.needed, a.regionalTrade));
  settling.clear();
  for (let j = 0; j < world.sizes.settlements; j++) {
    if (s.tier[j] >= TOWN && s.tier[j] !== OUTSIDE) f.start[j] = settling.given(j);
  }
}
