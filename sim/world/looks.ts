/** What a settlement looks like: what public works have renewed, and in which style it is built. */
import { column } from "./table.ts";

const style = (kind: string) => column("f64", "share", `part of what stands here that is built in ${kind}`);

/** Columns of settlements on their looks; the shares by style sum to 1. */
export const looksColumns = {
  appearance: column(
    "f64",
    "ratio",
    "public works on streets, fronts and dwellings that still stand, over those that renew all once; 0 at the start",
  ),
  styleTimber: style("timber, in the manner of the place"),
  styleEarth: style("earth and brick, in the manner of the place"),
  styleStone: style("stone, in the manner of the place"),
  styleCommon: style("one common design; 0 at the start"),
} as const;

/** Styles that places have of their own, and the one that is the same everywhere. */
export const OWN_STYLES = [
  "styleTimber",
  "styleEarth",
  "styleStone",
] as const satisfies readonly (keyof typeof looksColumns)[];
export const STYLES = [...OWN_STYLES, "styleCommon"] as const;
