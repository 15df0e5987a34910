/** Families that moved whole under a policy. */
import { column } from "./table.ts";

/** Columns of settlements that families leave so. */
export const wholeMoveColumns = {
  relocated: column("f64", "persons", "moved with their family from here, for a grant, since the start"),
  homesteadReturned: column(
    "f64",
    "m2",
    "the part of vacant homesteads that such families gave up and that is still to become fields",
  ),
} as const;
