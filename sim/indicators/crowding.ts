/** Indicators of crowding: rents, daily trips, nearness of works. The loss of output stands with money. */
import { PROCESSING, MANUFACTURING, SECTORS } from "../world/jurisdictions.ts";
import { CORE, SEAT } from "../world/tiers.ts";
import type { World } from "../world/world.ts";
import type { Measure } from "./measure.ts";
import { meanOver, perResident, sumOver } from "./overPlaces.ts";

/** Value that works add in a place a year, over its area. */
const worksPerArea = ({ settlements: s, firms }: World, j: number): number =>
  (12 * (firms.value[j * SECTORS + PROCESSING] + firms.value[j * SECTORS + MANUFACTURING])) / s.areaKm2[j];

export const crowding: readonly Measure[] = [
  {
    id: "rentShare.city",
    label: { en: "Rent share in seats and cores", zh: "县城与中心城市房租占比" },
    unit: "share",
    formula: "share of the wage that living there costs, mean over residents of seats and cores",
    good: "down",
    measure: ({ world }) => {
      const { settlements: s } = world;
      return meanOver(
        world,
        (j) => s.rentShare[j],
        (j) => (s.tier[j] === SEAT || s.tier[j] === CORE ? s.residents[j] : 0),
      );
    },
  },
  {
    id: "commuteMinutes",
    label: { en: "Daily trip to work", zh: "单程通勤时间" },
    unit: "minutes",
    formula:
      "minutes one way between home and work settlement, by the lines that policies run, mean over people in work; 0 within one",
    good: "down",
    measure: ({ minutesToWork, workers }) => minutesToWork / workers,
  },
  {
    id: "pollutionExposure",
    label: { en: "Nearness to works", zh: "工业暴露度" },
    unit: "ratio",
    formula:
      "value added of works per area of the own settlement, mean over residents / the same over the region: above 1 people live where works are dense",
    good: "down",
    measure: ({ world }) => {
      const { settlements: s } = world;
      const dense = perResident(world, (j) => worksPerArea(world, j));
      const value = sumOver(world, (j) => worksPerArea(world, j) * s.areaKm2[j]);
      return dense / (value / sumOver(world, (j) => s.areaKm2[j]));
    },
  },
];
