/** People elsewhere who know someone in a county and may come: numbers only, until they come. */
import { column } from "./table.ts";

/** By jurisdiction; the last row, the outside, stays empty. */
export const elsewhereColumns = {
  pool: column("u32", "agents", "people elsewhere who know someone in the county and haven't come"),
  circle: column(
    "u32",
    "agents",
    "they and those who came from there, at the start: nobody joins the circle later",
  ),
  bond: column("f64", "utility", "constant of place for those who come, from start-year data"),
} as const;
