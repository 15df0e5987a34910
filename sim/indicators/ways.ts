/** Indicators of ways: daily trips across borders, and roads that policies have built. */
import { OUTSIDE } from "../world/tiers.ts";
import type { Measure } from "./measure.ts";
import type { Observation } from "./observation.ts";
import { perResident } from "./overPlaces.ts";

/** People in work who live in one county of the region and work in another. */
function crossing({ world, commuting }: Observation): number {
  const { zones: z, sizes } = world;
  let people = 0;
  for (let o = 0; o < sizes.zones; o++) {
    for (let d = 0; d < sizes.zones; d++) {
      const inside = z.tier[o] !== OUTSIDE && z.tier[d] !== OUTSIDE;
      if (inside && z.jurisdiction[o] !== z.jurisdiction[d]) people += commuting[o * sizes.zones + d];
    }
  }
  return people;
}

export const ways: readonly Measure[] = [
  {
    id: "commuterShare.border",
    label: { en: "Commuters across county borders", zh: "跨县通勤者占比" },
    unit: "share",
    formula: "people in work who live in one county of the region and work in another / people in work",
    good: null,
    measure: (now) => (now.workers > 0 ? crossing(now) / now.workers : NaN),
  },
  {
    id: "roadsBuilt",
    label: { en: "Time that built roads save", zh: "道路提速程度" },
    unit: "share",
    formula:
      "part of the minutes of the road up (village to town, town to seat, seat to core) that policies have built away, mean over residents",
    good: "up",
    measure: ({ world }) => perResident(world, (j) => world.settlements.roadBuilt[j]),
  },
];
