/** Roads that policies have built. */
import { column } from "./table.ts";

/** Columns of settlements on the road that leads from them up: village to town, town to seat, seat to core. */
export const roadColumns = {
  roadBuilt: column(
    "f64",
    "share",
    "part of the minutes of that road at the start that policies have built away; 0 at the start",
  ),
} as const;
