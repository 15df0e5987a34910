/** Roads and daily trips: ways that policies shorten. */
import { ASSUMED, assumption, lever } from "./row.ts";

export const roads = {
  roadCost: assumption(
    "Cost of faster roads",
    "道路提速成本",
    "Cost of a kilometre of road over the part of its travel time that building takes away.",
    "yuan/km",
    [100_000, 1_000_000_000],
    8_000_000,
    "assumed: a quarter of the time costs 2 million yuan a km",
  ),
  roadBuilding: assumption(
    "Speed of road building",
    "道路建设速度",
    "Part of the way to the travel time aimed at that is built in a year.",
    "per-year",
    [0, 1],
    0.25,
    ASSUMED,
  ),
  lineCost: assumption(
    "Cost of cross-border lines",
    "跨界通勤线路成本",
    "Yearly cost per resident of lines that would take all the time of daily trips across the border away.",
    "yuan/year",
    [0, 10_000],
    200,
    ASSUMED,
  ),
  travelCut: lever(
    "Faster roads",
    "道路提速",
    "Part of the minutes of the road up, village to town, town to seat, seat to core, that is built away over the years; " +
      "at a core city, of its half of the ways to all other core cities.",
    "share",
    [0, 0.7],
    ASSUMED,
  ),
  commutingLink: lever(
    "Cross-border lines",
    "跨界通勤线路",
    "Part of the minutes of daily trips to work from there across the county's border that falls away.",
    "share",
    [0, 0.9],
    ASSUMED,
  ),
} as const;
