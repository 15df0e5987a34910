/** Indicators of crowding: rents, daily trips, nearness of works. The loss of output stands with money. */
import { openTripsToWork } from "../policy/toWork.ts";
import { PROCESSING, MANUFACTURING, SECTORS } from "../world/jurisdictions.ts";
import { FARMING, OUTSIDE_WORK, SEARCHING } from "../world/persons.ts";
import { minutesBySeats } from "../world/travel.ts";
import { CORE, OUTSIDE, SEAT } from "../world/tiers.ts";
import type { World } from "../world/world.ts";
import type { Measure } from "./measure.ts";
import { meanOver, perResident, sumOver } from "./overPlaces.ts";

/** Workplaces of everyone in work in the region, side by side by residence; `first` is where each residence begins. */
function workplacesByResidence({ persons: p, settlements: s, clock, sizes }: World): {
  readonly first: Int32Array;
  readonly work: Uint16Array;
} {
  const { flags, residence, activity, workplace } = p;
  const rows = clock.personRows[0];
  const works = (i: number): boolean =>
    flags[i] !== 0 &&
    s.tier[residence[i]] !== OUTSIDE &&
    (activity[i] === FARMING || (activity[i] > SEARCHING && activity[i] < OUTSIDE_WORK));
  const first = new Int32Array(sizes.settlements + 1);
  for (let i = 0; i < rows; i++) if (works(i)) first[residence[i] + 1]++;
  for (let j = 0; j < sizes.settlements; j++) first[j + 1] += first[j];
  const next = first.slice();
  const work = new Uint16Array(first[sizes.settlements]);
  for (let i = 0; i < rows; i++) if (works(i)) work[next[residence[i]]++] = workplace[i];
  return { first, work };
}

/** Mean minutes one way of those in work; 0 where one lives. */
function meanTrip(world: World): number {
  const { settlements: s, reach, sizes } = world;
  const { first, work } = workplacesByResidence(world);
  const minutesTo = new Float64Array(sizes.settlements).fill(-1);
  const toWork = openTripsToWork(world);
  let sum = 0;
  for (let j = 0; j < sizes.settlements; j++) {
    if (first[j] === first[j + 1]) continue;
    const end = s.reachFrom[j] + s.reachCount[j];
    for (let row = s.reachFrom[j]; row < end; row++) minutesTo[reach.to[row]] = reach.minutes[row];
    for (let k = first[j]; k < first[j + 1]; k++) {
      const at = work[k];
      if (at !== j) sum += toWork(j, at, minutesTo[at] >= 0 ? minutesTo[at] : minutesBySeats(world, j, at));
    }
    for (let row = s.reachFrom[j]; row < end; row++) minutesTo[reach.to[row]] = -1;
  }
  return sum / first[sizes.settlements];
}

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
    measure: ({ world }) => meanTrip(world),
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
