/** A valley before the December in which it first needs a facility, and counties that deal with each other. */
import { leverValues } from "../../../sim/policy/levers.ts";
import { NEIGHBOURS } from "../../../sim/world/platforms.ts";
import type { World } from "../../../sim/world/world.ts";
import { fromFile } from "../../laws/scenarios.ts";
import { benchFor, rowsWhere } from "../bench.ts";

/** The December in which the first facility is needed. */
export const NEED = 59;
export const bench = benchFor("coordination", fromFile("valley", "scale=40"), NEED);
export const { before, setting } = bench;
export const { assumptions: a } = setting;
export const { sizes } = before;
export const counties = sizes.jurisdictions - 1;
export const everyCounty = [...Array(counties).keys()];

/** Tells counties to deal in a mode. */
export const deal =
  (mode: number, who: readonly number[] = everyCounty) =>
  (world: World): void => {
    for (let j = 0; j < sizes.settlements; j++)
      if (who.includes(world.settlements.jurisdiction[j])) leverValues(world, "coordination")[j] = mode;
  };

/** Each border once. */
export const borders = rowsWhere(counties * NEIGHBOURS, (row) => {
  return Math.floor(row / NEIGHBOURS) < before.borders.neighbour[row];
});

/** Whether both counties of a border are among the first `many`. */
export const isWithin = (row: number, many: number): boolean =>
  Math.floor(row / NEIGHBOURS) < many && before.borders.neighbour[row] < many;

/** Yuan in each treasury that is filled. */
export const RICH = 1e9;
export const rich = (world: World): void => {
  world.jurisdictions.cash.fill(RICH, 0, counties);
};

/** No facility is needed in that December. */
export const unneeded = { ...a, facilityEvery: 50 };
