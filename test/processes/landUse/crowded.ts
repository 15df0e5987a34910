/** A valley before land use's month, and ways to make its places ask for building land. */
import { leverStates, leverValues, type Lever } from "../../../sim/policy/levers.ts";
import { MANUFACTURING, SECTORS } from "../../../sim/world/jurisdictions.ts";
import { OUTSIDE } from "../../../sim/world/tiers.ts";
import type { World } from "../../../sim/world/world.ts";
import { fromFile } from "../../laws/scenarios.ts";
import { benchFor, rowsWhere } from "../bench.ts";

export const bench = benchFor("landUse", fromFile("valley", "scale=20"), 13);
export const { before, setting } = bench;
export const { assumptions: a } = setting;
export const { settlements: s, sizes } = before;
export const { settlements: count, levers } = sizes;
export const counties = [...Array(sizes.jurisdictions - 1).keys()];
export const inCounty = (c: number): number[] => rowsWhere(count, (j) => s.jurisdiction[j] === c);
/** Building land of a place. */
export const built = (w: World, j: number): number =>
  w.settlements.industrial[j] + w.settlements.commercial[j];

export const set = (w: World, lever: Lever, j: number, value: number, state = false): void => {
  leverValues(w, lever)[j] = value;
  leverStates(w, lever)[j] = state ? 1 : 0;
};

/** Every place asks for as much, has the money, and has the land. */
export const crowded =
  (quota: number) =>
  (w: World): void => {
    for (let j = 0; j < count; j++) {
      if (s.tier[j] === OUTSIDE) continue;
      for (let sector = 0; sector < SECTORS; sector++) {
        w.firms.capital[j * SECTORS + sector] = 0;
        w.firms.desire[j * SECTORS + sector] = 0;
        w.firms.cash[j * SECTORS + sector] = 1e12;
      }
      w.settlements.industrial[j] = 0;
      w.settlements.commercial[j] = 0;
      // 12,000 m2 of works, above nothing that stands.
      w.firms.desire[j * SECTORS + MANUFACTURING] = 12 * 1.2000001 * a.capitalPerHectare;
      w.settlements.ecological[j] += built(before, j);
      w.settlements.reserve[j] = Math.max(w.settlements.reserve[j], 1e6);
    }
    w.jurisdictions.quotaLeft.fill(quota);
    // No rent comes into the pools besides.
    w.settlements.rentBurden.fill(0);
  };
