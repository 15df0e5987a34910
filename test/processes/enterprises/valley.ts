/** A valley before the enterprises' month. */
import { fromFile } from "../../laws/scenarios.ts";
import { benchFor } from "../bench.ts";

export const bench = benchFor("enterprises", fromFile("valley", "scale=20"), 5);
export const { before, setting } = bench;
export const { assumptions: a } = setting;
export const { settlements: s, sizes } = before;
/** Nobody begins or moves, and only those without cash for long end. */
export const still = {
  ...a,
  entryRate: 0,
  relocationRate: 0,
  insolvencyMonths: 6,
  lossMonths: 0,
  efficiencySpread: 0,
};
