/** Travel times where none was measured. */
import { ASSUMED, assumption } from "./row.ts";

export const travel = {
  roadSpeed: assumption(
    "Speed on county roads",
    "县道车速",
    "Mean speed between settlements where no travel time was measured.",
    "km/hour",
    [5, 120],
    35,
    ASSUMED,
  ),
  trunkSpeed: assumption(
    "Speed between cities",
    "城际车速",
    "Mean speed between seats and gateways where no travel time was measured.",
    "km/hour",
    [10, 350],
    90,
    ASSUMED,
  ),
  detour: assumption(
    "Detour factor",
    "道路曲折系数",
    "Road distance over straight-line distance.",
    "ratio",
    [1, 3],
    1.35,
    ASSUMED,
  ),
} as const;
